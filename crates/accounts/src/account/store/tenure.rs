//! Who holds open accounts, since when, and who is about to leave: for what other domains ask of each of them.

use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, JoinType, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait as _, QueryResult};
use time::Date;
use yakusho_kernel::{DbError, PersonId, Reading, Timestamp};

use crate::account::model::{AccountId, AccountState};
use crate::staff::Status;

/// Somebody's open account, which is theirs alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tenure {
    /// The account.
    pub account: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// When it was opened.
    pub opened_at: Timestamp,
}

/// Holders of accounts that are sought.
#[derive(Clone, Debug)]
pub struct Holders<'a> {
    /// Of these people; of everybody where there is none.
    pub people: Option<&'a [PersonId]>,
    /// But for the accounts that this selects by their column `account`.
    pub but: SelectStatement,
    /// Opened from the one moment on, and before the other.
    pub opened: (Option<Timestamp>, Option<Timestamp>),
}

/// How somebody's time with an account comes to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The account has a last day.
    LastDay,
    /// A personnel order has them leave.
    Order,
}

/// People who are about to leave that are sought.
#[derive(Clone, Debug)]
pub struct Leaving<'a> {
    /// How.
    pub ending: Ending,
    /// Of these people; of everybody where there is none.
    pub people: Option<&'a [PersonId]>,
    /// But for the accounts that this selects by their column `account`.
    pub but: SelectStatement,
    /// Whose last day lies from the one to the other.
    pub days: (Date, Date),
}

fn own(column: &'static str) -> Expr {
    Expr::col(("a", column))
}

/// Open accounts of these people or of everybody, but for some.
fn open(people: Option<&[PersonId]>, but: &SelectStatement) -> SelectStatement {
    let mut select = Query::select()
        .from_as("accounts", "a")
        .and_where(own("state").eq(AccountState::Open.code()))
        .and_where(own("shared").eq(false))
        .take();
    // Asked of each account alone: whoever looks at their own does not read everybody's.
    let but = but
        .clone()
        .and_where(Expr::col("account").equals(("a", "id")))
        .take();
    select.and_where(Expr::exists(but).not());
    if let Some(people) = people {
        select.and_where(own("person").is_in(people.iter().copied()));
    }
    select
}

fn tenure(row: &QueryResult) -> Result<Tenure, DbError> {
    Ok(Tenure {
        account: row.try_get_by_index(0)?,
        person: row.try_get_by_index(1)?,
        opened_at: row.try_get_by_index(2)?,
    })
}

fn held(sought: &Holders<'_>) -> SelectStatement {
    let mut select = open(sought.people, &sought.but);
    if let Some(from) = sought.opened.0 {
        select.and_where(own("opened_at").gte(from));
    }
    if let Some(before) = sought.opened.1 {
        select.and_where(own("opened_at").lt(before));
    }
    select
}

/// Which holders those are, in the order in which their accounts were opened, after one of them; at most `size`.
pub async fn holders(
    on: &impl Reading,
    sought: &Holders<'_>,
    after: Option<AccountId>,
    size: usize,
) -> Result<Vec<Tenure>, DbError> {
    let mut select = held(sought);
    if let Some(after) = after {
        select.and_where(own("id").gt(after));
    }
    select
        .columns([("a", "id"), ("a", "person"), ("a", "opened_at")])
        .order_by(("a", "id"), Order::Asc)
        .limit(size as u64);
    let rows = on.conn().query_all(&select).await?;
    rows.iter().map(tenure).collect()
}

/// How many those are.
pub async fn count_holders(on: &impl Reading, sought: &Holders<'_>) -> Result<u64, DbError> {
    let count = held(sought).expr(own("id").count()).take();
    let row = on.conn().query_one(&count).await?;
    let count: Option<i64> = row.map(|row| row.try_get_by_index(0)).transpose()?;
    Ok(count.unwrap_or_default().unsigned_abs())
}

/// The column of the day, and how much later than the last day it lies.
fn day(ending: Ending) -> (Expr, bool) {
    match ending {
        Ending::LastDay => (own("ends_on"), false),
        Ending::Order => (Expr::col(("s", "valid_from")), true),
    }
}

fn ended(sought: &Leaving<'_>) -> SelectStatement {
    let mut select = open(sought.people, &sought.but);
    let (column, after) = day(sought.ending);
    if sought.ending == Ending::Order {
        select
            .join_as(
                JoinType::InnerJoin,
                "staff",
                "s",
                Expr::col(("s", "person")).equals(("a", "person")),
            )
            .and_where(Expr::col(("s", "superseded_at")).is_null())
            .and_where(Expr::col(("s", "status")).eq(Status::Left.code()));
    }
    let shifted = |last: Date| if after { next(last) } else { last };
    select
        .and_where(column.clone().gte(shifted(sought.days.0)))
        .and_where(column.lte(shifted(sought.days.1)));
    select
}

fn next(day: Date) -> Date {
    day.next_day().unwrap_or(Date::MAX)
}

/// The last day of somebody of whom that column says so.
fn last(ending: Ending, said: Date) -> Date {
    match ending {
        Ending::LastDay => said,
        Ending::Order => said.previous_day().unwrap_or(Date::MIN),
    }
}

/// Who those are, with the last day of each, the earliest first, after a place; at most `size`.
pub async fn leaving(
    on: &impl Reading,
    sought: &Leaving<'_>,
    after: Option<(Date, AccountId)>,
    size: usize,
) -> Result<Vec<(Date, Tenure)>, DbError> {
    let (column, shifted) = day(sought.ending);
    let mut select = ended(sought);
    if let Some((last, id)) = after {
        let said = if shifted { next(last) } else { last };
        let same = Cond::all()
            .add(column.clone().eq(said))
            .add(own("id").gt(id));
        select.cond_where(Cond::any().add(column.clone().gt(said)).add(same));
    }
    select
        .columns([("a", "id"), ("a", "person"), ("a", "opened_at")])
        .expr(column.clone())
        .order_by_expr(column, Order::Asc)
        .order_by(("a", "id"), Order::Asc)
        .limit(size as u64);
    let rows = on.conn().query_all(&select).await?;
    let found = rows.iter().map(|row| {
        let said: Date = row.try_get_by_index(3)?;
        Ok((last(sought.ending, said), tenure(row)?))
    });
    found.collect()
}

/// How many those are, and the earliest last day.
pub async fn count_leaving(
    on: &impl Reading,
    sought: &Leaving<'_>,
) -> Result<(u64, Option<Date>), DbError> {
    let (column, _) = day(sought.ending);
    let count = ended(sought)
        .expr(own("id").count())
        .expr(column.min())
        .take();
    let Some(row) = on.conn().query_one(&count).await? else {
        return Ok((0, None));
    };
    let open: i64 = row.try_get_by_index(0)?;
    let first: Option<Date> = row.try_get_by_index(1)?;
    let first = first.map(|said| last(sought.ending, said));
    Ok((open.unsigned_abs(), first))
}
