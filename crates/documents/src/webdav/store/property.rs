//! Table `document_webdav_properties`.

use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder as _;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use super::rows::{lock, property};
use crate::webdav::model::{Dead, LooseId, Thing};

/// The properties of things, each with its thing, by their names.
pub(in crate::webdav) async fn properties(
    on: &impl Reading,
    things: &[Uuid],
) -> Result<Vec<(Thing, Dead)>, DbError> {
    let rows = property::Entity::find()
        .filter(property::Column::Thing.is_in(things.iter().copied()))
        .order_by_asc(property::Column::Space)
        .order_by_asc(property::Column::Local)
        .all(&on.conn())
        .await?;
    let read = rows.into_iter().map(|row| {
        let thing = Thing {
            id: row.thing,
            file: row.file,
        };
        let dead = Dead {
            space: row.space,
            local: row.local,
            element: Some(row.element),
        };
        (thing, dead)
    });
    Ok(read.collect())
}

/// Sets properties of a thing, and takes away those without a value.
pub(in crate::webdav) async fn put_properties(
    tx: &Tx,
    _: &Permit,
    thing: &Thing,
    changes: &[Dead],
) -> Result<(), DbError> {
    for Dead {
        space,
        local,
        element,
    } in changes
    {
        property::Entity::delete_many()
            .filter(property::Column::Thing.eq(thing.id))
            .filter(property::Column::File.eq(&thing.file))
            .filter(property::Column::Space.eq(space))
            .filter(property::Column::Local.eq(local))
            .exec(&tx.conn())
            .await?;
        if let Some(element) = element {
            let row = property::ActiveModel {
                thing: Set(thing.id),
                file: Set(thing.file.clone()),
                space: Set(space.clone()),
                local: Set(local.clone()),
                element: Set(element.clone()),
            };
            property::Entity::insert(row)
                .exec_without_returning(&tx.conn())
                .await?;
        }
    }
    Ok(())
}

/// Has what hangs on a file that was no document's hang on the document that it became.
pub(in crate::webdav) async fn pass_on(
    tx: &Tx,
    _: &Permit,
    from: LooseId,
    to: &Thing,
) -> Result<(), DbError> {
    let from = uuid::Uuid::from(from);
    property::Entity::update_many()
        .col_expr(property::Column::Thing, Expr::value(to.id))
        .col_expr(property::Column::File, Expr::value(to.file.as_str()))
        .filter(property::Column::Thing.eq(from))
        .exec(&tx.conn())
        .await?;
    lock::Entity::update_many()
        .col_expr(lock::Column::Thing, Expr::value(to.id))
        .col_expr(lock::Column::File, Expr::value(to.file.as_str()))
        .filter(lock::Column::Thing.eq(from))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Forgets what programs noted of a thing that is no more.
pub(crate) async fn forget(tx: &Tx, _: &Permit, thing: impl Into<Uuid>) -> Result<(), DbError> {
    property::Entity::delete_many()
        .filter(property::Column::Thing.eq(thing.into()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
