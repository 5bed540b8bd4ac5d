//! Who may have the roles resolved anew: the system itself.

use yakusho_kernel::{Act, Cx, Denied, Permit};

const REFRESH: Act = Act::new("role.refresh");

/// Whether the actor may have the roles resolved anew.
pub(super) fn may_refresh(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REFRESH)
        .authorised(cx.actor().is_system(), "system")?
        .permit())
}
