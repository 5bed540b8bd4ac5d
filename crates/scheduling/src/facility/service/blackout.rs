//! Blackouts.

use yakusho_kernel::{Audit, Cx, Fault, Saved};

use super::access::{get, locked, person, tied};
use crate::booking;
use crate::facility::model::{Blackout, BlackoutForm, BlackoutId, FacilityId, Slot};
use crate::facility::{policy, store};

/// The blackouts of a facility that are not over, the first to begin first.
pub async fn blackouts(cx: &Cx, id: FacilityId) -> Result<Vec<Blackout>, Fault> {
    let row = get(cx, id).await?;
    Ok(store::blackouts(&cx.reader(), &[row.facility.id], cx.now(), None).await?)
}

/// Sets a time in which a facility cannot be booked. What is booked in it stays, and those who booked it are told; says
/// how many bookings that are.
pub async fn add_blackout(
    cx: &Cx,
    id: FacilityId,
    form: BlackoutForm,
) -> Result<Saved<(BlackoutId, usize)>, Fault> {
    let (slot, reason) = form.parse(cx.now())?;
    let tx = cx.begin().await?;
    let facility = locked(&tx, id).await?;
    let ties = tied(&tx, cx, &facility).await?;
    let permit = policy::may_black_out(cx, id, ties)?;
    let blackout = Blackout {
        id: cx.new_id(),
        facility: id,
        slot,
        reason,
        set_by: person(cx)?,
    };
    store::insert_blackout(&tx, &permit, &blackout).await?;
    let met = booking::tell_of_blackout(&tx, &facility, &blackout).await?;
    let entry = Audit::of(permit, &id)
        .with("blackout", blackout.id.to_string())
        .with("met", met);
    Ok(tx.commit(entry, (blackout.id, met)).await?)
}

/// Lifts a blackout: the facility can be booked again, and those who wait for it get it.
pub async fn lift_blackout(cx: &Cx, id: BlackoutId) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let blackout = store::blackout(&tx, id).await?.ok_or(Fault::NotFound)?;
    let facility = locked(&tx, blackout.facility).await?;
    let ties = tied(&tx, cx, &facility).await?;
    let permit = policy::may_lift(cx, facility.id, ties)?;
    store::lift(&tx, &permit, id).await?;
    booking::promote(&tx, &facility).await?;
    let entry = Audit::of(permit, &facility.id).with("blackout", id.to_string());
    Ok(tx.commit(entry, ()).await?)
}

/// Which of the facilities asked for a slot is closed to by a blackout.
pub(crate) fn closing(
    blackouts: &[Blackout],
    facility: FacilityId,
    slot: Slot,
) -> impl Iterator<Item = &Blackout> {
    blackouts
        .iter()
        .filter(move |blackout| blackout.facility == facility && blackout.slot.meets(slot))
}
