//! Measures for smooth running: notices to all, maintenance announced beforehand, and reading only for a time.

mod api;
mod pages;
mod texts;

use yakusho_regulation::rule;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, NavEntry, NavSection, Routes, Words};

use crate::admin::ADMINISTRATOR;
use texts::Text;

const PAGE: &str = "/admin/maintenance";

/// Who else tries is refused by the rule itself, and its article (nogata:5-2(1)).
const BY_RULE: Access = Access::User;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PAGE, ADMINISTRATOR, pages::show)
        .post(PAGE, BY_RULE, pages::announce)
        .post("/admin/maintenance/:id/until", BY_RULE, pages::set_end)
        .post("/admin/maintenance/:id/end", BY_RULE, pages::call_off)
        .api(Access::User, api::AnnouncementApi)
        .api(ADMINISTRATOR, api::MaintenanceApi)
        .citing(rule!(SmoothRunning))
        .at_any_time()
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(PAGE, Icon::Warning, |lang| Text::Maintenance.to(lang))
        .section(NavSection::Administration)
        .access(ADMINISTRATOR)
}

/// The words of codes.
pub(crate) fn words() -> Words {
    Words::default()
        .code("read_only", |lang| Text::HaltedReadOnly.to(lang))
        .code("closed_for_maintenance", |lang| Text::HaltedClosed.to(lang))
        .code("halts_at_once", |lang| Text::HaltsAtOnce.to(lang))
        .code("announcement_over", |lang| Text::AlreadyOver.to(lang))
        .code("in_the_past", |lang| Text::InThePast.to(lang))
        .code("shown_too_late", |lang| Text::ShownTooLate.to(lang))
}
