//! Files of spreadsheets, as programs send and get them.

use poem::{Body, Request, RequestBody, Response};
use poem_openapi::payload::{Binary, ParsePayload, Payload};
use poem_openapi::registry::MetaSchemaRef;
use poem_openapi::{ApiRequest, ApiResponse};

/// The media type.
pub const KIND: &str = "text/csv; charset=utf-8";

/// The largest file that is taken, in bytes: 50,000 lines with long cells.
pub const LARGEST: u64 = 16 * 1024 * 1024;

/// A file that a program sends.
#[derive(ApiRequest)]
pub enum Sent {
    /// A heading and a line for each thing, in UTF-8 (with or without a byte order mark) or `Shift_JIS`; at most 16 MiB.
    Csv(Content),
}

impl Sent {
    /// What is in it.
    pub fn content(self) -> Vec<u8> {
        let Self::Csv(Content(content)) = self;
        content
    }
}

/// What is in a file that a program sends.
pub struct Content(Vec<u8>);

impl Payload for Content {
    const CONTENT_TYPE: &'static str = "text/csv";

    fn check_content_type(kind: &str) -> bool {
        let essence = kind.split(';').next().unwrap_or_default();
        essence.trim().eq_ignore_ascii_case(Self::CONTENT_TYPE)
    }

    fn schema_ref() -> MetaSchemaRef {
        Binary::<Vec<u8>>::schema_ref()
    }
}

impl ParsePayload for Content {
    const IS_REQUIRED: bool = true;

    async fn from_request(_: &Request, body: &mut RequestBody) -> poem::Result<Self> {
        let most = usize::try_from(LARGEST).unwrap_or(usize::MAX);
        Ok(Self(body.take()?.into_bytes_limit(most).await?.to_vec()))
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
