//! Answers of WebDAV.

use poem::Response;
use poem::http::StatusCode;

use crate::xml::{Multistatus, escaped, open};

const XML: &str = "application/xml; charset=utf-8";

/// An answer about several resources, of a place where `classes` are known.
pub fn multistatus(classes: &'static str, about: Multistatus) -> Response {
    Response::builder()
        .status(StatusCode::MULTI_STATUS)
        .header("DAV", classes)
        .content_type(XML)
        .body(about.finish())
}

/// A document of XML.
pub fn document(text: String) -> Response {
    Response::builder().content_type(XML).body(text)
}

/// A refusal by a condition that the standard names (RFC 4918, section 16), with words for whoever reads them.
pub fn refused(status: StatusCode, condition: &str, words: &str) -> Response {
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
