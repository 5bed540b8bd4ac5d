//! Usage rules: written in versions by the administrator, and who has acknowledged them.

mod api;
mod csv;
mod followed;
mod texts;
mod versions;

use yakusho_regulation::rule;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, NavEntry, NavSection, Routes, Words};

use crate::admin::ADMINISTRATOR;
use texts::Text;

pub(crate) const PAGE: &str = "/admin/usage-rules";
const NEW: &str = "/admin/usage-rules/new";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PAGE, ADMINISTRATOR, versions::list)
        .get(NEW, ADMINISTRATOR, versions::ask)
        .post(NEW, ADMINISTRATOR, versions::issue)
        .get("/admin/usage-rules/:id", ADMINISTRATOR, followed::show)
        .post(
            "/admin/usage-rules/:id/withdraw",
            ADMINISTRATOR,
            versions::withdraw,
        )
        .download(
            "/admin/usage-rules/:id/acknowledgements.csv",
            ADMINISTRATOR,
            csv::show,
        )
        .api(Access::User, api::UsageApi)
        .api(ADMINISTRATOR, api::UsageAdministrationApi)
        .citing(rule!(UsageRules))
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(PAGE, Icon::Document, |lang| Text::UsageRules.to(lang))
        .section(NavSection::Administration)
        .access(ADMINISTRATOR)
}

fn page_of(id: impl std::fmt::Display) -> String {
    format!("{PAGE}/{id}")
}

/// The words of codes.
pub(crate) fn words() -> Words {
    Words::default().code("in_force_already", |lang| Text::InForceAlready.to(lang))
}
