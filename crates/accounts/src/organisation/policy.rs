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

/// Whether the actor may do this to a unit or a post.
pub(super) fn may_edit(cx: &Cx, act: Act, subject: &impl Subject) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .on(subject)
        .role(rule!(FunctionsByAdministrator), Role::SystemAdministrator)?
        .keeping(rule!(HistoryKept))
        .permit())
}
