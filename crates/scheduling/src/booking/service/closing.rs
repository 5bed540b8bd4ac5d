//! What is still to come of a facility, and what becomes of it when that is retired.

use yakusho_kernel::{Conflict, Cursor, Cx, Fault, Page, Permit, Tx};

use super::book::entry;
use super::had::tell_events;
use super::read::{BookingRow, rows};
use super::tell::tell_owner;
use crate::booking::model::{BookingState, reason};
use crate::booking::{notices, policy, store};
use crate::facility::policy::Ties;
use crate::facility::{self, Facility, FacilityId};

/// That some of it is out.
const STILL_LENT: Conflict = Conflict { code: "still_lent" };

/// A page of what is still to come of a facility: who has it or waits for it, the first to begin first.
pub async fn coming(
    cx: &Cx,
    id: FacilityId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<BookingRow>, Fault> {
    let row = facility::get(cx, id).await?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::coming(
        &cx.reader(),
        row.facility.id,
        cx.now(),
        after,
        Some(size + 1),
    )
    .await?;
    let page = Page::of(found, size, |booking| (booking.slot.starts_at, booking.id));
    Ok(Page {
        items: rows(cx, page.items).await?,
        next: page.next,
    })
}

/// Calls off everything that is still to come of a facility which is about to be retired, its series, and what events
/// have of it. Says how many bookings that are.
///
/// # Errors
/// The conflict `still_lent`; the field `reason`.
pub(crate) async fn call_off_all(
    tx: &Tx,
    permit: &Permit,
    facility: &Facility,
    ties: Ties,
    why: &str,
) -> Result<usize, Fault> {
    let cx = tx.cx();
    let why = reason(why, true)?;
    STILL_LENT.unless(store::owed(tx, &[facility.id]).await?.is_empty())?;
    let mut coming = store::coming(tx, facility.id, cx.now(), None, None).await?;
    // A facility is retired seldom, and every owner is told of their own.
    for booking in &mut coming {
        booking.state = BookingState::Cancelled;
        booking.reason.clone_from(&why);
        let permit = policy::may_cancel(cx, booking, ties)?;
        store::save(tx, &permit, facility, booking).await?;
        tell_owner(tx, notices::CANCELLED, facility, booking).await?;
        tx.record(entry(permit, booking)).await?;
    }
    store::end_all_series(tx, permit, facility.id).await?;
    store::unwant(tx, permit, facility.id).await?;
    tell_events(tx, permit, &coming).await?;
    Ok(coming.len())
}
