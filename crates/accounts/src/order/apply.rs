//! Carrying orders out when their day has come.

use yakusho_kernel::{Audit, Conflict, Cx, Fault, Notice, PersonId, Tx};
use yakusho_regulation::Role;

use super::diff::compare;
use super::pending::Pending;
use super::{Order, OrderApplied, OrderFault, OrderId, OrderState, policy, store};
use crate::ledger::store as ledger_store;
use crate::{notices, role};

/// What came of the orders that were due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ApplyReport {
    /// Those that were carried out.
    pub applied: Vec<OrderId>,
    /// Those whose lines no longer fitted.
    pub failed: Vec<OrderId>,
}

/// Carries out every scheduled order whose day has come, the earliest first, each exactly once: whoever else does the
/// same meanwhile, and however often this is broken off. One that could not be written holds up the later ones, which
/// rest on it. To be called by the nightly job, and by the server before the
/// first request of a day, since rights turn at 00:00.
pub async fn apply_due(cx: &Cx) -> Result<ApplyReport, Fault> {
    let mut report = ApplyReport::default();
    for order in store::scheduled_by(&cx.reader(), cx.today()).await? {
        match apply(cx, order.id).await? {
            Some(OrderState::Applied) => report.applied.push(order.id),
            Some(_) => report.failed.push(order.id),
            None => {}
        }
    }
    Ok(report)
}

/// Carries one order out, or has it fail; none if somebody else did before.
async fn apply(cx: &Cx, id: OrderId) -> Result<Option<OrderState>, Fault> {
    let tx = cx.begin().await?;
    let permit = policy::may_apply(cx, id)?;
    ledger_store::lock(&tx).await?;
    let order = store::lock(&tx, id).await?;
    let due = order.filter(|order| {
        order.state == OrderState::Scheduled && order.takes_effect_on <= cx.today()
    });
    let Some(order) = due else {
        return Ok(None);
    };
    let day = order.takes_effect_on;
    let rows = store::rows(&tx, &[id]).await?.pop().unwrap_or_default();
    let tried = Pending::load(&tx, day, &rows, &[]).await?.carry_out(cx);
    if !tried.faults.is_empty() {
        return fail(tx, &order, &tried.faults).await.map(Some);
    }
    let turnover = compare(cx.city(), &tried.before, &tried.after, day).turnover(day);
    let written = ledger_store::write(&tx, &permit, &tried.after, Some(id)).await?;
    Conflict::CHANGED.unless(store::pass(&tx, &permit, &order, OrderState::Applied, &[]).await?)?;
    let event: OrderApplied = turnover.event(id);
    tx.emit(&event).await?;
    let entry = Audit::of(permit, &id)
        .with("day", day.to_string())
        .with("moved", event.moved.len())
        .with("superseded", written.superseded)
        .with("added", written.added);
    let _ = tx.commit(entry, ()).await?;
    Ok(Some(OrderState::Applied))
}

/// Notes that an order no longer fits, and tells the administrators and whoever made it.
async fn fail(tx: Tx, order: &Order, faults: &[OrderFault]) -> Result<OrderState, Fault> {
    let permit = policy::may_fail(tx.cx(), order.id)?;
    Conflict::CHANGED
        .unless(store::pass(&tx, &permit, order, OrderState::Failed, faults).await?)?;
    let notice = Notice::new(notices::ORDER_FAILED, &order.id)
        .keyed(order.revision.to_string())
        .params(serde_json::json!({ "title": order.title, "faults": faults.len() }));
    tx.notify(&to_tell(&tx, order).await?, &notice).await?;
    let entry = Audit::of(permit, &order.id).with("faults", faults.len());
    let _ = tx.commit(entry, ()).await?;
    Ok(OrderState::Failed)
}

/// Who is told of an order that does not fit: the administrators, and whoever made it.
pub(super) async fn to_tell(tx: &Tx, order: &Order) -> Result<Vec<PersonId>, Fault> {
    let mut people = role::people(tx, Role::SystemAdministrator, tx.cx().today()).await?;
    if !people.contains(&order.made_by) {
        people.push(order.made_by);
    }
    Ok(people)
}
