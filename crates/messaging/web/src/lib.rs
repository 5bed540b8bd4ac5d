//! The pages, forms and JSON API of messaging: the bulletin board, and circulation and report.
//!
//! An app puts [`offer`] beside those of the other web crates.

mod author;
mod board;
mod circulation;
mod comments;
mod evidence;
mod history;
mod json;
mod names;
mod notices;
mod panel;
mod press;
mod preview;
mod terms;
mod words;

use yakusho_messaging::{Summary, summary};
use yakusho_webkit::{Answer, Offer, Routes, Visit};

/// What messaging brings to the site.
pub fn offer() -> Offer {
    Offer::new(routes())
        .nav(board::nav())
        .nav(circulation::nav())
        .panel(panel::Waiting)
        .words(&words::words())
        .words(&notices::words())
}

fn routes() -> Routes {
    board::routes()
        .join(circulation::routes())
        .join(comments::routes())
}

/// What waits for the visitor: the navigation, the portal and the lists all say it.
async fn waiting(visit: &Visit) -> Answer<Summary> {
    Ok(summary(&visit.cx).await?)
}
