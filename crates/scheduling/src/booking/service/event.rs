//! Bookings that belong to events: made, moved and called off within the act that does the same with these.

use std::collections::BTreeSet;

use yakusho_kernel::{Cx, DbError, Fault, Invalid, Permit, Reading, Timestamp, Tx};

use super::book::{entry, placed};
use super::ground::{Ground, refuse};
use super::queue;
use super::read::{BookingRow, rows};
use super::series::{OnTaken, horizon, refused, ties_of_booker};
use super::tell::ask_approval;
use crate::booking::error::{BookingError, Clash};
use crate::booking::model::{Booker, Booking, BookingState, Wanted, Wish};
use crate::booking::{policy, store};
use crate::event::EventId;
use crate::facility::{Facility, FacilityId, Slot, check, locked_all, tied, ties_of};
use crate::recurrence::SeriesError;

/// What an event is to have from now on.
pub(crate) struct Following<'e> {
    /// The event.
    pub(crate) event: EventId,
    /// What for: its title.
    pub(crate) purpose: &'e str,
    /// Whether others see only that the facilities are taken.
    pub(crate) private: bool,
    /// Who made it.
    pub(crate) by: Booker,
    /// The facilities, each once.
    pub(crate) facilities: Vec<Wanted>,
    /// Whether more of its dates are to come than are booked at once.
    pub(crate) goes_on: bool,
    /// The times of the event; of a series, those that begin in a time.
    pub(crate) slots: Box<dyn Fn(Slot) -> Result<Vec<Slot>, SeriesError> + Send + Sync + 'e>,
}

/// A time for which an event is to have a facility.
#[derive(Clone, Copy)]
struct Want<'w> {
    slot: Slot,
    quantity: i32,
    of: &'w Following<'w>,
}

impl Want<'_> {
    fn wish(&self) -> Wish {
        Wish {
            slot: self.slot,
            quantity: self.quantity,
            purpose: self.of.purpose.to_owned(),
            private: self.of.private,
        }
    }

    /// Has the booking say what its event says; whether it said something else.
    fn relabel(&self, booking: &mut Booking) -> bool {
        let says = |booking: &Booking| (booking.event, booking.purpose.clone(), booking.private);
        let before = says(booking);
        booking.event = Some(self.of.event);
        self.of.purpose.clone_into(&mut booking.purpose);
        booking.private = self.of.private;
        says(booking) != before
    }
}

/// Has the bookings of events be what these are to have from now on, in the caller's transaction: what is there stays, what
/// is left over moves to where one is wanted, and the rest is called off or booked anew. A booking may pass from one of the
/// events to another, and nobody who waits gets it in between. The caller's permit to change the events is enough to move
/// what they have; what is new the actor must have the right to book. Out come the times that could not be had, where the
/// rest is to be booked all the same.
///
/// # Errors
/// [`BookingError::Taken`] with everything that stands against any of it, and the fields `facilities.ID` with what a
/// facility does not allow. The caller then lets its transaction go.
pub(crate) async fn follow(
    tx: &Tx,
    permit: &Permit,
    events: &[Following<'_>],
    on_taken: OnTaken,
) -> Result<Vec<Clash>, BookingError> {
    let ids: Vec<EventId> = events.iter().map(|one| one.event).collect();
    let known = coming(tx, &ids).await?;
    let wanted = events.iter().flat_map(|one| &one.facilities);
    let facilities: BTreeSet<FacilityId> = wanted
        .map(|one| one.facility)
        .chain(known.iter().map(|booking| booking.facility))
        .collect();
    let facilities: Vec<FacilityId> = facilities.into_iter().collect();
    let facilities = locked_all(tx, &facilities).await?;
    let wanted = events.iter().flat_map(|one| {
        let own = one.facilities.iter();
        own.map(|wanted| (one.event, *wanted, one.goes_on))
    });
    store::put_wanted(tx, permit, &ids, wanted.collect()).await?;
    if facilities.is_empty() {
        return Ok(Vec::new());
    }
    // Now that nobody else changes them, what they are is read again.
    let mut known = coming(tx, &ids).await?;
    let mut clashes = Vec::new();
    // An event has few facilities, and each has its own ground.
    for facility in &facilities {
        let own = known.extract_if(.., |booking| booking.facility == facility.id);
        let own: Vec<Booking> = own.collect();
        let followed = follow_at(tx, permit, facility, events, own).await;
        clashes.extend(followed.map_err(|error| error.at(facility.id))?);
    }
    if on_taken == OnTaken::Refuse && !clashes.is_empty() {
        return Err(BookingError::Taken(clashes));
    }
    for facility in &facilities {
        queue::promote(tx, facility).await?;
    }
    Ok(clashes)
}

/// The same of one facility.
async fn follow_at(
    tx: &Tx,
    permit: &Permit,
    facility: &Facility,
    events: &[Following<'_>],
    known: Vec<Booking>,
) -> Result<Vec<Clash>, BookingError> {
    let cx = tx.cx();
    let mut wants = wants(cx, facility, events)?;
    let mut leaving = Vec::new();
    for mut booking in known {
        let place = (booking.slot, booking.quantity);
        let kept = wants
            .iter()
            .position(|want| (want.slot, want.quantity) == place);
        if let Some(want) = kept.map(|at| wants.remove(at)) {
            if want.relabel(&mut booking) {
                store::save(tx, permit, facility, &mut booking).await?;
            }
            continue;
        }
        // All leave their places before any takes a new one, since that may be another's.
        booking.state = BookingState::Cancelled;
        store::save(tx, permit, facility, &mut booking).await?;
        leaving.push(booking);
    }
    let moved = leaving.len().min(wants.len());
    for booking in &leaving[moved..] {
        tx.record(entry(policy::may_follow(cx), booking)).await?;
    }
    let Some(time) = hull(&wants) else {
        return Ok(Vec::new());
    };
    let mut ground = Ground::of(tx, facility, time).await?;
    let mut leaving = leaving.into_iter();
    let mut clashes = Vec::new();
    for want in wants {
        let taken = match leaving.next() {
            Some(booking) => moved_to(tx, permit, &mut ground, want, booking).await,
            None => newly(tx, &mut ground, want).await,
        };
        match taken {
            Err(BookingError::Taken(found)) => clashes.extend(found),
            other => other?,
        }
    }
    Ok(clashes)
}

/// Moves a booking to where it is wanted.
async fn moved_to(
    tx: &Tx,
    permit: &Permit,
    ground: &mut Ground<'_>,
    want: Want<'_>,
    mut booking: Booking,
) -> Result<(), BookingError> {
    let (cx, facility) = (tx.cx(), ground.facility);
    let ties = ties_of(tx, cx, facility).await?;
    check(facility, want.slot, want.quantity, cx.now())?;
    let against = ground.obstacles(want.slot, want.quantity, Some(booking.id));
    if !against.is_nothing() {
        return refuse(tx, cx, facility, ties, against).await;
    }
    booking.quantity = want.quantity;
    want.relabel(&mut booking);
    let state = ground.state(ties);
    booking.put(cx, facility, want.slot, state);
    store::save(tx, permit, facility, &mut booking).await?;
    ground.take(&booking);
    ask_approval(tx, facility, &booking).await?;
    Ok(tx.record(entry(policy::may_follow(cx), &booking)).await?)
}

/// Books what is wanted.
async fn newly(tx: &Tx, ground: &mut Ground<'_>, want: Want<'_>) -> Result<(), BookingError> {
    let (cx, facility) = (tx.cx(), ground.facility);
    // By night, whoever made the event books on.
    let (by, ties) = if cx.actor().is_system() {
        let by = want.of.by;
        (by, ties_of_booker(tx, cx, facility, by).await?)
    } else {
        (Booker::of(cx)?, tied(tx, cx, facility).await?)
    };
    let permit = policy::may_book(cx, facility.id, ties, true)?;
    let with = |booking: &mut Booking| booking.event = Some(want.of.event);
    let booking = placed(tx, &permit, ground, ties, want.wish(), by, false, with).await?;
    Ok(tx.record(entry(permit, &booking)).await?)
}

/// The times that are not over for which the events are to have the facility, the first to begin first.
fn wants<'w>(
    cx: &Cx,
    facility: &Facility,
    events: &'w [Following<'w>],
) -> Result<Vec<Want<'w>>, Invalid> {
    let until = Timestamp::start_of(horizon(facility, cx.today()));
    let Some(ahead) = Slot::new(Timestamp::start_of(cx.today()), until) else {
        return Ok(Vec::new());
    };
    let mut wants = Vec::new();
    for of in events {
        let own = of.facilities.iter();
        for one in own.filter(|one| one.facility == facility.id) {
            let slots = (of.slots)(ahead).map_err(refused)?;
            let coming = slots.into_iter().filter(|slot| slot.ends_at > cx.now());
            wants.extend(coming.map(|slot| Want {
                slot,
                quantity: one.quantity,
                of,
            }));
        }
    }
    wants.sort_by_key(|want| want.slot);
    Ok(wants)
}

/// The facilities that events are to have, event by event.
pub(crate) async fn facilities_of(
    on: &impl Reading,
    events: &[EventId],
) -> Result<Vec<(EventId, Wanted)>, DbError> {
    store::wanted(on, events).await
}

/// The events of which more dates are to have facilities.
pub(crate) async fn events_going_on(on: &impl Reading) -> Result<Vec<EventId>, DbError> {
    store::going_on(on).await
}

/// The bookings of events that can still be moved and called off.
async fn coming(tx: &Tx, events: &[EventId]) -> Result<Vec<Booking>, DbError> {
    let mut bookings = store::of_event(tx, events).await?;
    let now = tx.cx().now();
    bookings.retain(|booking| booking.state.is_open() && booking.slot.ends_at > now);
    Ok(bookings)
}

/// The bookings of events, as the actor gets them; those that were called off are left out.
pub async fn of_events(cx: &Cx, events: &[EventId]) -> Result<Vec<BookingRow>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let bookings = store::of_event(&cx.reader(), events).await?;
    rows(cx, bookings).await
}

/// The shortest time that covers all of them.
fn hull(wants: &[Want<'_>]) -> Option<Slot> {
    let starts_at = wants.iter().map(|want| want.slot.starts_at).min()?;
    let ends_at = wants.iter().map(|want| want.slot.ends_at).max()?;
    Slot::new(starts_at, ends_at)
}
