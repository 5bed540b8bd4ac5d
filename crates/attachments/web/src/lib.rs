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

/// Shows a PDF or a picture that hangs on a thing, if the visitor may have it, in the browser's own way.
pub async fn view(visit: &Visit, thing: &impl Bearer, id: AttachmentId) -> Answer {
    let file = yakusho_attachments::find(&visit.cx, thing, id).await?;
    visit
        .view(&file.hash, file.name.as_str(), &file.media_type)
        .await
}

/// Sends the thumbnail of a picture that hangs on a thing, if the visitor may have the picture.
pub async fn thumbnail(visit: &Visit, thing: &impl Bearer, id: AttachmentId) -> Answer {
    let picture = yakusho_attachments::thumbnail(&visit.cx, thing, id).await?;
    Ok(visit.file("thumbnail.jpg", "image/jpeg", picture))
}

/// Hands out a file that hangs on a thing, if the visitor may have it.
pub async fn download(visit: &Visit, thing: &impl Bearer, id: AttachmentId) -> Answer {
    let file = yakusho_attachments::find(&visit.cx, thing, id).await?;
    visit
        .download(&file.hash, file.name.as_str(), &file.media_type)
        .await
}
