//! Duties: as they are opened, stored and shown.

use serde_json::Value;
use time::Date;
use uuid::Uuid;
use yakusho_kernel::{Debtor, Ref, Tally, Timestamp, UnitId, codes, typed_id};
use yakusho_regulation::Rule;

typed_id! {
    /// A duty of the ledger.
    pub struct DutyId = "compliance.duty";
}

/// What is owed. The code is that of the notice whose text says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DutyKind {
    /// What the administrator entered, by its title. Parameters: `title`.
    Entered,
    /// The answer to a question. Parameters: `title`, `name`.
    Inquiry,
    /// The handling of a report of a violation. Parameters: `title`.
    Violation,
}

/// What has become of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DutyState {
    /// It is owed.
    Open,
    /// It was done.
    Done,
    /// It need not be done any more.
    Dropped,
}

codes! {
    DutyKind {
        Entered = "duty.entered",
        Inquiry = "inquiry.owed",
        Violation = "violation.owed",
    }
    DutyState {
        Open = "open",
        Done = "done",
        Dropped = "dropped",
    }
}

/// A duty that an act brings about.
#[derive(Clone, Debug)]
pub struct NewDuty {
    /// What is owed.
    pub kind: DutyKind,
    /// The rule under which; none where it is the town hall's own matter.
    pub rule: Option<Rule>,
    /// Who owes it.
    pub by: Debtor,
    /// The last day on which it is in time.
    pub due: Date,
    /// What it is about; none where it is about nothing but itself.
    pub about: Option<Ref>,
    /// What its text needs.
    pub params: Value,
}

/// A duty as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty {
    /// Its id.
    pub id: DutyId,
    /// What is owed.
    pub kind: DutyKind,
    /// The rule under which.
    pub rule: Option<Rule>,
    /// Who owes it.
    pub by: Debtor,
    /// The last day on which it is in time.
    pub due: Date,
    /// What it is about.
    pub about: Ref,
    /// What its text needs.
    pub params: Value,
    /// What has become of it.
    pub state: DutyState,
    /// When it was brought about.
    pub opened_at: Timestamp,
    /// The audit entry of the act that brought it about.
    pub opened_by: Uuid,
    /// How it ended; none while it is open.
    pub ended: Option<Ended>,
}

/// How a duty ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// When.
    pub at: Timestamp,
    /// The audit entry of the act that did or dropped it: its evidence.
    pub by: Uuid,
    /// What was said with it.
    pub remark: Option<String>,
}

/// A duty that the administrator enters.
#[derive(Clone, Debug)]
pub struct DutyForm {
    /// What is to be done: one line of at most 100 characters.
    pub title: String,
    /// The section whose head owes it.
    pub section: UnitId,
    /// The last day on which it is in time.
    pub due: Date,
    /// The rule that asks for it; none where it is the town hall's own matter.
    pub rule: Option<Rule>,
}

/// Whose duties are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// The reader's own.
    Mine,
    /// Those of the units that the reader heads, and of their people.
    Section,
    /// Everybody's, for those who look after the whole.
    All,
}

codes! {
    View { Mine = "mine", Section = "section", All = "all" }
}

/// How it stood with what is owed on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// By rule; a rule under which nothing was owed is missing.
    pub tallies: Vec<Tally>,
    /// Whether it was recorded: of a past day on which the night's work was not done, nothing is known.
    pub known: bool,
}
