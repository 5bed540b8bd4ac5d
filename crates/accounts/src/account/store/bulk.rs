//! What files of accounts are judged against, and made of.

use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, DbErr, EntityTrait as _, JoinType, Order,
    QueryFilter as _, QueryResult, QuerySelect as _,
};
use time::Date;
use yakusho_kernel::{DbError, PersonId, Reading, Timestamp};

use super::CHUNK;
use super::row::{Column, Entity};
use crate::ledger::store::holds_on;

/// Which of these people have an account of their own.
pub(in crate::account) async fn of_people(
    on: &impl Reading,
    people: &[PersonId],
) -> Result<Vec<PersonId>, DbError> {
    let mut found = Vec::new();
    for chunk in people.chunks(CHUNK) {
        let rows: Vec<PersonId> = Entity::find()
            .select_only()
            .column(Column::Person)
            .filter(Column::Person.is_in(chunk.iter().copied()))
            .filter(Column::Shared.eq(false))
            .into_tuple()
            .all(&on.conn())
            .await?;
        found.extend(rows);
    }
    Ok(found)
}

/// What an export says of each account, in the order of the IDs.
pub(in crate::account) async fn everything(
    on: &impl Reading,
    day: Date,
) -> Result<Vec<[String; 13]>, DbError> {
    let select = Query::select()
        .column(("a", "login"))
        .columns(["number", "name", "class"].map(|column| ("t", column)))
        .columns(["state", "shared", "opened_at", "ends_on"].map(|column| ("a", column)))
        .columns(
            [
                "approval_reason",
                "last_sign_in_at",
                "closed_at",
                "close_reason",
                "external_id",
            ]
            .map(|column| ("a", column)),
        )
        .from_as("accounts", "a")
        .join_as(
            JoinType::LeftJoin,
            "staff",
            "t",
            holds_on("t", day).add(Expr::col(("t", "person")).equals(("a", "person"))),
        )
        .order_by(("a", "login_key"), Order::Asc)
        .take();
    let rows = on.conn().query_all(&select).await?;
    rows.iter().map(exported).collect()
}

fn exported(row: &QueryResult) -> Result<[String; 13], DbError> {
    let text = |place| -> Result<String, DbErr> {
        Ok(row
            .try_get_by_index::<Option<String>>(place)?
            .unwrap_or_default())
    };
    let day = |place| -> Result<String, DbErr> {
        let at: Option<Timestamp> = row.try_get_by_index(place)?;
        Ok(at.map(|at| at.date().to_string()).unwrap_or_default())
    };
    let shared: bool = row.try_get_by_index(5)?;
    let ends_on: Option<Date> = row.try_get_by_index(7)?;
    Ok([
        text(0)?,
        text(1)?,
        text(2)?,
        text(3)?,
        text(4)?,
        if shared { "1" } else { "" }.to_owned(),
        day(6)?,
        ends_on.map(|day| day.to_string()).unwrap_or_default(),
        text(8)?,
        day(9)?,
        day(10)?,
        text(11)?,
        text(12)?,
    ])
}
