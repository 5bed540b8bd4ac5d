//! Data provided outside: the lists, a provision's page, its agreement, and what is done under it.

mod acts;
mod agreement;
mod api;
mod list;
pub(crate) mod notices;
mod page;
mod record;
mod release;
mod story;
mod texts;
pub(crate) mod words;

use yakusho_compliance::provision::ProvisionId;
use yakusho_webkit::{Access, Routes};

pub(crate) use story::who;
use texts::Text;

/// The list.
pub(crate) const PROVISIONS: &str = "/provisions";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PROVISIONS, Access::User, list::show)
        .get("/provisions/:id", Access::User, page::show)
        .get("/provisions/:id/agreement", Access::User, agreement::edit)
        .upload("/provisions/:id/agreement", Access::User, agreement::save)
        .post("/provisions/:id/word", Access::User, acts::word)
        .post("/provisions/:id/conclude", Access::User, acts::conclude)
        .get("/provisions/:id/end", Access::User, acts::ask_end)
        .post("/provisions/:id/end", Access::User, acts::end)
        .get("/provisions/:id/release", Access::User, release::new)
        .post("/provisions/:id/release", Access::User, release::record)
        .get("/provisions/:id/releases", Access::User, release::list)
        .get("/provisions/:id/record/:what", Access::User, record::new)
        .upload("/provisions/:id/record/:what", Access::User, record::save)
        .download("/provisions/:id/files/:file", Access::User, page::file)
        .join(api::routes())
}

/// The page of a provision.
pub(crate) fn provision_page(id: ProvisionId) -> String {
    format!("{PROVISIONS}/{id}")
}

/// A page about a provision.
fn page_of(id: ProvisionId, what: &str) -> String {
    format!("{PROVISIONS}/{id}/{what}")
}
