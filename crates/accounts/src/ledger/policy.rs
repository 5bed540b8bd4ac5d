//! Who may fill the ledger in bulk.

use yakusho_kernel::{Act, Cx, Denied, Permit};
use yakusho_regulation::{Role, rule};

const FOUND: Act = Act::new("ledger.found");

/// Whether the actor may take in a whole organisation: the operator at the machine, or the system administrator.
pub(super) fn may_found(cx: &Cx) -> Result<Permit, Denied> {
    let holds = cx.actor().by_role(Role::SystemAdministrator);
    let holds = holds.or(cx.actor().is_system());
    Ok(cx
        .judge(FOUND)
        .authorised(holds, "role")?
        .keeping(rule!(EmploymentClass))
        .permit())
}
