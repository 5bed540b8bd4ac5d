//! Writing a file.

use csv::{Terminator, WriterBuilder};
use yakusho_kernel::Timestamp;

use crate::Columns;
use crate::guard::guarded;

/// What Excel needs to see that a file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The beginning of a file, before its rows: its mark and its headings.
pub fn begin<'h>(headings: impl IntoIterator<Item = &'h str>) -> Vec<u8> {
    [BYTE_ORDER_MARK.as_bytes(), &rows([headings])].concat()
}

/// Some rows of a file.
pub fn rows<R>(rows: impl IntoIterator<Item = R>) -> Vec<u8>
where
    R: IntoIterator<Item: AsRef<str>>,
{
    let mut writer = WriterBuilder::new()
        .flexible(true)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        let cells = row.into_iter();
        // Writing to memory cannot fail.
        let _ = writer.write_record(cells.map(|cell| guarded(cell.as_ref()).into_owned()));
    }
    writer.into_inner().unwrap_or_default()
}

/// A whole file.
pub fn file<'h, R>(
    headings: impl IntoIterator<Item = &'h str>,
    content: impl IntoIterator<Item = R>,
) -> Vec<u8>
where
    R: IntoIterator<Item: AsRef<str>>,
{
    let mut file = begin(headings);
    file.extend(rows(content));
    file
}

/// A whole file of these columns, each row with a cell for each of them.
pub fn table<C: Columns, R>(content: impl IntoIterator<Item = R>) -> Vec<u8>
where
    R: IntoIterator<Item: AsRef<str>>,
{
    file(C::ALL.iter().map(|column| column.heading()), content)
}

/// A file to fill in: the headings of these columns alone.
pub fn template<C: Columns>() -> Vec<u8> {
    begin(C::ALL.iter().map(|column| column.heading()))
}

/// A point in time by the clock on the town hall's wall: `2026-11-20 09:05`.
pub fn moment(at: Timestamp) -> String {
    let local = at.local();
    format!("{} {:02}:{:02}", local.date(), local.hour(), local.minute())
}
