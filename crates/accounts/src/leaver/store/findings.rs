//! Who left, moved or has long not signed in.

use std::collections::HashMap;

use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, Func, Query, SelectStatement};
use sea_orm::{ConnectionTrait as _, DbErr, JoinType, Order, QueryResult};
use time::Date;
use yakusho_kernel::{DbError, PersonId, Reading, Timestamp, UnitId};
use yakusho_regulation::UnitRank;

use crate::account::{AccountId, AccountState};
use crate::ledger::store::{holds_on, on_days};
use crate::staff::Status;

/// Accounts that are not closed, of people who have left, and since when.
pub(in crate::leaver) async fn left(
    on: &impl Reading,
    day: Date,
) -> Result<Vec<(AccountId, PersonId, Date)>, DbError> {
    let gone = Cond::any()
        .add(Expr::col(("t", "status")).eq(Status::Left.code()))
        .add(Expr::col(("t", "person")).is_null());
    let select = Query::select()
        .columns([
            ("a", "id"),
            ("a", "person"),
            ("t", "valid_from"),
            ("a", "opened_at"),
        ])
        .from_as("accounts", "a")
        .join_as(
            JoinType::LeftJoin,
            "staff",
            "t",
            holds_on("t", day).add(Expr::col(("t", "person")).equals(("a", "person"))),
        )
        .and_where(Expr::col(("a", "state")).ne(AccountState::Closed.code()))
        .cond_where(gone)
        .take();
    let rows = on.conn().query_all(&select).await?;
    rows.iter()
        .map(|row| {
            let since: Option<Date> = row.try_get_by_index(2)?;
            let opened: Timestamp = row.try_get_by_index(3)?;
            Ok((
                row.try_get_by_index(0)?,
                row.try_get_by_index(1)?,
                since.unwrap_or_else(|| opened.date()),
            ))
        })
        .collect()
}

/// A main post that began lately, in another section than the one before.
#[derive(Clone, Copy, Debug)]
pub(in crate::leaver) struct Move {
    pub(in crate::leaver) account: AccountId,
    pub(in crate::leaver) since: Date,
    /// The section now.
    pub(in crate::leaver) unit: UnitId,
}

/// Open accounts whose owners' main post has been in another section since a day after `from`, and was in one section
/// when the account was opened.
pub(in crate::leaver) async fn moved(
    on: &impl Reading,
    from: Date,
    day: Date,
) -> Result<Vec<Move>, DbError> {
    let main = |alias: &'static str| {
        Cond::all()
            .add(Expr::col((alias, "superseded_at")).is_null())
            .add(Expr::col((alias, "main")).eq(true))
            .add(Expr::col((alias, "person")).equals(("a", "person")))
    };
    let select = Query::select()
        .columns([("a", "id"), ("n", "valid_from"), ("a", "opened_at")])
        .columns([
            ("pn", "unit"),
            ("wn", "ancestor"),
            ("po", "unit"),
            ("wo", "ancestor"),
        ])
        .from_as("accounts", "a")
        .join_as(
            JoinType::InnerJoin,
            "appointments",
            "n",
            main("n").add(on_days("n", day)),
        )
        .join_as(
            JoinType::InnerJoin,
            "appointments",
            "o",
            main("o").add(Expr::col(("o", "valid_until")).equals(("n", "valid_from"))),
        )
        .join_as(JoinType::InnerJoin, "posts", "pn", post_of("pn", "n", day))
        .join_as(JoinType::InnerJoin, "posts", "po", last_post_of("po", "o"))
        .join_as(
            JoinType::LeftJoin,
            "unit_paths",
            "wn",
            section_of("wn", "pn").add(on_days("wn", day)),
        )
        .join_as(
            JoinType::LeftJoin,
            "unit_paths",
            "wo",
            last_section_of("wo", "po", "o"),
        )
        .and_where(Expr::col(("a", "state")).eq(AccountState::Open.code()))
        .and_where(Expr::col(("n", "valid_from")).gt(from))
        .order_by(("a", "id"), Order::Asc)
        .order_by(("wn", "distance"), Order::Asc)
        .order_by(("wo", "distance"), Order::Asc)
        .take();
    let mut moves: Vec<Move> = Vec::new();
    for row in on.conn().query_all(&select).await? {
        let account = row.try_get_by_index(0)?;
        // The nearest sections come first; of the others above them nothing follows.
        if moves.last().is_some_and(|last| last.account == account) {
            continue;
        }
        let since: Date = row.try_get_by_index(1)?;
        let opened: Timestamp = row.try_get_by_index(2)?;
        let (now, before) = (section(&row, 3)?, section(&row, 5)?);
        if now != before && opened < Timestamp::start_of(since) {
            moves.push(Move {
                account,
                since,
                unit: now,
            });
        }
    }
    Ok(moves)
}

/// The section of a post by two columns: the nearest above its unit, or the unit itself where there is none.
fn section(row: &QueryResult, unit: usize) -> Result<UnitId, DbErr> {
    let above: Option<UnitId> = row.try_get_by_index(unit + 1)?;
    match above {
        Some(section) => Ok(section),
        None => row.try_get_by_index(unit),
    }
}

/// That the post is that of the appointment, as it is on a day.
fn post_of(post: &'static str, appointment: &'static str, day: Date) -> Cond {
    holds_on(post, day).add(Expr::col((post, "post")).equals((appointment, "post")))
}

/// That the post is that of the appointment, as it was on its last day.
fn last_post_of(post: &'static str, appointment: &'static str) -> Cond {
    Cond::all()
        .add(Expr::col((post, "superseded_at")).is_null())
        .add(Expr::col((post, "post")).equals((appointment, "post")))
        .add(until_the_end_of(post, appointment))
}

/// That the path leads from the post's unit to a section.
fn section_of(path: &'static str, post: &'static str) -> Cond {
    Cond::all()
        .add(Expr::col((path, "unit")).equals((post, "unit")))
        .add(Expr::col((path, "rank")).eq(UnitRank::Section.id()))
}

fn last_section_of(path: &'static str, post: &'static str, appointment: &'static str) -> Cond {
    section_of(path, post).add(until_the_end_of(path, appointment))
}

/// That what is dated holds on the last day of the appointment.
fn until_the_end_of(dated: &'static str, appointment: &'static str) -> Cond {
    let end = (appointment, "valid_until");
    Cond::all()
        .add(Expr::col((dated, "valid_from")).lt(Expr::col(end)))
        .add(Expr::col((dated, "valid_until")).gte(Expr::col(end)))
}

/// An account that nobody has used for long.
#[derive(Clone, Copy, Debug)]
pub(in crate::leaver) struct Unused {
    pub(in crate::leaver) account: AccountId,
    pub(in crate::leaver) person: PersonId,
    /// When it was last used, or opened.
    pub(in crate::leaver) used: Date,
    /// Whether it could be used.
    pub(in crate::leaver) open: bool,
}

/// Accounts that are not closed and were last used, or opened, before a moment.
pub(in crate::leaver) async fn unused(
    on: &impl Reading,
    before: Timestamp,
) -> Result<Vec<Unused>, DbError> {
    let used = || {
        Func::coalesce([
            Expr::col(("a", "last_sign_in_at")),
            Expr::col(("a", "opened_at")),
        ])
    };
    let select = Query::select()
        .columns([("a", "id"), ("a", "person"), ("a", "state")])
        .expr(used())
        .from_as("accounts", "a")
        .and_where(Expr::col(("a", "state")).ne(AccountState::Closed.code()))
        .and_where(Expr::expr(used()).lt(before))
        .take();
    let rows = on.conn().query_all(&select).await?;
    rows.iter()
        .map(|row| {
            let state: String = row.try_get_by_index(2)?;
            let used: Timestamp = row.try_get_by_index(3)?;
            Ok(Unused {
                account: row.try_get_by_index(0)?,
                person: row.try_get_by_index(1)?,
                used: used.date(),
                open: state == AccountState::Open.code(),
            })
        })
        .collect()
}

/// The section of each person's main post on a day, or of the last one that they had.
pub(in crate::leaver) async fn sections_of(
    on: &impl Reading,
    people: &[PersonId],
    day: Date,
) -> Result<HashMap<PersonId, UnitId>, DbError> {
    let mut sections = HashMap::new();
    for chunk in people.chunks(1_000) {
        for row in on.conn().query_all(&last_sections(chunk, day)).await? {
            let person: PersonId = row.try_get_by_index(0)?;
            // The last appointment comes first, with its nearest section first.
            if let std::collections::hash_map::Entry::Vacant(place) = sections.entry(person) {
                place.insert(section(&row, 1)?);
            }
        }
    }
    Ok(sections)
}

fn last_sections(people: &[PersonId], day: Date) -> SelectStatement {
    Query::select()
        .columns([("o", "person"), ("p", "unit"), ("w", "ancestor")])
        .from_as("appointments", "o")
        .join_as(
            JoinType::InnerJoin,
            "posts",
            "p",
            Cond::all()
                .add(Expr::col(("p", "superseded_at")).is_null())
                .add(Expr::col(("p", "post")).equals(("o", "post")))
                .add(then("p", day)),
        )
        .join_as(
            JoinType::LeftJoin,
            "unit_paths",
            "w",
            section_of("w", "p").add(then("w", day)),
        )
        .and_where(Expr::col(("o", "superseded_at")).is_null())
        .and_where(Expr::col(("o", "main")).eq(true))
        .and_where(Expr::col(("o", "valid_from")).lte(day))
        .and_where(Expr::col(("o", "person")).is_in(people.iter().copied()))
        .order_by(("o", "person"), Order::Asc)
        .order_by(("o", "valid_from"), Order::Desc)
        .order_by(("w", "distance"), Order::Asc)
        .take()
}

/// That what is dated holds on that day, or on the last day of the appointment `o` if that was before.
fn then(dated: &'static str, day: Date) -> Cond {
    let past = Cond::all()
        .add(Expr::col(("o", "valid_until")).lte(day))
        .add(until_the_end_of(dated, "o"));
    let present = Cond::all()
        .add(Expr::col(("o", "valid_until")).gt(day))
        .add(on_days(dated, day));
    Cond::any().add(past).add(present)
}
