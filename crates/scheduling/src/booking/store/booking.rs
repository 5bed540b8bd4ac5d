//! Table `bookings`, booking by booking.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use yakusho_kernel::{DbError, Fault, Permit, PersonId, ProxyKind, Reading, Timestamp, Tx};

use super::rows::booking::{ActiveModel, Column, Entity, Model};
use crate::booking::error::FACILITY_TAKEN;
use crate::booking::model::{Booker, Booking, BookingId, BookingState, Done, SeriesId, is_long};
use crate::event::EventId;
use crate::facility::{Facility, FacilityId, Slot};
use yakusho_kernel::stored::{known, one};

/// The guards of the database, as it names them in its refusals.
const GUARDS: [&str; 2] = ["bookings_one_at_a_time", "bookings_within_units"];

/// What holds nothing any more, and waits for nothing.
const GONE: [BookingState; 2] = [BookingState::Cancelled, BookingState::Refused];

/// Rows in one statement.
const CHUNK: usize = 500;

impl TryFrom<Model> for Booking {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        let done = |at: Option<Timestamp>, by: Option<PersonId>| Some(Done { at: at?, by: by? });
        Ok(Self {
            id: row.id,
            facility: row.facility,
            slot: Slot {
                starts_at: row.starts_at,
                ends_at: row.ends_at,
            },
            held: Slot {
                starts_at: row.held_from,
                ends_at: row.held_until,
            },
            quantity: row.quantity,
            purpose: row.purpose,
            private: row.private,
            by: Booker {
                owner: row.owner,
                hand: row.hand,
                proxy: row.proxy.as_deref().and_then(ProxyKind::from_code),
                section: row.section,
            },
            state: known(&row.state, BookingState::from_code)?,
            event: row.event,
            series: row.series,
            approval: row.approval,
            queued_at: row.queued_at,
            decided: done(row.decided_at, row.decided_by),
            reason: row.reason,
            lent: done(row.lent_at, row.lent_by),
            returned: done(row.returned_at, row.returned_by),
            created_at: row.created_at,
            revision: row.revision,
        })
    }
}

fn model(
    cx: &yakusho_kernel::Cx,
    facility: &Facility,
    booking: &Booking,
    revision: i32,
) -> ActiveModel {
    let at = |done: Option<Done>| Set(done.map(|done| done.at));
    let by = |done: Option<Done>| Set(done.map(|done| done.by));
    ActiveModel {
        id: Set(booking.id),
        facility: Set(booking.facility),
        exclusive: Set(facility.settings.kind.is_exclusive()),
        starts_at: Set(booking.slot.starts_at),
        ends_at: Set(booking.slot.ends_at),
        quantity: Set(booking.quantity),
        purpose: Set(booking.purpose.clone()),
        private: Set(booking.private),
        owner: Set(booking.by.owner),
        hand: Set(booking.by.hand),
        proxy: Set(booking.by.proxy.map(|kind| kind.code().to_owned())),
        section: Set(booking.by.section),
        held_from: Set(booking.held.starts_at),
        held_until: Set(booking.held.ends_at),
        long: Set(is_long(booking.held)),
        holds: Set(booking.state.holds()),
        state: Set(booking.state.code().to_owned()),
        event: Set(booking.event),
        series: Set(booking.series),
        approval: Set(booking.approval),
        queued_at: Set(booking.queued_at),
        decided_at: at(booking.decided),
        decided_by: by(booking.decided),
        reason: Set(booking.reason.clone()),
        lent_at: at(booking.lent),
        lent_by: by(booking.lent),
        returned_at: at(booking.returned),
        returned_by: by(booking.returned),
        created_at: Set(booking.created_at),
        changed_at: Set(cx.now()),
        revision: Set(revision),
    }
}

/// What the failure of a statement is: where a guard of the database refuses, that somebody has what is asked for.
fn refused(error: DbErr) -> DbError {
    let text = error.to_string();
    if GUARDS.iter().any(|guard| text.contains(guard)) {
        DbError::Conflict(FACILITY_TAKEN)
    } else {
        error.into()
    }
}

pub(in crate::booking) async fn find(
    on: &impl Reading,
    id: BookingId,
) -> Result<Option<Booking>, DbError> {
    let row = Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(Booking::try_from).transpose()
}

/// The bookings that belong to these events, the first to begin first; those that were called off are left out.
pub(in crate::booking) async fn of_event(
    on: &impl Reading,
    events: &[EventId],
) -> Result<Vec<Booking>, DbError> {
    open_ones(on, Column::Event.is_in(events.iter().copied())).await
}

/// The same of a series.
pub(in crate::booking) async fn of_series(
    on: &impl Reading,
    series: SeriesId,
) -> Result<Vec<Booking>, DbError> {
    open_ones(on, Column::Series.eq(series)).await
}

/// In which states bookings of these events are, facility by facility, but for those that were called off or refused.
pub(in crate::booking) async fn states_of_events(
    on: &impl Reading,
    events: &[EventId],
) -> Result<Vec<(EventId, FacilityId, BookingState)>, DbError> {
    let rows: Vec<(EventId, FacilityId, String)> = Entity::find()
        .select_only()
        .columns([Column::Event, Column::Facility, Column::State])
        .distinct()
        .filter(Column::Event.is_in(events.iter().copied()))
        .filter(Column::State.is_not_in(GONE.map(BookingState::code)))
        .into_tuple()
        .all(&on.conn())
        .await?;
    let rows = rows.into_iter().map(|(event, facility, state)| {
        Ok((event, facility, known(&state, BookingState::from_code)?))
    });
    rows.collect()
}

async fn open_ones(on: &impl Reading, which: Expr) -> Result<Vec<Booking>, DbError> {
    let gone = GONE.map(BookingState::code);
    let rows = Entity::find()
        .filter(which)
        .filter(Column::State.is_not_in(gone))
        .order_by_asc(Column::StartsAt)
        .order_by_asc(Column::Id)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Booking::try_from).collect()
}

/// Writes bookings of one facility.
pub(in crate::booking) async fn insert(
    tx: &Tx,
    _: &Permit,
    facility: &Facility,
    bookings: &[Booking],
) -> Result<(), DbError> {
    for bookings in bookings.chunks(CHUNK) {
        let rows = bookings
            .iter()
            .map(|booking| model(tx.cx(), facility, booking, booking.revision));
        Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await
            .map_err(refused)?;
    }
    Ok(())
}

/// Writes the booking over the one that it was read as, if that is still there.
pub(in crate::booking) async fn save(
    tx: &Tx,
    _: &Permit,
    facility: &Facility,
    booking: &mut Booking,
) -> Result<(), Fault> {
    let saved = Entity::update_many()
        .set(model(tx.cx(), facility, booking, booking.revision + 1))
        .filter(Column::Id.eq(booking.id))
        .filter(Column::Revision.eq(booking.revision))
        .exec(&tx.conn())
        .await
        .map_err(refused)?;
    one(saved.rows_affected)?;
    booking.revision += 1;
    Ok(())
}
