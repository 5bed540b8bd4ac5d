//! Calendars for programs: CalDAV (RFC 4791), with synchronisation (RFC 6578), and as much of scheduling (RFC 6638) as
//! programs use.
//!
//! Whoever signs in has one home, which is also their principal: `/dav/PERSON/`. In it is a calendar for each person and
//! unit in whose calendar they write: `/dav/PERSON/HOLDER/`, and in that an object for each event or series. What is
//! another's home does not exist.
//!
//! Whom there is to invite is below `/dav/principals/`: people and facilities. A facility that takes part in an event is
//! booked with it (RFC 6638, section 2.4.2: ROOM and RESOURCE), and what cannot be booked refuses the change.

mod answer;
mod busy;
mod filter;
mod object;
mod outbox;
mod principal;
mod propfind;
mod props;
mod report;
mod target;

use poem::http::{Method, StatusCode, header};
use poem::{Response, handler};
use yakusho_webkit::{Access, Routes};

use crate::schedule::FUNCTION;

/// Where it begins.
const ROOT: &str = "/dav/";

/// What is known here, besides methods (RFC 4918, section 18).
const CLASSES: &str = "1, 3, calendar-access, calendar-auto-schedule";

const HOME: &str = "/dav/:person/";
const CALENDAR: &str = "/dav/:person/:calendar/";
const OBJECT: &str = "/dav/:person/:calendar/:object";

pub(crate) fn routes() -> Routes {
    let method = |name: &str| Method::from_bytes(name.as_bytes()).unwrap_or_default();
    let (find, patch) = (method("PROPFIND"), method("PROPPATCH"));
    let (report, make) = (method("REPORT"), method("MKCALENDAR"));
    let mut routes = Routes::new()
        .get("/.well-known/caldav", Access::Anyone, begin)
        .get("/dav", Access::Anyone, begin);
    for path in [ROOT, HOME, CALENDAR, OBJECT] {
        routes = routes
            .dav(Method::OPTIONS, path, Access::User, options)
            .dav(find.clone(), path, Access::User, propfind::propfind);
    }
    routes = routes.dav(report.clone(), ROOT, Access::User, report::report);
    for path in [HOME, CALENDAR] {
        routes = routes
            .dav(patch.clone(), path, Access::User, propfind::proppatch)
            .dav(report.clone(), path, Access::User, report::report);
    }
    routes
        .dav(find, "/.well-known/caldav", Access::Anyone, begin)
        .dav(Method::POST, CALENDAR, Access::User, outbox::post)
        .dav(make, CALENDAR, Access::User, propfind::make)
        .dav(Method::DELETE, CALENDAR, Access::User, propfind::make)
        .dav(Method::GET, OBJECT, Access::User, object::get)
        .dav(Method::PUT, OBJECT, Access::User, object::put)
        .dav(Method::DELETE, OBJECT, Access::User, object::delete)
        .function(FUNCTION)
}

/// `/.well-known/caldav`: where it begins (RFC 6764).
#[handler]
fn begin() -> Response {
    Response::builder()
        .status(StatusCode::PERMANENT_REDIRECT)
        .header(header::LOCATION, ROOT)
        .finish()
}

/// `OPTIONS`: what is known here.
#[handler]
fn options() -> Response {
    Response::builder()
        .header("DAV", CLASSES)
        .header(
            header::ALLOW,
            "OPTIONS, PROPFIND, REPORT, GET, HEAD, PUT, DELETE",
        )
        .finish()
}
