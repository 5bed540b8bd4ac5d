//! Reports of violations: made at the thing itself, listed, handled.

mod api;
mod list;
mod page;
mod report;
mod texts;
pub(crate) mod words;

use poem::EndpointExt as _;
use yakusho_compliance::Items;
use yakusho_compliance::violation::ViolationId;
use yakusho_webkit::{Access, Routes};

pub(crate) use texts::Text;

/// The list.
pub(crate) const VIOLATIONS: &str = "/violations";
const ABOUT: &str = "/violations/about/:kind/:id";

pub(crate) fn routes(items: &Items) -> Routes {
    Routes::new()
        .get(VIOLATIONS, Access::User, list::show)
        .get(ABOUT, Access::User, report::new.data(items.clone()))
        .post(ABOUT, Access::User, report::create.data(items.clone()))
        .get(
            "/violations/:id",
            Access::User,
            page::show.data(items.clone()),
        )
        .post(
            "/violations/:id/handle",
            Access::User,
            page::handle.data(items.clone()),
        )
        .api(Access::User, api::ViolationsApi(items.clone()))
}

/// The page of a report.
fn violation_page(id: ViolationId) -> String {
    format!("{VIOLATIONS}/{id}")
}
