//! The ways in which an act fails.

use yakusho_regulation::Basis;

use crate::{DbError, Denied, Subject};

/// The few ways in which an act fails, as far as whoever asked for it is concerned.
///
/// What services fail with. A capability whose callers must tell more apart has an error enum for that alone,
/// and turns it into this by an exhaustive match. Texts are found by code, in the reader's language.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// It does not exist, or may not be seen: the same answer.
    #[error("not found")]
    NotFound,
    /// A rule refuses.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// What is there has changed, or stands against it.
    #[error(transparent)]
    Conflict(#[from] Conflict),
    /// What was entered cannot be taken as it is.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The system cannot do it now, but may later.
    #[error("unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The system failed. The inside is for the log alone.
    #[error("internal")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Fault {
    /// An internal fault with its cause.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(cause.into())
    }

    /// Of many things that are done each in an act of its own, has the rest go on where one failed: that is logged.
    ///
    /// # Errors
    /// Itself, where the rest would fail of it as well: [`Fault::Unavailable`].
    pub fn of_one(self, subject: &impl Subject) -> Result<(), Self> {
        if matches!(self, Self::Unavailable(_)) {
            return Err(self);
        }
        let about = subject.reference();
        tracing::error!(kind = %about.kind, id = %about.id, fault = ?self, "one failed, the rest goes on");
        Ok(())
    }
}

impl From<DbError> for Fault {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Unavailable(_) => Self::Unavailable(error.into()),
            DbError::Conflict(what) => Self::Conflict(Conflict { code: what }),
            DbError::Unfit(_) => Invalid::field("value", Reason::Malformed).into(),
            DbError::Failed(_) => Self::Internal(error.into()),
        }
    }
}

/// What stands against an act, by its code, e.g. `"changed_meanwhile"`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("conflict: {code}")]
pub struct Conflict {
    /// The code.
    pub code: &'static str,
}

impl Conflict {
    /// Somebody else changed it since it was read.
    pub const CHANGED: Self = Self {
        code: "changed_meanwhile",
    };

    /// This conflict, unless what must hold does: `Conflict::CHANGED.unless(row.revision == seen)?`.
    pub const fn unless(self, holds: bool) -> Result<(), Self> {
        if holds { Ok(()) } else { Err(self) }
    }
}

/// What is wrong with what was entered, field by field.
#[derive(Clone, Debug, Default, thiserror::Error)]
#[error("{} field(s) refused", errors.len())]
pub struct Invalid {
    /// The faults, in the order of the form.
    pub errors: Vec<FieldError>,
}

impl Invalid {
    /// One fault at one field.
    pub fn field(field: impl Into<String>, reason: Reason) -> Self {
        let mut invalid = Self::default();
        invalid.push(field, reason);
        invalid
    }

    /// Adds a fault.
    pub fn push(&mut self, field: impl Into<String>, reason: Reason) {
        self.errors.push(FieldError {
            field: field.into(),
            reason,
            basis: None,
        });
    }

    /// Adds a fault that a rule finds.
    pub fn push_by(&mut self, field: impl Into<String>, reason: Reason, basis: Basis) {
        self.errors.push(FieldError {
            field: field.into(),
            reason,
            basis: Some(basis),
        });
    }

    /// `Ok` if nothing was found wrong.
    pub fn check(self) -> Result<(), Self> {
        if self.errors.is_empty() {
            Ok(())
        } else {
            Err(self)
        }
    }
}

/// One fault at one field.
#[derive(Clone, Debug)]
pub struct FieldError {
    /// The name of the field in the form and in the API.
    pub field: String,
    /// What is wrong.
    pub reason: Reason,
    /// The rule that asks for it, where one does.
    pub basis: Option<Basis>,
}

/// What can be wrong with a field. Its text is found by code in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing was entered.
    Required,
    /// More characters than allowed.
    TooLong {
        /// The most characters allowed.
        max: usize,
    },
    /// Fewer characters than needed.
    TooShort {
        /// The fewest characters needed.
        min: usize,
    },
    /// A number, or a size in bytes, outside its range.
    OutOfRange {
        /// The smallest allowed.
        min: i64,
        /// The largest allowed.
        max: i64,
    },
    /// More entries than allowed.
    TooMany {
        /// The most allowed.
        max: usize,
    },
    /// A line of a table with more cells than its heading has columns.
    CellsSurplus {
        /// How many columns the heading has.
        max: usize,
    },
    /// A file that is larger than allowed.
    TooLarge {
        /// Its name; empty where it has none.
        name: String,
        /// The most bytes allowed.
        max: u64,
    },
    /// Not in the form that is expected.
    Malformed,
    /// Not one of the choices, or not known.
    Unknown,
    /// Already in use.
    Taken,
    /// A day or time in the past where a later one is needed.
    Past,
    /// The end lies before the beginning.
    EndBeforeStart,
    /// A reason of the capability's own, by its code.
    Code(&'static str),
}

impl Reason {
    /// The code in the API, and the key of the text.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::TooLong { .. } => "too_long",
            Self::TooShort { .. } => "too_short",
            Self::OutOfRange { .. } => "out_of_range",
            Self::TooMany { .. } => "too_many",
            Self::CellsSurplus { .. } => "cells_surplus",
            Self::TooLarge { .. } => "file_too_large",
            Self::Malformed => "malformed",
            Self::Unknown => "unknown",
            Self::Taken => "taken",
            Self::Past => "past",
            Self::EndBeforeStart => "end_before_start",
            Self::Code(code) => code,
        }
    }
}
