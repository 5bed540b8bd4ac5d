//! Forms: the lists, drawing up, the page of a case, and what is done there.

mod acts;
mod api;
mod editor;
mod entry;
mod items;
mod list;
mod page;
mod paper;
mod printed;
mod texts;

use async_trait::async_trait;
use yakusho_compliance::procedure::{self, CaseId};
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, Badge, NavEntry, Problem, Routes, Visit};

pub(crate) use api::Tag;
pub(crate) use list::{number, state, views};
pub(crate) use texts::Text;

/// The list.
pub(crate) const FORMS: &str = "/forms";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(FORMS, Access::User, list::show)
        .get("/forms/registers", Access::User, list::registers)
        .get(
            "/forms/registers/:register/:year",
            Access::User,
            list::one_register,
        )
        .get("/forms/new", Access::User, editor::choose)
        .get("/forms/new/:kind", Access::User, editor::new)
        .upload("/forms/new/:kind", Access::User, editor::create)
        .get("/forms/:id", Access::User, page::show)
        .get("/forms/:id/edit", Access::User, editor::edit)
        .upload("/forms/:id/edit", Access::User, editor::change)
        .post("/forms/:id/submit", Access::User, acts::submit)
        .post("/forms/:id/consult", Access::User, acts::consult)
        .post("/forms/:id/decide", Access::User, acts::decide)
        .post("/forms/:id/copy", Access::User, acts::copy)
        .get("/forms/:id/withdraw", Access::User, acts::ask_withdraw)
        .post("/forms/:id/withdraw", Access::User, acts::withdraw)
        .get("/forms/:id/versions/:version", Access::User, page::version)
        .download("/forms/:id/pdf", Access::User, printed::pdf)
        .download("/forms/:id/csv", Access::User, printed::csv)
        .download("/forms/:id/files/:file", Access::User, acts::file)
        .join(api::routes())
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(FORMS, Icon::Document, |lang| Text::Forms.to(lang))
        .function(crate::FUNCTION)
        .badge(Waiting)
}

/// How many steps wait for one.
struct Waiting;

#[async_trait]
impl Badge for Waiting {
    async fn count(&self, visit: &Visit) -> Result<u64, Problem> {
        Ok(procedure::waiting(&visit.cx).await?)
    }
}

/// The page of a case.
pub(crate) fn case_page(id: CaseId) -> String {
    format!("{FORMS}/{id}")
}

/// A page about a case.
fn page_of(id: CaseId, what: &str) -> String {
    format!("{FORMS}/{id}/{what}")
}
