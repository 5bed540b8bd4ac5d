//! Who may edit staff: the system administrator alone.

use yakusho_kernel::{Act, Cx, Denied, Permit, PersonId};
use yakusho_regulation::{Role, rule};

/// Taking somebody on.
pub(super) const TAKE_ON: Act = Act::new("staff.take_on");
/// Editing what is recorded of somebody.
pub(super) const EDIT: Act = Act::new("staff.edit");
/// Recording leave, secondment, return and leaving.
pub(super) const SET_STATUS: Act = Act::new("staff.set_status");

/// Working out the keys anew by which people are found.
const RENEW_KEYS: Act = Act::new("staff.renew_keys");

/// What is worked out from what is recorded, the system works out anew.
pub(super) fn may_renew_keys(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(RENEW_KEYS)
        .authorised(cx.actor().is_system(), "system")?
        .permit())
}

/// Whether the actor may do this to a member of staff. What is recorded has the employment class in it.
pub(super) fn may_edit(cx: &Cx, act: Act, person: PersonId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .on(&person)
        .role(rule!(FunctionsByAdministrator), Role::SystemAdministrator)?
        .keeping(rule!(EmploymentClass))
        .keeping(rule!(HistoryKept))
        .permit())
}
