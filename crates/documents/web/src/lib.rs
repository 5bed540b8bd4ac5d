//! The pages, forms and JSON API of documents: cabinets, and the register of what was received.
//!
//! An app puts [`offer`] beside those of the other web crates.

mod words;

use yakusho_webkit::{Offer, Routes};

/// The function that the administrator switches.
const FUNCTION: &str = "documents";

fn routes() -> Routes {
    Routes::new().function(FUNCTION)
}

/// What documents bring to the site.
pub fn offer() -> Offer {
    Offer::new(routes()).words(&words::words())
}
