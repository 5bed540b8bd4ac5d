//! Table `compliance_releases`: written once, and never changed.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use time::Date;
use yakusho_kernel::stored::{from_json, to_json};
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use super::below;
use super::rows::release::{ActiveModel, Column, Entity, Model};
use crate::provision::model::{ProvisionId, Release, ReleaseId};

impl TryFrom<Model> for Release {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            provision: row.provision,
            on: row.released_on,
            what: row.what,
            records: u32::try_from(row.records).unwrap_or(u32::MAX),
            digest: row.digest,
            how: row.how,
            received_by: row.received_by,
            handed_by: row.handed_by,
            handed_name: row.handed_name,
            at: row.at,
            doer: from_json(row.doer)?,
        })
    }
}

pub(crate) async fn insert_release(tx: &Tx, _: &Permit, one: &Release) -> Result<(), DbError> {
    let row = ActiveModel {
        id: Set(one.id),
        provision: Set(one.provision),
        released_on: Set(one.on),
        what: Set(one.what.clone()),
        records: Set(one.records.into()),
        digest: Set(one.digest.clone()),
        how: Set(one.how.clone()),
        received_by: Set(one.received_by.clone()),
        handed_by: Set(one.handed_by),
        handed_name: Set(one.handed_name.clone()),
        at: Set(one.at),
        doer: Set(to_json(&one.doer)?),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// The day of the last release.
pub(crate) async fn last_release(
    on: &impl Reading,
    provision: ProvisionId,
) -> Result<Option<Date>, DbError> {
    let last: Option<Date> = Entity::find()
        .select_only()
        .column(Column::ReleasedOn)
        .filter(Column::Provision.eq(provision))
        .order_by_desc(Column::ReleasedOn)
        .order_by_desc(Column::Id)
        .limit(1)
        .into_tuple()
        .one(&on.conn())
        .await?;
    Ok(last)
}

/// Releases after a place among them, the last first, at most `size`.
pub(crate) async fn releases(
    on: &impl Reading,
    provision: ProvisionId,
    after: Option<(i32, ReleaseId)>,
    size: usize,
) -> Result<Vec<Release>, DbError> {
    let mut find = Entity::find().filter(Column::Provision.eq(provision));
    if let Some(place) = after {
        find = find.filter(below(Column::ReleasedOn, Column::Id, place));
    }
    let rows = find
        .order_by_desc(Column::ReleasedOn)
        .order_by_desc(Column::Id)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Release::try_from).collect()
}
