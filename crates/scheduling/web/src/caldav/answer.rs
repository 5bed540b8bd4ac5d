//! Answers of WebDAV.

use poem::Response;
use poem::http::{StatusCode, header};
use yakusho_scheduling::calendar::PutError;
use yakusho_webkit::{Answer, Problem};

use super::CLASSES;
use super::xml::{Multistatus, escaped, open};

const XML: &str = "application/xml; charset=utf-8";

/// An answer about several resources.
pub(super) fn multistatus(about: Multistatus) -> Response {
    Response::builder()
        .status(StatusCode::MULTI_STATUS)
        .header("DAV", CLASSES)
        .content_type(XML)
        .body(about.finish())
}

/// A document of XML.
pub(super) fn document(text: String) -> Response {
    Response::builder().content_type(XML).body(text)
}

/// A refusal by a condition that the standard names (RFC 4918, section 16), with words for whoever reads them.
pub(super) fn refused(status: StatusCode, condition: &str, words: &str) -> Response {
    let words = escaped(words);
    let error = format!(
        "{}{condition}<D:responsedescription>{words}</D:responsedescription></D:error>",
        open("D:error")
    );
    Response::builder()
        .status(status)
        .content_type(XML)
        .body(error)
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
pub(super) fn not_put(error: PutError, href: impl Fn(&str) -> String) -> Answer {
    let words = error.to_string();
    let condition = match error {
        PutError::Condition => {
            return Ok(Response::builder()
                .status(StatusCode::PRECONDITION_FAILED)
                .finish());
        }
        PutError::Booking(error) => return Err(Problem::from(error)),
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
