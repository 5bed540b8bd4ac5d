//! The pages, forms and JSON API of accounts: people and the organisation.
//!
//! An app puts [`offer`] beside those of the other web crates.

mod admin;
mod audit;
mod closed_days;
mod json;
mod people;
mod regulation;
mod terms;

use yakusho_webkit::{Offer, Routes};

/// What accounts bring to the site.
pub fn offer() -> Offer {
    people::nav()
        .into_iter()
        .chain(admin::nav())
        .fold(Offer::new(routes()), Offer::nav)
        .words(&admin::words())
}

fn routes() -> Routes {
    people::routes().join(admin::routes())
}
