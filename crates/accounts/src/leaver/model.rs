//! What a case is.

use time::Date;
use yakusho_kernel::{PersonId, Timestamp, UnitId, typed_id};

use crate::account::AccountId;

typed_id! {
    /// A question whether an account is still needed, or a report that it is not.
    pub struct CaseId = "leaver_case";
}

/// Why it is asked, or who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Finding {
    /// The manager reported it.
    Reported,
    /// The person left.
    Left,
    /// The person's main post is in another section.
    Moved,
    /// Nobody signed in for long.
    Unused,
}

yakusho_kernel::codes! {
    Finding {
        Reported = "reported",
        Left = "left",
        Moved = "moved",
        Unused = "unused",
    }
    CaseState {
        Open = "open",
        Kept = "kept",
        Closed = "closed",
    }
    Answer {
        Keep = "keep",
        Close = "close",
    }
}

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CaseState {
    /// Not answered yet.
    Open,
    /// The account is still needed: so it was answered, or what gave rise to the question is no longer so.
    Kept,
    /// The account was closed.
    Closed,
}

/// A case with its account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// The account.
    pub account: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// Its ID.
    pub login: String,
    /// The section whose manager is asked; none where the person never had a post.
    pub unit: Option<UnitId>,
    /// Why it is asked.
    pub finding: Finding,
    /// The day since which it is so: of leaving, of moving, or from which the account counts as unused.
    pub since: Date,
    /// Where it stands.
    pub state: CaseState,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// The day on which it was last asked.
    pub asked_on: Date,
    /// How often it was repeated.
    pub reminders: i32,
    /// What was answered, if somebody did.
    pub answered: Option<Answered>,
}

/// What was answered to a case, or reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// Why.
    pub reason: String,
}

/// What a manager answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The account is still needed.
    Keep,
    /// It is not, and closes.
    Close,
}
