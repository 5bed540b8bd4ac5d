//! The pages, forms and JSON API of messaging: the bulletin board, and circulation and report.
//!
//! An app puts [`offer`] beside those of the other web crates.

mod board;
mod comments;
mod files;
mod names;
mod sections;
mod terms;

use yakusho_webkit::{Offer, Routes};

/// What messaging brings to the site.
pub fn offer() -> Offer {
    Offer::new(routes()).nav(board::nav())
}

fn routes() -> Routes {
    board::routes()
}
