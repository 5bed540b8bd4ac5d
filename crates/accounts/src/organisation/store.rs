//! The queries of the organisation; the ledger writes it.

use std::collections::HashMap;

use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, JoinType, Order, Query};
use sea_orm::{ConnectionTrait as _, DbErr};
use time::Date;
use yakusho_kernel::{DbError, PersonId, PostId, Reading, Timestamp, UnitId};

use super::model::{Post, PostRow, Unit};
use crate::ledger::store::{held_on, holds_on, read_line, recorded, select_lines};
use crate::ledger::{AsOf, Recorded};

/// The posts of a unit, or of every unit, on a day.
pub(super) async fn posts(
    on: &impl Reading,
    unit: Option<UnitId>,
    when: AsOf,
) -> Result<Vec<PostRow>, DbError> {
    let select = select_lines::<Post>()
        .cond_where(holds_on("posts", when))
        .and_where_option(unit.map(|unit| Expr::col("unit").eq(unit)))
        .order_by("rank", Order::Asc)
        .order_by("position", Order::Asc)
        .order_by("post", Order::Asc)
        .take();
    let rows = on.conn().query_all(&select).await?;
    let posts = rows.iter().map(|row| {
        let (id, row, line) = read_line::<Post>(row)?;
        Ok(PostRow {
            id,
            row,
            days: line.days,
            post: line.state,
        })
    });
    Ok(posts.collect::<Result<_, DbErr>>()?)
}

/// Who held the head post of a unit on a day, as was known at a time.
pub(super) async fn head_of(
    on: &impl Reading,
    unit: UnitId,
    day: Date,
    known: Timestamp,
) -> Result<Option<PersonId>, DbError> {
    let select = Query::select()
        .column(("a", "person"))
        .from_as("posts", "p")
        .join_as(
            JoinType::InnerJoin,
            "appointments",
            "a",
            held_on("a", day, known).add(Expr::col(("a", "post")).equals(("p", "post"))),
        )
        .cond_where(held_on("p", day, known))
        .and_where(Expr::col(("p", "unit")).eq(unit))
        .and_where(Expr::col(("p", "head")).eq(true))
        .take();
    let row = on.conn().query_one(&select).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?)
}

/// Who held the head posts on a day.
pub(super) async fn heads(
    on: &impl Reading,
    when: AsOf,
) -> Result<HashMap<UnitId, PersonId>, DbError> {
    let select = Query::select()
        .columns([("p", "unit"), ("a", "person")])
        .from_as("posts", "p")
        .join_as(
            JoinType::InnerJoin,
            "appointments",
            "a",
            holds_on("a", when).add(Expr::col(("a", "post")).equals(("p", "post"))),
        )
        .cond_where(holds_on("p", when))
        .and_where(Expr::col(("p", "head")).eq(true))
        .take();
    let rows = on.conn().query_all(&select).await?;
    let heads = rows
        .iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)));
    Ok(heads.collect::<Result<_, DbErr>>()?)
}

pub(super) async fn unit_history(
    on: &impl Reading,
    unit: UnitId,
) -> Result<Vec<Recorded<Unit>>, DbError> {
    let of = Cond::all().add(Expr::col("unit").eq(unit));
    let rows = recorded::<Unit>(on, of).await?;
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

pub(super) async fn post_history(
    on: &impl Reading,
    post: PostId,
) -> Result<Vec<Recorded<Post>>, DbError> {
    let of = Cond::all().add(Expr::col("post").eq(post));
    let rows = recorded::<Post>(on, of).await?;
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}
