//! Who books, changes, approves and lends.

use yakusho_kernel::{Act, Cx, Denied, Permit, Right};
use yakusho_regulation::{Role, rule};

use super::model::{Booker, Booking, BookingState, SeriesId};
use crate::facility::policy::Ties;
use crate::facility::{Facility, FacilityId, Hand};

const BOOK: Act = Act::new("booking.book");
const CHANGE: Act = Act::new("booking.change");
const CANCEL: Act = Act::new("booking.cancel");
const CANCEL_SERIES: Act = Act::new("booking.series.cancel");
const DECIDE: Act = Act::new("booking.decide");
const PROMOTE: Act = Act::new("booking.promote");
const FOLLOW: Act = Act::new("booking.follow");
const LEND: Act = Act::new("booking.lend");
const TAKE_BACK: Act = Act::new("booking.take_back");
const USE: Act = Act::new("booking.use");
const IMPORT: Act = Act::new("booking.import");
const NIGHTLY: Act = Act::new("booking.nightly");

/// What the actor may do with a booking, for its page to offer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the rights are independent of each other"
)]
pub struct Rights {
    /// Whether they see whose it is and what for.
    pub see: bool,
    /// Move it, and change what it is for.
    pub change: bool,
    /// Call it off.
    pub cancel: bool,
    /// Approve or refuse it.
    pub decide: bool,
    /// Hand out what it is for.
    pub lend: bool,
    /// Take it back.
    pub take_back: bool,
}

/// Whether the actor sees whose a booking is and what for: it is theirs, they keep the facility or approve its bookings,
/// or it is not private.
pub(crate) fn sees(cx: &Cx, booking: &Booking, ties: Ties) -> bool {
    !booking.private || booking.by.is(cx) || ties.manages.holds() || ties.approves
}

/// What the actor may do with the booking.
pub(super) fn rights(
    cx: &Cx,
    facility: &Facility,
    booking: &Booking,
    ties: Ties,
    hand: &Hand,
) -> Rights {
    let open = booking.state.is_open() && booking.slot.ends_at > cx.now();
    let lent = facility.settings.kind.is_lent();
    let own = booking.by.is(cx) && booking.event.is_none();
    let manages = ties.manages.holds();
    Rights {
        see: sees(cx, booking, ties),
        change: open && booking.event.is_none() && (own || manages),
        cancel: open && (own || manages),
        decide: booking.state == BookingState::Tentative && decides(cx, facility, booking, hand),
        lend: manages && lent && booking.state == BookingState::Confirmed,
        take_back: manages && booking.state == BookingState::Lent,
    }
}

/// Whether the approval of the booking is the actor's to give: of their post, and not for themselves unless the facility
/// says so.
fn decides(cx: &Cx, facility: &Facility, booking: &Booking, hand: &Hand) -> bool {
    let post = booking.approval.is_some_and(|post| hand.has(post));
    post && (facility.settings.own_approval || !booking.by.is(cx))
}

/// Whoever has the right to book a facility books it. What it is for is told to others: what looks like personal
/// information in it was warned of before, and is booked by their decision.
pub(crate) fn may_book(
    cx: &Cx,
    facility: FacilityId,
    ties: Ties,
    clear: bool,
) -> Result<Permit, Denied> {
    Ok(cx
        .judge(BOOK)
        .on(&facility)
        .signed_in()?
        .authorised(ties.books, "not_booker")?
        .keeping(rule!(FacilityBooking))
        .require(rule!(OpenSchedule), clear, "personal_information")?
        .permit())
}

/// A booking is moved by whoever's it is and by those who keep the facility. What it is for is told as when it was booked.
pub(super) fn may_change(
    cx: &Cx,
    booking: &Booking,
    ties: Ties,
    clear: bool,
) -> Result<Permit, Denied> {
    let theirs = Right::from(booking.by.is(cx)).or(ties.manages);
    Ok(cx
        .judge(CHANGE)
        .on(&booking.id)
        .signed_in()?
        .authorised(theirs, "not_booking_owner")?
        .keeping(rule!(FacilityBooking))
        .require(rule!(OpenSchedule), clear, "personal_information")?
        .permit())
}

/// It is called off by them too.
pub(super) fn may_cancel(cx: &Cx, booking: &Booking, ties: Ties) -> Result<Permit, Denied> {
    let theirs = Right::from(booking.by.is(cx)).or(ties.manages);
    Ok(cx
        .judge(CANCEL)
        .on(&booking.id)
        .signed_in()?
        .authorised(theirs, "not_booking_owner")?
        .keeping(rule!(FacilityBooking))
        .permit())
}

/// So is a series.
pub(super) fn may_cancel_series(
    cx: &Cx,
    series: SeriesId,
    by: Booker,
    ties: Ties,
) -> Result<Permit, Denied> {
    Ok(cx
        .judge(CANCEL_SERIES)
        .on(&series)
        .signed_in()?
        .authorised(Right::from(by.is(cx)).or(ties.manages), "not_booking_owner")?
        .keeping(rule!(FacilityBooking))
        .permit())
}

/// An approval is decided by whoever holds its post on the day or acts for the holder; not by the applicant, unless the
/// facility says so.
pub(super) fn may_decide(
    cx: &Cx,
    facility: &Facility,
    booking: &Booking,
    hand: &Hand,
) -> Result<Permit, Denied> {
    let post = booking.approval.is_some_and(|post| hand.has(post));
    Ok(cx
        .judge(DECIDE)
        .on(&booking.id)
        .signed_in()?
        .authorised(post, "booking_approver")?
        .authorised(decides(cx, facility, booking, hand), "own")?
        .keeping(rule!(FacilityBooking))
        .permit())
}

/// What becomes free goes to those who wait for it, whoever's act freed it.
pub(super) fn may_promote(cx: &Cx) -> Permit {
    cx.judge(PROMOTE).keeping(rule!(FacilityBooking)).permit()
}

/// What an event has follows the event, by the permit to change that.
pub(super) fn may_follow(cx: &Cx) -> Permit {
    cx.judge(FOLLOW).keeping(rule!(FacilityBooking)).permit()
}

/// What is booked is handed out by those who keep it.
pub(super) fn may_lend(cx: &Cx, booking: &Booking, ties: Ties) -> Result<Permit, Denied> {
    manager(cx, LEND, booking, ties)
}

/// It is taken back by them.
pub(super) fn may_take_back(cx: &Cx, booking: &Booking, ties: Ties) -> Result<Permit, Denied> {
    manager(cx, TAKE_BACK, booking, ties)
}

fn manager(cx: &Cx, act: Act, booking: &Booking, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .on(&booking.id)
        .signed_in()?
        .authorised(ties.manages, "not_facility_manager")?
        .keeping(rule!(FacilityBooking))
        .permit())
}

/// Everyone who is signed in looks the use of facilities up, each as far as they may see them (nogata:3(5)).
pub(super) fn may_look_up(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(USE)
        .signed_in()?
        .keeping(rule!(FacilityBooking))
        .permit())
}

/// Bookings for others come from a file of the administrator's.
pub(super) fn may_import(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(IMPORT)
        .signed_in()?
        .authorised_role(Role::SystemAdministrator)?
        .keeping(rule!(FacilityBooking))
        .permit())
}

/// The consequences that time has are the system's to draw.
pub(super) fn may_run_nightly(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(NIGHTLY)
        .authorised(cx.actor().is_system(), "system")?
        .keeping(rule!(FacilityBooking))
        .permit())
}
