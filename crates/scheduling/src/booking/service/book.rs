//! Booking, moving and calling off.

use serde_json::{Value, json};
use yakusho_kernel::{Audit, Conflict, Cx, Fault, Invalid, Permit, Saved, Tx};

use super::ground::{Ground, refuse};
use super::had::tell_events;
use super::queue;
use super::tell::{ask_approval, tell_owner};
use crate::booking::error::BookingError;
use crate::booking::model::{
    Booked, Booker, Booking, BookingForm, BookingId, BookingState, Wish, reason,
};
use crate::booking::{notices, policy, store};
use crate::event::rules::{Decided, decision_on};
use crate::facility::policy::Ties;
use crate::facility::{Facility, check, locked, locked_all, tied};

/// That a booking is moved and called off with its event.
const OF_EVENT: Conflict = Conflict { code: "of_event" };

/// That a booking is over, or was called off, refused or handed out.
const NOT_OPEN: Conflict = Conflict {
    code: "booking_not_open",
};

/// Books a facility, or waits for it if that is wished.
///
/// # Errors
/// [`BookingError::Taken`] with everything that stands against it; the fields of [`BookingForm`]: `starts_at` beyond the
/// window, `ends_at` past or too long, `quantity`, `facility` if it is retired, and `purpose` if it looks like personal
/// information and is not to be booked all the same.
pub async fn book(cx: &Cx, form: BookingForm) -> Result<Saved<Booked>, BookingError> {
    let wish = form.parse()?;
    let decided = told(cx, &wish, form.all_the_same)?;
    let tx = cx.begin().await?;
    let facility = locked(&tx, form.facility).await?;
    let ties = tied(&tx, cx, &facility).await?;
    let permit = policy::may_book(cx, facility.id, ties, decided.is_clear())?;
    let mut ground = Ground::of(&tx, &facility, wish.slot).await?;
    let by = Booker::of(cx)?;
    let booking = placed(&tx, &permit, &mut ground, ties, wish, by, form.wait, |_| ()).await?;
    let booked = outcome(&booking);
    Ok(tx
        .commit(decided.noted(entry(permit, &booking)), booked)
        .await?)
}

/// Whether what it is for may be told to others as it is: the fault is at the field `purpose`.
pub(super) fn told(cx: &Cx, wish: &Wish, all_the_same: bool) -> Result<Decided, Invalid> {
    decision_on(cx, &[("purpose", &wish.purpose)], None, all_the_same)
}

/// Puts a booking on its ground: the one place where bookings are made one by one. `with` adds to it what it belongs to.
#[expect(clippy::too_many_arguments, reason = "each is a part of one booking")]
pub(super) async fn placed(
    tx: &Tx,
    permit: &Permit,
    ground: &mut Ground<'_>,
    ties: Ties,
    wish: Wish,
    by: Booker,
    wait: bool,
    with: impl FnOnce(&mut Booking),
) -> Result<Booking, BookingError> {
    let cx = tx.cx();
    let facility = ground.facility;
    check(facility, wish.slot, wish.quantity, cx.now())?;
    let against = ground.obstacles(wish.slot, wish.quantity, None);
    let state = match (against.is_nothing(), wait && !against.is_for_good()) {
        (true, _) => ground.state(ties),
        (false, true) => BookingState::Waiting,
        (false, false) => return refuse(tx, cx, facility, ties, against).await,
    };
    let mut booking = Booking::new(cx, facility, wish, by, state);
    with(&mut booking);
    store::insert(tx, permit, facility, std::slice::from_ref(&booking)).await?;
    ground.take(&booking);
    ask_approval(tx, facility, &booking).await?;
    Ok(booking)
}

/// Moves a booking that is still at that revision, or changes what it is for. Moved, it needs its approval anew; who
/// waited for the time that it leaves gets it.
///
/// # Errors
/// As of [`book`]; the conflicts `of_event`, if it is moved with its event, and `booking_not_open`.
pub async fn change(
    cx: &Cx,
    id: BookingId,
    revision: i32,
    form: BookingForm,
) -> Result<Saved<Booked>, BookingError> {
    let wish = form.parse()?;
    let known = store::find(&cx.reader(), id).await?;
    let known = known.ok_or(Fault::NotFound)?;
    let tx = cx.begin().await?;
    let facilities = locked_all(&tx, &[known.facility, form.facility]).await?;
    let mut booking = found(&tx, id, revision).await?;
    let from = of(&facilities, booking.facility)?;
    let to = of(&facilities, form.facility)?;
    let said_before = booking.purpose == wish.purpose;
    let decided = told(cx, &wish, form.all_the_same || said_before)?;
    let ties = tied(&tx, cx, from).await?;
    let permit = policy::may_change(cx, &booking, ties, decided.is_clear())?;
    if booking.event.is_some() {
        return Err(OF_EVENT.into());
    }
    open(cx, &booking)?;
    let ties = tied(&tx, cx, to).await?;
    let stays =
        (booking.facility, booking.slot, booking.quantity) == (to.id, wish.slot, wish.quantity);
    booking.purpose.clone_from(&wish.purpose);
    booking.private = wish.private;
    if !stays {
        let _ = policy::may_book(cx, to.id, ties, decided.is_clear())?;
        check(to, wish.slot, wish.quantity, cx.now())?;
        let ground = Ground::of(&tx, to, wish.slot).await?;
        let against = ground.obstacles(wish.slot, wish.quantity, Some(id));
        let state = match (against.is_nothing(), form.wait && !against.is_for_good()) {
            (true, _) => ground.state(ties),
            (false, true) => BookingState::Waiting,
            (false, false) => return refuse(&tx, cx, to, ties, against).await,
        };
        booking.quantity = wish.quantity;
        booking.put(cx, to, wish.slot, state);
    }
    store::save(&tx, &permit, to, &mut booking).await?;
    if !stays {
        ask_approval(&tx, to, &booking).await?;
        queue::promote(&tx, from).await?;
        tell_owner(&tx, notices::MOVED, to, &booking).await?;
    }
    let booked = outcome(&booking);
    Ok(tx
        .commit(decided.noted(entry(permit, &booking)), booked)
        .await?)
}

/// Calls off a booking that is still at that revision; who waited for it gets it. Whoever keeps the facility gives a
/// reason, which the owner is told.
///
/// # Errors
/// The conflicts `of_event`, if it is called off with its event, and `booking_not_open`.
pub async fn cancel(cx: &Cx, id: BookingId, revision: i32, why: &str) -> Result<Saved<()>, Fault> {
    let known = store::find(&cx.reader(), id).await?;
    let known = known.ok_or(Fault::NotFound)?;
    let tx = cx.begin().await?;
    let facility = locked(&tx, known.facility).await?;
    let mut booking = found(&tx, id, revision).await?;
    let ties = tied(&tx, cx, &facility).await?;
    let permit = policy::may_cancel(cx, &booking, ties)?;
    if booking.event.is_some() && !ties.manages.holds() {
        return Err(OF_EVENT.into());
    }
    open(cx, &booking)?;
    booking.reason = reason(why, !booking.by.is(cx))?;
    booking.state = BookingState::Cancelled;
    store::save(&tx, &permit, &facility, &mut booking).await?;
    queue::promote(&tx, &facility).await?;
    tell_owner(&tx, notices::CANCELLED, &facility, &booking).await?;
    tell_events(&tx, &permit, std::slice::from_ref(&booking)).await?;
    Ok(tx.commit(entry(permit, &booking), ()).await?)
}

/// The booking, if it is still at that revision.
pub(super) async fn found(tx: &Tx, id: BookingId, revision: i32) -> Result<Booking, Fault> {
    let booking = store::find(tx, id).await?.ok_or(Fault::NotFound)?;
    Conflict::CHANGED.unless(booking.revision == revision)?;
    Ok(booking)
}

/// That the booking can still be moved and called off.
pub(super) fn open(cx: &Cx, booking: &Booking) -> Result<(), Conflict> {
    NOT_OPEN.unless(booking.state.is_open() && booking.slot.ends_at > cx.now())
}

/// The facility of that id among those that are held; if it was moved meanwhile, it changed.
fn of(facilities: &[Facility], id: crate::facility::FacilityId) -> Result<&Facility, BookingError> {
    let mut facilities = facilities.iter();
    let found = facilities.find(|facility| facility.id == id);
    found.ok_or_else(|| Invalid::field("facility", yakusho_kernel::Reason::Unknown).into())
}

fn outcome(booking: &Booking) -> Booked {
    Booked {
        id: booking.id,
        state: booking.state,
    }
}

/// The entry of what was done with a booking.
pub(super) fn entry(permit: Permit, booking: &Booking) -> Audit {
    let slot: Value = json!([booking.slot.starts_at, booking.slot.ends_at]);
    Audit::of(permit, &booking.id)
        .with("facility", booking.facility.to_string())
        .with("slot", slot)
        .with("state", booking.state.code())
}
