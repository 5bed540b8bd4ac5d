//! Units and their names.

use std::collections::HashMap;

use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, JoinType, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait as _, DbErr};
use time::Date;
use yakusho_kernel::{DbError, PostId, Reading, UnitId};
use yakusho_regulation::UnitRank;

use super::{CHUNK, containing, same};
use crate::directory::model::{UnitNode, placed_name};
use crate::ledger::AsOf;
use crate::ledger::store::{holds_on, on_days, rank, tags};

/// The units of a day, in no order.
pub(in crate::directory) async fn units(
    on: &impl Reading,
    when: AsOf,
) -> Result<Vec<UnitNode>, DbError> {
    nodes(on, &units_on(when)).await
}

/// No more than so many units of a day.
pub(in crate::directory) async fn some_units(
    on: &impl Reading,
    day: Date,
    most: usize,
) -> Result<Vec<UnitNode>, DbError> {
    nodes(on, &units_on(day).limit(most as u64).take()).await
}

/// The units at the top, and those right below `around` and what they lie in.
pub(in crate::directory) async fn units_around(
    on: &impl Reading,
    day: Date,
    around: &[UnitId],
) -> Result<Vec<UnitNode>, DbError> {
    let way = Query::select()
        .column(("w", "ancestor"))
        .from_as("unit_paths", "w")
        .cond_where(on_days("w", day))
        .and_where(Expr::col(("w", "unit")).is_in(around.iter().copied()))
        .take();
    let in_sight = Cond::any()
        .add(Expr::col(("units", "parent")).is_null())
        .add(Expr::col(("units", "parent")).in_subquery(way));
    nodes(on, &units_on(day).cond_where(in_sight).take()).await
}

/// No more than so many units of a day whose names hold each of the words, in the order of their codes.
pub(in crate::directory) async fn units_named(
    on: &impl Reading,
    day: Date,
    words: &str,
    most: usize,
) -> Result<Vec<UnitNode>, DbError> {
    let mut select = units_on(day)
        .order_by(("units", "code"), Order::Asc)
        .limit(most as u64)
        .take();
    for word in words.split_whitespace() {
        select.and_where(Expr::col(("units", "name")).like(containing(word)));
    }
    nodes(on, &select).await
}

/// No more than so many posts of a day of which each word is in the title, or in the name of the unit or of the one above;
/// where `titled` is set, one of them in the title.
pub(in crate::directory) async fn posts_named(
    on: &impl Reading,
    day: Date,
    words: &str,
    titled: bool,
    most: usize,
) -> Result<Vec<PostId>, DbError> {
    let of_unit = holds_on("u", day).add(same("u", "p", "unit"));
    let above = Expr::col(("s", "unit")).equals(("u", "parent"));
    let mut select = Query::select()
        .column(("p", "post"))
        .from_as("posts", "p")
        .cond_where(holds_on("p", day))
        .join_as(JoinType::InnerJoin, "units", "u", of_unit)
        .join_as(
            JoinType::LeftJoin,
            "units",
            "s",
            holds_on("s", day).add(above),
        )
        .order_by(("u", "code"), Order::Asc)
        .order_by(("p", "rank"), Order::Asc)
        .order_by(("p", "post"), Order::Asc)
        .limit(most as u64)
        .take();
    let mut in_titles = Cond::any();
    for word in words.split_whitespace() {
        let has = |column: Expr| column.like(containing(word));
        // The 課長 of 市民課 is spoken of as 市民課長.
        let spoken = Expr::cust("u.name || substr(p.title, 2)");
        let title = Cond::any()
            .add(has(Expr::col(("p", "title"))))
            .add(has(spoken).and(has(Expr::col(("u", "name"))).not()));
        in_titles = in_titles.add(title.clone());
        let somewhere = Cond::any()
            .add(title)
            .add(has(Expr::col(("u", "name"))))
            .add(has(Expr::col(("s", "name"))));
        select.cond_where(somewhere);
    }
    if titled {
        select.cond_where(in_titles);
    }
    let rows = on.conn().query_all(&select).await?;
    let posts = rows.iter().map(|row| row.try_get_by_index(0));
    Ok(posts.collect::<Result<_, DbErr>>()?)
}

fn units_on(when: impl Into<AsOf>) -> SelectStatement {
    Query::select()
        .columns(
            [
                "unit", "id", "code", "name", "rank", "parent", "position", "tags",
            ]
            .map(|column| ("units", column)),
        )
        .from("units")
        .cond_where(holds_on("units", when))
        .take()
}

async fn nodes(on: &impl Reading, select: &SelectStatement) -> Result<Vec<UnitNode>, DbError> {
    let rows = on.conn().query_all(select).await?;
    let nodes = rows.iter().map(|row| {
        Ok(UnitNode {
            id: row.try_get_by_index(0)?,
            row: row.try_get_by_index(1)?,
            code: row.try_get_by_index(2)?,
            name: row.try_get_by_index(3)?,
            rank: rank(&row.try_get_by_index::<String>(4)?)?,
            parent: row.try_get_by_index(5)?,
            placed_name: String::new(),
            depth: 0,
            position: row.try_get_by_index(6)?,
            tags: tags(&row.try_get_by_index::<String>(7)?)?,
        })
    });
    Ok(nodes.collect::<Result<_, DbErr>>()?)
}

/// What units are called where their place is not to be seen, of each the last by that day.
pub(in crate::directory) async fn unit_names(
    on: &impl Reading,
    day: Date,
    units: &[UnitId],
) -> Result<HashMap<UnitId, String>, DbError> {
    let named = named_units(on, day, units).await?;
    let parents = named.values().filter(|unit| unit.rank == UnitRank::Unit);
    let parents: Vec<UnitId> = parents.filter_map(|unit| unit.parent).collect();
    let above = named_units(on, day, &parents).await?;
    let names = named.into_iter().map(|(id, unit)| {
        let above = unit.parent.and_then(|parent| above.get(&parent));
        let above = above.map(|above| (&*above.name, above.rank));
        (id, placed_name(above, &unit.name, unit.rank))
    });
    Ok(names.collect())
}

/// A unit as far as its name goes.
struct NamedUnit {
    name: String,
    rank: UnitRank,
    parent: Option<UnitId>,
}

async fn named_units(
    on: &impl Reading,
    day: Date,
    units: &[UnitId],
) -> Result<HashMap<UnitId, NamedUnit>, DbError> {
    let mut named = HashMap::with_capacity(units.len());
    for units in units.chunks(CHUNK) {
        let select = Query::select()
            .columns(["unit", "name", "rank", "parent"])
            .from("units")
            .and_where(Expr::col("superseded_at").is_null())
            .and_where(Expr::col("valid_from").lte(day))
            .and_where(Expr::col("unit").is_in(units.iter().copied()))
            .order_by("valid_from", Order::Asc)
            .take();
        for row in on.conn().query_all(&select).await? {
            let unit = NamedUnit {
                name: row.try_get_by_index(1)?,
                rank: rank(&row.try_get_by_index::<String>(2)?)?,
                parent: row.try_get_by_index(3)?,
            };
            named.insert(row.try_get_by_index(0)?, unit);
        }
    }
    Ok(named)
}
