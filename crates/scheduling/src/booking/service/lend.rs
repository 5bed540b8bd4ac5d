//! Handing out what is booked, and taking it back.

use time::Duration;
use yakusho_kernel::{Conflict, Cx, Fault, Saved};

use super::book::{entry, found};
use super::queue;
use super::read::{BookingRow, rows};
use crate::booking::model::{BookingId, BookingState, Done};
use crate::booking::{policy, store};
use crate::facility::{self, Slot, locked, person, tied};

/// Hands out the equipment or car of a confirmed booking, as soon as it is held for it.
///
/// # Errors
/// The conflict `not_to_be_lent`: nothing is handed out of a room, of a booking that is not confirmed, or before or after
/// its time.
pub async fn lend(cx: &Cx, id: BookingId, revision: i32) -> Result<Saved<()>, Fault> {
    let known = store::find(&cx.reader(), id).await?;
    let known = known.ok_or(Fault::NotFound)?;
    let tx = cx.begin().await?;
    let facility = locked(&tx, known.facility).await?;
    let mut booking = found(&tx, id, revision).await?;
    let permit = policy::may_lend(cx, &booking, tied(&tx, cx, &facility).await?)?;
    let now = cx.now();
    let in_time = booking.held.starts_at <= now && now < booking.slot.ends_at;
    let is_lent = facility.settings.kind.is_lent();
    let refused = Conflict {
        code: "not_to_be_lent",
    };
    refused.unless(booking.state == BookingState::Confirmed && in_time && is_lent)?;
    booking.state = BookingState::Lent;
    booking.slot.starts_at = booking.slot.starts_at.min(now);
    booking.lent = Some(Done {
        at: now,
        by: person(cx)?,
    });
    store::save(&tx, &permit, &facility, &mut booking).await?;
    Ok(tx.commit(entry(permit, &booking), ()).await?)
}

/// Takes back what was handed out. What is left of its time is free from then on, for those who wait first.
///
/// # Errors
/// The conflict `not_lent`.
pub async fn take_back(cx: &Cx, id: BookingId, revision: i32) -> Result<Saved<()>, Fault> {
    let known = store::find(&cx.reader(), id).await?;
    let known = known.ok_or(Fault::NotFound)?;
    let tx = cx.begin().await?;
    let facility = locked(&tx, known.facility).await?;
    let mut booking = found(&tx, id, revision).await?;
    let permit = policy::may_take_back(cx, &booking, tied(&tx, cx, &facility).await?)?;
    let refused = Conflict { code: "not_lent" };
    refused.unless(booking.state == BookingState::Lent)?;
    let now = cx.now();
    booking.state = BookingState::Returned;
    booking.returned = Some(Done {
        at: now,
        by: person(cx)?,
    });
    let soonest = booking.slot.starts_at.plus(Duration::MILLISECOND);
    let ends_at = now.max(soonest).min(booking.slot.ends_at);
    let cleared = Slot {
        ends_at,
        ..booking.slot
    }
    .widened(0, facility.settings.after_minutes);
    booking.slot.ends_at = ends_at;
    booking.held.ends_at = booking.held.ends_at.min(cleared.ends_at);
    store::save(&tx, &permit, &facility, &mut booking).await?;
    queue::promote(&tx, &facility).await?;
    Ok(tx.commit(entry(permit, &booking), ()).await?)
}

/// What is out of the facilities that the actor keeps, the first to be due first.
pub async fn owed(cx: &Cx) -> Result<Vec<BookingRow>, Fault> {
    let kept = facility::manage(cx).await?;
    let ids: Vec<_> = kept.iter().map(|row| row.facility.id).collect();
    let owed = store::owed(&cx.reader(), &ids).await?;
    rows(cx, owed).await
}
