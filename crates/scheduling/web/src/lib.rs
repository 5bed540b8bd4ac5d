//! The pages, forms and JSON API of scheduling: the schedule of people and sections.
//!
//! An app puts [`offer`] beside those of the other web crates.

mod notices;
mod panel;
mod people;
mod schedule;
mod words;

use yakusho_webkit::Offer;

/// What scheduling brings to the site.
pub fn offer() -> Offer {
    Offer::new(schedule::routes())
        .nav(schedule::nav())
        .panel(panel::Today)
        .words(&words::words())
        .words(&notices::words())
}
