//! Cards of posts and people, and where they stand.

use std::collections::{HashMap, HashSet};

use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, JoinType, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait as _, DbErr, QueryResult};
use time::Date;
use yakusho_kernel::{DbError, PersonId, PostId, Reading, UnitId};
use yakusho_regulation::UnitRank;

use super::{CHUNK, appointed, employed, of_post, same, upwards};
use crate::directory::model::{PersonCard, Placed, PostCard, placed_name};
use crate::ledger::AsOf;
use crate::ledger::store::{class_of, holds_on, rank, status_of};

/// The cards of posts without the names of their units, of each the last by that day.
pub(in crate::directory) async fn post_cards(
    on: &impl Reading,
    day: Date,
    posts: &[PostId],
) -> Result<HashMap<PostId, PostCard>, DbError> {
    let mut cards = HashMap::with_capacity(posts.len());
    for posts in posts.chunks(CHUNK) {
        let select = Query::select()
            .columns(["post", "title", "head", "rank", "unit"])
            .from("posts")
            .and_where(Expr::col("superseded_at").is_null())
            .and_where(Expr::col("valid_from").lte(day))
            .and_where(Expr::col("post").is_in(posts.iter().copied()))
            .order_by("valid_from", Order::Asc)
            .take();
        for row in on.conn().query_all(&select).await? {
            let card = PostCard {
                id: row.try_get_by_index(0)?,
                title: row.try_get_by_index(1)?,
                head: row.try_get_by_index(2)?,
                rank: row.try_get_by_index(3)?,
                unit: row.try_get_by_index(4)?,
                unit_name: String::new(),
            };
            cards.insert(card.id, card);
        }
    }
    Ok(cards)
}

/// The cards of people.
pub(in crate::directory) async fn cards(
    on: &impl Reading,
    day: Date,
    people: &[PersonId],
) -> Result<Vec<PersonCard>, DbError> {
    let mut cards = Vec::with_capacity(people.len());
    for people in people.chunks(CHUNK) {
        let select = with_main_post(day)
            .cond_where(holds_on("s", day))
            .and_where(Expr::col(("s", "person")).is_in(people.iter().copied()))
            .take();
        cards.extend(read_all(on, &select).await?);
    }
    Ok(cards)
}

/// Where people stand in the order of the organisation.
pub(in crate::directory) async fn placed(
    on: &impl Reading,
    day: Date,
    people: &[PersonId],
) -> Result<Vec<Placed>, DbError> {
    let main = appointed(day).add(Expr::col(("a", "main")).eq(true));
    let mut placed = Vec::with_capacity(people.len());
    for people in people.chunks(CHUNK) {
        let select = Query::select()
            .columns([
                ("s", "person"),
                ("p", "unit"),
                ("p", "rank"),
                ("s", "kana_key"),
            ])
            .from_as("staff", "s")
            .join_as(JoinType::LeftJoin, "appointments", "a", main.clone())
            .join_as(JoinType::LeftJoin, "posts", "p", of_post(day))
            .cond_where(holds_on("s", day))
            .and_where(Expr::col(("s", "person")).is_in(people.iter().copied()))
            .take();
        for row in on.conn().query_all(&select).await? {
            placed.push(Placed {
                person: row.try_get_by_index(0)?,
                unit: row.try_get_by_index(1)?,
                rank: row.try_get_by_index(2)?,
                kana_key: row.try_get_by_index(3)?,
            });
        }
    }
    Ok(placed)
}

/// Each person with each unit that they belong to, and with those above it.
pub(in crate::directory) async fn belonging(
    on: &impl Reading,
    when: AsOf,
    people: &[PersonId],
) -> Result<HashSet<(PersonId, UnitId)>, DbError> {
    let mut found = HashSet::new();
    for people in people.chunks(CHUNK) {
        let select = Query::select()
            .column(("a", "person"))
            .column(("w", "ancestor"))
            .from_as("staff", "s")
            .join_as(JoinType::InnerJoin, "appointments", "a", appointed(when))
            .join_as(JoinType::InnerJoin, "posts", "p", of_post(when))
            .join_as(JoinType::InnerJoin, "unit_paths", "w", upwards(when.day))
            .cond_where(employed(when))
            .and_where(Expr::col(("s", "person")).is_in(people.iter().copied()))
            .take();
        for row in on.conn().query_all(&select).await? {
            found.insert((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
        }
    }
    Ok(found)
}

/// The cards of people employed who have these staff numbers.
pub(in crate::directory) async fn numbered(
    on: &impl Reading,
    day: Date,
    numbers: &[String],
) -> Result<Vec<PersonCard>, DbError> {
    let mut cards = Vec::with_capacity(numbers.len());
    for numbers in numbers.chunks(CHUNK) {
        let select = with_main_post(day)
            .cond_where(employed(day))
            .and_where(Expr::col(("s", "number")).is_in(numbers.iter().map(String::as_str)))
            .take();
        cards.extend(read_all(on, &select).await?);
    }
    Ok(cards)
}

/// The cards of those who hold a post in these units themselves, each with that post, whether main or concurrent.
pub(in crate::directory) async fn members(
    on: &impl Reading,
    when: AsOf,
    units: &[UnitId],
) -> Result<Vec<PersonCard>, DbError> {
    let mut cards = Vec::new();
    for units in units.chunks(CHUNK) {
        // Without it the outer joins have every member of staff be looked at.
        let here = Query::select()
            .column(("h", "person"))
            .from_as("posts", "q")
            .join_as(
                JoinType::InnerJoin,
                "appointments",
                "h",
                holds_on("h", when).add(same("h", "q", "post")),
            )
            .cond_where(holds_on("q", when))
            .and_where(Expr::col(("q", "unit")).is_in(units.iter().copied()))
            .take();
        let mut select = with_posts(when, appointed(when))
            .cond_where(employed(when))
            .and_where(Expr::col(("s", "person")).in_subquery(here))
            .and_where(Expr::col(("p", "unit")).is_in(units.iter().copied()))
            .take();
        cards.extend(read_all(on, by_rank(&mut select)).await?);
    }
    Ok(cards)
}

/// Those who hold the post of a head in these units.
pub(in crate::directory) async fn heads(
    on: &impl Reading,
    when: AsOf,
    units: &[UnitId],
) -> Result<Vec<(UnitId, PersonId)>, DbError> {
    let mut found = Vec::new();
    for units in units.chunks(CHUNK) {
        let mut select = Query::select()
            .columns([("p", "unit"), ("s", "person")])
            .from_as("posts", "p")
            .join_as(
                JoinType::InnerJoin,
                "appointments",
                "a",
                holds_on("a", when).add(same("a", "p", "post")),
            )
            .join_as(
                JoinType::InnerJoin,
                "staff",
                "s",
                employed(when).add(same("s", "a", "person")),
            )
            .cond_where(holds_on("p", when))
            .and_where(Expr::col(("p", "unit")).is_in(units.iter().copied()))
            .and_where(Expr::col(("p", "head")).eq(true))
            .take();
        let rows = on.conn().query_all(by_rank(&mut select)).await?;
        let heads = rows
            .iter()
            .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)));
        found.extend(heads.collect::<Result<Vec<_>, DbErr>>()?);
    }
    Ok(found)
}

/// Puts those who hold posts in the order of these, and of their names.
fn by_rank(select: &mut SelectStatement) -> &SelectStatement {
    select
        .order_by(("p", "rank"), Order::Asc)
        .order_by(("p", "position"), Order::Asc)
        .order_by(("s", "kana_key"), Order::Asc)
        .order_by(("s", "person"), Order::Asc)
}

/// The columns of a card, for each member of staff with their main post.
pub(super) fn with_main_post(day: Date) -> SelectStatement {
    with_posts(
        day.into(),
        appointed(day).add(Expr::col(("a", "main")).eq(true)),
    )
}

/// The columns of a card, for each member of staff with each of those appointments.
fn with_posts(when: AsOf, appointments: Cond) -> SelectStatement {
    Query::select()
        .columns([
            ("s", "person"),
            ("s", "number"),
            ("s", "name"),
            ("s", "kana"),
            ("s", "class"),
            ("s", "status"),
            ("p", "post"),
            ("p", "unit"),
            ("u", "name"),
            ("p", "title"),
            ("p", "head"),
            ("p", "rank"),
            ("u", "rank"),
            ("v", "name"),
            ("v", "rank"),
        ])
        .from_as("staff", "s")
        .join_as(JoinType::LeftJoin, "appointments", "a", appointments)
        .join_as(JoinType::LeftJoin, "posts", "p", of_post(when))
        .join_as(
            JoinType::LeftJoin,
            "units",
            "u",
            holds_on("u", when).add(same("u", "p", "unit")),
        )
        .join_as(JoinType::LeftJoin, "units", "v", above(when))
        .take()
}

/// That the unit `v` is the one that `u` is in on that day.
fn above(when: AsOf) -> Cond {
    holds_on("v", when).add(Expr::col(("v", "unit")).equals(("u", "parent")))
}

pub(super) async fn read_all(
    on: &impl Reading,
    select: &SelectStatement,
) -> Result<Vec<PersonCard>, DbError> {
    let rows = on.conn().query_all(select).await?;
    Ok(rows.iter().map(card).collect::<Result<_, DbErr>>()?)
}

fn card(row: &QueryResult) -> Result<PersonCard, DbErr> {
    let post_title: Option<String> = row.try_get_by_index(9)?;
    let head: Option<bool> = row.try_get_by_index(10)?;
    let rank: Option<i16> = row.try_get_by_index(11)?;
    Ok(PersonCard {
        id: row.try_get_by_index(0)?,
        number: row.try_get_by_index(1)?,
        name: row.try_get_by_index(2)?,
        kana: row.try_get_by_index(3)?,
        class: class_of(&row.try_get_by_index::<String>(4)?)?,
        status: status_of(&row.try_get_by_index::<String>(5)?)?,
        post: row.try_get_by_index(6)?,
        unit: row.try_get_by_index(7)?,
        unit_name: unit_name(row)?.unwrap_or_default(),
        post_title: post_title.unwrap_or_default(),
        head: head.unwrap_or_default(),
        rank: rank.unwrap_or(i16::MAX),
    })
}

/// The unit's name in the columns of a card.
fn unit_name(row: &QueryResult) -> Result<Option<String>, DbErr> {
    let named = |name, ranked| -> Result<Option<(String, UnitRank)>, DbErr> {
        let name: Option<String> = row.try_get_by_index(name)?;
        let code: Option<String> = row.try_get_by_index(ranked)?;
        let ranked = code.map(|code| rank(&code)).transpose()?;
        Ok(name.zip(ranked))
    };
    let above = named(13, 14)?;
    let above = above.as_ref().map(|(name, rank)| (&**name, *rank));
    let unit = named(8, 12)?;
    Ok(unit.map(|(name, rank)| placed_name(above, &name, rank)))
}
