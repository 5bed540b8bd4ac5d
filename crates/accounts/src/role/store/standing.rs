//! How a person stands, in one query.

use sea_orm::sea_query::{
    Cond, Expr, ExprTrait as _, JoinType, Keyword, Query, SelectStatement, UnionType,
};
use sea_orm::{DbErr, FromQueryResult};
use time::Date;
use yakusho_kernel::{
    DbError, Grant, Holding, PersonId, PostId, Prepared, ProxyKind, Reading, RoleHeld, Seat,
    Standing, UnitId, Via,
};
use yakusho_regulation::{Role, UnitRank};

use super::{bound, deciding, held};
use crate::delegation::Duty;
use crate::directory::placed_name;
use crate::function;
use crate::ledger::store::{
    class_of, duties, holds_on, on_days, proxy_of, rank, role_of, status_of,
};

/// One thing that is told of a person: a post of theirs with one of the units above it, a role, duties that are shared
/// with them, or a permission. What the others tell is empty.
#[derive(FromQueryResult)]
struct Told {
    class: Option<String>,
    status: Option<String>,
    post: Option<PostId>,
    main: Option<bool>,
    head: Option<bool>,
    rank: Option<i16>,
    title: Option<String>,
    unit: Option<UnitId>,
    distance: Option<i16>,
    ancestor: Option<UnitId>,
    ancestor_rank: Option<String>,
    ancestor_name: Option<String>,
    role: Option<String>,
    proxy: Option<String>,
    holder: Option<PersonId>,
    duties: Option<String>,
    permission: Option<String>,
}

/// What [`Told`] has, in the order in which every query tells it.
const COLUMNS: [&str; 17] = [
    "class",
    "status",
    "post",
    "main",
    "head",
    "rank",
    "title",
    "unit",
    "distance",
    "ancestor",
    "ancestor_rank",
    "ancestor_name",
    "role",
    "proxy",
    "holder",
    "duties",
    "permission",
];

/// It is asked with every request.
static STANDING: Prepared<(PersonId, Date)> = Prepared::new(|(person, day)| {
    let mut select = seated(person, day);
    select
        .union(UnionType::All, by_own_posts(person, day))
        .union(UnionType::All, by_delegated_posts(person, day))
        .union(UnionType::All, by_delegating_people(person, day))
        .union(UnionType::All, duties_shared(person, day))
        .union(UnionType::All, granted(person, day));
    select
});

/// How somebody who is employed stands, and where they sit in words; roles by own posts come before those through
/// delegations.
pub(in crate::role) async fn standing(
    on: &impl Reading,
    person: PersonId,
    day: Date,
) -> Result<Option<(Standing, String)>, DbError> {
    let told: Vec<Told> = STANDING.models(on, (person, day)).await?;
    let (mut rungs, others): (Vec<Told>, Vec<Told>) =
        told.into_iter().partition(|row| row.class.is_some());
    rungs.sort_by_key(|rung| (rung.main != Some(true), rung.rank, rung.post, rung.distance));
    let Some((class, status)) = rungs
        .first()
        .and_then(|row| row.class.as_deref().zip(row.status.as_deref()))
    else {
        return Ok(None);
    };
    if !status_of(status)?.is_employed() {
        return Ok(None);
    }
    let (roles, grants) = powers(&others)?;
    let standing = Standing {
        person,
        class: class_of(class)?,
        on_behalf: None,
        principal_seats: Vec::new(),
        seats: seats(&rungs)?,
        roles,
        grants,
        via: Via::Session,
    };
    Ok(Some((standing, place(&rungs)?)))
}

/// Unit and title of the main post; empty without one.
fn place(rungs: &[Told]) -> Result<String, DbErr> {
    let Some(first) = rungs.first().filter(|rung| rung.main == Some(true)) else {
        return Ok(String::new());
    };
    let named = |rung: Option<&Told>| -> Result<Option<(String, UnitRank)>, DbErr> {
        let named = rung
            .filter(|rung| rung.post == first.post)
            .and_then(|rung| {
                let name = rung.ancestor_name.clone()?;
                Some((name, rung.ancestor_rank.as_deref()?))
            });
        named.map(|(name, of)| Ok((name, rank(of)?))).transpose()
    };
    let above = named(rungs.get(1))?;
    let above = above.as_ref().map(|(name, rank)| (&**name, *rank));
    let unit = named(Some(first))?.map(|(name, rank)| placed_name(above, &name, rank));
    let title = first.title.as_deref().unwrap_or_default();
    let words = format!("{} {title}", unit.unwrap_or_default());
    Ok(words.trim().to_owned())
}

/// Puts the rows of each post, one for each unit above it, together.
fn seats(rungs: &[Told]) -> Result<Vec<Seat>, DbErr> {
    let mut seats: Vec<Seat> = Vec::new();
    // Without a section above it, a unit answers for itself; otherwise the nearest one does.
    let mut section_found = false;
    for rung in rungs {
        let (Some(post), Some(unit)) = (rung.post, rung.unit) else {
            continue;
        };
        if seats.last().is_none_or(|seat| seat.post != post) {
            section_found = false;
            seats.push(Seat {
                post,
                unit,
                section: unit,
                lineage: Vec::new(),
                head: rung.head.unwrap_or_default(),
                rank: rung.rank.unwrap_or_default(),
                main: rung.main.unwrap_or_default(),
            });
        }
        let above = rung.ancestor.zip(rung.ancestor_rank.as_deref());
        let (Some(seat), Some((ancestor, above))) = (seats.last_mut(), above) else {
            continue;
        };
        if rank(above)? == UnitRank::Section && !section_found {
            seat.section = ancestor;
            section_found = true;
        }
        seat.lineage.push(ancestor);
    }
    Ok(seats)
}

fn powers(told: &[Told]) -> Result<(Vec<RoleHeld>, Vec<Grant>), DbErr> {
    let (mut roles, mut grants) = (Vec::new(), Vec::new());
    for row in told {
        let Some(role) = &row.role else {
            let shared = duties(row.duties.as_deref().unwrap_or_default())?;
            grants.extend(shared.into_iter().map(duty));
            grants.extend(row.permission.clone().map(|permission| Grant {
                permission,
                unit: row.unit,
            }));
            continue;
        };
        let role = role_of(role)?;
        let by = match (&row.proxy, row.post) {
            (Some(kind), _) => Holding::Proxy(row.holder, proxy_of(kind)?),
            (None, Some(post)) => Holding::Post(post),
            (None, None) => continue,
        };
        if role == Role::ComputingGeneralManager {
            grants.extend(Duty::ALL.map(duty));
        }
        roles.push(RoleHeld {
            role,
            unit: row.unit,
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

/// Has a query tell that, and nothing of what it does not name.
fn telling(
    select: &mut SelectStatement,
    told: &[(&'static str, (&'static str, &'static str))],
) -> SelectStatement {
    for name in COLUMNS {
        let column = told.iter().find(|(of, _)| *of == name);
        let value = column.map_or(Expr::Keyword(Keyword::Null), |(_, column)| {
            Expr::col(*column)
        });
        select.expr_as(value, name);
    }
    select.take()
}

/// Each post with each unit above it. PostgreSQL takes the columns' types from here.
fn seated(person: PersonId, day: Date) -> SelectStatement {
    let mut select = Query::select();
    select
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
        .and_where(Expr::col(("s", "person")).eq(person));
    telling(
        &mut select,
        &[
            ("class", ("s", "class")),
            ("status", ("s", "status")),
            ("post", ("a", "post")),
            ("main", ("a", "main")),
            ("head", ("p", "head")),
            ("rank", ("p", "rank")),
            ("title", ("p", "title")),
            ("unit", ("p", "unit")),
            ("distance", ("w", "distance")),
            ("ancestor", ("w", "ancestor")),
            ("ancestor_rank", ("w", "rank")),
            ("ancestor_name", ("u", "name")),
            ("holder", ("s", "person")),
        ],
    )
}

const ROLE: [(&str, (&str, &str)); 3] = [
    ("role", ("r", "role")),
    ("unit", ("r", "unit")),
    ("post", ("r", "post")),
];

const BY_PROXY: [(&str, (&str, &str)); 5] = [
    ROLE[0],
    ROLE[1],
    ROLE[2],
    ("proxy", ("d", "kind")),
    ("holder", ("a", "person")),
];

fn by_own_posts(person: PersonId, day: Date) -> SelectStatement {
    let mut select = bound(day);
    select
        .join_as(JoinType::InnerJoin, "appointments", "a", held(day))
        .and_where(Expr::col(("a", "person")).eq(person));
    telling(&mut select, &ROLE)
}

fn by_delegated_posts(person: PersonId, day: Date) -> SelectStatement {
    let mut select = bound(day);
    select
        .join_as(
            JoinType::InnerJoin,
            "delegations",
            "d",
            delegated(day, person)
                .add(Expr::col(("d", "post")).equals(("r", "post")))
                .add(deciding()),
        )
        .join_as(JoinType::LeftJoin, "appointments", "a", held(day));
    telling(&mut select, &BY_PROXY)
}

fn by_delegating_people(person: PersonId, day: Date) -> SelectStatement {
    let mut select = bound(day);
    select
        .join_as(JoinType::InnerJoin, "appointments", "a", held(day))
        .join_as(
            JoinType::InnerJoin,
            "delegations",
            "d",
            delegated(day, person)
                .add(Expr::col(("d", "person")).equals(("a", "person")))
                .add(deciding()),
        );
    telling(&mut select, &BY_PROXY)
}

fn duties_shared(person: PersonId, day: Date) -> SelectStatement {
    let mut select = Query::select();
    select
        .from_as("delegations", "d")
        .cond_where(delegated(day, person))
        .and_where(Expr::col(("d", "kind")).eq(ProxyKind::SharedDuties.code()));
    telling(&mut select, &[("duties", ("d", "duties"))])
}

fn granted(person: PersonId, day: Date) -> SelectStatement {
    let mut select = Query::select();
    select.from_subquery(function::store::granted(person, day), "g");
    let told = [
        ("unit", ("g", "within")),
        ("permission", ("g", "permission")),
    ];
    telling(&mut select, &told)
}

/// That the delegation `d` is to that person.
fn delegated(day: Date, person: PersonId) -> Cond {
    holds_on("d", day).add(Expr::col(("d", "delegate")).eq(person))
}
