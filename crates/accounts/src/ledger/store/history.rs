//! What was known at a time.

use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, Order};
use sea_orm::{ConnectionTrait as _, DbErr};
use time::Date;
use yakusho_kernel::{DbError, Reading, Timestamp};

use super::facts::Fact;
use super::on_days;
use super::read::{BOOKKEEPING, read_line, select_lines};
use crate::ledger::Recorded;

/// That a row of the ledger, under that alias, was known at that time and says something of that day.
pub(crate) fn held_on(alias: &'static str, day: Date, known: Timestamp) -> Cond {
    on_days(alias, day).add(known_at(alias, known))
}

/// That a row of the ledger, under that alias, was known at that time.
pub(super) fn known_at(alias: &'static str, known: Timestamp) -> Cond {
    let not_yet = Cond::any()
        .add(Expr::col((alias, "superseded_at")).is_null())
        .add(Expr::col((alias, "superseded_at")).gt(known));
    Cond::all()
        .add(Expr::col((alias, "recorded_at")).lte(known))
        .add(not_yet)
}

/// Everything that was ever recorded and fits the filter, what was recorded first first; with what it is about.
pub(crate) async fn recorded<F: Fact>(
    on: &impl Reading,
    filter: Cond,
) -> Result<Vec<(F::Key, Recorded<F>)>, DbError> {
    let select = select_lines::<F>()
        .columns(["recorded_at", "superseded_at", "superseded_by"])
        .cond_where(filter)
        .order_by("recorded_at", Order::Asc)
        .order_by("valid_from", Order::Asc)
        .take();
    let rows = on.conn().query_all(&select).await?;
    let after = BOOKKEEPING + F::STATE.len();
    let read = rows.iter().map(|row| {
        let (key, id, line) = read_line::<F>(row)?;
        let recorded = Recorded {
            row: id,
            days: line.days,
            state: line.state,
            recorded_at: row.try_get_by_index(after)?,
            superseded_at: row.try_get_by_index(after + 1)?,
            cause: line.cause,
            superseded_by: row.try_get_by_index(after + 2)?,
        };
        Ok((key, recorded))
    });
    Ok(read.collect::<Result<_, DbErr>>()?)
}
