//! The schedule.

mod acts;
mod api;
mod clock;
mod editor;
mod moments;
mod month;
mod page;
mod sheet;
mod texts;
mod view;

use yakusho_kernel::Timestamp;
use yakusho_scheduling::event::{EventId, Seen};
use yakusho_scheduling::recurrence::Local;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, NavEntry, Routes};

pub(crate) use clock::time;
pub(crate) use editor::repeat;
pub(crate) use moments::time_of_day;
pub(crate) use sheet::{items, short as short_day};
pub(crate) use texts::Text;

/// The function that the administrator switches.
pub(crate) const FUNCTION: &str = "schedule";

/// The schedule.
pub(crate) const SCHEDULE: &str = "/schedule";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(SCHEDULE, Access::User, sheet::show)
        .get("/schedule/new", Access::User, editor::new)
        .post("/schedule/new", Access::User, editor::create)
        .get("/schedule/:id", Access::User, page::show)
        .get("/schedule/:id/edit", Access::User, editor::edit)
        .post("/schedule/:id/edit", Access::User, editor::change)
        .get("/schedule/:id/cancel", Access::User, acts::ask_cancel)
        .post("/schedule/:id/cancel", Access::User, acts::cancel)
        .post("/schedule/:id/answer", Access::User, acts::answer)
        .post("/schedule/:id/candidates", Access::User, acts::candidates)
        .post("/schedule/:id/decide", Access::User, acts::decide)
        .post("/schedule/:id/confirm", Access::User, acts::confirm)
        .api(Access::User, api::EventApi)
        .function(FUNCTION)
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(SCHEDULE, Icon::Calendar, |lang| Text::Schedule.to(lang)).function(FUNCTION)
}

/// The page of an event.
pub(crate) fn event_page(id: EventId) -> String {
    format!("{SCHEDULE}/{id}")
}

/// The page of what stands in a calendar: of a series, that of its date.
fn seen_page(seen: &Seen) -> String {
    match seen.occurrence {
        Some(date) => format!("{}?date={}", event_page(seen.event), moments::written(date)),
        None => event_page(seen.event),
    }
}

/// A page about an event, or about a part of a series.
fn page_of(id: EventId, what: &str, part: Option<(&str, Local)>) -> String {
    match part {
        Some((part, date)) => {
            let date = moments::written(date);
            format!("{SCHEDULE}/{id}/{what}?part={part}&date={date}")
        }
        None => format!("{SCHEDULE}/{id}/{what}"),
    }
}

/// What the town hall's clock shows then.
fn local(at: Timestamp) -> Local {
    let at = at.local();
    Local::new(at.date(), at.time())
}
