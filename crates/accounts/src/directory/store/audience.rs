//! Who an audience is.

use sea_orm::sea_query::{Expr, ExprTrait as _, JoinType, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait as _, DbErr};
use time::Date;
use yakusho_kernel::{DbError, PersonId, PostId, Reading, UnitId};

use super::{CHUNK, appointed, employed, of_post, upwards};
use crate::account::usable_on;
use crate::directory::model::{Audience, Recipient};
use crate::ledger::store::holds_on;
use crate::staff::Status;

/// The audience with its groups replaced by whom they name.
pub(in crate::directory) async fn with_groups(
    on: &impl Reading,
    audience: &Audience,
) -> Result<Audience, DbError> {
    let mut audience = audience.clone();
    let groups = std::mem::take(&mut audience.groups);
    if !groups.is_empty() {
        let members = crate::group::store::resolved(on, &groups).await?;
        audience.people.extend(members.people);
        audience.posts.extend(members.posts);
        audience.units.extend(members.units);
    }
    Ok(audience)
}

/// How many of the parts of an audience there are on a day.
pub(in crate::directory) struct Known {
    pub(in crate::directory) units: usize,
    pub(in crate::directory) posts: usize,
    pub(in crate::directory) people: usize,
}

/// How many of the units, posts and people of an audience, each named once, are there on that day.
pub(in crate::directory) async fn known(
    on: &impl Reading,
    day: Date,
    audience: &Audience,
) -> Result<Known, DbError> {
    Ok(Known {
        units: count(on, day, "units", "unit", &audience.units).await?,
        posts: count(on, day, "posts", "post", &audience.posts).await?,
        people: count(on, day, "staff", "person", &audience.people).await?,
    })
}

async fn count<K: Copy + Into<Expr>>(
    on: &impl Reading,
    day: Date,
    table: &'static str,
    key: &'static str,
    ids: &[K],
) -> Result<usize, DbError> {
    let mut count = 0;
    for ids in ids.chunks(CHUNK) {
        let select = Query::select()
            .column(key)
            .from(table)
            .cond_where(holds_on(table, day))
            .and_where(Expr::col(key).is_in(ids.iter().copied()))
            .take();
        count += on.conn().query_all(&select).await?.len();
    }
    Ok(count)
}

/// These people.
pub(in crate::directory) async fn named(
    on: &impl Reading,
    day: Date,
    people: &[PersonId],
) -> Result<Vec<Recipient>, DbError> {
    let mut found = Vec::with_capacity(people.len());
    for people in people.chunks(CHUNK) {
        let mut select = reachable(day);
        select.and_where(Expr::col(("s", "person")).is_in(people.iter().copied()));
        let rows = on.conn().query_all(&select).await?;
        let people = rows.iter().map(|row| row.try_get_by_index(0));
        found.extend(
            people
                .collect::<Result<Vec<_>, DbErr>>()?
                .into_iter()
                .map(|person| Recipient {
                    person,
                    by_post: None,
                }),
        );
    }
    Ok(found)
}

/// Whoever holds these posts.
pub(in crate::directory) async fn holders(
    on: &impl Reading,
    day: Date,
    posts: &[PostId],
) -> Result<Vec<Recipient>, DbError> {
    let mut found = Vec::new();
    for posts in posts.chunks(CHUNK) {
        let mut select = by_post(day, JoinType::InnerJoin);
        select.and_where(Expr::col(("a", "post")).is_in(posts.iter().copied()));
        found.extend(read_all(on, &select).await?);
    }
    Ok(found)
}

/// Whoever is here and holds a post in these units or below them.
pub(in crate::directory) async fn in_units(
    on: &impl Reading,
    day: Date,
    units: &[UnitId],
) -> Result<Vec<Recipient>, DbError> {
    let mut found = Vec::new();
    for units in units.chunks(CHUNK) {
        let mut select = by_post(day, JoinType::InnerJoin);
        select
            .join_as(JoinType::InnerJoin, "posts", "p", of_post(day))
            .join_as(JoinType::InnerJoin, "unit_paths", "w", upwards(day))
            .and_where(Expr::col(("w", "ancestor")).is_in(units.iter().copied()))
            .and_where(here());
        found.extend(read_all(on, &select).await?);
    }
    Ok(found)
}

/// Everyone who is here, by their main post if they have one.
pub(in crate::directory) async fn everyone(
    on: &impl Reading,
    day: Date,
) -> Result<Vec<Recipient>, DbError> {
    let mut select = by_post(day, JoinType::LeftJoin);
    select.and_where(here());
    read_all(on, &select).await
}

fn here() -> Expr {
    Expr::col(("s", "status")).eq(Status::Active.code())
}

/// Everyone employed who has an account that can be used.
fn reachable(day: Date) -> SelectStatement {
    let account = Query::select()
        .column("id")
        .from("accounts")
        .and_where(Expr::col(("accounts", "person")).equals(("s", "person")))
        .cond_where(usable_on(day))
        .take();
    Query::select()
        .column(("s", "person"))
        .from_as("staff", "s")
        .cond_where(employed(day))
        .and_where(Expr::exists(account))
        .take()
}

/// The same with each post that they hold, the main one first.
fn by_post(day: Date, join: JoinType) -> SelectStatement {
    reachable(day)
        .column(("a", "post"))
        .join_as(join, "appointments", "a", appointed(day))
        .order_by(("a", "main"), Order::Desc)
        .take()
}

async fn read_all(on: &impl Reading, select: &SelectStatement) -> Result<Vec<Recipient>, DbError> {
    let rows = on.conn().query_all(select).await?;
    let recipients = rows.iter().map(|row| {
        Ok(Recipient {
            person: row.try_get_by_index(0)?,
            by_post: row.try_get_by_index(1)?,
        })
    });
    Ok(recipients.collect::<Result<_, DbErr>>()?)
}
