//! Table `compliance_provisions`, one by one.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{QuerySelect, QueryTrait as _};
use time::Date;
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use super::rows::provision::{ActiveModel, Column, Entity, Model};
use crate::procedure::CaseId;
use crate::provision::model::{Provision, ProvisionId};

impl From<Model> for Provision {
    fn from(row: Model) -> Self {
        let last = row.valid_until.previous_day().unwrap_or(Date::MIN);
        Self {
            id: row.id,
            case: row.of_case,
            section: row.section,
            data: row.data_set,
            recipient: row.recipient,
            purpose: row.purpose,
            days: (row.valid_from, last),
            granted_on: row.granted_on,
        }
    }
}

pub(crate) fn insert(tx: &Tx, _: &Permit, one: &Provision) {
    let row = ActiveModel {
        id: Set(one.id),
        of_case: Set(one.case),
        section: Set(one.section),
        data_set: Set(one.data),
        recipient: Set(one.recipient.clone()),
        purpose: Set(one.purpose.clone()),
        valid_from: Set(one.days.0),
        valid_until: Set(one.days.1.next_day().unwrap_or(Date::MAX)),
        granted_on: Set(one.granted_on),
    };
    tx.later(Entity::insert(row).as_query());
}

pub(crate) async fn find(on: &impl Reading, id: ProvisionId) -> Result<Option<Provision>, DbError> {
    let row = Entity::find_by_id(id).one(&on.conn()).await?;
    Ok(row.map(Provision::from))
}

/// The provision that a case granted.
pub(crate) async fn of_case(on: &impl Reading, case: CaseId) -> Result<Option<Provision>, DbError> {
    let found = Entity::find().filter(Column::OfCase.eq(case));
    let row = found.one(&on.conn()).await?;
    Ok(row.map(Provision::from))
}

/// Keeps every other act from changing what belongs to the provision until this one ends.
pub(crate) async fn lock(tx: &Tx, id: ProvisionId) -> Result<(), DbError> {
    let _: Option<ProvisionId> = Entity::find_by_id(id)
        .select_only()
        .column(Column::Id)
        .lock_exclusive()
        .into_tuple()
        .one(&tx.conn())
        .await?;
    Ok(())
}
