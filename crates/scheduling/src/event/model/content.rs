//! What an event says.

use serde::{Deserialize, Serialize};
use yakusho_attachments::Attachment;
use yakusho_kernel::{PersonId, Timestamp, UnitId, typed_id};

use super::When;
use crate::recurrence::{Local, OnClosed, Rule};

typed_id! {
    /// One of the dates among which is decided.
    pub struct CandidateId = "event.candidate";
}

/// In whose calendar an event is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// A person's.
    Person(PersonId),
    /// A unit's.
    Unit(UnitId),
}

/// How certain an event is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It takes place.
    #[default]
    Confirmed,
    /// It may take place, as its owner sees it.
    Tentative,
    /// It was proposed to the owner, such as to an executive by a secretary, and waits to be confirmed.
    Proposed,
    /// It takes place on one of its candidate dates, of which its owner decides.
    Polling,
    /// It was called off.
    Cancelled,
}

yakusho_kernel::codes! {
    Status {
        Confirmed = "confirmed",
        Tentative = "tentative",
        Proposed = "proposed",
        Polling = "polling",
        Cancelled = "cancelled",
    }
}

/// How an event comes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurrence {
    /// By which rule.
    pub rule: Rule,
    /// What becomes of dates on which the town hall is closed.
    pub on_closed: OnClosed,
}

/// One of the dates among which is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Its id.
    pub id: CandidateId,
    /// When it would be.
    pub when: When,
}

/// That somebody registered what looks like personal information all the same (nogata:9(4)). What it was is not kept here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The codes of the kinds that were warned of.
    pub kinds: Vec<String>,
    /// Who decided, if a person did.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

/// What an event says, as it was parsed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Its title: one line.
    pub title: String,
    /// Where it is; may be empty.
    pub place: String,
    /// What there is to know besides; may be empty.
    pub text: String,
    /// When it is; of a series, its first date.
    pub when: When,
    /// How it comes back, if it does.
    pub recurrence: Option<Recurrence>,
    /// Dates that come besides those of the rule.
    pub added: Vec<Local>,
    /// Dates of the rule that fall out, and those that stand as events of their own.
    pub left_out: Vec<Local>,
    /// How certain it is.
    pub status: Status,
    /// Whether others than those whom it concerns see that the time is taken, and nothing else.
    pub closed: bool,
    /// Whether the time counts as free all the same, as during a campaign or on a day that is only noted (TRANSP).
    pub free: bool,
    /// Whether whoever has it is away: on leave, on a journey.
    #[serde(default)]
    pub away: bool,
    /// Who takes part besides the owner.
    pub participants: Vec<PersonId>,
    /// The dates among which is decided.
    pub candidates: Vec<Candidate>,
    /// What a program of the owner's keeps with it, such as its alarms: lines of iCalendar, which nobody else gets.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub extra: String,
    /// The files that hang on it.
    #[serde(default)]
    pub files: Vec<Attachment>,
}
