//! The pages, forms and JSON API of scheduling: the schedule of people and sections, and the booking of
//! facilities.
//!
//! An app puts [`offer`] beside those of the other web crates.

mod booking;
mod caldav;
mod ical;
mod notices;
mod panel;
mod people;
mod schedule;
mod words;

use yakusho_webkit::Offer;

/// What scheduling brings to the site.
pub fn offer() -> Offer {
    let outside = ical::routes().join(caldav::routes());
    Offer::new(schedule::routes().join(booking::routes()).join(outside))
        .nav(schedule::nav())
        .nav(booking::nav())
        .panel(panel::Today)
        .panel(booking::Bookings)
        .words(&words::words())
        .words(&notices::words())
        .words(&booking::words())
        .words(&booking::notice_words())
}
