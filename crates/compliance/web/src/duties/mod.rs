//! The ledger of duties: lists, a month of them, what the administrator enters, and the panel on the portal.

mod api;
mod entered;
mod feed;
mod list;
mod month;
mod panel;
mod row;
mod texts;

use poem::EndpointExt as _;
use yakusho_compliance::duty::{DutyId, Ledger, View};
use yakusho_regulation::{Role, rule};
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, NavEntry, Routes};

pub(crate) use api::Tag;
pub(crate) use panel::Due;
pub(crate) use row::notice_words;
use texts::Text;

/// The list.
pub(crate) const DUTIES: &str = "/duties";
const NEW: &str = "/duties/new";

/// Whoever enters duties.
const ADMINISTRATOR: Access = Access::Role(Role::SystemAdministrator);

const FEED: &str = "/duties/feed";
const MONTH: &str = "/duties/month";

pub(crate) fn routes(ledger: &Ledger) -> Routes {
    Routes::new()
        .get(DUTIES, Access::User, list::show.data(ledger.clone()))
        .get(MONTH, Access::User, month::show.data(ledger.clone()))
        .get(FEED, Access::User, feed::show)
        .post(FEED, Access::User, feed::make)
        .post("/duties/feed/end", Access::User, feed::end)
        .get(
            "/duties/feed/:secret",
            Access::Anyone,
            feed::read.data(ledger.clone()),
        )
        .get("/duties/:id", Access::User, entered::show)
        .post("/duties/:id/done", Access::User, entered::done)
        .post("/duties/:id/drop", Access::User, entered::drop)
        .api(Access::User, api::DutiesApi(ledger.clone()))
        .join(entering())
}

fn entering() -> Routes {
    Routes::new()
        .get(NEW, ADMINISTRATOR, entered::new)
        .post(NEW, ADMINISTRATOR, entered::create)
        .citing(rule!(ResidualPowers))
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(DUTIES, Icon::Clock, |lang| Text::Duties.to(lang))
}

/// The page of a duty of the ledger.
pub(crate) fn duty_page(id: DutyId) -> String {
    format!("{DUTIES}/{id}")
}

/// The list as a view shows it, open or ended.
fn list_of(view: View, ended: bool) -> String {
    let state = if ended { "&state=ended" } else { "" };
    format!("{DUTIES}?view={}{state}", view.code())
}
