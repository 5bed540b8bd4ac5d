//! What files of accounts are judged against, and made of.

use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, DbErr, EntityTrait as _, JoinType, Order,
    QueryFilter as _, QueryResult, QuerySelect as _,
};
use time::Date;
use yakusho_kernel::stored::known;
use yakusho_kernel::{DbError, EmploymentClass, PersonId, Reading, Timestamp};

use super::CHUNK;
use super::row::{Column, Entity};
use crate::account::model::{AccountState, Exported};
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

/// What files say of each account, or of those of these keys of IDs, in the order of the IDs.
pub(in crate::account) async fn exported(
    on: &impl Reading,
    day: Date,
    keys: Option<&[String]>,
) -> Result<Vec<Exported>, DbError> {
    let all = Query::select()
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
    let Some(keys) = keys else {
        return read(on, &all).await;
    };
    let mut found = Vec::new();
    for chunk in keys.chunks(CHUNK) {
        let mut some = all.clone();
        some.and_where(Expr::col(("a", "login_key")).is_in(chunk.iter().map(String::as_str)));
        found.extend(read(on, &some).await?);
    }
    Ok(found)
}

async fn read(on: &impl Reading, select: &SelectStatement) -> Result<Vec<Exported>, DbError> {
    let rows = on.conn().query_all(select).await?;
    rows.iter().map(of_row).collect()
}

fn of_row(row: &QueryResult) -> Result<Exported, DbError> {
    let text = |place| -> Result<String, DbErr> {
        let text: Option<String> = row.try_get_by_index(place)?;
        Ok(text.unwrap_or_default())
    };
    let day = |place| -> Result<Option<Date>, DbErr> {
        let at: Option<Timestamp> = row.try_get_by_index(place)?;
        Ok(at.map(Timestamp::date))
    };
    let class: Option<String> = row.try_get_by_index(3)?;
    Ok(Exported {
        login: text(0)?,
        number: text(1)?,
        name: text(2)?,
        class: class
            .map(|code| known(&code, EmploymentClass::from_code))
            .transpose()?,
        state: known(&text(4)?, AccountState::from_code)?,
        shared: row.try_get_by_index(5)?,
        opened_on: day(6)?,
        ends_on: row.try_get_by_index(7)?,
        reason: text(8)?,
        last_sign_in: day(9)?,
        closed_on: day(10)?,
        close_reason: text(11)?,
        external_id: text(12)?,
    })
}
