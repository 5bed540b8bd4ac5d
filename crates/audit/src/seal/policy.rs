//! Who may see the signed heads, and change the key that signs them.

use yakusho_kernel::{Act, Cx, Denied, Permit};
use yakusho_regulation::rule;

use crate::policy::overseer_or_system;

const LOOK: Act = Act::new("audit.look_at_heads");
const ROTATE: Act = Act::new("audit.rotate_key");

/// Administrator and supervisor see the heads, and the operator at the machine.
pub(super) fn may_look_at_heads(cx: &Cx) -> Result<Permit, Denied> {
    overseer_or_system(cx, LOOK)
}

/// The key is changed at the machine alone, by the operator.
pub(super) fn may_rotate(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(ROTATE)
        .authorised(cx.actor().is_system(), "console")?
        .keeping(rule!(ActAudited))
        .permit())
}
