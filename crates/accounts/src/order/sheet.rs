//! Orders as CSV: UTF-8 with or without a byte order mark, or `Shift_JIS` as Windows writes it (CP932).

use std::borrow::Cow;

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};
use yakusho_kernel::{guarded, unguarded};

use super::{ActKind, Column, FaultKind, OrderFault, Row};

/// The most lines of an order.
const MOST_LINES: usize = 50_000;

/// Reads the rows of a file: a heading that names the columns in any order, then a line each. Every fault of the file
/// itself is found at once; what the cells mean is seen by [`super::dry_run`].
pub fn read_csv(bytes: &[u8]) -> Result<Vec<Row>, Vec<OrderFault>> {
    let text = decode(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    // Out of a text, with lines of any length, nothing can fail.
    let mut records = reader.records().flatten();
    let mut faults = Vec::new();
    let Some(heading) = records.next() else {
        return Err(vec![OrderFault::whole(FaultKind::NoLines)]);
    };
    let columns = read_heading(&heading, &mut faults);
    let mut rows = Vec::new();
    let mut lines = Lines::new(&text);
    for record in records {
        let line = lines.of(&record);
        rows.extend(read_row(&record, line, &columns, &mut faults));
    }
    if rows.len() > MOST_LINES {
        faults.push(OrderFault::whole(FaultKind::LinesSurplus {
            max: MOST_LINES,
        }));
    }
    if rows.is_empty() {
        faults.push(OrderFault::whole(FaultKind::NoLines));
    }
    if faults.is_empty() {
        Ok(rows)
    } else {
        Err(faults)
    }
}

/// The text of a file, its lines ended by LF. A byte order mark decides; what is no UTF-8 is `Shift_JIS`, if that leaves
/// fewer bytes unread. Bytes that are no characters become U+FFFD, which no cell may hold.
pub fn decode(bytes: &[u8]) -> String {
    characters(bytes).replace("\r\n", "\n").replace('\r', "\n")
}

fn characters(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    let (utf8, broken) = UTF_8.decode_without_bom_handling(bytes);
    if !broken {
        return utf8;
    }
    let (shift_jis, _) = SHIFT_JIS.decode_without_bom_handling(bytes);
    let unread = |text: &str| text.matches(char::REPLACEMENT_CHARACTER).count();
    if unread(&shift_jis) <= unread(&utf8) {
        shift_jis
    } else {
        utf8
    }
}

fn read_heading(heading: &csv::StringRecord, faults: &mut Vec<OrderFault>) -> Vec<Option<Column>> {
    let mut columns: Vec<Option<Column>> = Vec::new();
    for (place, text) in (1..).zip(heading) {
        let text = text.trim();
        let named = |column: &Column| text == column.code() || text == column.heading();
        let column = Column::ALL.into_iter().find(named);
        if column.is_none() && !text.is_empty() {
            let text = text.to_owned();
            let kind = FaultKind::ColumnUnknown { place, text };
            faults.push(OrderFault::line(1, kind));
        }
        if column.is_some() && columns.contains(&column) {
            faults.push(OrderFault::line(1, FaultKind::ColumnTwice { place }));
        }
        columns.push(column);
    }
    if !columns.contains(&Some(Column::Kind)) {
        let fault = OrderFault::cell(1, Column::Kind, FaultKind::ColumnMissing);
        faults.push(fault);
    }
    columns
}

/// Counts the lines of a text that was [decoded](decode) up to its records, one after the other.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    passed: usize,
    line: u32,
}

impl<'a> Lines<'a> {
    /// From the beginning of the text.
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            passed: 0,
            line: 1,
        }
    }

    /// The line on which a record begins. The reader counts the blank lines before it to the record.
    pub fn of(&mut self, record: &csv::StringRecord) -> u32 {
        let at = record.position().map_or(0, csv::Position::byte);
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        let rest = self.text.get(at..).unwrap_or_default();
        let begins = at + rest.len() - rest.trim_start_matches('\n').len();
        let before = self.text.get(self.passed..begins).unwrap_or_default();
        let lines = before.matches('\n').count();
        self.line = self
            .line
            .saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.passed = begins;
        self.line
    }
}

/// The row of a record; none if it is blank.
fn read_row(
    record: &csv::StringRecord,
    line: u32,
    columns: &[Option<Column>],
    faults: &mut Vec<OrderFault>,
) -> Option<Row> {
    let mut row = Row {
        line,
        ..Row::default()
    };
    for (place, text) in record.iter().enumerate() {
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        match columns.get(place) {
            Some(Some(column)) => {
                row.cells.insert(*column, unguarded(text).to_owned());
            }
            Some(None) => {}
            None => {
                let max = columns.len();
                let surplus = FaultKind::CellsSurplus { max };
                faults.push(OrderFault::line(row.line, surplus));
                break;
            }
        }
    }
    (!row.cells.is_empty()).then_some(row)
}

/// The rows as a CSV that [`read_csv`] reads: in UTF-8 with a byte order mark, so that spreadsheets see the encoding.
pub fn export(rows: &[Row]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    let heading = Column::ALL.map(|column| Cow::Borrowed(column.heading()));
    let lines = rows
        .iter()
        .map(|row| Column::ALL.map(|column| guarded(row.cell(column).unwrap_or_default())));
    for line in std::iter::once(heading).chain(lines) {
        // Writing to memory cannot fail.
        let _ = writer.write_record(line.iter().map(|cell| cell.as_bytes()));
    }
    writer.into_inner().unwrap_or_default()
}

/// A CSV to fill in: the heading, and an example of each kind of line.
pub fn template() -> Vec<u8> {
    let rows: Vec<Row> = ActKind::ALL.into_iter().map(ActKind::example).collect();
    export(&rows)
}
