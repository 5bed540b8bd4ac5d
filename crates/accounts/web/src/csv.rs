//! Files for spreadsheets: UTF-8 with a byte order mark, lines as RFC 4180 ends them, and no cell that would be run as a
//! formula; and files from spreadsheets, as programs send and get them.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use poem::{Body, Request, RequestBody, Response};
use poem_openapi::payload::{Binary, ParsePayload, Payload};
use poem_openapi::registry::MetaSchemaRef;
use poem_openapi::{ApiRequest, ApiResponse};
use yakusho_kernel::{Timestamp, guarded};

/// The media type.
pub(crate) const KIND: &str = "text/csv; charset=utf-8";

/// The largest file that is taken, in bytes: 50,000 lines with long cells.
pub(crate) const LARGEST: u64 = 16 * 1024 * 1024;

/// What Excel needs to see that a file is UTF-8.
pub(crate) const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The beginning of a file: its mark and its headings.
pub(crate) fn first<const N: usize>(headings: [String; N]) -> Vec<u8> {
    [BYTE_ORDER_MARK, &rows([headings])].concat()
}

/// Some rows.
pub(crate) fn rows<const N: usize>(rows: impl IntoIterator<Item = [String; N]>) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail.
        let _ = writer.write_record(row.iter().map(|cell| guarded(cell).into_owned()));
    }
    writer.into_inner().unwrap_or_default()
}

/// A point in time by the clock on the town hall's wall: `2026-11-20 09:05`.
pub(crate) fn moment(at: Timestamp) -> String {
    let local = at.local();
    format!("{} {:02}:{:02}", local.date(), local.hour(), local.minute())
}

/// A file that a program sends.
#[derive(ApiRequest)]
pub(crate) enum Sent {
    /// A heading and a line for each thing, in UTF-8 (with or without a byte order mark) or `Shift_JIS`; at most 16 MiB.
    Csv(Content),
}

impl Sent {
    /// What is in it.
    pub(crate) fn content(self) -> Vec<u8> {
        let Self::Csv(Content(content)) = self;
        content
    }
}

/// What is in a file that a program sends.
pub(crate) struct Content(Vec<u8>);

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
pub(crate) enum Given {
    /// UTF-8 with a byte order mark.
    #[oai(status = 200, content_type = "text/csv; charset=utf-8")]
    Csv(Binary<Body>),
}

impl Given {
    /// The file that a page sends.
    pub(crate) fn of(file: Response) -> Self {
        Self::Csv(Binary(file.into_body()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_none_is_run() {
        let file = rows([["氏名\"".to_owned(), "=1+1".to_owned()]]);
        assert_eq!(
            String::from_utf8(file).unwrap(),
            "\"氏名\"\"\",\"'=1+1\"\r\n"
        );
        assert!(first(["a".to_owned()]).starts_with(BYTE_ORDER_MARK));
    }
}
