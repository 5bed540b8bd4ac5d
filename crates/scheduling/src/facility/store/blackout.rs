//! Table `facility_blackouts`.

use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use yakusho_kernel::{DbError, Fault, Permit, Reading, Timestamp, Tx};

use super::rows::blackout;
use crate::facility::model::{Blackout, BlackoutId, FacilityId, Slot};
use yakusho_kernel::stored::one;

impl From<blackout::Model> for Blackout {
    fn from(row: blackout::Model) -> Self {
        Self {
            id: row.id,
            facility: row.facility,
            slot: Slot {
                starts_at: row.starts_at,
                ends_at: row.ends_at,
            },
            reason: row.reason,
            set_by: row.set_by,
        }
    }
}

/// The blackouts of facilities that have a part in that time and were not lifted.
pub(crate) async fn blackouts(
    on: &impl Reading,
    facilities: &[FacilityId],
    from: Timestamp,
    until: Option<Timestamp>,
) -> Result<Vec<Blackout>, DbError> {
    let mut find = blackout::Entity::find()
        .filter(blackout::Column::Facility.is_in(facilities.iter().copied()))
        .filter(blackout::Column::Lifted.eq(false))
        .filter(blackout::Column::EndsAt.gt(from));
    if let Some(until) = until {
        find = find.filter(blackout::Column::StartsAt.lt(until));
    }
    let rows = find
        .order_by_asc(blackout::Column::StartsAt)
        .order_by_asc(blackout::Column::Id)
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().map(Blackout::from).collect())
}

pub(in crate::facility) async fn blackout(
    on: &impl Reading,
    id: BlackoutId,
) -> Result<Option<Blackout>, DbError> {
    let row = blackout::Entity::find_by_id(id)
        .filter(blackout::Column::Lifted.eq(false))
        .one(&on.conn())
        .await?;
    Ok(row.map(Blackout::from))
}

pub(in crate::facility) async fn insert_blackout(
    tx: &Tx,
    _: &Permit,
    blackout: &Blackout,
) -> Result<(), DbError> {
    let row = blackout::ActiveModel {
        id: Set(blackout.id),
        facility: Set(blackout.facility),
        starts_at: Set(blackout.slot.starts_at),
        ends_at: Set(blackout.slot.ends_at),
        reason: Set(blackout.reason.clone()),
        set_by: Set(blackout.set_by),
        set_at: Set(tx.cx().now()),
        lifted: Set(false),
    };
    blackout::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(in crate::facility) async fn lift(tx: &Tx, _: &Permit, id: BlackoutId) -> Result<(), Fault> {
    let lifted = blackout::Entity::update_many()
        .col_expr(blackout::Column::Lifted, Expr::value(true))
        .filter(blackout::Column::Id.eq(id))
        .filter(blackout::Column::Lifted.eq(false))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(lifted.rows_affected)
}
