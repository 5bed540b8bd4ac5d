//! Telling early which scheduled orders no longer fit.

use time::Date;
use yakusho_kernel::{Audit, Conflict, Cx, DbError, Delivery, Fault, Notice, Tx};

use super::apply::to_tell;
use super::pending::Pending;
use super::{GroundShifted, OrderFault, OrderId, OrderState, policy, store};
use crate::notices;

/// Has the scheduled orders be looked at again, if there are any: what they rest on is another.
pub(crate) async fn shift_ground(tx: &Tx) -> Result<(), DbError> {
    if store::is_any_scheduled(tx).await? {
        tx.emit(&GroundShifted::default()).await?;
    }
    Ok(())
}

/// What scheduled orders rest on is another: handles its event. Each keeps what now stands against it, and the
/// administrators are told of those that fitted before, while there is time to correct them.
pub async fn follow_ground(cx: Cx, _: GroundShifted, _: Delivery) -> Result<(), Fault> {
    let mut scheduled = store::scheduled_by(&cx.reader(), Date::MAX).await?;
    let Some(last) = scheduled.pop() else {
        return Ok(());
    };
    let rows = store::rows(&cx.reader(), &[last.id]).await?.pop();
    let rows = rows.unwrap_or_default();
    let tried = Pending::load(&cx.reader(), last.takes_effect_on, &rows, &scheduled)
        .await?
        .carry_out(&cx);
    let faults = tried.earlier.into_iter().chain([tried.faults]);
    for (order, faults) in scheduled.iter().chain([&last]).zip(faults) {
        if order.faults != faults {
            note(&cx, order.id, order.revision, &faults).await?;
        }
    }
    Ok(())
}

async fn note(cx: &Cx, id: OrderId, revision: i32, faults: &[OrderFault]) -> Result<(), Fault> {
    let tx = cx.begin().await?;
    let permit = policy::may_doubt(cx, id)?;
    let order = store::lock(&tx, id).await?;
    // Another change of the order has it looked at again by itself.
    let as_read =
        order.filter(|order| order.state == OrderState::Scheduled && order.revision == revision);
    let Some(order) = as_read else {
        return Ok(());
    };
    Conflict::CHANGED.unless(store::note(&tx, &permit, &order, faults).await?)?;
    if order.faults.is_empty() {
        let notice = Notice::new(notices::ORDER_DOUBTFUL, &id)
            .keyed(cx.new_id::<OrderId>().to_string())
            .params(serde_json::json!({
                "title": order.title,
                "day": order.takes_effect_on.to_string(),
            }));
        tx.notify(&to_tell(&tx, &order).await?, &notice).await?;
    }
    let entry = Audit::of(permit, &id).with("faults", faults.len());
    let _ = tx.commit(entry, ()).await?;
    Ok(())
}
