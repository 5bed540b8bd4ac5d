//! Table `board_reads`: who has read and confirmed what. A row is written when somebody does, never before.

use std::collections::{HashMap, HashSet};

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{QuerySelect, QueryTrait};
use yakusho_kernel::{DbError, Permit, PersonId, ProxyKind, Reading, Tx};

use super::rows::read;
use crate::Authorship;
use crate::board::model::{BoardPostId, Mark};

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

/// Marks a version as read by a person; the time of the first reading stays.
pub(crate) fn see(tx: &Tx, person: PersonId, post: BoardPostId, version: i32) {
    let seen = read::Entity::insert(row(tx, person, post, version))
        .on_conflict(key().update_column(read::Column::Version).to_owned());
    tx.later(seen.as_query());
}

/// Confirms a version for the one whose act it is; false if it was confirmed before.
pub(crate) async fn confirm(
    tx: &Tx,
    _: &Permit,
    by: Authorship,
    post: BoardPostId,
    version: i32,
) -> Result<bool, DbError> {
    read::Entity::insert(row(tx, by.author, post, version))
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
        .filter(read::Column::Post.eq(post))
        .filter(read::Column::ConfirmedAt.is_null())
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

/// Who has confirmed each of the posts.
pub(crate) async fn confirmed_of(
    on: &impl Reading,
    posts: impl IntoIterator<Item = BoardPostId>,
) -> Result<HashSet<(BoardPostId, PersonId)>, DbError> {
    let pairs: Vec<(BoardPostId, PersonId)> = read::Entity::find()
        .select_only()
        .columns([read::Column::Post, read::Column::Person])
        .filter(read::Column::Post.is_in(posts))
        .filter(read::Column::ConfirmedAt.is_not_null())
        .into_tuple()
        .all(&on.conn())
        .await?;
    Ok(pairs.into_iter().collect())
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
