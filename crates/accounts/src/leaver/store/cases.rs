//! The table `leaver_cases`.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, OnConflict, Query, SelectStatement};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, JoinType, Order, QueryFilter as _,
    QueryResult,
};
use time::Date;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Timestamp, Tx, UnitId};

use crate::account::{AccountId, AccountState, known};
use crate::leaver::model::{Answered, Case, CaseId, CaseState, Finding};
use crate::leaver::policy::Scope;

mod row {
    use sea_orm::entity::prelude::*;
    use time::Date;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use crate::account::AccountId;
    use crate::leaver::model::CaseId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "leaver_cases")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CaseId,
        pub account: AccountId,
        pub unit: Option<UnitId>,
        pub finding: String,
        pub since: Date,
        pub state: String,
        pub opened_at: Timestamp,
        pub asked_on: Date,
        pub reminders: i32,
        pub answered_at: Option<Timestamp>,
        pub answered_by: Option<PersonId>,
        pub reason: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

/// Cases with the person and ID of their account, the oldest first.
fn select() -> SelectStatement {
    let own = [
        "id",
        "account",
        "unit",
        "finding",
        "since",
        "state",
        "opened_at",
        "asked_on",
        "reminders",
        "answered_at",
        "answered_by",
        "reason",
    ];
    Query::select()
        .columns(own.map(|column| ("c", column)))
        .columns([("a", "person"), ("a", "login")])
        .from_as("leaver_cases", "c")
        .join_as(
            JoinType::InnerJoin,
            "accounts",
            "a",
            Expr::col(("a", "id")).equals(("c", "account")),
        )
        .order_by(("c", "id"), Order::Asc)
        .take()
}

fn read(row: &QueryResult) -> Result<Case, DbError> {
    let finding: String = row.try_get_by_index(3)?;
    let state: String = row.try_get_by_index(5)?;
    let at: Option<Timestamp> = row.try_get_by_index(9)?;
    let by: Option<PersonId> = row.try_get_by_index(10)?;
    let reason: Option<String> = row.try_get_by_index(11)?;
    Ok(Case {
        id: row.try_get_by_index(0)?,
        account: row.try_get_by_index(1)?,
        unit: row.try_get_by_index(2)?,
        finding: known("finding", Finding::from_code(&finding))?,
        since: row.try_get_by_index(4)?,
        state: known("state", CaseState::from_code(&state))?,
        opened_at: row.try_get_by_index(6)?,
        asked_on: row.try_get_by_index(7)?,
        reminders: row.try_get_by_index(8)?,
        answered: at.zip(by).map(|(at, by)| Answered {
            at,
            by,
            reason: reason.unwrap_or_default(),
        }),
        person: row.try_get_by_index(12)?,
        login: row.try_get_by_index(13)?,
    })
}

/// A case by its id.
pub(in crate::leaver) async fn get(on: &impl Reading, id: CaseId) -> Result<Option<Case>, DbError> {
    let select = select().and_where(Expr::col(("c", "id")).eq(id)).take();
    let row = on.conn().query_one(&select).await?;
    row.as_ref().map(read).transpose()
}

/// Cases that somebody sees, in a state or in any, the oldest first.
pub(in crate::leaver) async fn cases(
    on: &impl Reading,
    scope: &Scope,
    state: Option<CaseState>,
    after: Option<CaseId>,
    limit: usize,
) -> Result<Vec<Case>, DbError> {
    let mut select = select();
    select.cond_where(seen_by(scope));
    if let Some(state) = state {
        select.and_where(Expr::col(("c", "state")).eq(state.code()));
    }
    if let Some(after) = after {
        select.and_where(Expr::col(("c", "id")).gt(after));
    }
    select.limit(limit as u64);
    let rows = on.conn().query_all(&select).await?;
    rows.iter().map(read).collect()
}

/// How many cases somebody sees in a state.
pub(in crate::leaver) async fn count(
    on: &impl Reading,
    scope: &Scope,
    state: CaseState,
) -> Result<u64, DbError> {
    let select = Query::select()
        .expr(Expr::col(("c", "id")).count())
        .from_as("leaver_cases", "c")
        .cond_where(seen_by(scope))
        .and_where(Expr::col(("c", "state")).eq(state.code()))
        .take();
    let row = on.conn().query_one(&select).await?;
    let count: Option<i64> = row.map(|row| row.try_get_by_index(0)).transpose()?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

fn seen_by(scope: &Scope) -> Cond {
    match scope {
        Scope::Units(units) => {
            Cond::all().add(Expr::col(("c", "unit")).is_in(units.iter().copied()))
        }
        Scope::All => Cond::all(),
    }
}

/// Every open case, for the system.
pub(in crate::leaver) async fn still_open(on: &impl Reading) -> Result<Vec<Case>, DbError> {
    let open = Expr::col(("c", "state")).eq(CaseState::Open.code());
    let rows = on
        .conn()
        .query_all(&select().and_where(open).take())
        .await?;
    rows.iter().map(read).collect()
}

/// What is to be asked, or was reported, before it is a case.
#[derive(Clone, Copy, Debug)]
pub(in crate::leaver) struct Opening {
    pub(in crate::leaver) account: AccountId,
    pub(in crate::leaver) unit: Option<UnitId>,
    pub(in crate::leaver) finding: Finding,
    pub(in crate::leaver) since: Date,
}

/// Opens a case, or keeps a report; false where the same was asked before. A question whose ground was gone and is there
/// again is asked anew.
pub(in crate::leaver) async fn open(
    tx: &Tx,
    _: &Permit,
    id: CaseId,
    opening: Opening,
    report: Option<&Answered>,
) -> Result<bool, DbError> {
    let state = match report {
        Some(_) => CaseState::Closed,
        None => CaseState::Open,
    };
    let row = row::ActiveModel {
        id: Set(id),
        account: Set(opening.account),
        unit: Set(opening.unit),
        finding: Set(opening.finding.code().to_owned()),
        since: Set(opening.since),
        state: Set(state.code().to_owned()),
        opened_at: Set(tx.cx().now()),
        asked_on: Set(tx.cx().today()),
        reminders: Set(0),
        answered_at: Set(report.map(|report| report.at)),
        answered_by: Set(report.map(|report| report.by)),
        reason: Set(report.map(|report| report.reason.clone())),
    };
    let asked_anew = Entity::update_many()
        .set(row::ActiveModel {
            unit: Set(opening.unit),
            state: Set(CaseState::Open.code().to_owned()),
            asked_on: Set(tx.cx().today()),
            ..Default::default()
        })
        .filter(Column::Account.eq(opening.account))
        .filter(Column::Finding.eq(opening.finding.code()))
        .filter(Column::Since.eq(opening.since))
        .filter(Column::State.eq(CaseState::Kept.code()))
        .filter(Column::AnsweredBy.is_null())
        .exec(&tx.conn())
        .await?;
    if asked_anew.rows_affected > 0 {
        return Ok(true);
    }
    let once = OnConflict::columns([Column::Account, Column::Finding, Column::Since])
        .do_nothing()
        .to_owned();
    let made = Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(made > 0)
}

/// Notes that open cases were asked about again.
pub(in crate::leaver) async fn repeat(
    tx: &Tx,
    _: &Permit,
    cases: &[CaseId],
) -> Result<(), DbError> {
    for chunk in cases.chunks(1_000) {
        Entity::update_many()
            .col_expr(Column::AskedOn, Expr::value(tx.cx().today()))
            .col_expr(Column::Reminders, Expr::col(Column::Reminders).add(1))
            .filter(Column::Id.is_in(chunk.iter().copied()))
            .exec(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Keeps the answer to an open case; false if it was answered before.
pub(in crate::leaver) async fn answer(
    tx: &Tx,
    _: &Permit,
    case: CaseId,
    state: CaseState,
    answered: &Answered,
) -> Result<bool, DbError> {
    let change = row::ActiveModel {
        state: Set(state.code().to_owned()),
        answered_at: Set(Some(answered.at)),
        answered_by: Set(Some(answered.by)),
        reason: Set(Some(answered.reason.clone())),
        ..Default::default()
    };
    let done = Entity::update_many()
        .set(change)
        .filter(Column::Id.eq(case))
        .filter(Column::State.eq(CaseState::Open.code()))
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Ends the cases of accounts that were closed in another way.
pub(in crate::leaver) async fn settle(tx: &Tx, _: &Permit) -> Result<u64, DbError> {
    let closed = Query::select()
        .column("id")
        .from("accounts")
        .and_where(Expr::col("state").eq(AccountState::Closed.code()))
        .take();
    let done = Entity::update_many()
        .col_expr(Column::State, Expr::value(CaseState::Closed.code()))
        .filter(Column::State.eq(CaseState::Open.code()))
        .filter(Column::Account.in_subquery(closed))
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected)
}

/// Ends open cases whose ground is gone: the accounts are still needed, and nobody has to say so.
pub(in crate::leaver) async fn withdraw(
    tx: &Tx,
    _: &Permit,
    cases: &[CaseId],
) -> Result<(), DbError> {
    for chunk in cases.chunks(1_000) {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(CaseState::Kept.code()))
            .filter(Column::State.eq(CaseState::Open.code()))
            .filter(Column::Id.is_in(chunk.iter().copied()))
            .exec(&tx.conn())
            .await?;
    }
    Ok(())
}
