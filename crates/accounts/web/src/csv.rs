//! Files for spreadsheets: UTF-8 with a byte order mark, lines as RFC 4180 ends them, and no cell that would be run as a
//! formula.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use yakusho_kernel::{Timestamp, guarded};
pub(crate) use yakusho_webkit::csv::{Given, KIND, LARGEST, Sent};

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
