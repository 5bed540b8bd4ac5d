//! Who may do what in the guest book.

use yakusho_kernel::{Act, Cx, Denied, Permit};
use yakusho_regulation::{Role, rule};

const SUSPEND: Act = Act::new("book.suspend");

/// Only the supervisor suspends a guest.
pub fn may_suspend(cx: &Cx) -> Result<Permit, Denied> {
    let judgement = cx
        .judge(SUSPEND)
        .role(rule!(SuspensionBySupervisor), Role::SystemSupervisor)?;
    Ok(judgement.permit())
}
