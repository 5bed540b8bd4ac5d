//! Who may take out the sealed trail, and change its key.

use yakusho_kernel::{Act, Cx, Denied, Permit};
use yakusho_regulation::rule;

const ROTATE: Act = Act::new("audit.rotate_key");

/// The key is changed at the machine alone, by the operator.
pub(super) fn may_rotate(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(ROTATE)
        .authorised(cx.actor().is_system(), "console")?
        .keeping(rule!(ActAudited))
        .permit())
}
