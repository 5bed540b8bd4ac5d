//! Table `document_webdav_locks`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Timestamp, Tx};

use super::rows::lock;
use crate::cabinet::{Folder, store as cabinet_store};
use crate::webdav::model::{Held, Thing};

impl From<lock::Model> for Held {
    fn from(row: lock::Model) -> Self {
        Self {
            token: row.id,
            thing: Thing {
                id: row.thing,
                file: row.file,
            },
            person: row.person,
            owner: row.owner,
            exclusive: row.exclusive,
            deep: row.deep,
            until: row.until,
            before: row.before,
        }
    }
}

/// Every token that holds at that time: few, since each is somebody's who works this very hour.
pub(in crate::webdav) async fn held(
    on: &impl Reading,
    now: Timestamp,
) -> Result<Vec<Held>, DbError> {
    let rows = lock::Entity::find()
        .filter(lock::Column::Until.gt(now))
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().map(Held::from).collect())
}

/// Whether somebody else holds a folder, with all that is below it, in which that one lies.
pub(crate) async fn holds_off(
    on: &impl Reading,
    folder: &Folder,
    person: Option<PersonId>,
    now: Timestamp,
) -> Result<bool, DbError> {
    let mut held = held(on, now).await?;
    held.retain(|held| held.deep && Some(held.person) != person);
    if held.is_empty() {
        return Ok(false);
    }
    let path = cabinet_store::path(on, folder).await?;
    let is_above = |held: &Held| {
        path.iter()
            .any(|above| Uuid::from(above.id) == held.thing.id)
    };
    Ok(held.iter().any(is_above))
}

/// Keeps a token, and forgets those whose time is over.
pub(in crate::webdav) async fn hold(tx: &Tx, _: &Permit, held: &Held) -> Result<(), DbError> {
    lock::Entity::delete_many()
        .filter(lock::Column::Until.lte(tx.cx().now()))
        .exec(&tx.conn())
        .await?;
    let row = lock::ActiveModel {
        id: Set(held.token),
        thing: Set(held.thing.id),
        file: Set(held.thing.file.clone()),
        person: Set(held.person),
        owner: Set(held.owner.clone()),
        exclusive: Set(held.exclusive),
        deep: Set(held.deep),
        until: Set(held.until),
        before: Set(held.before),
    };
    lock::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Has a token hold until another time.
pub(in crate::webdav) async fn prolong(
    tx: &Tx,
    _: &Permit,
    token: Uuid,
    until: Timestamp,
) -> Result<(), DbError> {
    lock::Entity::update_many()
        .col_expr(lock::Column::Until, Expr::value(until))
        .filter(lock::Column::Id.eq(token))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Forgets a token.
pub(in crate::webdav) async fn release(tx: &Tx, _: &Permit, token: Uuid) -> Result<(), DbError> {
    lock::Entity::delete_by_id(token).exec(&tx.conn()).await?;
    Ok(())
}

/// Forgets every token on a thing, whose lock was given back or broken.
pub(crate) async fn release_all(
    tx: &Tx,
    _: &Permit,
    thing: impl Into<Uuid>,
) -> Result<(), DbError> {
    lock::Entity::delete_many()
        .filter(lock::Column::Thing.eq(thing.into()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
