//! Table `board_reads`: who has read and confirmed what. A row is written when somebody does, never before.

use std::collections::{HashMap, HashSet};

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, JoinType, OnConflict, Query};
use sea_orm::{Condition, QuerySelect, QueryTrait};
use yakusho_kernel::{DbError, Permit, PersonId, ProxyKind, Reading, Tx};

use super::rows::read;
use crate::Authorship;
use crate::board::model::{BoardPostId, Mark, Post};

impl From<read::Model> for Mark {
    fn from(row: read::Model) -> Self {
        Self {
            person: row.person,
            at: row.at,
            version: row.version,
            confirmed_at: row.confirmed_at,
            confirmed_by: row.confirmed_by,
            proxy: row.proxy.as_deref().and_then(ProxyKind::from_code),
        }
    }
}

fn key() -> OnConflict {
    OnConflict::columns([read::Column::Person, read::Column::Post])
}

fn row(tx: &Tx, person: PersonId, post: BoardPostId, version: i32) -> read::ActiveModel {
    read::ActiveModel {
        person: Set(person),
        post: Set(post),
        at: Set(tx.cx().now()),
        version: Set(version),
        confirmed_at: Set(None),
        confirmed_by: Set(None),
        proxy: Set(None),
    }
}

/// Marks a version as read by a person; the time of the first reading stays, and so does what was confirmed and is owed
/// again.
pub(crate) fn see(tx: &Tx, person: PersonId, post: BoardPostId, version: i32) {
    let stands = Expr::col((read::Entity, read::Column::Version)).gte(material(post));
    let open = Expr::col((read::Entity, read::Column::ConfirmedAt)).is_null();
    let later = Expr::col((read::Entity, read::Column::Version)).lt(version);
    let kept = key()
        .update_column(read::Column::Version)
        .action_and_where(later.and(open.or(stands)))
        .to_owned();
    let seen = read::Entity::insert(row(tx, person, post, version)).on_conflict(kept);
    tx.later(seen.as_query());
}

/// The version since which a post says the same in substance.
fn material(post: BoardPostId) -> Expr {
    let material = Query::select()
        .column("material_version")
        .from("board_posts")
        .and_where(Expr::col("id").eq(post))
        .take();
    Expr::expr(material)
}

/// Confirms a post as it stands for the one whose act it is; false if it was confirmed before.
pub(crate) async fn confirm(
    tx: &Tx,
    _: &Permit,
    by: Authorship,
    post: &Post,
) -> Result<bool, DbError> {
    let version = post.version;
    let owed = Condition::any()
        .add(read::Column::ConfirmedAt.is_null())
        .add(read::Column::Version.lt(post.material_version));
    read::Entity::insert(row(tx, by.author, post.id, version))
        .on_conflict(key().do_nothing().to_owned())
        .exec_without_returning(&tx.conn())
        .await?;
    let confirmed = read::Entity::update_many()
        .col_expr(read::Column::Version, Expr::value(version))
        .col_expr(read::Column::ConfirmedAt, Expr::value(tx.cx().now()))
        .col_expr(read::Column::ConfirmedBy, Expr::value(by.hand))
        .col_expr(
            read::Column::Proxy,
            Expr::value(by.proxy.map(|kind| kind.code().to_owned())),
        )
        .filter(read::Column::Person.eq(by.author))
        .filter(read::Column::Post.eq(post.id))
        .filter(owed)
        .exec(&tx.conn())
        .await?;
    Ok(confirmed.rows_affected == 1)
}

/// What everyone did with a post.
pub(crate) async fn marks_of(
    on: &impl Reading,
    post: BoardPostId,
) -> Result<HashMap<PersonId, Mark>, DbError> {
    let rows = read::Entity::find()
        .filter(read::Column::Post.eq(post))
        .all(&on.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.person, row.into()))
        .collect())
}

/// Who has confirmed each of the posts as it stands.
pub(crate) async fn confirmed_of(
    on: &impl Reading,
    posts: impl IntoIterator<Item = BoardPostId>,
) -> Result<HashSet<(BoardPostId, PersonId)>, DbError> {
    let of_post = Expr::col(("p", "id")).equals(("r", "post"));
    let confirmed = Query::select()
        .columns([("r", "post"), ("r", "person")])
        .from_as("board_reads", "r")
        .join_as(JoinType::InnerJoin, "board_posts", "p", of_post)
        .and_where(Expr::col(("r", "post")).is_in(posts))
        .and_where(Expr::col(("r", "confirmed_at")).is_not_null())
        .and_where(Expr::col(("r", "version")).gte(Expr::col(("p", "material_version"))))
        .take();
    let rows = on.conn().query_all(&confirmed).await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "post")?, row.try_get("", "person")?)))
        .collect()
}

/// Who has read a post, to be told of a change.
pub(crate) async fn readers_of(
    on: &impl Reading,
    post: BoardPostId,
) -> Result<Vec<PersonId>, DbError> {
    Ok(read::Entity::find()
        .select_only()
        .column(read::Column::Person)
        .filter(read::Column::Post.eq(post))
        .into_tuple()
        .all(&on.conn())
        .await?)
}
