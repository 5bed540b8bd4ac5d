//! Who may operate what, what may be done at terminals, and the check of both.

mod acts;
mod api;
mod checks;
mod page;
mod permits;
mod reports;
mod rules;
mod texts;
mod words;

use yakusho_compliance::ids::{AssetId, SystemId};
use yakusho_webkit::{Access, Routes};

pub(crate) use texts::Text;
pub(crate) use words::words;

use crate::inventory::{ASSETS, SYSTEMS};

/// The check, and what was answered.
pub(crate) const CHECKS: &str = "/operation-checks";
/// The rules for terminals.
pub(crate) const RULES: &str = "/terminal-rules";
/// The reports on form 5.
pub(crate) const REPORTS: &str = "/operator-reports";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(
            "/inventory/systems/:id/operators",
            Access::User,
            page::of_system,
        )
        .post(
            "/inventory/systems/:id/operators",
            Access::User,
            acts::for_system,
        )
        .post(
            "/inventory/systems/:id/operators/report",
            Access::User,
            acts::report,
        )
        .get(
            "/inventory/equipment/:id/operators",
            Access::User,
            page::of_asset,
        )
        .post(
            "/inventory/equipment/:id/operators",
            Access::User,
            acts::for_asset,
        )
        .post(
            "/inventory/equipment/:id/permits",
            Access::User,
            permits::allow,
        )
        .post(
            "/inventory/equipment/:id/permits/:permit/withdraw",
            Access::User,
            permits::withdraw,
        )
        .post("/operators/:id/release", Access::User, acts::release)
        .get(REPORTS, Access::User, reports::list)
        .get("/operator-reports/:id", Access::User, reports::show)
        .get(CHECKS, Access::User, checks::show)
        .post(CHECKS, Access::User, checks::ask)
        .get(RULES, Access::User, rules::show)
        .get("/terminal-rules/new", Access::User, rules::new)
        .post("/terminal-rules/new", Access::User, rules::publish)
        .join(api::routes())
}

/// The page of who operates a system.
pub(crate) fn of_system(id: SystemId) -> String {
    format!("{SYSTEMS}/{id}/operators")
}

/// The page of who operates a terminal or central equipment.
pub(crate) fn of_asset(id: AssetId) -> String {
    format!("{ASSETS}/{id}/operators")
}

/// The page of a report.
pub(crate) fn report_page(id: impl std::fmt::Display) -> String {
    format!("{REPORTS}/{id}")
}
