//! What is asked of the trail, and what it answers.

use time::Date;
use uuid::Uuid;
use yakusho_kernel::{PersonId, Ref, Timestamp, audit_entry};
use yakusho_regulation::Rule;

/// An entry as it stands.
pub type Entry = audit_entry::Model;

/// Which entries are wanted: all that is set must fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

/// When a rule was last seen at work: cited first by an act, or beside others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The rule.
    pub rule: Rule,
    /// When it last permitted an act, or recorded one.
    pub last_done: Option<Timestamp>,
    /// When it last refused one.
    pub last_refused: Option<Timestamp>,
    /// The last entry of either kind.
    pub entry: Option<Uuid>,
}

impl Evidence {
    /// When it was last seen at work, either way.
    pub fn last(&self) -> Option<Timestamp> {
        self.last_done.max(self.last_refused)
    }
}
