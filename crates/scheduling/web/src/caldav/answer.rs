//! Answers of WebDAV.

use poem::Response;
use poem::http::{StatusCode, header};
use yakusho_dav::refused;
use yakusho_dav::xml::{Multistatus, escaped};
use yakusho_kernel::Fault;
use yakusho_scheduling::booking::{BookingError, Clash, FACILITY_TAKEN};
use yakusho_scheduling::calendar::PutError;
use yakusho_scheduling::facility::{self, FacilityId};
use yakusho_webkit::{Answer, Visit};

use super::CLASSES;
use super::target::Target;
use crate::clashes;

/// The names of conditions that no standard has.
const OURS: &str = "urn:yakusho:caldav";

/// How many clashes of one facility are told.
const NAMED: usize = 10;

/// An answer about several resources.
pub(super) fn multistatus(about: Multistatus) -> Response {
    yakusho_dav::multistatus(CLASSES, about)
}

/// What an object says.
pub(super) fn calendar(text: String, etag: Option<&str>) -> Response {
    let mut response = Response::builder()
        .content_type("text/calendar; charset=utf-8")
        .header(header::CACHE_CONTROL, "private, no-cache");
    if let Some(etag) = etag {
        response = response.header(header::ETAG, etag);
    }
    response.body(text)
}

/// Why an object was not put or deleted. What a rule refuses is told as everywhere.
pub(super) async fn not_put(
    visit: &Visit,
    error: PutError,
    href: impl Fn(&str) -> String,
) -> Answer {
    let words = error.to_string();
    let condition = match error {
        PutError::Condition => {
            return Ok(Response::builder()
                .status(StatusCode::PRECONDITION_FAILED)
                .finish());
        }
        PutError::Booking(BookingError::Taken(clashes)) => return taken(visit, &clashes).await,
        PutError::Booking(BookingError::Fault(fault)) => return Err(fault.into()),
        PutError::Unreadable(_) => "<C:valid-calendar-data/>".to_owned(),
        PutError::Component(_) => "<C:supported-calendar-component/>".to_owned(),
        PutError::NotOne => "<C:valid-calendar-object-resource/>".to_owned(),
        PutError::NotOwner => "<C:allowed-attendee-scheduling-object-change/>".to_owned(),
        PutError::Uid(other) => {
            let href = escaped(&href(&other));
            format!("<C:no-uid-conflict><D:href>{href}</D:href></C:no-uid-conflict>")
        }
    };
    Ok(refused(StatusCode::FORBIDDEN, &condition, &words))
}

/// That facilities are not to be had: a change that the one who invites cannot make (RFC 6638, section 3.2.4.3), with
/// each of them, and what stands against it in words.
async fn taken(visit: &Visit, clashes: &[Clash]) -> Answer {
    let mut ids: Vec<FacilityId> = clashes.iter().map(|clash| clash.facility).collect();
    ids.sort_unstable();
    ids.dedup();
    let whole = visit.site().words().say(FACILITY_TAKEN, visit.lang);
    let mut words: Vec<String> = whole.map(Into::into).into_iter().collect();
    let mut hrefs = String::new();
    // An event has few facilities; those that the visitor does not see are not named.
    for id in ids {
        let facility = match facility::get(&visit.cx, id).await {
            Ok(row) => row.facility,
            Err(Fault::NotFound) => continue,
            Err(other) => return Err(other.into()),
        };
        let href = escaped(&Target::Principal(id.into()).href());
        hrefs.push_str(&["<D:href>", &href, "</D:href>"].concat());
        let own = clashes.iter().filter(|clash| clash.facility == id);
        let own = own.map(|clash| clashes::in_words(visit.lang, &facility, clash));
        let name = facility.name(visit.lang);
        words.extend(own.take(NAMED).map(|why| format!("{name}: {why}")));
    }
    let condition = format!(
        "<C:allowed-organizer-scheduling-object-change/>\
         <Y:facility-taken xmlns:Y=\"{OURS}\">{hrefs}</Y:facility-taken>"
    );
    Ok(refused(
        StatusCode::FORBIDDEN,
        &condition,
        &words.join("\n"),
    ))
}
