//! Table `compliance_provision_events`: written once, and never changed.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use yakusho_kernel::stored::{from_json, known, to_json};
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use super::below;
use super::rows::event::{ActiveModel, Column, Entity, Model};
use crate::provision::model::{Event, EventId, EventKind, ProvisionId};

impl TryFrom<Model> for Event {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            provision: row.provision,
            kind: known(&row.kind, EventKind::from_code)?,
            on: row.happened_on,
            what: row.what,
            how: row.how,
            files: from_json(row.files)?,
            at: row.at,
            doer: from_json(row.doer)?,
        })
    }
}

pub(crate) async fn insert_event(tx: &Tx, _: &Permit, one: &Event) -> Result<(), DbError> {
    let row = ActiveModel {
        id: Set(one.id),
        provision: Set(one.provision),
        kind: Set(one.kind.code().to_owned()),
        happened_on: Set(one.on),
        what: Set(one.what.clone()),
        how: Set(one.how.clone()),
        files: Set(to_json(&one.files)?),
        at: Set(one.at),
        doer: Set(to_json(&one.doer)?),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Events after a place among them, the last first, at most `size`.
pub(crate) async fn events(
    on: &impl Reading,
    provision: ProvisionId,
    after: Option<(i32, EventId)>,
    size: usize,
) -> Result<Vec<Event>, DbError> {
    let mut find = Entity::find().filter(Column::Provision.eq(provision));
    if let Some(place) = after {
        find = find.filter(below(Column::HappenedOn, Column::Id, place));
    }
    let rows = find
        .order_by_desc(Column::HappenedOn)
        .order_by_desc(Column::Id)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Event::try_from).collect()
}
