//! The pages, forms and JSON API of compliance: forms, and the registers that stand on them.
//!
//! An app puts [`offer`] beside those of the other web crates.

mod words;

use yakusho_webkit::{Offer, Routes};

fn routes() -> Routes {
    Routes::new()
}

/// What compliance brings to the site.
pub fn offer() -> Offer {
    Offer::new(routes()).words(&words::words())
}
