//! The queries of appointments; the ledger writes them.

use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, Order, Query};
use sea_orm::{ConnectionTrait as _, DbErr, QueryResult};
use yakusho_kernel::{DbError, PersonId, PostId, Reading};

use super::model::{Appointment, AppointmentId, AppointmentRow};
use crate::ledger::store::{current, holds_on, read_line, recorded, select_lines};
use crate::ledger::{AsOf, Recorded};

/// An appointment as it is known now, its last days if it has several.
pub(super) async fn one(
    on: &impl Reading,
    id: AppointmentId,
) -> Result<Option<AppointmentRow>, DbError> {
    let select = select_lines::<Appointment>()
        .cond_where(current())
        .and_where(Expr::col("appointment").eq(id))
        .order_by("valid_from", Order::Desc)
        .limit(1)
        .take();
    let row = on.conn().query_one(&select).await?;
    Ok(row.as_ref().map(read).transpose()?)
}

/// The appointments of a person as they are known now.
pub(super) async fn of_person(
    on: &impl Reading,
    person: PersonId,
) -> Result<Vec<AppointmentRow>, DbError> {
    let select = select_lines::<Appointment>()
        .cond_where(current())
        .and_where(Expr::col("person").eq(person))
        .order_by("valid_from", Order::Asc)
        .order_by("main", Order::Desc)
        .order_by("appointment", Order::Asc)
        .take();
    let rows = on.conn().query_all(&select).await?;
    Ok(rows.iter().map(read).collect::<Result<_, DbErr>>()?)
}

/// Who held a post on a day, as was known at a time.
pub(super) async fn holders(
    on: &impl Reading,
    post: PostId,
    when: AsOf,
) -> Result<Vec<PersonId>, DbError> {
    let select = Query::select()
        .column("person")
        .from("appointments")
        .cond_where(holds_on("appointments", when))
        .and_where(Expr::col("post").eq(post))
        .order_by("person", Order::Asc)
        .take();
    let rows = on.conn().query_all(&select).await?;
    let people = rows.iter().map(|row| row.try_get_by_index(0));
    Ok(people.collect::<Result<_, DbErr>>()?)
}

/// Everything that was ever recorded of a person's appointments.
pub(super) async fn history(
    on: &impl Reading,
    person: PersonId,
) -> Result<Vec<(AppointmentId, Recorded<Appointment>)>, DbError> {
    let of = Cond::all().add(Expr::col("person").eq(person));
    recorded::<Appointment>(on, of).await
}

fn read(row: &QueryResult) -> Result<AppointmentRow, DbErr> {
    let (id, row, line) = read_line::<Appointment>(row)?;
    Ok(AppointmentRow {
        id,
        row,
        days: line.days,
        appointment: line.state,
        order: line.cause,
    })
}
