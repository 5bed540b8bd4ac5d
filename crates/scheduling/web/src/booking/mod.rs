//! The booking of facilities: who has what when, booking it, deciding about it, and lending it (nogata:3(5)).

mod acts;
pub(crate) mod api;
mod choice;
mod editor;
mod grid;
mod lists;
mod notices;
mod page;
mod panel;
mod plan;
mod table;
mod texts;
mod week;
mod words;

use yakusho_scheduling::booking::BookingId;
use yakusho_scheduling::facility::FacilityId;
use yakusho_webkit::ui::{Icon, Tab, tabs};
use yakusho_webkit::{Access, Lang, NavEntry, Routes};

pub(crate) use notices::words as notice_words;
pub(crate) use panel::Bookings;
pub(crate) use texts::tag;
pub(crate) use words::words;

use crate::facility::FACILITIES;
use texts::Text;

/// The function that the administrator switches.
pub(crate) const FUNCTION: &str = "facility_booking";

/// The plan of the facilities.
pub(crate) const BOOKINGS: &str = "/bookings";

/// The visitor's own bookings.
const MINE: &str = "/bookings/mine";

/// What waits for the visitor: decisions, and what is to be brought back.
const WAITING: &str = "/bookings/waiting";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(BOOKINGS, Access::User, plan::show)
        .get("/bookings/new", Access::User, editor::new)
        .post("/bookings/new", Access::User, editor::create)
        .get(MINE, Access::User, lists::mine)
        .get(WAITING, Access::User, lists::waiting)
        .get("/bookings/facilities/:id", Access::User, week::show)
        .get("/bookings/:id", Access::User, page::show)
        .get("/bookings/:id/edit", Access::User, editor::edit)
        .post("/bookings/:id/edit", Access::User, editor::change)
        .get("/bookings/:id/cancel", Access::User, acts::ask_cancel)
        .post("/bookings/:id/cancel", Access::User, acts::cancel)
        .post("/bookings/:id/decide", Access::User, acts::decide)
        .post("/bookings/:id/lend", Access::User, acts::lend)
        .post("/bookings/:id/return", Access::User, acts::take_back)
        .join(api::routes())
        .function(FUNCTION)
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(BOOKINGS, Icon::Door, |lang| Text::Bookings.to(lang)).function(FUNCTION)
}

/// The page of a booking.
pub(crate) fn booking_page(id: BookingId) -> String {
    format!("{BOOKINGS}/{id}")
}

/// The week of a facility.
pub(crate) fn facility_page(id: FacilityId) -> String {
    format!("{BOOKINGS}/facilities/{id}")
}

/// The pages of booking beside each other; `here` is the one in sight.
pub(crate) fn ways(lang: Lang, here: &str) -> maud::Markup {
    let all = [
        (BOOKINGS, Text::Plan),
        (MINE, Text::Mine),
        (WAITING, Text::Waiting),
        (FACILITIES, Text::Facilities),
    ];
    let all = all.map(|(to, label)| Tab::new(to, label.to(lang)).current(to == here));
    tabs(Text::Bookings.to(lang), all)
}
