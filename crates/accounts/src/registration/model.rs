//! The five kinds, and the approval that the fifth needs.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{PersonId, Ref, Timestamp, typed_id};

typed_id! {
    /// A request that the administrator approve a registration of the fifth kind.
    pub struct ApprovalId = "registration_approval";
}

/// Which kind of information something is that is registered for others (nogata:8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// (1) In constant use.
    Constant,
    /// (2) Used often.
    Frequent,
    /// (3) Worth sharing.
    Shared,
    /// (4) Urgent or important for the work.
    Pressing,
    /// (5) What the administrator found necessary besides.
    Approved,
}

yakusho_kernel::codes! {
    Kind {
        Constant = "constant",
        Frequent = "frequent",
        Shared = "shared",
        Pressing = "pressing",
        Approved = "approved",
    }
    ApprovalState {
        Requested = "requested",
        Approved = "approved",
        Refused = "refused",
    }
}

impl Kind {
    /// The number of its item in the article.
    pub const fn item(self) -> u8 {
        match self {
            Self::Constant => 1,
            Self::Frequent => 2,
            Self::Shared => 3,
            Self::Pressing => 4,
            Self::Approved => 5,
        }
    }

    /// Whether the administrator must have approved it before others see it.
    pub const fn needs_approval(self) -> bool {
        matches!(self, Self::Approved)
    }
}

/// A request that the administrator approve a registration of the fifth kind, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// Its id.
    pub id: ApprovalId,
    /// What is to be registered.
    pub subject: Ref,
    /// How it is called, for whoever decides.
    pub label: String,
    /// Who asks.
    pub requested_by: PersonId,
    /// When.
    pub requested_at: Timestamp,
    /// What came of it.
    pub state: ApprovalState,
    /// Who decided, if it is decided.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// What the administrator said to it.
    pub decision: String,
}

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalState {
    /// Not decided yet.
    Requested,
    /// Others may see it.
    Approved,
    /// Others may not.
    Refused,
}

/// Whether something may be shown to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clearance {
    /// It may.
    Clear,
    /// It waits for the administrator, who has been asked.
    Waiting(ApprovalId),
}
