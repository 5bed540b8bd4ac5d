//! The pages, forms and JSON API of accounts: people and the organisation.
//!
//! An app puts [`offer`] beside those of the other web crates.

mod json;
mod people;
mod terms;

use yakusho_webkit::{Offer, Routes};

/// What accounts bring to the site.
pub fn offer() -> Offer {
    people::nav()
        .into_iter()
        .fold(Offer::new(routes()), Offer::nav)
}

fn routes() -> Routes {
    people::routes()
}
