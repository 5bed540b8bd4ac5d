//! The pages, forms and JSON API of documents: cabinets, their folders and what lies in them, and the
//! register of what was received.
//!
//! An app puts [`offer`] beside those of the other web crates.

mod api;
mod document;
mod folder;
mod names;
mod notices;
mod receipt;
mod texts;
mod webdav;
mod words;

use yakusho_documents::cabinet::FolderId;
use yakusho_documents::document::DocumentId;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{NavEntry, Offer, Routes};

use texts::Text;

/// The function that the administrator switches.
const FUNCTION: &str = "documents";

/// The list of cabinets.
const DOCUMENTS: &str = "/documents";

fn routes() -> Routes {
    folder::routes()
        .join(receipt::routes())
        .join(document::routes())
        .join(api::routes())
        .join(webdav::routes())
        .function(FUNCTION)
}

/// What documents bring to the site.
pub fn offer() -> Offer {
    let nav = NavEntry::new(DOCUMENTS, Icon::Folder, |lang| Text::Documents.to(lang));
    Offer::new(routes())
        .nav(nav.function(FUNCTION))
        .words(&words::words())
        .words(&notices::words())
}

/// The page of a folder.
fn folder_page(id: FolderId) -> String {
    format!("{DOCUMENTS}/folders/{id}")
}

/// The page of a document.
fn document_page(id: DocumentId) -> String {
    format!("{DOCUMENTS}/{id}")
}
