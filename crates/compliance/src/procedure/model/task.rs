//! What waits, and what was done.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use time::Date;
use yakusho_kernel::{Debtor, Right, Timestamp, UnitId, typed_id};
use yakusho_regulation::Role;

use super::{Answers, CaseId};
use crate::Authorship;
use yakusho_kernel::codes;

typed_id! {
    /// What a party of a step has to do.
    pub struct TaskId = "compliance.task";
    /// An act in a case.
    pub struct ActId = "compliance.act";
}

/// Whose a task is: whoever holds it on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// A role, for one section or for the city.
    Role(Role, Option<UnitId>),
    /// The head of a unit.
    Head(UnitId),
}

impl Holder {
    /// The unit that it is for, if it is for one.
    pub const fn unit(self) -> Option<UnitId> {
        match self {
            Self::Role(_, unit) => unit,
            Self::Head(unit) => Some(unit),
        }
    }
}

impl From<Holder> for Debtor {
    fn from(holder: Holder) -> Self {
        match holder {
            Holder::Role(role, unit) => Self::Role(role, unit),
            Holder::Head(unit) => Self::Head(unit),
        }
    }
}

/// What has become of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// It is to be done.
    Waiting,
    /// The party agreed.
    Agreed,
    /// The party objected.
    Objected,
    /// The party decided.
    Decided,
    /// The party was told.
    Told,
    /// Nothing is asked of the party any more.
    Lapsed,
}

/// What was done in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActKind {
    /// It was drawn up.
    DrawnUp,
    /// It was submitted.
    Submitted,
    /// A party agreed.
    Agreed,
    /// A party objected.
    Objected,
    /// It was granted, at this step.
    Granted,
    /// It was refused.
    Refused,
    /// It was sent back, by a party or because not enough agreed.
    SentBack,
    /// It was withdrawn.
    Withdrawn,
}

codes! {
    TaskState {
        Waiting = "waiting",
        Agreed = "agreed",
        Objected = "objected",
        Decided = "decided",
        Told = "told",
        Lapsed = "lapsed",
    }
    ActKind {
        DrawnUp = "drawn_up",
        Submitted = "submitted",
        Agreed = "agreed",
        Objected = "objected",
        Granted = "granted",
        Refused = "refused",
        SentBack = "sent_back",
        Withdrawn = "withdrawn",
    }
}

/// What a party has to do.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    pub(crate) id: TaskId,
    pub(crate) case: CaseId,
    pub(crate) round: i32,
    pub(crate) step: usize,
    pub(crate) holder: Holder,
    pub(crate) due: Option<Date>,
    pub(crate) state: TaskState,
    pub(crate) opened_at: Timestamp,
}

/// Who acts, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Acting {
    pub(crate) by: Authorship,
    /// By what they may.
    pub(crate) right: Right,
}

/// An act in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Its id.
    pub id: ActId,
    /// What was done.
    pub kind: ActKind,
    /// How often the case had been submitted.
    pub round: i32,
    /// The place of the step.
    pub step: Option<usize>,
    /// The task that it did.
    pub task: Option<TaskId>,
    /// The day of the act.
    pub on: Date,
    /// When it was entered.
    pub at: Timestamp,
    /// Whose act it is, and who entered it; none where it followed from others.
    pub by: Option<Authorship>,
    /// The name of the one whose act it is, as it was then.
    pub name: String,
    /// The name of who did it in their place.
    pub hand_name: Option<String>,
    /// The opinion, the conditions or the reason.
    pub remark: Option<String>,
    /// What was filled in with a decision, by the keys of the step's fields.
    pub answers: Answers,
}

/// The word of a party that is consulted.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// Whether it agrees.
    pub agrees: bool,
    /// What it says; needed where it objects.
    pub remark: String,
    /// The day of the act.
    pub on: Date,
}

/// A decision to be made.
#[derive(Clone, Debug)]
pub struct Decision {
    /// What is decided.
    pub verdict: Verdict,
    /// The conditions on which it is granted, or the reason for which it is refused or sent back.
    pub remark: String,
    /// What is filled in to the fields of the step, by their keys: as [`CaseForm`](super::CaseForm) has it.
    pub answers: Map<String, Value>,
    /// The day of the act.
    pub on: Date,
}

/// What can be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It is granted.
    Grant,
    /// It is refused.
    Refuse,
    /// It is sent back.
    SendBack,
}

codes! {
    Verdict { Grant = "grant", Refuse = "refuse", SendBack = "send_back" }
}
