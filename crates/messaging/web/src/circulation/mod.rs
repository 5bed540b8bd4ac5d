//! Circulation and report.

mod acts;
pub(crate) mod api;
mod comments;
mod editor;
mod history;
mod list;
mod more;
mod page;
mod recipients;
mod templates;
mod texts;

use async_trait::async_trait;
use yakusho_attachments::AttachmentId;
use yakusho_messaging::circulation::CirculationId;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, Badge, NavEntry, Problem, Routes, Visit};

pub(crate) use list::{confirmed, kind, title};
use templates::TEMPLATES;
use texts::Text;

/// The function that the administrator switches.
pub(crate) const FUNCTION: &str = "circulation";

/// The list.
pub(crate) const CIRCULATIONS: &str = "/circulations";

/// What one has sent.
pub(crate) const SENT: &str = "/circulations?view=sent";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(CIRCULATIONS, Access::User, list::show)
        .get("/circulations/new", Access::User, editor::new)
        .upload("/circulations/new", Access::User, editor::create)
        .get(TEMPLATES, Access::User, templates::list)
        .get("/circulations/templates/new", Access::User, templates::new)
        .post("/circulations/templates/new", Access::User, templates::add)
        .get("/circulations/templates/:id", Access::User, templates::edit)
        .post(
            "/circulations/templates/:id",
            Access::User,
            templates::change,
        )
        .post(
            "/circulations/templates/:id/close",
            Access::User,
            templates::close,
        )
        .get("/circulations/:id", Access::User, page::show)
        .get("/circulations/:id/edit", Access::User, editor::edit)
        .upload("/circulations/:id/edit", Access::User, editor::change)
        .post("/circulations/:id/send", Access::User, acts::send)
        .post("/circulations/:id/confirm", Access::User, acts::confirm)
        .post("/circulations/:id/reply", Access::User, acts::reword)
        .post("/circulations/:id/watch", Access::User, acts::watch)
        .post("/circulations/:id/unwatch", Access::User, acts::unwatch)
        .post("/circulations/:id/remind", Access::User, acts::remind)
        .post("/circulations/:id/copy", Access::User, acts::copy)
        .get("/circulations/:id/close", Access::User, acts::ask_close)
        .post("/circulations/:id/close", Access::User, acts::close)
        .get(
            "/circulations/:id/withdraw",
            Access::User,
            acts::ask_withdraw,
        )
        .post("/circulations/:id/withdraw", Access::User, acts::withdraw)
        .get("/circulations/:id/remove", Access::User, acts::ask_remove)
        .post("/circulations/:id/remove", Access::User, acts::remove)
        .get("/circulations/:id/add", Access::User, more::show)
        .post("/circulations/:id/add", Access::User, more::add)
        .get(
            "/circulations/:id/recipients",
            Access::User,
            recipients::show,
        )
        .get("/circulations/:id/state.csv", Access::User, recipients::csv)
        .get("/circulations/:id/evidence", Access::User, history::removed)
        .get("/circulations/:id/versions", Access::User, history::list)
        .get(
            "/circulations/:id/versions/compare",
            Access::User,
            history::compare,
        )
        .post(
            "/circulations/:id/versions/restore",
            Access::User,
            history::restore,
        )
        .get("/circulations/:id/comments", Access::User, comments::list)
        .post("/circulations/:id/comments", Access::User, comments::write)
        .post(
            "/circulations/:id/comments/:comment/edit",
            Access::User,
            comments::edit,
        )
        .post(
            "/circulations/:id/comments/:comment/remove",
            Access::User,
            comments::remove,
        )
        .post(
            "/circulations/:id/comments/:comment/reinstate",
            Access::User,
            comments::reinstate,
        )
        .download("/circulations/:id/files/:file", Access::User, acts::file)
        .join(api::routes())
        .function(FUNCTION)
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(CIRCULATIONS, Icon::Circulation, |lang| {
        Text::Circulations.to(lang)
    })
    .function(FUNCTION)
    .badge(Owed)
}

/// How many wait for one's confirmation.
struct Owed;

#[async_trait]
impl Badge for Owed {
    async fn count(&self, visit: &Visit) -> Result<u64, Problem> {
        Ok(crate::waiting(visit).await?.circulations_owed)
    }
}

/// The page of a circulation.
pub(crate) fn circulation_page(id: CirculationId) -> String {
    format!("{CIRCULATIONS}/{id}")
}

/// Where the words are found once they were taken down.
pub(crate) fn evidence_page(id: CirculationId) -> String {
    page_of(id, "evidence")
}

/// A page about a circulation.
fn page_of(id: CirculationId, what: &str) -> String {
    format!("{CIRCULATIONS}/{id}/{what}")
}

fn file_page(id: CirculationId, file: AttachmentId) -> String {
    format!("{CIRCULATIONS}/{id}/files/{file}")
}
