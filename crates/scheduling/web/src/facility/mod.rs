//! Facilities: looked up by everyone, kept by those whose they are to keep (nogata:3(5)).

mod api;
mod blackouts;
mod categories;
mod closing;
mod editor;
mod list;
mod page;
mod photo;
mod sheet;
mod texts;
mod usage;
mod words;

use yakusho_regulation::Role;
use yakusho_scheduling::facility::{self, FacilityId};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use crate::booking::FUNCTION;

pub(crate) use words::words;

/// The list.
pub(crate) const FACILITIES: &str = "/facilities";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(FACILITIES, Access::User, list::show)
        .get("/facilities/new", Access::User, editor::new)
        .post("/facilities/new", Access::User, editor::add)
        .get(categories::PAGE, Access::User, categories::list)
        .get("/facilities/categories/new", Access::User, categories::new)
        .post("/facilities/categories/new", Access::User, categories::add)
        .get("/facilities/categories/:id", Access::User, categories::edit)
        .post(
            "/facilities/categories/:id",
            Access::User,
            categories::change,
        )
        .get(sheet::PAGE, Access::User, sheet::ask)
        .upload(sheet::PAGE, Access::User, sheet::submit)
        .download("/facilities/csv/template", Access::User, sheet::template)
        .download("/facilities/csv/export", Access::User, sheet::export)
        .get(usage::PAGE, Access::User, usage::show)
        .download("/facilities/usage/csv", Access::User, usage::csv)
        .get("/facilities/:id", Access::User, page::show)
        .get("/facilities/:id/edit", Access::User, editor::edit)
        .post("/facilities/:id/edit", Access::User, editor::change)
        .download("/facilities/:id/picture", Access::User, photo::picture)
        .get("/facilities/:id/photo", Access::User, photo::ask)
        .upload("/facilities/:id/photo", Access::User, photo::set)
        .post("/facilities/:id/photo/remove", Access::User, photo::remove)
        .get("/facilities/:id/blackouts", Access::User, blackouts::list)
        .post("/facilities/:id/blackouts", Access::User, blackouts::add)
        .post(
            "/facilities/:id/blackouts/lift",
            Access::User,
            blackouts::lift,
        )
        .get("/facilities/:id/close", Access::User, closing::ask)
        .post("/facilities/:id/close", Access::User, closing::close)
        .post("/facilities/:id/reopen", Access::User, closing::reopen)
        .join(api::routes())
        .function(FUNCTION)
}

/// The page of a facility.
pub(crate) fn facility_page(id: FacilityId) -> String {
    format!("{FACILITIES}/{id}")
}

/// A page about a facility.
fn page_of(id: FacilityId, what: &str) -> String {
    format!("{FACILITIES}/{id}/{what}")
}

/// Whether the visitor keeps all facilities, and their categories.
fn keeps_all(visit: &Visit) -> bool {
    visit.cx.actor().holds(Role::SystemAdministrator)
}

/// Whether the visitor keeps any facility, and so has more to do here.
async fn keeps_any(visit: &Visit) -> Answer<bool> {
    Ok(keeps_all(visit) || !facility::manage(&visit.cx).await?.is_empty())
}
