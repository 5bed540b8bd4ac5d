//! The facilities of events, as programs outside are told of them.

use std::collections::HashSet;

use yakusho_kernel::{Cx, DbError, Fault, Permit, Reading, Tx};

use crate::booking::model::{Booking, BookingState, Wanted};
use crate::booking::store;
use crate::event::{self, EventId};
use crate::facility::store::Asked;
use crate::facility::{Facility, seen_with_ties};

/// A facility that an event is to have.
#[derive(Clone, Debug)]
pub(crate) struct Had {
    pub(crate) event: EventId,
    pub(crate) wanted: Wanted,
    /// The facility, for those who may see it.
    pub(crate) facility: Option<Facility>,
    /// How it stands: tentative, if one of its bookings is; none, if there is none.
    pub(crate) state: Option<BookingState>,
}

/// The facilities that these events are to have, event by event.
pub(crate) async fn had(on: &impl Reading, cx: &Cx, events: &[EventId]) -> Result<Vec<Had>, Fault> {
    let wanted = store::wanted(on, events).await?;
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let ids: HashSet<_> = wanted.iter().map(|(_, wanted)| wanted.facility).collect();
    let asked = Asked {
        ids: Some(ids.into_iter().collect()),
        retired: true,
        ..Asked::default()
    };
    let seen = seen_with_ties(on, cx, &asked).await?;
    let mut events: Vec<EventId> = wanted.iter().map(|(event, _)| *event).collect();
    events.dedup();
    let states = store::states_of_events(on, &events).await?;
    let had = wanted.into_iter().map(|(event, wanted)| {
        let of = |(other, facility, _): &&(EventId, _, BookingState)| {
            (*other, *facility) == (event, wanted.facility)
        };
        let mut own = states.iter().filter(of).map(|(_, _, state)| *state);
        let tentative = own.clone().find(|state| *state == BookingState::Tentative);
        let facility = seen.iter().map(|(row, _)| &row.facility);
        Had {
            event,
            wanted,
            facility: facility
                .clone()
                .find(|it| it.id == wanted.facility)
                .cloned(),
            state: tentative.or_else(|| own.next()),
        }
    });
    Ok(had.collect())
}

/// Counts it as a change of the events to which the bookings belong, for programs that keep copies of them. It comes last
/// of what an act holds, and once.
pub(super) async fn tell_events(
    tx: &Tx,
    permit: &Permit,
    bookings: &[Booking],
) -> Result<(), DbError> {
    let events: Vec<EventId> = bookings
        .iter()
        .filter_map(|booking| booking.event)
        .collect();
    if events.is_empty() {
        return Ok(());
    }
    event::store::note(tx, permit, &events).await
}
