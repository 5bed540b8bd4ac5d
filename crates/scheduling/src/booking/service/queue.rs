//! Those who wait.

use yakusho_kernel::{Fault, Tx};

use super::book::entry;
use super::ground::Ground;
use super::tell::{ask_approval, tell_owner};
use crate::booking::model::{Booking, BookingState};
use crate::booking::{notices, policy, store};
use crate::facility::{Facility, Slot, check};

/// Gives what is free to those who wait for the facility, the first to come first, in the act that freed it. Whoever asks
/// for what is still not to be had keeps waiting, and holds up nobody behind.
pub(crate) async fn promote(tx: &Tx, facility: &Facility) -> Result<(), Fault> {
    let cx = tx.cx();
    let waiting = store::queue(tx, facility.id, cx.now()).await?;
    let Some(time) = hull(&waiting) else {
        return Ok(());
    };
    let mut ground = Ground::of(tx, facility, time).await?;
    for mut booking in waiting {
        let (slot, quantity) = (booking.slot, booking.quantity);
        let sound = check(facility, slot, quantity, cx.now()).is_ok();
        if !sound || !ground.obstacles(slot, quantity, None).is_nothing() {
            continue;
        }
        let state = match facility.settings.approval {
            Some(_) => BookingState::Tentative,
            None => BookingState::Confirmed,
        };
        booking.put(cx, facility, slot, state);
        let permit = policy::may_promote(cx);
        store::save(tx, &permit, facility, &mut booking).await?;
        ground.take(&booking);
        ask_approval(tx, facility, &booking).await?;
        tell_owner(tx, notices::PROMOTED, facility, &booking).await?;
        tx.record(entry(permit, &booking)).await?;
    }
    Ok(())
}

/// The shortest time that covers all of them.
fn hull(bookings: &[Booking]) -> Option<Slot> {
    let starts_at = bookings
        .iter()
        .map(|booking| booking.slot.starts_at)
        .min()?;
    let ends_at = bookings.iter().map(|booking| booking.slot.ends_at).max()?;
    Slot::new(starts_at, ends_at)
}
