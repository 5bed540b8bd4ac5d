//! Drawing up, trying out, scheduling, withdrawing and undoing orders.

use std::collections::HashMap;
use std::sync::Arc;

use time::Date;
use yakusho_kernel::{Audit, Conflict, Cursor, Cx, DbError, Fault, Invalid, Page, Reading, Saved};

use super::diff::compare;
use super::doubt::shift_ground;
use super::pending::Pending;
use super::{
    Difference, Holdings, Order, OrderDraft, OrderFault, OrderId, OrderState, OrderUndone, Row,
    policy, store,
};
use crate::ledger::{check, store as ledger_store};
use crate::organisation::line;

/// The longest title, in characters.
const TITLE: usize = 100;

/// In its state this cannot be done.
const STATE: Conflict = Conflict {
    code: "order_state",
};

/// While it was checked, what it rests on became another.
const GROUND: Conflict = Conflict {
    code: "order_ground_shifted",
};

/// Without the order, what was recorded since would not fit together.
const RELIED_UPON: Conflict = Conflict {
    code: "order_relied_upon",
};

/// What the order recorded was replaced since: by these orders, and none for a live edit.
fn built_upon(by: &[Option<OrderId>]) -> Conflict {
    let code = if by.iter().any(Option::is_some) {
        "order_built_upon"
    } else {
        "order_edited_since"
    };
    Conflict { code }
}

/// What an order would do, or what stands against it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Every fault, by line and column.
    pub faults: Vec<OrderFault>,
    /// Lines that are right and change nothing, told as faults are: they hinder nothing.
    pub idle: Vec<OrderFault>,
    /// What would be different; of lines with faults nothing is shown.
    pub difference: Difference,
}

impl Preview {
    /// The same with the faults of the file from which the lines come.
    #[must_use]
    pub fn of_file(mut self, faults: impl IntoIterator<Item = OrderFault>) -> Self {
        self.faults.extend(faults);
        self.faults.sort_by_key(|fault| fault.line);
        self
    }
}

/// Tries lines out without keeping them.
pub async fn dry_run(
    cx: &Cx,
    draft: &OrderDraft,
    holdings: &[Arc<dyn Holdings>],
) -> Result<Preview, Fault> {
    let _ = policy::may_look(cx)?;
    let before = store::scheduled_by(&cx.reader(), draft.takes_effect_on).await?;
    try_out(cx, draft.takes_effect_on, &draft.rows, &before, holdings).await
}

/// What an order that is kept would do: after those that are scheduled before it.
pub async fn preview(
    cx: &Cx,
    id: OrderId,
    holdings: &[Arc<dyn Holdings>],
) -> Result<Preview, Fault> {
    let (order, rows) = get(cx, id).await?;
    STATE.unless(order.state.is_open())?;
    let mut before = store::scheduled_by(&cx.reader(), order.takes_effect_on).await?;
    if let Some(own) = before.iter().position(|other| other.id == id) {
        before.truncate(own);
    }
    try_out(cx, order.takes_effect_on, &rows, &before, holdings).await
}

async fn try_out(
    cx: &Cx,
    day: Date,
    rows: &[Row],
    before: &[Order],
    holdings: &[Arc<dyn Holdings>],
) -> Result<Preview, Fault> {
    let pending = Pending::load(&cx.reader(), day, rows, before).await?;
    let tried = pending.carry_out(cx);
    let difference = compare(cx.city(), &tried.before, &tried.after, day);
    Ok(Preview {
        faults: tried.faults,
        idle: tried.idle,
        difference: difference.with_held(cx, day, holdings).await?,
    })
}

/// Keeps a draft, faults and all.
pub async fn draft(cx: &Cx, draft: OrderDraft) -> Result<Saved<OrderId>, Fault> {
    let id: OrderId = cx.new_id();
    let tx = cx.begin().await?;
    let permit = policy::may_manage(cx, policy::DRAFT, &id)?;
    let by = cx.actor().person().ok_or(Fault::NotFound)?;
    let draft = titled(draft)?;
    store::insert(&tx, &permit, id, &draft, by).await?;
    let version = tx.keep_version(&id, &draft).await?;
    let entry = Audit::of(permit, &id).version(&version);
    Ok(tx.commit(entry, id).await?)
}

/// Puts other lines in place of those of an order that was not carried out; it is a draft again.
pub async fn revise(
    cx: &Cx,
    id: OrderId,
    revision: i32,
    draft: OrderDraft,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let permit = policy::may_manage(cx, policy::REVISE, &id)?;
    ledger_store::lock(&tx).await?;
    let order = store::lock(&tx, id).await?;
    let order = open(order, revision)?;
    let draft = titled(draft)?;
    Conflict::CHANGED.unless(store::replace(&tx, &permit, &order, &draft).await?)?;
    shift_ground(&tx).await?;
    let version = tx.keep_version(&id, &draft).await?;
    let entry = Audit::of(permit, &id).version(&version);
    Ok(tx.commit(entry, ()).await?)
}

/// Has an order be carried out at 00:00 of its date; one whose date has come, as soon as [`apply_due`](super::apply_due)
/// is called. It must have no fault. It is checked before others are kept waiting, and refused where the organisation or
/// another order became another meanwhile.
pub async fn schedule(cx: &Cx, id: OrderId, revision: i32) -> Result<Saved<()>, Fault> {
    let turn = ledger_store::turn(&cx.reader()).await?;
    let faults = preview(cx, id, &[]).await?.faults;
    let tx = cx.begin().await?;
    let permit = policy::may_manage(cx, policy::SCHEDULE, &id)?;
    ledger_store::lock(&tx).await?;
    let order = store::lock(&tx, id).await?;
    let order = open(order, revision)?;
    GROUND.unless(ledger_store::turn(&tx).await? == turn + 1)?;
    if !faults.is_empty() {
        return Err(OrderFault::refusal(&faults).into());
    }
    // It fits itself; those that are scheduled already may rest on it from now on.
    shift_ground(&tx).await?;
    Conflict::CHANGED
        .unless(store::pass(&tx, &permit, &order, OrderState::Scheduled, &[]).await?)?;
    let entry = Audit::of(permit, &id).with("day", order.takes_effect_on.to_string());
    Ok(tx.commit(entry, ()).await?)
}

/// Gives up an order that was not carried out; it stays on record.
pub async fn withdraw(cx: &Cx, id: OrderId, revision: i32) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let permit = policy::may_manage(cx, policy::WITHDRAW, &id)?;
    ledger_store::lock(&tx).await?;
    let order = store::lock(&tx, id).await?;
    let order = open(order, revision)?;
    Conflict::CHANGED
        .unless(store::pass(&tx, &permit, &order, OrderState::Withdrawn, &[]).await?)?;
    shift_ground(&tx).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Undoes an order as a whole: everything is as though it had never been carried out, but stays on record. Refused where
/// what it recorded was replaced since, by a later order or a live edit, or where something recorded since needs it.
pub async fn undo(cx: &Cx, id: OrderId, revision: i32, reason: &str) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let permit = policy::may_manage(cx, policy::UNDO, &id)?;
    let reason = reasoned(reason)?;
    ledger_store::lock(&tx).await?;
    let order = store::lock(&tx, id).await?.ok_or(Fault::NotFound)?;
    STATE.unless(order.state == OrderState::Applied)?;
    Conflict::CHANGED.unless(order.revision == revision)?;
    let (before, traces) = ledger_store::traces(&tx, id).await?;
    let mut after = before.clone();
    let built = after.take_back(traces);
    if !built.is_empty() {
        return Err(built_upon(&built).into());
    }
    RELIED_UPON.unless(check(&after).is_empty())?;
    let day = order.takes_effect_on;
    let turnover = compare(cx.city(), &before, &after, day).turnover(day);
    ledger_store::write(&tx, &permit, &after, None).await?;
    Conflict::CHANGED.unless(store::pass(&tx, &permit, &order, OrderState::Undone, &[]).await?)?;
    tx.emit(&OrderUndone(turnover.event(id))).await?;
    let version = tx.keep_version(&id, &reason).await?;
    let entry = Audit::of(permit, &id).version(&version);
    Ok(tx.commit(entry, ()).await?)
}

/// What an order made different when it was carried out, by what was known then; nothing of one that never was.
pub async fn carried_out(cx: &Cx, order: &Order) -> Result<Difference, Fault> {
    let _ = policy::may_look(cx)?;
    let Some(at) = order.applied_at else {
        return Ok(Difference::default());
    };
    let (before, after) = ledger_store::carried_out(&cx.reader(), cx.city(), order.id, at).await?;
    Ok(compare(cx.city(), &before, &after, order.takes_effect_on))
}

/// An order with its lines.
pub async fn get(cx: &Cx, id: OrderId) -> Result<(Order, Vec<Row>), Fault> {
    let _ = policy::may_look(cx)?;
    let order = store::get(&cx.reader(), id).await?;
    let order = order.ok_or(Fault::NotFound)?;
    let mut rows = store::rows(&cx.reader(), &[id]).await?;
    Ok((order, rows.pop().unwrap_or_default()))
}

/// What these orders are called, and the days from which they hold: for whoever may know that they are there.
pub async fn titles(
    on: &impl Reading,
    ids: &[OrderId],
) -> Result<HashMap<OrderId, (String, Date)>, DbError> {
    store::titles(on, ids).await
}

/// A page of orders, the latest date first, in one state or in any.
pub async fn list(
    cx: &Cx,
    state: Option<OrderState>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Order>, Fault> {
    let _ = policy::may_look(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let orders = store::list(&cx.reader(), state, after, size + 1).await?;
    Ok(Page::of(orders, size, |order| {
        (order.takes_effect_on, order.id)
    }))
}

/// The order, if it is as it was read and was not carried out or given up.
fn open(order: Option<Order>, revision: i32) -> Result<Order, Fault> {
    let order = order.ok_or(Fault::NotFound)?;
    STATE.unless(order.state.is_open())?;
    Conflict::CHANGED.unless(order.revision == revision)?;
    Ok(order)
}

fn titled(draft: OrderDraft) -> Result<OrderDraft, Invalid> {
    let mut invalid = Invalid::default();
    let title = line("title", &draft.title, TITLE, &mut invalid);
    invalid.check().map(|()| OrderDraft { title, ..draft })
}

fn reasoned(reason: &str) -> Result<String, Invalid> {
    let mut invalid = Invalid::default();
    let reason = line("reason", reason, 1_000, &mut invalid);
    invalid.check().map(|()| reason)
}
