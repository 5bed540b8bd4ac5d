//! Files of spreadsheets, as programs send and get them.

use poem::{Body, Response};
use poem_openapi::payload::Binary;
use poem_openapi::{ApiRequest, ApiResponse};

use crate::sent_file::{Content, Format};

/// The media type.
pub const KIND: &str = "text/csv; charset=utf-8";

/// The largest file that is taken, in bytes: 50,000 lines with long cells.
pub const LARGEST: u64 = 16 * 1024 * 1024;

/// The format.
pub struct Csv;

impl Format for Csv {
    const MEDIA_TYPE: &'static str = "text/csv";
    const LARGEST: u64 = LARGEST;
}

/// A file that a program sends.
#[derive(ApiRequest)]
pub enum Sent {
    /// A heading and a line for each thing, in UTF-8 (with or without a byte order mark) or `Shift_JIS`; at most 16 MiB.
    Csv(Content<Csv>),
}

impl Sent {
    /// What is in it.
    pub fn content(self) -> Vec<u8> {
        let Self::Csv(content) = self;
        content.into_bytes()
    }
}

/// A file that a program gets.
#[derive(ApiResponse)]
pub enum Given {
    /// UTF-8 with a byte order mark.
    #[oai(status = 200, content_type = "text/csv; charset=utf-8")]
    Csv(Binary<Body>),
}

impl Given {
    /// The file that a page sends.
    pub fn of(file: Response) -> Self {
        Self::Csv(Binary(file.into_body()))
    }
}
