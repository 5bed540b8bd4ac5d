//! Table `circulation_watches`.

use sea_orm::ActiveValue::Set;
use sea_orm::QuerySelect;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Tx};

use super::rows::watch;
use crate::circulation::model::CirculationId;

/// Puts a circulation on a person's watch list.
pub(crate) async fn watch(
    tx: &Tx,
    _: &Permit,
    person: PersonId,
    id: CirculationId,
) -> Result<(), DbError> {
    let row = watch::ActiveModel {
        person: Set(person),
        circulation: Set(id),
    };
    let once = OnConflict::columns([watch::Column::Person, watch::Column::Circulation])
        .do_nothing()
        .to_owned();
    watch::Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Takes it off again.
pub(crate) async fn unwatch(
    tx: &Tx,
    _: &Permit,
    person: PersonId,
    id: CirculationId,
) -> Result<(), DbError> {
    watch::Entity::delete_by_id((person, id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Whether it is on the person's list.
pub(crate) async fn is_watched(
    on: &impl Reading,
    person: PersonId,
    id: CirculationId,
) -> Result<bool, DbError> {
    let row = watch::Entity::find_by_id((person, id))
        .one(&on.conn())
        .await?;
    Ok(row.is_some())
}

/// Who watches these circulations.
pub(crate) async fn watchers(
    on: &impl Reading,
    ids: &[CirculationId],
) -> Result<Vec<(CirculationId, PersonId)>, DbError> {
    Ok(watch::Entity::find()
        .select_only()
        .columns([watch::Column::Circulation, watch::Column::Person])
        .filter(watch::Column::Circulation.is_in(ids.iter().copied()))
        .into_tuple()
        .all(&on.conn())
        .await?)
}
