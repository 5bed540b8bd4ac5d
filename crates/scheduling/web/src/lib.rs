//! The pages, forms and JSON API of scheduling: the schedule of people and sections, and the booking of
//! facilities.
//!
//! An app puts [`offer`] beside those of the other web crates.

mod booking;
mod notices;
mod panel;
mod people;
mod schedule;
mod words;

use yakusho_webkit::Offer;

/// What scheduling brings to the site.
pub fn offer() -> Offer {
    Offer::new(schedule::routes().join(booking::routes()))
        .nav(schedule::nav())
        .nav(booking::nav())
        .panel(panel::Today)
        .panel(booking::Bookings)
        .words(&words::words())
        .words(&notices::words())
        .words(&booking::words())
        .words(&booking::notice_words())
}
