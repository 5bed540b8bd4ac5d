//! What operations on facilities, bookings and events share.

use poem_openapi::Object;
use poem_openapi::payload::Json;
use poem_openapi::types::{ParseFromJSON, ToJSON, Type};
use time::{Date, OffsetDateTime};
use yakusho_kernel::{Invalid, Reason};
use yakusho_scheduling::facility::Slot;
use yakusho_scheduling::sheet::{Columns, SheetFault};
use yakusho_webkit::ui::{Asked, Takes};
use yakusho_webkit::{Lang, Visit};

/// A time from its start up to its end.
#[derive(Debug, Object)]
pub(crate) struct SlotItem {
    pub(crate) starts_at: OffsetDateTime,
    pub(crate) ends_at: OffsetDateTime,
}

impl From<Slot> for SlotItem {
    fn from(slot: Slot) -> Self {
        Self {
            starts_at: slot.starts_at.utc(),
            ends_at: slot.ends_at.utc(),
        }
    }
}

/// A fault of a file, and where it is.
#[derive(Debug, Object)]
#[oai(rename = "SheetFault")]
pub(crate) struct SheetFaultItem {
    /// The line; 0 for the file as a whole.
    line: u32,
    /// The column, if it is of a cell.
    #[oai(skip_serializing_if_is_none)]
    column: Option<String>,
    /// What is wrong, as a code.
    code: String,
    /// What is wrong, in the reader's language.
    message: String,
}

impl SheetFaultItem {
    pub(crate) fn of<C: Columns>(visit: &Visit, fault: &SheetFault<C>) -> Self {
        Self {
            line: fault.line,
            column: fault.column.map(|column| column.code().to_owned()),
            code: fault.reason.code().to_owned(),
            message: wrong(visit, fault),
        }
    }
}

/// What is wrong with a file, in words.
pub(crate) fn wrong<C: Columns>(visit: &Visit, fault: &SheetFault<C>) -> String {
    let label = fault
        .column
        .map_or("CSV", |column| label(visit.lang, column));
    let takes = Takes::Text;
    visit.words_of(&fault.reason, None, Asked { label, takes })
}

/// What a column is called: files are Japanese, and every column is known by its code too.
pub(crate) fn label<C: Columns>(lang: Lang, column: C) -> &'static str {
    match lang {
        Lang::Ja => column.heading(),
        Lang::En => column.code(),
    }
}

/// The days of a period, of which one may be left out where it is asked for by `first` and `last`.
pub(crate) fn period(first: Option<Date>, last: Option<Date>) -> Result<(Date, Date), Invalid> {
    match (first, last) {
        (Some(first), Some(last)) => Ok((first, last)),
        (None, _) => Err(Invalid::field("first", Reason::Required)),
        (_, None) => Err(Invalid::field("last", Reason::Required)),
    }
}

/// An answer of 201.
#[derive(poem_openapi::ApiResponse)]
pub(crate) enum Created<T: Type + ParseFromJSON + ToJSON + Send> {
    /// What was made.
    #[oai(status = 201)]
    Created(Json<T>),
}
