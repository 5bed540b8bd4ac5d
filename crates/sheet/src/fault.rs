//! What can be wrong with a file.

use yakusho_kernel::{Invalid, Reason};
use yakusho_regulation::Basis;

use crate::Columns;

/// Something that is wrong with a file itself, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw<C> {
    /// The line, from 1; 0 if it is of the file as a whole.
    pub line: u32,
    /// The column, if it is of one.
    pub column: Option<C>,
    /// What is wrong.
    pub kind: FlawKind,
}

/// What can be wrong with a file itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlawKind {
    /// The heading lacks a column that no file does without.
    ColumnMissing,
    /// The heading has a column that is not known.
    ColumnUnknown {
        /// The place of the column, from 1.
        place: usize,
        /// What it is called.
        text: String,
    },
    /// The heading has a column twice.
    ColumnTwice {
        /// The place of the second, from 1.
        place: usize,
    },
    /// The line has more cells than the heading.
    CellsSurplus {
        /// How many the heading has.
        max: usize,
    },
    /// More lines than the file may have.
    LinesSurplus {
        /// The most allowed.
        max: usize,
    },
    /// There is no line.
    NoLines,
    /// A quotation mark is opened on the line and not closed: what follows would be one cell.
    QuoteOpen,
    /// Bytes that are no characters in the encoding of the file.
    Unreadable,
    /// A line break within a cell that has one line.
    LineBreak,
}

impl From<FlawKind> for Reason {
    fn from(kind: FlawKind) -> Self {
        match kind {
            FlawKind::ColumnMissing => Self::Code("column_missing"),
            FlawKind::ColumnUnknown { .. } => Self::Code("column_unknown"),
            FlawKind::ColumnTwice { .. } => Self::Code("column_twice"),
            FlawKind::CellsSurplus { max } => Self::CellsSurplus { max },
            FlawKind::LinesSurplus { max } => Self::TooMany { max },
            FlawKind::NoLines => Self::Required,
            FlawKind::QuoteOpen => Self::Code("quote_open"),
            FlawKind::Unreadable => Self::Code("unreadable"),
            FlawKind::LineBreak => Self::Code("line_break"),
        }
    }
}

/// A fault of a file, of itself or of what its cells say, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFault<C> {
    /// The line, from 1; 0 if it is of the file as a whole.
    pub line: u32,
    /// The column, if it is of a cell.
    pub column: Option<C>,
    /// What is wrong.
    pub reason: Reason,
    /// The rule that asks for it, where one does.
    pub basis: Option<Basis>,
}

impl<C> From<Flaw<C>> for SheetFault<C> {
    fn from(flaw: Flaw<C>) -> Self {
        Self {
            line: flaw.line,
            column: flaw.column,
            reason: flaw.kind.into(),
            basis: None,
        }
    }
}

/// Nothing is taken of a file in which anything is wrong: the faults as those of the fields `lines.LINE.COLUMN`.
pub fn refused<C: Columns>(faults: impl IntoIterator<Item = SheetFault<C>>) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    for fault in faults {
        let field = match (fault.line, fault.column) {
            (0, _) => "lines".to_owned(),
            (line, None) => format!("lines.{line}"),
            (line, Some(column)) => format!("lines.{line}.{}", column.code()),
        };
        match fault.basis {
            Some(basis) => invalid.push_by(field, fault.reason, basis),
            None => invalid.push(field, fault.reason),
        }
    }
    invalid.check()
}
