//! Who may deal with personnel orders: with posts go roles and rights, which the system administrator alone manages.

use yakusho_kernel::{Act, Cx, Denied, Permit, Subject};
use yakusho_regulation::{Role, rule};

use super::OrderId;

/// Looking at orders, and trying them out.
pub(super) const LOOK: Act = Act::new("order.look");
/// Drawing an order up.
pub(super) const DRAFT: Act = Act::new("order.draft");
/// Revising one.
pub(super) const REVISE: Act = Act::new("order.revise");
/// Scheduling one.
pub(super) const SCHEDULE: Act = Act::new("order.schedule");
/// Withdrawing one.
pub(super) const WITHDRAW: Act = Act::new("order.withdraw");
/// Undoing one that was carried out.
pub(super) const UNDO: Act = Act::new("order.undo");
const APPLY: Act = Act::new("order.apply");
const FAIL: Act = Act::new("order.fail");
const DOUBT: Act = Act::new("order.doubt");

/// Whether the actor may look at orders.
pub(super) fn may_look(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(LOOK)
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}

/// Whether the actor may do this to an order.
pub(super) fn may_manage(cx: &Cx, act: Act, order: &impl Subject) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .on(order)
        .role(rule!(FunctionsByAdministrator), Role::SystemAdministrator)?
        .permit())
}

/// Whether the actor may carry an order out: the system itself.
pub(super) fn may_apply(cx: &Cx, order: OrderId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(APPLY)
        .on(&order)
        .authorised(cx.actor().is_system(), "system")?
        .keeping(rule!(EmploymentClass))
        .keeping(rule!(HistoryKept))
        .permit())
}

/// Whether the actor may note that an order no longer fits: the system itself.
pub(super) fn may_fail(cx: &Cx, order: OrderId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(FAIL)
        .on(&order)
        .authorised(cx.actor().is_system(), "system")?
        .permit())
}

/// Whether the actor may note what stands against a scheduled order: the system itself.
pub(super) fn may_doubt(cx: &Cx, order: OrderId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(DOUBT)
        .on(&order)
        .authorised(cx.actor().is_system(), "system")?
        .permit())
}
