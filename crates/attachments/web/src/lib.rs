//! Files on the pages, in the forms and in the JSON API of whatever they hang on.
//!
//! A web crate shows what hangs on its things with [`shown`], takes files in by [`Files`] among the fields of its forms,
//! and hands them out with [`download`]. An app puts [`offer`] beside those of the other web crates.

mod api;
mod files;
mod words;

use yakusho_attachments::{AttachmentId, Bearer};
use yakusho_webkit::{Access, Answer, Offer, Routes, Visit};

pub use api::FileItem;
pub use files::{Files, listed, shown};

/// What attachments bring to the site: programs upload files before they hang them on something.
pub fn offer() -> Offer {
    let routes = Routes::new().api_upload(Access::User, api::AttachmentApi);
    Offer::new(routes).words(&words::words())
}

/// Hands out a file that hangs on a thing, if the visitor may have it.
pub async fn download(visit: &Visit, thing: &impl Bearer, id: AttachmentId) -> Answer {
    let file = yakusho_attachments::find(&visit.cx, thing, id).await?;
    visit
        .download(&file.hash, file.name.as_str(), &file.media_type)
        .await
}
