//! Who may look things up: everyone who is signed in.

use yakusho_kernel::{Act, Cx, Denied, Permit};

const LOOK_UP: Act = Act::new("directory.look_up");

/// Whether the actor may look through the directory.
pub(super) fn may_look_up(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx.judge(LOOK_UP).signed_in()?.permit())
}
