//! Table `document_webdav_files`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Tx};

use super::rows::file;
use crate::webdav::LooseId;
use crate::webdav::model::{KEPT, LooseRow};

impl From<file::Model> for LooseRow {
    fn from(row: file::Model) -> Self {
        Self {
            id: row.id,
            place: row.place,
            name: row.name,
            file: row.file,
            aside: row.aside.map(|document| (document, row.was)),
            at: row.at,
        }
    }
}

/// What a person keeps in a place, by name.
pub(in crate::webdav) async fn loose_in(
    on: &impl Reading,
    place: Uuid,
    person: PersonId,
    now: yakusho_kernel::Timestamp,
) -> Result<Vec<LooseRow>, DbError> {
    let rows = file::Entity::find()
        .filter(file::Column::Place.eq(place))
        .filter(file::Column::Person.eq(person))
        .filter(file::Column::At.gt(now.plus(-KEPT)))
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().map(LooseRow::from).collect())
}

/// Keeps a file of a person, in place of one of that name, and forgets those whose time is over.
pub(in crate::webdav) async fn put_loose(
    tx: &Tx,
    _: &Permit,
    person: PersonId,
    row: LooseRow,
) -> Result<(), DbError> {
    file::Entity::delete_many()
        .filter(file::Column::At.lte(tx.cx().now().plus(-KEPT)))
        .exec(&tx.conn())
        .await?;
    // One that was moved goes from where it was.
    file::Entity::delete_by_id(row.id).exec(&tx.conn()).await?;
    let (aside, was) = row.aside.unzip();
    let columns = [
        file::Column::Place,
        file::Column::Person,
        file::Column::Name,
    ];
    let over = OnConflict::columns(columns)
        .update_columns([
            file::Column::Id,
            file::Column::File,
            file::Column::Aside,
            file::Column::Was,
            file::Column::At,
        ])
        .to_owned();
    let row = file::ActiveModel {
        id: Set(row.id),
        place: Set(row.place),
        person: Set(person),
        name: Set(row.name),
        file: Set(row.file),
        aside: Set(aside),
        was: Set(was.unwrap_or_default()),
        at: Set(row.at),
    };
    file::Entity::insert(row)
        .on_conflict(over)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Forgets a file of a person.
pub(in crate::webdav) async fn drop_loose(tx: &Tx, _: &Permit, id: LooseId) -> Result<(), DbError> {
    file::Entity::delete_by_id(id).exec(&tx.conn()).await?;
    Ok(())
}
