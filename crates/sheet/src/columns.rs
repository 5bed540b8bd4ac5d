//! The columns of a file, and a line by them.

use std::collections::HashMap;
use std::hash::Hash;

use yakusho_kernel::Reason;
use yakusho_regulation::Lang;

use crate::SheetFault;

/// The columns of a file.
pub trait Columns: Copy + Eq + Hash + Sized + 'static {
    /// Every column, in the order of the template.
    const ALL: &'static [Self];

    /// The name in the API, which a heading may bear too.
    fn code(self) -> &'static str;

    /// The heading in a file.
    fn heading(self) -> &'static str;

    /// The heading in a file for those who read English; the code, where files have none in English.
    fn english(self) -> &'static str {
        self.code()
    }

    /// Whether no file does without it.
    fn is_required(self) -> bool;

    /// Whether its cells hold days.
    fn is_day(self) -> bool {
        false
    }

    /// Whether its cells may have several lines.
    fn has_lines(self) -> bool {
        false
    }

    /// The heading in a file for those who read that language.
    fn heading_in(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.heading(),
            Lang::En => self.english(),
        }
    }

    /// The column of that code or heading, in either language.
    fn named(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut all = Self::ALL.iter().copied();
        all.find(|column| {
            let headings = [column.heading(), column.english()];
            text == column.code() || headings.iter().any(|one| text.eq_ignore_ascii_case(one))
        })
    }
}

/// A line as it is written.
#[derive(Clone, Debug)]
pub struct Line<C> {
    /// Its number in the file, from 1, the heading counted.
    pub number: u32,
    pub(crate) cells: HashMap<C, String>,
}

impl<C: Columns> Line<C> {
    /// What stands in the column, trimmed; empty if nothing does, and none if the file has no such column.
    pub fn cell(&self, column: C) -> Option<&str> {
        self.cells.get(&column).map(String::as_str)
    }

    /// The cells in which something stands.
    pub fn into_cells(self) -> impl Iterator<Item = (C, String)> {
        self.cells.into_iter().filter(|(_, text)| !text.is_empty())
    }

    /// A fault of one of its cells; of the line, if no column is given.
    pub fn fault(&self, column: impl Into<Option<C>>, reason: Reason) -> SheetFault<C> {
        SheetFault {
            line: self.number,
            column: column.into(),
            reason,
            basis: None,
        }
    }
}
