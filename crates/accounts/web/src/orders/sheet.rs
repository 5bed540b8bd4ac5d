//! What the editor's form holds: title, day, and lines from a file or typed in.

use std::collections::BTreeSet;

use yakusho_accounts::order::{self, Column, OrderDraft, OrderFault, Row};
use yakusho_sheet::Columns as _;
use yakusho_webkit::{Fields, Problem, Reader, Received, Visit};

use super::lines;
use yakusho_webkit::csv::LARGEST;
use yakusho_webkit::kept_file::KeptFile;

/// How many empty lines a new form has, and how many are added at a time.
pub(super) const FRESH: u32 = 3;

/// What the form holds.
pub(super) struct Sheet {
    /// The lines.
    pub(super) rows: Vec<Row>,
    /// Those that the form shows to be typed in, from 1.
    pub(super) shown: BTreeSet<u32>,
    /// The file that the lines come from, if they do.
    pub(super) kept: Option<KeptFile>,
    /// What is wrong with the file itself.
    pub(super) faults: Vec<OrderFault>,
}

impl Sheet {
    /// An empty form.
    pub(super) fn empty() -> Self {
        Self {
            rows: Vec::new(),
            shown: (1..=FRESH).collect(),
            kept: None,
            faults: Vec::new(),
        }
    }

    /// The lines of an order, to be edited.
    pub(super) fn of(rows: Vec<Row>) -> Self {
        let shown = if rows.len() > lines::MOST {
            BTreeSet::new()
        } else {
            rows.iter().map(|row| row.line).collect()
        };
        Self {
            rows,
            shown,
            ..Self::empty()
        }
    }

    /// Reads the form: a file that was sent now, or one that was kept, or what was typed.
    pub(super) async fn read(
        visit: &Visit,
        fields: &Fields,
        files: Vec<Received>,
    ) -> Result<Self, Problem> {
        let typed = Self::typed(fields);
        let Some(kept) = KeptFile::of(visit, fields, files)? else {
            return Ok(typed);
        };
        let content = kept.content(visit, LARGEST).await?;
        let (rows, faults) = order::read_csv(&content);
        Ok(Self {
            rows,
            faults,
            kept: Some(kept),
            shown: typed.shown,
        })
    }

    /// The lines that were typed; those without anything in them are left out.
    pub(super) fn typed(fields: &Fields) -> Self {
        let shown: BTreeSet<u32> = fields
            .all("line")
            .filter_map(|line| line.parse().ok())
            .take(lines::MOST)
            .collect();
        let rows = shown.iter().filter_map(|line| {
            let cells = Column::ALL.iter().copied().filter_map(|column| {
                let text = fields.first(&lines::field(*line, column))?.trim();
                (!text.is_empty()).then(|| (column, text.to_owned()))
            });
            let row = Row {
                line: *line,
                cells: cells.collect(),
            };
            (!row.cells.is_empty()).then_some(row)
        });
        Self {
            rows: rows.collect(),
            shown: shown.clone(),
            kept: None,
            faults: Vec::new(),
        }
    }

    /// Shows more empty lines.
    pub(super) fn add_lines(&mut self) {
        let last = self.shown.last().copied().unwrap_or_default();
        let room = u32::try_from(lines::MOST - self.shown.len().min(lines::MOST));
        self.shown
            .extend((last + 1..).take(FRESH.min(room.unwrap_or_default()) as usize));
    }

    /// Takes a line away.
    pub(super) fn remove_line(&mut self, line: u32) {
        self.shown.remove(&line);
        self.rows.retain(|row| row.line != line);
    }

    /// The draft, with title and day.
    pub(super) fn draft(&self, fields: &Fields) -> Result<OrderDraft, Problem> {
        let mut read = fields.reader();
        let day = read.needed("takes_effect_on", Reader::day);
        Ok(OrderDraft {
            title: fields.text("title"),
            takes_effect_on: read.finish_with(day)?,
            rows: self.rows.clone(),
        })
    }
}
