//! Who may look things up: everyone who is signed in.

use yakusho_kernel::{Act, Cx, Denied, Permit};
use yakusho_regulation::Role;

const LOOK_UP: Act = Act::new("directory.look_up");

/// Whether the actor may look through the directory.
pub(super) fn may_look_up(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx.judge(LOOK_UP).signed_in()?.permit())
}

/// Whom of those who are not employed today somebody may find: those who left, and perhaps those who are yet to come.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ever {
    pub(super) yet_to_come: bool,
}

/// What the actor may find of those who are not employed today.
pub(super) fn ever(cx: &Cx) -> Result<Ever, Denied> {
    let _ = may_look_up(cx)?;
    Ok(Ever {
        yet_to_come: cx.actor().holds(Role::SystemAdministrator),
    })
}
