//! Tables as files for spreadsheets: read in UTF-8 or `Shift_JIS` with a heading, written in UTF-8 with a byte order mark
//! and without a cell that a spreadsheet would run as a formula.

use std::collections::HashMap;
use std::hash::Hash;

use yakusho_accounts::order::{Lines, decode};
use yakusho_kernel::{Reason, guarded, unguarded};

/// The most lines of a file.
const MOST_LINES: usize = 20_000;

/// The columns of a file.
pub trait Columns: Copy + Eq + Hash + Sized + 'static {
    /// Every column, in the order of the template.
    const ALL: &'static [Self];

    /// The name in the API, which a heading may bear too.
    fn code(self) -> &'static str;

    /// The heading in a file.
    fn heading(self) -> &'static str;

    /// Whether no file does without it.
    fn is_required(self) -> bool;

    /// The column of that code or heading.
    fn named(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut all = Self::ALL.iter().copied();
        all.find(|column| text == column.code() || text == column.heading())
    }
}

/// A fault of a file, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFault<C> {
    /// The line, from 1; 0 if it is of the file as a whole.
    pub line: u32,
    /// The column, if it is of a cell.
    pub column: Option<C>,
    /// What is wrong.
    pub reason: Reason,
}

/// A line as it is written.
pub(crate) struct Line<C> {
    pub(crate) number: u32,
    cells: HashMap<C, String>,
}

impl<C: Columns> Line<C> {
    /// What stands in the column; none if the file has no such column.
    pub(crate) fn cell(&self, column: C) -> Option<&str> {
        self.cells.get(&column).map(String::as_str)
    }

    pub(crate) fn fault(&self, column: impl Into<Option<C>>, reason: Reason) -> SheetFault<C> {
        SheetFault {
            line: self.number,
            column: column.into(),
            reason,
        }
    }
}

/// The lines of a file, blank ones left out, and what is wrong with the file itself.
pub(crate) fn read<C: Columns>(file: &[u8]) -> (Vec<Line<C>>, Vec<SheetFault<C>>) {
    let whole = |line, reason| SheetFault {
        line,
        column: None,
        reason,
    };
    let text = decode(file);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = reader.records().flatten();
    let Some(heading) = records.next() else {
        return (Vec::new(), vec![whole(0, Reason::Required)]);
    };
    let columns: Vec<Option<C>> = heading.iter().map(C::named).collect();
    let mut faults = Vec::new();
    let missing = C::ALL
        .iter()
        .filter(|column| column.is_required() && !columns.contains(&Some(**column)));
    faults.extend(missing.map(|column| SheetFault {
        column: Some(*column),
        ..whole(1, Reason::Code("column_missing"))
    }));
    let unknown = |(text, column): (&str, &Option<C>)| column.is_none() && !text.trim().is_empty();
    if heading.iter().zip(&columns).any(unknown) {
        faults.push(whole(1, Reason::Code("column_unknown")));
    }
    if !faults.is_empty() {
        return (Vec::new(), faults);
    }
    let mut lines = Vec::new();
    let mut count = Lines::new(&text);
    for record in records {
        let number = count.of(&record);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if record.len() > columns.len() {
            faults.push(whole(number, Reason::TooMany { max: columns.len() }));
        }
        let cells = record.iter().chain(std::iter::repeat(""));
        let cells: HashMap<C, String> = columns
            .iter()
            .zip(cells)
            .filter_map(|(column, text)| Some(((*column)?, unguarded(text.trim()).to_owned())))
            .collect();
        if cells.values().any(|text| text.contains('\u{FFFD}')) {
            faults.push(whole(number, Reason::Code("unreadable")));
        } else {
            lines.push(Line { number, cells });
        }
    }
    if lines.len() > MOST_LINES {
        faults.push(whole(0, Reason::TooMany { max: MOST_LINES }));
        lines.clear();
    } else if lines.is_empty() && faults.is_empty() {
        faults.push(whole(0, Reason::Required));
    }
    (lines, faults)
}

/// A file of these rows, the heading first.
pub(crate) fn write<C: Columns>(rows: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let headings = C::ALL.iter().map(|column| column.heading());
    write_under(headings, rows)
}

/// The same under headings of its own.
pub(crate) fn write_under<'h>(
    headings: impl IntoIterator<Item = &'h str>,
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    // Writing to memory cannot fail.
    let _ = writer.write_record(headings);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| guarded(cell).into_owned()));
    }
    writer.into_inner().unwrap_or_default()
}
