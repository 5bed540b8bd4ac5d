//! Documents.

mod acts;
mod api;
pub(crate) mod classed;
mod editor;
mod held;
mod history;
mod page;
mod place;
mod preview;
mod reading;
mod version;

use yakusho_attachments::AttachmentId;
use yakusho_documents::document::DocumentId;
use yakusho_webkit::{Access, Routes};

use crate::document_page;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .join(api::routes())
        .get("/documents/new", Access::User, editor::new)
        .upload("/documents/new", Access::User, editor::create)
        .get("/documents/:id", Access::User, page::show)
        .get("/documents/:id/edit", Access::User, editor::edit)
        .upload("/documents/:id/edit", Access::User, editor::change)
        .post("/documents/:id/register", Access::User, acts::register)
        .post("/documents/:id/lock", Access::User, acts::lock)
        .post("/documents/:id/unlock", Access::User, acts::unlock)
        .get(
            "/documents/:id/break-lock",
            Access::User,
            acts::ask_break_lock,
        )
        .post("/documents/:id/break-lock", Access::User, acts::break_lock)
        .get("/documents/:id/move", Access::User, place::ask_move)
        .post("/documents/:id/move", Access::User, place::relocate)
        .get("/documents/:id/copy", Access::User, place::ask_copy)
        .post("/documents/:id/copy", Access::User, place::copy)
        .get("/documents/:id/review", Access::User, acts::ask_review)
        .post("/documents/:id/review", Access::User, acts::review)
        .get("/documents/:id/withdraw", Access::User, acts::ask_withdraw)
        .post("/documents/:id/withdraw", Access::User, acts::withdraw)
        .get("/documents/:id/remove", Access::User, acts::ask_remove)
        .post("/documents/:id/remove", Access::User, acts::remove)
        .post("/documents/:id/reinstate", Access::User, acts::reinstate)
        .get("/documents/:id/evidence", Access::User, history::evidence)
        .get("/documents/:id/dispose", Access::User, acts::ask_dispose)
        .post("/documents/:id/dispose", Access::User, acts::dispose)
        .get("/documents/:id/versions", Access::User, history::list)
        .get(
            "/documents/:id/versions/compare",
            Access::User,
            history::compare,
        )
        .get(
            "/documents/:id/versions/:version",
            Access::User,
            version::show,
        )
        .post(
            "/documents/:id/versions/:version",
            Access::User,
            version::restore,
        )
        .download("/documents/:id/files/:file", Access::User, page::hand_out)
        .download(
            "/documents/:id/files/:file/view",
            Access::User,
            preview::view,
        )
        .download(
            "/documents/:id/files/:file/thumbnail",
            Access::User,
            preview::thumbnail,
        )
}

/// A page about a document.
fn page_of(id: DocumentId, what: &str) -> String {
    format!("{}/{what}", document_page(id))
}

fn file_page(id: DocumentId, file: AttachmentId) -> String {
    page_of(id, &format!("files/{file}"))
}
