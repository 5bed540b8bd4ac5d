//! The pages, forms and JSON API of scheduling: the schedule of people and sections, and the booking of
//! facilities.
//!
//! An app puts [`offer`] beside those of the other web crates.

mod booking;
mod caldav;
mod clashes;
mod day_list;
mod delegates;
mod free_time;
mod ical;
mod notices;
mod panel;
mod people;
mod presence;
mod schedule;
mod words;

use yakusho_webkit::{Offer, Routes};

fn routes() -> Routes {
    let schedule = schedule::routes()
        .join(day_list::routes())
        .join(delegates::routes())
        .join(free_time::routes())
        .join(presence::routes());
    let outside = ical::routes().join(caldav::routes());
    schedule.join(booking::routes()).join(outside)
}

/// What scheduling brings to the site.
pub fn offer() -> Offer {
    Offer::new(routes())
        .nav(schedule::nav())
        .nav(presence::nav())
        .nav(booking::nav())
        .panel(panel::Today)
        .panel(booking::Bookings)
        .words(&words::words())
        .words(&notices::words())
        .words(&booking::words())
        .words(&booking::notice_words())
}
