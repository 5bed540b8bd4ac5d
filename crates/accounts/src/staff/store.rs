//! The queries of staff; the ledger writes it.

use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, Order};
use sea_orm::{ConnectionTrait as _, DbErr};
use yakusho_kernel::{DbError, PersonId, Reading};

use super::model::{Staff, StaffRow};
use crate::ledger::Recorded;
use crate::ledger::store::{current, read_line, recorded, select_lines};

/// What is recorded of somebody as it is known now.
pub(super) async fn of_person(
    on: &impl Reading,
    person: PersonId,
) -> Result<Vec<StaffRow>, DbError> {
    let select = select_lines::<Staff>()
        .cond_where(current())
        .and_where(Expr::col("person").eq(person))
        .order_by("valid_from", Order::Asc)
        .take();
    let rows = on.conn().query_all(&select).await?;
    let rows = rows.iter().map(|row| {
        let (_, row, line) = read_line::<Staff>(row)?;
        Ok(StaffRow {
            row,
            days: line.days,
            staff: line.state,
        })
    });
    Ok(rows.collect::<Result<_, DbErr>>()?)
}

/// Everything that was ever recorded of somebody.
pub(super) async fn history(
    on: &impl Reading,
    person: PersonId,
) -> Result<Vec<Recorded<Staff>>, DbError> {
    let of = Cond::all().add(Expr::col("person").eq(person));
    let rows = recorded::<Staff>(on, of).await?;
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}
