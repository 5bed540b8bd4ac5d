//! Facilities that an event has: booked, moved and called off with it.

use yakusho_kernel::{Fault, Permit, Tx};

use crate::booking::{self, About, Want};
use crate::event::model::Event;
use crate::facility::{FacilityId, Slot};

/// The time for which an event has its facilities.
fn slot(event: &Event) -> Option<Slot> {
    let (from, until) = event.content.when.span();
    Slot::new(from, until)
}

/// Books facilities for a new event, all of them or none.
pub(super) async fn hold(
    tx: &Tx,
    event: &Event,
    facilities: &[(FacilityId, i32)],
) -> Result<(), Fault> {
    let Some(slot) = slot(event) else {
        return Ok(());
    };
    let wants = facilities.iter().map(|(facility, quantity)| Want {
        facility: *facility,
        slot,
        quantity: *quantity,
    });
    let wants: Vec<Want> = wants.collect();
    if wants.is_empty() {
        return Ok(());
    }
    let about = About {
        event: event.id,
        purpose: &event.content.title,
        private: event.content.closed,
    };
    booking::hold(tx, about, &wants).await?;
    Ok(())
}

/// Has what an event has booked follow it; of what takes no time any more it is called off.
pub(super) async fn move_to(tx: &Tx, permit: &Permit, event: &Event) -> Result<(), Fault> {
    let slot = slot(event);
    Ok(booking::shift(tx, permit, event.id, |_| slot).await?)
}

/// Calls off what an event has booked.
pub(super) async fn release(tx: &Tx, permit: &Permit, event: &Event) -> Result<(), Fault> {
    booking::release(tx, permit, event.id).await
}
