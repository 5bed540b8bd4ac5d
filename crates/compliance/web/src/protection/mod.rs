//! How systems are protected: the measures taken, their reviews, and the security methods of each system.

mod api;
mod editor;
mod list;
mod page;
mod system;
mod texts;
pub(crate) mod words;

use yakusho_compliance::ids::SystemId;
use yakusho_compliance::protection::MeasureId;
use yakusho_webkit::{Access, Routes};

pub(crate) use system::protected;
pub(crate) use texts::{Text, kind};

use crate::inventory::system_page;

/// The list of measures.
pub(crate) const MEASURES: &str = "/inventory/measures";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(MEASURES, Access::User, list::show)
        .download("/inventory/measures/export.csv", Access::User, list::export)
        .get("/inventory/measures/:id", Access::User, page::show)
        .post("/inventory/measures/:id/review", Access::User, page::review)
        .post("/inventory/measures/:id/end", Access::User, page::end)
        .get(
            "/inventory/systems/:id/measures",
            Access::User,
            system::show,
        )
        .get(
            "/inventory/systems/:id/measures/new",
            Access::User,
            editor::new_measure,
        )
        .post(
            "/inventory/systems/:id/measures/new",
            Access::User,
            editor::add_measure,
        )
        .get(
            "/inventory/systems/:id/methods",
            Access::User,
            editor::methods,
        )
        .post(
            "/inventory/systems/:id/methods",
            Access::User,
            editor::set_methods,
        )
        .join(api::routes())
}

/// The page of a measure.
pub(crate) fn measure_page(id: MeasureId) -> String {
    format!("{MEASURES}/{id}")
}

/// The page of how a system is protected.
fn of_system(id: SystemId) -> String {
    format!("{}/measures", system_page(id))
}
