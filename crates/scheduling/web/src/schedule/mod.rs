//! The schedule.

mod acts;
mod answers;
mod api;
mod banner;
mod booked;
mod clock;
mod editor;
mod entry;
mod history;
mod moments;
mod month;
mod page;
mod sheet;
mod texts;
mod view;

use yakusho_attachments::AttachmentId;
use yakusho_kernel::{PersonId, Timestamp};
use yakusho_scheduling::event::{EventId, Seen};
use yakusho_scheduling::facility::{FacilityId, Slot};
use yakusho_scheduling::recurrence::Local;
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, NavEntry, Routes};

pub(crate) use api::{Tag, whose_calendars};
pub(crate) use clock::time;
pub(crate) use editor::repeat;
pub(crate) use entry::{dated_items, items, short as short_day, times, title_of};
pub(crate) use moments::time_of_day;
pub(crate) use sheet::{day_field, whose};
pub(crate) use texts::Text;
pub(crate) use view::{BESIDE, Choices, View, named_day};

/// The function that the administrator switches.
pub(crate) const FUNCTION: &str = "schedule";

/// The schedule.
pub(crate) const SCHEDULE: &str = "/schedule";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(SCHEDULE, Access::User, sheet::show)
        .get("/schedule/new", Access::User, editor::new)
        .upload("/schedule/new", Access::User, editor::create)
        .get("/schedule/:id", Access::User, page::show)
        .get("/schedule/:id/edit", Access::User, editor::edit)
        .upload("/schedule/:id/edit", Access::User, editor::change)
        .get("/schedule/:id/versions", Access::User, history::list)
        .get(
            "/schedule/:id/versions/compare",
            Access::User,
            history::compare,
        )
        .download("/schedule/:id/files/:file", Access::User, page::file)
        .get("/schedule/:id/cancel", Access::User, acts::ask_cancel)
        .post("/schedule/:id/cancel", Access::User, acts::cancel)
        .post("/schedule/:id/answer", Access::User, acts::answer)
        .post("/schedule/:id/candidates", Access::User, acts::candidates)
        .post("/schedule/:id/decide", Access::User, acts::decide)
        .post("/schedule/:id/confirm", Access::User, acts::confirm)
        .api(Access::User, (api::EventApi, api::PollApi))
        .api_download(Access::User, api::EventFileApi)
        .function(FUNCTION)
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(SCHEDULE, Icon::Calendar, |lang| Text::Schedule.to(lang)).function(FUNCTION)
}

/// The page of an event.
pub(crate) fn event_page(id: EventId) -> String {
    format!("{SCHEDULE}/{id}")
}

/// A file of an event.
fn file_page(event: EventId, file: AttachmentId) -> String {
    format!("{SCHEDULE}/{event}/files/{file}")
}

/// The page of what stands in a calendar: of a series, that of its date.
fn seen_page(seen: &Seen) -> String {
    date_page(seen.event, seen.occurrence)
}

/// The page of a date of a series, or of an event.
fn date_page(id: EventId, date: Option<Local>) -> String {
    match date {
        Some(date) => format!("{}?date={}", event_page(id), moments::written(date)),
        None => event_page(id),
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

/// The calendar of a person.
pub(crate) fn calendar_of(person: PersonId) -> String {
    format!("{SCHEDULE}?who=person:{person}")
}

/// The form of a new event in the calendar of a person.
pub(crate) fn new_for(person: PersonId) -> String {
    format!("{SCHEDULE}/new?owner=person:{person}")
}

/// The form of a new event at that time, with people, whose ids have commas between them, and with a facility.
pub(crate) fn new_event(slot: Slot, people: &str, facility: Option<FacilityId>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query
        .append_pair("from", &moments::written(local(slot.starts_at)))
        .append_pair("until", &moments::written(local(slot.ends_at)))
        .append_pair("participants", people);
    if let Some(facility) = facility {
        query.append_pair("facilities", &facility.to_string());
    }
    format!("{SCHEDULE}/new?{}", query.finish())
}

/// What the town hall's clock shows then.
fn local(at: Timestamp) -> Local {
    let at = at.local();
    Local::new(at.date(), at.time())
}
