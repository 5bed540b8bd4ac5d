//! The queries of roles.

use sea_orm::sea_query::{
    Cond, Expr, ExprTrait as _, JoinType, Keyword, Order, Query, SelectStatement, UnionType,
};
use sea_orm::{ConnectionTrait as _, DbErr, QueryResult};
use time::Date;
use yakusho_kernel::{
    DbError, Grant, Holding, PersonId, PostId, ProxyKind, Reading, RoleHeld, Seat, Standing,
    UnitId, Via,
};
use yakusho_regulation::{Role, UnitRank};

use super::model::RoleHolder;
use crate::delegation::Duty;
use crate::directory::placed_name;
use crate::function;
use crate::ledger::store::{
    class_of, duties, holds_on, on_days, proxy_of, rank, role_of, status_of,
};

/// Class and posts of a person with the units above them, and where they sit in words, in one query; no roles yet.
pub(super) async fn seated(
    on: &impl Reading,
    person: PersonId,
    day: Date,
) -> Result<Option<(Standing, String)>, DbError> {
    let select = Query::select()
        .columns([("s", "class"), ("s", "status")])
        .columns([("a", "post"), ("a", "main")])
        .columns([("p", "unit"), ("p", "head"), ("p", "rank")])
        .columns([("w", "ancestor"), ("w", "rank")])
        .column(("p", "title"))
        .column(("u", "name"))
        .from_as("staff", "s")
        .join_as(
            JoinType::LeftJoin,
            "appointments",
            "a",
            holds_on("a", day).add(Expr::col(("a", "person")).equals(("s", "person"))),
        )
        .join_as(
            JoinType::LeftJoin,
            "posts",
            "p",
            holds_on("p", day).add(Expr::col(("p", "post")).equals(("a", "post"))),
        )
        .join_as(
            JoinType::LeftJoin,
            "unit_paths",
            "w",
            on_days("w", day).add(Expr::col(("w", "unit")).equals(("p", "unit"))),
        )
        .join_as(
            JoinType::LeftJoin,
            "units",
            "u",
            holds_on("u", day).add(Expr::col(("u", "unit")).equals(("w", "ancestor"))),
        )
        .cond_where(holds_on("s", day))
        .and_where(Expr::col(("s", "person")).eq(person))
        .order_by(("a", "main"), Order::Desc)
        .order_by(("p", "rank"), Order::Asc)
        .order_by(("a", "post"), Order::Asc)
        .order_by(("w", "distance"), Order::Asc)
        .take();
    let rows = on.conn().query_all(&select).await?;
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let class = class_of(&first.try_get_by_index::<String>(0)?)?;
    let status = status_of(&first.try_get_by_index::<String>(1)?)?;
    if !status.is_employed() {
        return Ok(None);
    }
    let standing = Standing {
        person,
        class,
        on_behalf: None,
        seats: seats(&rows)?,
        roles: Vec::new(),
        grants: Vec::new(),
        via: Via::Session,
    };
    Ok(Some((standing, place(&rows)?)))
}

/// Unit and title of the main post; empty without one.
fn place(rows: &[QueryResult]) -> Result<String, DbErr> {
    let named = |row: &QueryResult| -> Result<Option<(String, UnitRank)>, DbErr> {
        let name: Option<String> = row.try_get_by_index(10)?;
        let code: Option<String> = row.try_get_by_index(8)?;
        let ranked = code.map(|code| rank(&code)).transpose()?;
        Ok(name.zip(ranked))
    };
    let Some(first) = rows.first() else {
        return Ok(String::new());
    };
    let (post, main): (Option<PostId>, Option<bool>) =
        (first.try_get_by_index(2)?, first.try_get_by_index(3)?);
    let (Some(post), Some(true)) = (post, main) else {
        return Ok(String::new());
    };
    let title: Option<String> = first.try_get_by_index(9)?;
    let above = match rows.get(1) {
        Some(next) if next.try_get_by_index::<Option<PostId>>(2)? == Some(post) => named(next)?,
        _ => None,
    };
    let above = above.as_ref().map(|(name, rank)| (&**name, *rank));
    let unit = named(first)?.map(|(name, rank)| placed_name(above, &name, rank));
    let words = format!("{} {}", unit.unwrap_or_default(), title.unwrap_or_default());
    Ok(words.trim().to_owned())
}

/// Puts the rows of each post, one for each unit above it, together.
fn seats(rows: &[QueryResult]) -> Result<Vec<Seat>, DbErr> {
    let mut seats: Vec<Seat> = Vec::new();
    // Without a section above it, a unit answers for itself; otherwise the nearest one does.
    let mut section_found = false;
    for row in rows {
        let post: Option<PostId> = row.try_get_by_index(2)?;
        let unit: Option<UnitId> = row.try_get_by_index(4)?;
        let (Some(post), Some(unit)) = (post, unit) else {
            continue;
        };
        if seats.last().is_none_or(|seat| seat.post != post) {
            section_found = false;
            seats.push(Seat {
                post,
                unit,
                section: unit,
                lineage: Vec::new(),
                head: row.try_get_by_index(5)?,
                rank: row.try_get_by_index(6)?,
                main: row.try_get_by_index(3)?,
            });
        }
        let ancestor: Option<UnitId> = row.try_get_by_index(7)?;
        let above: Option<String> = row.try_get_by_index(8)?;
        let (Some(seat), Some(ancestor), Some(above)) = (seats.last_mut(), ancestor, above) else {
            continue;
        };
        if rank(&above)? == UnitRank::Section && !section_found {
            seat.section = ancestor;
            section_found = true;
        }
        seat.lineage.push(ancestor);
    }
    Ok(seats)
}

/// The posts that hold a role, or any, on a day, each with its unit where the powers end there, its holder, and those who
/// act in it or decide in place of its holder.
pub(super) async fn holders(
    on: &impl Reading,
    role: Option<Role>,
    day: Date,
) -> Result<Vec<(Role, RoleHolder)>, DbError> {
    let of_post = Cond::all().add(Expr::col(("d", "post")).equals(("r", "post")));
    let of_holder = Cond::all().add(Expr::col(("d", "person")).equals(("a", "person")));
    let mut select = bound(day)
        .column(("a", "person"))
        .columns([("d", "delegate"), ("d", "kind")])
        .join_as(JoinType::LeftJoin, "appointments", "a", held(day))
        .join_as(
            JoinType::LeftJoin,
            "delegations",
            "d",
            holds_on("d", day)
                .add(deciding())
                .add(Cond::any().add(of_post).add(of_holder)),
        )
        .order_by(("r", "role"), Order::Asc)
        .order_by(("r", "post"), Order::Asc)
        .order_by(("a", "person"), Order::Asc)
        .order_by(("d", "delegate"), Order::Asc)
        .take();
    if let Some(role) = role {
        select.and_where(Expr::col(("r", "role")).eq(role.id()));
    }
    let mut holders: Vec<(Role, RoleHolder)> = Vec::new();
    for row in on.conn().query_all(&select).await? {
        let role = role_of(&row.try_get_by_index::<String>(0)?)?;
        let holder = RoleHolder {
            unit: row.try_get_by_index(1)?,
            post: row.try_get_by_index(2)?,
            person: row.try_get_by_index(3)?,
            acting: Vec::new(),
        };
        let same = |(other, last): &(Role, RoleHolder)| {
            (*other, last.post, last.person) == (role, holder.post, holder.person)
        };
        if !holders.last().is_some_and(same) {
            holders.push((role, holder));
        }
        let delegate: Option<PersonId> = row.try_get_by_index(4)?;
        let kind: Option<String> = row.try_get_by_index(5)?;
        if let (Some((_, holder)), Some(delegate), Some(kind)) =
            (holders.last_mut(), delegate, kind)
        {
            holder.acting.push((delegate, proxy_of(&kind)?));
        }
    }
    Ok(holders)
}

/// Roles by own posts first, then those through delegations; and what is granted, with the duties of computing that come
/// with either.
pub(super) async fn roles(
    on: &impl Reading,
    person: PersonId,
    day: Date,
) -> Result<(Vec<RoleHeld>, Vec<Grant>), DbError> {
    let mut select = by_own_posts(person, day);
    select
        .union(UnionType::All, by_delegated_posts(person, day))
        .union(UnionType::All, by_delegating_people(person, day))
        .union(UnionType::All, duties_shared(person, day))
        .union(UnionType::All, granted(person, day));
    let (mut roles, mut grants) = (Vec::new(), Vec::new());
    for row in on.conn().query_all(&select).await? {
        let role: Option<String> = row.try_get_by_index(0)?;
        let Some(role) = role else {
            let shared: Option<String> = row.try_get_by_index(5)?;
            let permission: Option<String> = row.try_get_by_index(6)?;
            let unit = row.try_get_by_index(1)?;
            grants.extend(duties(&shared.unwrap_or_default())?.into_iter().map(duty));
            grants.extend(permission.map(|permission| Grant { permission, unit }));
            continue;
        };
        let role = role_of(&role)?;
        let kind: Option<String> = row.try_get_by_index(3)?;
        let by = match kind {
            None => Holding::Post(row.try_get_by_index(2)?),
            Some(kind) => Holding::Proxy(row.try_get_by_index(4)?, proxy_of(&kind)?),
        };
        if role == Role::ComputingGeneralManager {
            grants.extend(Duty::ALL.map(duty));
        }
        roles.push(RoleHeld {
            role,
            unit: row.try_get_by_index(1)?,
            by,
        });
    }
    roles.sort_by_key(|held| matches!(held.by, Holding::Proxy(..)));
    roles.dedup();
    grants.sort_by(|a: &Grant, b| (&a.permission, a.unit).cmp(&(&b.permission, b.unit)));
    grants.dedup();
    Ok((roles, grants))
}

fn duty(duty: Duty) -> Grant {
    Grant {
        permission: duty.permission().to_owned(),
        unit: None,
    }
}

fn nothing() -> Expr {
    Expr::Keyword(Keyword::Null)
}

/// Role, unit, post; by what kind of delegation and whose; the duties shared, or the permission granted.
fn by_own_posts(person: PersonId, day: Date) -> SelectStatement {
    bound(day)
        .exprs([nothing(), nothing(), nothing(), nothing()])
        .join_as(JoinType::InnerJoin, "appointments", "a", held(day))
        .and_where(Expr::col(("a", "person")).eq(person))
        .take()
}

fn by_delegated_posts(person: PersonId, day: Date) -> SelectStatement {
    bound(day)
        .column(("d", "kind"))
        .column(("a", "person"))
        .exprs([nothing(), nothing()])
        .join_as(
            JoinType::InnerJoin,
            "delegations",
            "d",
            delegated(day, person)
                .add(Expr::col(("d", "post")).equals(("r", "post")))
                .add(deciding()),
        )
        .join_as(JoinType::LeftJoin, "appointments", "a", held(day))
        .take()
}

fn by_delegating_people(person: PersonId, day: Date) -> SelectStatement {
    bound(day)
        .column(("d", "kind"))
        .column(("a", "person"))
        .exprs([nothing(), nothing()])
        .join_as(JoinType::InnerJoin, "appointments", "a", held(day))
        .join_as(
            JoinType::InnerJoin,
            "delegations",
            "d",
            delegated(day, person)
                .add(Expr::col(("d", "person")).equals(("a", "person")))
                .add(deciding()),
        )
        .take()
}

fn duties_shared(person: PersonId, day: Date) -> SelectStatement {
    Query::select()
        .exprs([nothing(), nothing(), nothing()])
        .column(("d", "kind"))
        .expr(nothing())
        .column(("d", "duties"))
        .expr(nothing())
        .from_as("delegations", "d")
        .cond_where(delegated(day, person))
        .and_where(Expr::col(("d", "kind")).eq(ProxyKind::SharedDuties.code()))
        .take()
}

/// What is granted, as a row of the same columns.
fn granted(person: PersonId, day: Date) -> SelectStatement {
    Query::select()
        .expr(nothing())
        .column(("g", "within"))
        .exprs([nothing(), nothing(), nothing(), nothing()])
        .column(("g", "permission"))
        .from_subquery(function::store::granted(person, day), "g")
        .take()
}

/// The posts that hold roles on that day.
fn bound(day: Date) -> SelectStatement {
    Query::select()
        .columns([("r", "role"), ("r", "unit"), ("r", "post")])
        .from_as("role_posts", "r")
        .cond_where(on_days("r", day))
        .take()
}

/// That the appointment `a` is to the post of the binding `r`.
fn held(day: Date) -> Cond {
    holds_on("a", day).add(Expr::col(("a", "post")).equals(("r", "post")))
}

/// That the delegation `d` is to that person.
fn delegated(day: Date, person: PersonId) -> Cond {
    holds_on("d", day).add(Expr::col(("d", "delegate")).eq(person))
}

/// That the delegation `d` is of a kind with which the powers of a role pass on.
fn deciding() -> Expr {
    Expr::col(("d", "kind")).is_in([
        ProxyKind::ActingForPost.code(),
        ProxyKind::DecidingInPlace.code(),
    ])
}
