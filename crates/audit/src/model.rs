//! What is asked of the trail, and what it answers.

use time::Date;
use yakusho_kernel::{DbError, Denied, Fault, PersonId, Ref, Timestamp, audit_entry};
use yakusho_regulation::Rule;

/// An entry as it stands.
pub type Entry = audit_entry::Model;

/// Which entries are wanted: all that is set must fit.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Done by this person, or on their behalf.
    pub person: Option<PersonId>,
    /// Done to this.
    pub subject: Option<Ref>,
    /// Acts whose name begins so, e.g. `"board."`.
    pub act: Option<String>,
    /// Permitted or refused by this rule.
    pub rule: Option<Rule>,
    /// The code of an outcome: `done`, `refused` or `read`.
    pub outcome: Option<String>,
    /// On this day or later.
    pub from: Option<Date>,
    /// On this day or earlier.
    pub until: Option<Date>,
}

/// When a rule was last seen at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The rule.
    pub rule: Rule,
    /// When it last permitted an act, or recorded one.
    pub last_done: Option<Timestamp>,
    /// When it last refused one.
    pub last_refused: Option<Timestamp>,
}

/// Why the trail could not be read.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// Not by this actor.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The cursor or the export went wrong.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<AuditError> for Fault {
    fn from(error: AuditError) -> Self {
        match error {
            AuditError::Denied(denied) => denied.into(),
            AuditError::Fault(fault) => fault,
            AuditError::Db(error) => error.into(),
        }
    }
}
