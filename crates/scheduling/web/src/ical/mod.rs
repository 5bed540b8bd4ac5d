//! The schedule outside: files of iCalendar, addresses to subscribe to, and how programs keep a copy.

mod api;
mod export;
mod import;
mod page;
mod subscriptions;
mod texts;

use yakusho_webkit::{Access, Routes};

use crate::schedule::FUNCTION;

/// The page.
pub(crate) const OUTSIDE: &str = "/schedule/outside";
const IMPORT: &str = "/schedule/outside/import";
const EXPORT: &str = "/schedule/outside/export";
const SUBSCRIPTIONS: &str = "/schedule/outside/subscriptions";

/// What the addresses to subscribe to begin with.
const FEED: &str = "/schedule/feed";

/// The media type of iCalendar.
const KIND: &str = "text/calendar; charset=utf-8";

/// The most bytes of a file that is read in.
const LARGEST: u64 = 4 << 20;

pub(crate) use page::{export_title, title};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(OUTSIDE, Access::User, page::show)
        .download(EXPORT, Access::User, export::days)
        .download("/schedule/:id/export", Access::User, export::one)
        .get(IMPORT, Access::User, import::ask)
        .upload(IMPORT, Access::User, import::submit)
        .post(SUBSCRIPTIONS, Access::User, subscriptions::make)
        .get(
            "/schedule/outside/subscriptions/:id/revoke",
            Access::User,
            subscriptions::ask,
        )
        .post(
            "/schedule/outside/subscriptions/:id/revoke",
            Access::User,
            subscriptions::revoke,
        )
        .get(
            "/schedule/feed/:secret",
            Access::Anyone,
            subscriptions::feed,
        )
        .api_upload(Access::User, api::CalendarImportApi)
        .api_download(Access::User, api::CalendarExportApi)
        .function(FUNCTION)
}
