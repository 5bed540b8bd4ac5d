//! Bookings that belong to an event: made, moved and called off within the act that does the same with the event.

use yakusho_kernel::{Cx, Fault, Permit, Tx};

use super::book::{entry, placed};
use super::ground::{Ground, refuse};
use super::queue;
use super::read::{BookingRow, rows};
use super::tell::ask_approval;
use crate::booking::error::BookingError;
use crate::booking::model::{Booker, Booking, BookingId, BookingState, Wish};
use crate::booking::{policy, store};
use crate::event::EventId;
use crate::facility::{Facility, FacilityId, Slot, check, locked_all, tied, ties_of};

/// What the bookings of an event say of it.
#[derive(Clone, Copy, Debug)]
pub struct About<'e> {
    /// The event.
    pub event: EventId,
    /// What for: its title.
    pub purpose: &'e str,
    /// Whether others see only that the facility is taken.
    pub private: bool,
}

/// A facility that an event is to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Want {
    /// Which facility.
    pub facility: FacilityId,
    /// When.
    pub slot: Slot,
    /// How many.
    pub quantity: i32,
}

/// Books facilities for an event, all of them or none, in the caller's transaction. The actor must have the right to
/// book each; each booking leaves an entry of its own.
///
/// # Errors
/// [`BookingError::Taken`] with everything that stands against any of them. The caller then lets its transaction go.
pub async fn hold(
    tx: &Tx,
    about: About<'_>,
    wants: &[Want],
) -> Result<Vec<BookingId>, BookingError> {
    let cx = tx.cx();
    let by = Booker::of(cx)?;
    let ids: Vec<FacilityId> = wants.iter().map(|want| want.facility).collect();
    let facilities = locked_all(tx, &ids).await?;
    let (mut made, mut clashes) = (Vec::new(), Vec::new());
    // Facilities of an event are few, and each has its own ground.
    for facility in &facilities {
        let own = || wants.iter().filter(|want| want.facility == facility.id);
        let Some(time) = hull(own().map(|want| want.slot)) else {
            continue;
        };
        let ties = tied(tx, cx, facility).await?;
        let mut ground = Ground::of(tx, facility, time).await?;
        for want in own() {
            let permit = policy::may_book(cx, facility.id, ties)?;
            let wish = Wish {
                slot: want.slot,
                quantity: want.quantity,
                purpose: about.purpose.to_owned(),
                private: about.private,
            };
            let with = |booking: &mut Booking| booking.event = Some(about.event);
            match placed(tx, &permit, &mut ground, ties, wish, by, false, with).await {
                Ok(booking) => {
                    made.push(booking.id);
                    tx.record(entry(permit, &booking)).await?;
                }
                Err(BookingError::Taken(found)) => clashes.extend(found),
                Err(other) => return Err(other),
            }
        }
    }
    if clashes.is_empty() {
        Ok(made)
    } else {
        Err(BookingError::Taken(clashes))
    }
}

/// Moves the bookings of an event in the caller's transaction, whose permit to move the event is enough: each to the slot
/// that `to` gives for its own, or, where that is none, calls it off. Who waited for what is left gets it.
///
/// # Errors
/// [`BookingError::Taken`] with everything that stands against any of them. The caller then lets its transaction go.
pub async fn shift(
    tx: &Tx,
    permit: &Permit,
    event: EventId,
    to: impl Fn(Slot) -> Option<Slot> + Send,
) -> Result<(), BookingError> {
    let cx = tx.cx();
    let (facilities, bookings) = held_by(tx, event).await?;
    let mut clashes = Vec::new();
    for facility in &facilities {
        let own = || bookings.iter().filter(|one| one.facility == facility.id);
        let moved: Vec<(Booking, Option<Slot>)> = own()
            .map(|booking| (booking.clone(), to(booking.slot)))
            .filter(|(booking, slot)| *slot != Some(booking.slot))
            .collect();
        // All leave their places before any takes a new one, since that may be another's.
        let mut leaving = Vec::with_capacity(moved.len());
        for (mut booking, slot) in moved {
            booking.state = BookingState::Cancelled;
            store::save(tx, permit, facility, &mut booking).await?;
            leaving.push((booking, slot));
        }
        let slots = leaving.iter().filter_map(|(_, slot)| *slot);
        if let Some(time) = hull(slots) {
            let ties = ties_of(tx, cx, facility).await?;
            let mut ground = Ground::of(tx, facility, time).await?;
            for (booking, slot) in &mut leaving {
                let Some(slot) = *slot else { continue };
                check(facility, slot, booking.quantity, cx.now())?;
                let against = ground.obstacles(slot, booking.quantity, Some(booking.id));
                if !against.is_nothing() {
                    match refuse::<()>(tx, cx, facility, ties, against).await {
                        Err(BookingError::Taken(found)) => clashes.extend(found),
                        other => other?,
                    }
                    continue;
                }
                let state = ground.state(ties);
                booking.put(cx, facility, slot, state);
                store::save(tx, permit, facility, booking).await?;
                ground.take(booking);
                ask_approval(tx, facility, booking).await?;
            }
        }
        queue::promote(tx, facility).await?;
    }
    if clashes.is_empty() {
        Ok(())
    } else {
        Err(BookingError::Taken(clashes))
    }
}

/// Calls off all that an event still has, in the caller's transaction, whose permit to call the event off is enough.
pub async fn release(tx: &Tx, permit: &Permit, event: EventId) -> Result<(), Fault> {
    shift(tx, permit, event, |_| None)
        .await
        .map_err(Fault::from)
}

/// The bookings of events, as the actor gets them; those that were called off are left out.
pub async fn of_events(cx: &Cx, events: &[EventId]) -> Result<Vec<BookingRow>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let bookings = store::of_event(&cx.reader(), events).await?;
    rows(cx, bookings).await
}

/// The bookings of an event that can still be moved, with their facilities, which are held until the act ends.
async fn held_by(tx: &Tx, event: EventId) -> Result<(Vec<Facility>, Vec<Booking>), Fault> {
    let known = open_of(tx, event).await?;
    let ids: Vec<FacilityId> = known.iter().map(|booking| booking.facility).collect();
    if ids.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let facilities = locked_all(tx, &ids).await?;
    // Now that nobody else can, what they are is read again.
    let bookings = open_of(tx, event).await?;
    Ok((facilities, bookings))
}

async fn open_of(on: &Tx, event: EventId) -> Result<Vec<Booking>, Fault> {
    let mut bookings = store::of_event(on, &[event]).await?;
    let now = on.cx().now();
    bookings.retain(|booking| booking.state.is_open() && booking.slot.ends_at > now);
    Ok(bookings)
}

/// The shortest time that covers all of them.
fn hull(slots: impl Iterator<Item = Slot> + Clone) -> Option<Slot> {
    let starts_at = slots.clone().map(|slot| slot.starts_at).min()?;
    let ends_at = slots.map(|slot| slot.ends_at).max()?;
    Slot::new(starts_at, ends_at)
}
