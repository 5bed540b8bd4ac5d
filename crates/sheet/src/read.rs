//! Reading a file.

use std::collections::HashMap;

use csv::{Position, ReaderBuilder, StringRecord};

use crate::characters::decoded;
use crate::guard::unguarded;
use crate::{Columns, Flaw, FlawKind, Line};

/// Put after a text to see where it ends: a record of its own, unless a quotation mark still holds it.
const END: &str = "\u{4}";

/// The lines of a file, blank ones left out, and what is wrong with the file itself. There are no lines where the heading
/// lacks a column or has one twice or there are more than `most`, and none that is itself flawed.
pub fn read<C: Columns>(file: &[u8], most: usize) -> (Vec<Line<C>>, Vec<Flaw<C>>) {
    let mut flaws = Flaws(Vec::new());
    let text = format!("{}\n{END}", decoded(file));
    let mut records = numbered(&text);
    let open = records.pop().filter(|(_, last)| last.iter().ne([END]));
    let mut records = records.into_iter();
    let heading = records.next();
    let columns = heading.map(|(line, names)| columns(line, &names, &mut flaws));
    // A column that is not known hides nothing that is wrong with the others.
    let is_strange = |flaw: &Flaw<C>| matches!(flaw.kind, FlawKind::ColumnUnknown { .. });
    let heading_fits = flaws.0.iter().all(is_strange);
    if let Some((line, _)) = open {
        flaws.push(line, None, FlawKind::QuoteOpen);
    }
    let columns = columns.unwrap_or_default();
    let mut lines: Vec<Line<C>> = records
        .filter_map(|(number, record)| line(number, &record, &columns, &mut flaws))
        .collect();
    if lines.is_empty() && flaws.0.is_empty() {
        flaws.push(0, None, FlawKind::NoLines);
    }
    if lines.len() > most {
        flaws.push(0, None, FlawKind::LinesSurplus { max: most });
    }
    if !heading_fits || lines.len() > most {
        lines.clear();
    }
    (lines, flaws.0)
}

struct Flaws<C>(Vec<Flaw<C>>);

impl<C> Flaws<C> {
    fn push(&mut self, line: u32, column: Option<C>, kind: FlawKind) {
        self.0.push(Flaw { line, column, kind });
    }
}

/// The records of a text, each with the line on which it begins.
fn numbered(text: &str) -> Vec<(u32, StringRecord)> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut line, mut passed) = (1_u32, 0);
    // Out of a text, with lines of any length, nothing can fail.
    let records = reader.records().flatten().map(|record| {
        // The reader counts the blank lines before a record to it.
        let at = record.position().map_or(0, Position::byte);
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        let rest = text.get(at..).unwrap_or_default();
        let begins = at + rest.len() - rest.trim_start_matches('\n').len();
        let before = text.get(passed..begins).unwrap_or_default();
        let lines = u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX);
        (line, passed) = (line.saturating_add(lines), begins);
        (line, record)
    });
    records.collect()
}

/// Which column stands at which place; none where the heading is empty or not known.
fn columns<C: Columns>(line: u32, heading: &StringRecord, flaws: &mut Flaws<C>) -> Vec<Option<C>> {
    let mut columns: Vec<Option<C>> = Vec::new();
    for (place, text) in (1..).zip(heading.iter().map(str::trim)) {
        let column = C::named(text);
        if column.is_none() && !text.is_empty() {
            let text = text.to_owned();
            flaws.push(line, None, FlawKind::ColumnUnknown { place, text });
        }
        if column.is_some() && columns.contains(&column) {
            flaws.push(line, None, FlawKind::ColumnTwice { place });
        }
        columns.push(column);
    }
    for column in C::ALL {
        if column.is_required() && !columns.contains(&Some(*column)) {
            flaws.push(line, Some(*column), FlawKind::ColumnMissing);
        }
    }
    columns
}

/// The line of a record; none if it is blank or flawed.
fn line<C: Columns>(
    number: u32,
    record: &StringRecord,
    columns: &[Option<C>],
    flaws: &mut Flaws<C>,
) -> Option<Line<C>> {
    if record.iter().all(|cell| said(cell).is_empty()) {
        return None;
    }
    let before = flaws.0.len();
    let mut surplus = record.iter().skip(columns.len());
    if surplus.any(|cell| !said(cell).is_empty()) {
        let max = columns.len();
        flaws.push(number, None, FlawKind::CellsSurplus { max });
    }
    let mut cells = HashMap::new();
    let written = record.iter().chain(std::iter::repeat(""));
    for (column, text) in columns.iter().zip(written) {
        let Some(column) = *column else { continue };
        if text.contains(char::REPLACEMENT_CHARACTER) {
            flaws.push(number, Some(column), FlawKind::Unreadable);
        }
        if said(text).contains(['\n', '\r']) && !column.has_lines() {
            flaws.push(number, Some(column), FlawKind::LineBreak);
        }
        cells.insert(column, said(text).to_owned());
    }
    (flaws.0.len() == before).then_some(Line { number, cells })
}

/// What a cell says: without a guard, and without blanks around it.
pub(crate) fn said(cell: &str) -> &str {
    unguarded(cell.trim_start()).trim()
}
