//! What can be wrong with an order, by code and parameters; the texts are found by them in the reader's language.

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_kernel::{Invalid, PersonId, PostId, Reason, UnitId};

use yakusho_sheet::Columns as _;

use super::Column;
use crate::ledger::BreachKind;

/// A fault of an order, and where it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OrderFault {
    /// The line, from 1; 0 if it is of the order as a whole.
    pub line: u32,
    /// The column, if it is of a cell.
    pub column: Option<Column>,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum FaultKind {
    /// The file has no heading, or one without this column.
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
    /// More lines than an order may have.
    LinesSurplus {
        /// The most allowed.
        max: usize,
    },
    /// The order has no line.
    NoLines,
    /// A quotation mark is opened on the line and not closed.
    QuoteOpen,
    /// Bytes that are no characters in the encoding of the file, or characters that nobody sees.
    Unreadable,
    /// A line break within the cell.
    LineBreak,
    /// The cell must be filled in.
    Required,
    /// More characters than allowed.
    TooLong {
        /// The most allowed.
        max: usize,
    },
    /// Not in the form that is expected.
    Malformed {
        /// What stands there.
        text: String,
    },
    /// Not one of the choices.
    UnknownValue {
        /// What stands there.
        text: String,
    },
    /// Nobody has this staff number.
    UnknownNumber {
        /// The number.
        text: String,
    },
    /// No unit has this code on that day.
    UnknownUnit {
        /// The code.
        text: String,
    },
    /// The unit has no post of this title on that day.
    UnknownPost {
        /// The title.
        text: String,
    },
    /// Somebody employed has this staff number already.
    NumberTaken {
        /// The number.
        text: String,
    },
    /// A unit has this code already.
    CodeTaken {
        /// The code.
        text: String,
    },
    /// The unit has a post of this title already.
    TitleTaken {
        /// The title.
        text: String,
    },
    /// They hold the post already. Of a line that says that they go on holding it, this is no fault.
    HeldAlready,
    /// They do not hold the post.
    NotHeld,
    /// They are not employed on that day.
    NotEmployed,
    /// They leave by another line of the order.
    LeavesToo {
        /// That line.
        line: u32,
    },
    /// Another line of the order appoints them to a main post.
    AppointedTwice {
        /// That line.
        line: u32,
    },
    /// They are not away on that day.
    NotAway,
    /// The last day lies before the day of the order.
    EndsBefore,
    /// A unit cannot be merged into itself or one below it.
    WithinItself,
    /// What would hold does not fit together.
    Breach {
        /// How.
        breach: BreachKind,
        /// From which day.
        day: Date,
        /// Whom it concerns, if somebody.
        person: Option<PersonId>,
        /// The unit that it concerns, if one.
        #[serde(default)]
        unit: Option<UnitId>,
        /// The post that it concerns, if one.
        #[serde(default)]
        post: Option<PostId>,
    },
}

impl FaultKind {
    /// The code in the API, and the key of the text.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ColumnMissing => "column_missing",
            Self::ColumnUnknown { .. } => "column_unknown",
            Self::ColumnTwice { .. } => "column_twice",
            Self::CellsSurplus { .. } => "cells_surplus",
            Self::LinesSurplus { .. } => "lines_surplus",
            Self::NoLines => "no_lines",
            Self::QuoteOpen => "quote_open",
            Self::Unreadable => "unreadable",
            Self::LineBreak => "line_break",
            Self::Required => "required",
            Self::TooLong { .. } => "too_long",
            Self::Malformed { .. } => "malformed",
            Self::UnknownValue { .. } => "unknown_value",
            Self::UnknownNumber { .. } => "unknown_number",
            Self::UnknownUnit { .. } => "unknown_unit",
            Self::UnknownPost { .. } => "unknown_post",
            Self::NumberTaken { .. } => "number_taken",
            Self::CodeTaken { .. } => "code_taken",
            Self::TitleTaken { .. } => "title_taken",
            Self::HeldAlready => "held_already",
            Self::NotHeld => "not_held",
            Self::NotEmployed => "not_employed",
            Self::LeavesToo { .. } => "leaves_too",
            Self::AppointedTwice { .. } => "appointed_twice",
            Self::NotAway => "not_away",
            Self::EndsBefore => "ends_before",
            Self::WithinItself => "within_itself",
            Self::Breach { breach, .. } => breach.code(),
        }
    }
}

impl OrderFault {
    /// These faults as those of fields: `lines.LINE.COLUMN`, `lines.LINE`, or `lines` for the order as a whole.
    pub fn refusal(faults: &[Self]) -> Invalid {
        let mut invalid = Invalid::default();
        for Self { line, column, kind } in faults {
            let field = match (line, column) {
                (0, _) => "lines".to_owned(),
                (line, None) => format!("lines.{line}"),
                (line, Some(column)) => format!("lines.{line}.{}", column.code()),
            };
            let reason = match *kind {
                FaultKind::CellsSurplus { max } => Reason::CellsSurplus { max },
                ref kind => Reason::Code(kind.code()),
            };
            invalid.push(field, reason);
        }
        invalid
    }

    /// A fault of the order as a whole.
    pub(super) const fn whole(kind: FaultKind) -> Self {
        Self {
            line: 0,
            column: None,
            kind,
        }
    }

    /// A fault of a cell.
    pub(super) const fn cell(line: u32, column: Column, kind: FaultKind) -> Self {
        Self {
            line,
            column: Some(column),
            kind,
        }
    }
}
