//! Table `booking_events`: the facilities that events are to have.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use super::rows::wanted::{ActiveModel, Column, Entity};
use crate::booking::model::Wanted;
use crate::event::EventId;
use crate::facility::FacilityId;

/// The facilities that events are to have, event by event.
pub(in crate::booking) async fn wanted(
    on: &impl Reading,
    events: &[EventId],
) -> Result<Vec<(EventId, Wanted)>, DbError> {
    let rows = Entity::find()
        .filter(Column::Event.is_in(events.iter().copied()))
        .order_by_asc(Column::Event)
        .order_by_asc(Column::Facility)
        .all(&on.conn())
        .await?;
    let wanted = rows.into_iter().map(|row| {
        let wanted = Wanted {
            facility: row.facility,
            quantity: row.quantity,
        };
        (row.event, wanted)
    });
    Ok(wanted.collect())
}

/// Writes these in the place of those that the events had.
pub(in crate::booking) async fn put_wanted(
    tx: &Tx,
    _: &Permit,
    events: &[EventId],
    wanted: Vec<(EventId, Wanted, bool)>,
) -> Result<(), DbError> {
    Entity::delete_many()
        .filter(Column::Event.is_in(events.iter().copied()))
        .exec(&tx.conn())
        .await?;
    let rows: Vec<ActiveModel> = wanted
        .into_iter()
        .map(|(event, wanted, goes_on)| ActiveModel {
            event: Set(event),
            facility: Set(wanted.facility),
            quantity: Set(wanted.quantity),
            goes_on: Set(goes_on),
        })
        .collect();
    if !rows.is_empty() {
        Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// The events of which more dates are to have facilities.
pub(in crate::booking) async fn going_on(on: &impl Reading) -> Result<Vec<EventId>, DbError> {
    let events = Entity::find()
        .select_only()
        .column(Column::Event)
        .distinct()
        .filter(Column::GoesOn.eq(true))
        .into_tuple()
        .all(&on.conn())
        .await?;
    Ok(events)
}

/// Has no event have that facility any more.
pub(in crate::booking) async fn unwant(
    tx: &Tx,
    _: &Permit,
    facility: FacilityId,
) -> Result<(), DbError> {
    Entity::delete_many()
        .filter(Column::Facility.eq(facility))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
