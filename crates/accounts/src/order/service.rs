//! Drawing up, trying out, scheduling, withdrawing and undoing orders.

use std::sync::Arc;

use time::Date;
use yakusho_kernel::{
    Audit, Conflict, Cursor, Cx, DbError, Denied, Fault, Invalid, Page, PageError, Reason, Saved,
};

use super::diff::compare;
use super::pending::Pending;
use super::{
    Difference, Holdings, Order, OrderDraft, OrderFault, OrderId, OrderState, OrderUndone, Row,
    policy, store,
};
use crate::ledger::{Breach, check, store as ledger_store};
use crate::organisation::line;

/// The longest title, in characters.
const TITLE: usize = 100;

/// Why an act on an order failed.
#[derive(Debug, thiserror::Error)]
pub enum OrderError {
    /// A rule refuses.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such order.
    #[error("not found")]
    NotFound,
    /// Somebody else changed it since it was read.
    #[error("changed meanwhile")]
    Changed,
    /// In its state this cannot be done.
    #[error("not in the state {0:?}")]
    State(OrderState),
    /// Title or reason cannot be taken as they are.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The lines have faults.
    #[error("{} fault(s)", .0.len())]
    Faults(Vec<OrderFault>),
    /// What the order recorded was replaced since: by these orders, and none for a live edit.
    #[error("built upon")]
    BuiltUpon(Vec<Option<OrderId>>),
    /// Without the order, what was recorded since would not fit together.
    #[error("{} thing(s) would not fit together", .0.len())]
    Breaches(Vec<Breach>),
    /// The place to go on from was not given out by the list.
    #[error(transparent)]
    Cursor(#[from] PageError),
    /// Another part of the program could not say what hangs on the order.
    #[error(transparent)]
    Elsewhere(Box<Fault>),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<OrderError> for Fault {
    fn from(error: OrderError) -> Self {
        match error {
            OrderError::Denied(denied) => denied.into(),
            OrderError::NotFound => Self::NotFound,
            OrderError::Changed => Conflict::CHANGED.into(),
            OrderError::State(_) => Conflict {
                code: "order_state",
            }
            .into(),
            OrderError::Invalid(invalid) => invalid.into(),
            OrderError::Faults(faults) => rows_refused(&faults).into(),
            OrderError::BuiltUpon(by) => {
                let by_order = by.iter().any(Option::is_some);
                let code = if by_order {
                    "order_built_upon"
                } else {
                    "order_edited_since"
                };
                Conflict { code }.into()
            }
            OrderError::Breaches(_) => Conflict {
                code: "order_relied_upon",
            }
            .into(),
            OrderError::Cursor(error) => error.into(),
            OrderError::Elsewhere(fault) => *fault,
            OrderError::Db(error) => error.into(),
        }
    }
}

/// The faults as those of fields: `rows.LINE.COLUMN`.
fn rows_refused(faults: &[OrderFault]) -> Invalid {
    let mut invalid = Invalid::default();
    for fault in faults {
        let column = fault.column.map_or("", super::Column::code);
        let field = format!("rows.{}.{column}", fault.line);
        invalid.push(field.trim_end_matches('.'), Reason::Code(fault.kind.code()));
    }
    invalid
}

/// What an order would do, or what stands against it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Every fault, by line and column.
    pub faults: Vec<OrderFault>,
    /// What would be different; of lines with faults nothing is shown.
    pub difference: Difference,
}

/// Tries lines out without keeping them.
pub async fn dry_run(
    cx: &Cx,
    draft: &OrderDraft,
    holdings: &[Arc<dyn Holdings>],
) -> Result<Preview, OrderError> {
    let _ = policy::may_look(cx)?;
    let before = store::scheduled_by(&cx.reader(), draft.takes_effect_on).await?;
    try_out(cx, draft.takes_effect_on, &draft.rows, &before, holdings).await
}

/// What an order that is kept would do: after those that are scheduled before it.
pub async fn preview(
    cx: &Cx,
    id: OrderId,
    holdings: &[Arc<dyn Holdings>],
) -> Result<Preview, OrderError> {
    let (order, rows) = get(cx, id).await?;
    if !order.state.is_open() {
        return Err(OrderError::State(order.state));
    }
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
) -> Result<Preview, OrderError> {
    let pending = Pending::load(&cx.reader(), day, rows, before).await?;
    let tried = pending.carry_out(cx);
    let mut difference = compare(cx.city(), &tried.before, &tried.after, day);
    let turnover = difference.turnover(day);
    for part in holdings {
        let held = part.affected(cx, &turnover).await;
        let held = held.map_err(|fault| OrderError::Elsewhere(Box::new(fault)))?;
        difference.held.extend(held);
    }
    Ok(Preview {
        faults: tried.faults,
        difference,
    })
}

/// Keeps a draft, faults and all.
pub async fn draft(cx: &Cx, draft: OrderDraft) -> Result<Saved<OrderId>, OrderError> {
    let id: OrderId = cx.new_id();
    let tx = cx.begin().await?;
    let permit = policy::may_manage(cx, policy::DRAFT, &id)?;
    let by = cx.actor().person().ok_or(OrderError::NotFound)?;
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
) -> Result<Saved<()>, OrderError> {
    let tx = cx.begin().await?;
    let permit = policy::may_manage(cx, policy::REVISE, &id)?;
    let order = store::lock(&tx, id).await?;
    let order = open(order, revision)?;
    let draft = titled(draft)?;
    changed(store::replace(&tx, &permit, &order, &draft).await?)?;
    let version = tx.keep_version(&id, &draft).await?;
    let entry = Audit::of(permit, &id).version(&version);
    Ok(tx.commit(entry, ()).await?)
}

/// Has an order be carried out at 00:00 of its date, or at once if that has passed. It must have no fault.
pub async fn schedule(cx: &Cx, id: OrderId, revision: i32) -> Result<Saved<()>, OrderError> {
    let faults = preview(cx, id, &[]).await?.faults;
    let tx = cx.begin().await?;
    let permit = policy::may_manage(cx, policy::SCHEDULE, &id)?;
    let order = store::lock(&tx, id).await?;
    let order = open(order, revision)?;
    if !faults.is_empty() {
        return Err(OrderError::Faults(faults));
    }
    changed(store::pass(&tx, &permit, &order, OrderState::Scheduled, &[]).await?)?;
    let entry = Audit::of(permit, &id).with("day", order.takes_effect_on.to_string());
    Ok(tx.commit(entry, ()).await?)
}

/// Gives up an order that was not carried out; it stays on record.
pub async fn withdraw(cx: &Cx, id: OrderId, revision: i32) -> Result<Saved<()>, OrderError> {
    let tx = cx.begin().await?;
    let permit = policy::may_manage(cx, policy::WITHDRAW, &id)?;
    let order = store::lock(&tx, id).await?;
    let order = open(order, revision)?;
    changed(store::pass(&tx, &permit, &order, OrderState::Withdrawn, &[]).await?)?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Undoes an order as a whole: everything is as though it had never been carried out, but stays on record. Refused where
/// what it recorded was replaced since, by a later order or a live edit, or where something recorded since needs it.
pub async fn undo(
    cx: &Cx,
    id: OrderId,
    revision: i32,
    reason: &str,
) -> Result<Saved<()>, OrderError> {
    let tx = cx.begin().await?;
    let permit = policy::may_manage(cx, policy::UNDO, &id)?;
    let reason = reasoned(reason)?;
    ledger_store::lock(&tx).await?;
    let order = store::lock(&tx, id).await?.ok_or(OrderError::NotFound)?;
    if order.state != OrderState::Applied {
        return Err(OrderError::State(order.state));
    }
    if order.revision != revision {
        return Err(OrderError::Changed);
    }
    let (before, traces) = ledger_store::traces(&tx, id).await?;
    let mut after = before.clone();
    let built = after.take_back(traces);
    if !built.is_empty() {
        return Err(OrderError::BuiltUpon(built));
    }
    let breaches = check(&after);
    if !breaches.is_empty() {
        return Err(OrderError::Breaches(breaches));
    }
    let day = order.takes_effect_on;
    let turnover = compare(cx.city(), &before, &after, day).turnover(day);
    ledger_store::write(&tx, &permit, &after, None).await?;
    changed(store::pass(&tx, &permit, &order, OrderState::Undone, &[]).await?)?;
    tx.emit(&OrderUndone(turnover.event(id))).await?;
    let version = tx.keep_version(&id, &reason).await?;
    let entry = Audit::of(permit, &id).version(&version);
    Ok(tx.commit(entry, ()).await?)
}

/// An order with its lines.
pub async fn get(cx: &Cx, id: OrderId) -> Result<(Order, Vec<Row>), OrderError> {
    let _ = policy::may_look(cx)?;
    let order = store::get(&cx.reader(), id).await?;
    let order = order.ok_or(OrderError::NotFound)?;
    let mut rows = store::rows(&cx.reader(), &[id]).await?;
    Ok((order, rows.pop().unwrap_or_default()))
}

/// A page of orders, the latest date first, in one state or in any.
pub async fn list(
    cx: &Cx,
    state: Option<OrderState>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Order>, OrderError> {
    let _ = policy::may_look(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let orders = store::list(&cx.reader(), state, after, size + 1).await?;
    Ok(Page::of(orders, size, |order| {
        (order.takes_effect_on, order.id)
    }))
}

/// The order, if it is as it was read and was not carried out or given up.
fn open(order: Option<Order>, revision: i32) -> Result<Order, OrderError> {
    let order = order.ok_or(OrderError::NotFound)?;
    if !order.state.is_open() {
        return Err(OrderError::State(order.state));
    }
    if order.revision != revision {
        return Err(OrderError::Changed);
    }
    Ok(order)
}

pub(super) fn changed(done: bool) -> Result<(), OrderError> {
    if done {
        Ok(())
    } else {
        Err(OrderError::Changed)
    }
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
