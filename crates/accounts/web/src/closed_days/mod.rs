//! The days on which the town hall is closed: those of the law, and those that the city closes or opens itself.

mod api;
mod pages;
mod texts;

use yakusho_regulation::rule;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, NavEntry, NavSection, Routes};

use crate::admin::ADMINISTRATOR;
use texts::Text;

pub(crate) const PAGE: &str = "/admin/closed-days";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PAGE, ADMINISTRATOR, pages::show)
        .post(PAGE, ADMINISTRATOR, pages::set)
        .post(
            "/admin/closed-days/:id/withdraw",
            ADMINISTRATOR,
            pages::withdraw,
        )
        .api(Access::User, api::CalendarApi)
        .api(ADMINISTRATOR, api::CalendarAdministrationApi)
        .citing(rule!(ResidualPowers))
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(PAGE, Icon::Calendar, |lang| Text::ClosedDays.to(lang))
        .section(NavSection::Administration)
        .access(ADMINISTRATOR)
}
