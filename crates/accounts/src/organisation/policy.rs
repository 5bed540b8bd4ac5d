//! Who may edit the organisation: the system administrator alone, since with units and posts go roles and rights.

use yakusho_kernel::{Act, Cx, Denied, Permit, Subject};
use yakusho_regulation::{Role, rule};

/// Founding a unit.
pub(super) const FOUND_UNIT: Act = Act::new("organisation.found_unit");
/// Editing a unit.
pub(super) const EDIT_UNIT: Act = Act::new("organisation.edit_unit");
/// Closing a unit.
pub(super) const CLOSE_UNIT: Act = Act::new("organisation.close_unit");
/// Founding a post.
pub(super) const FOUND_POST: Act = Act::new("organisation.found_post");
/// Editing a post.
pub(super) const EDIT_POST: Act = Act::new("organisation.edit_post");
/// Closing a post.
pub(super) const CLOSE_POST: Act = Act::new("organisation.close_post");

/// Having a program say who is in a unit.
const PROVISION: Act = Act::new("organisation.provision");

/// Whether the actor may do this to a unit or a post.
pub(super) fn may_edit(cx: &Cx, act: Act, subject: &impl Subject) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .on(subject)
        .role(rule!(FunctionsByAdministrator), Role::SystemAdministrator)?
        .keeping(rule!(HistoryKept))
        .permit())
}

/// Nobody has a program found units or put people into them: who belongs where follows from appointments, which a personnel
/// order or the administrator makes, with their days.
pub(super) fn may_provision(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(PROVISION)
        .authorised(false, "by_order_alone")?
        .permit())
}
