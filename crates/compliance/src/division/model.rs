//! Divisions of the work and of the cost.

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_kernel::{UnitId, codes, typed_id};
use yakusho_regulation::ProcedureKind;

use crate::ids::SystemId;
use crate::procedure::CaseId;

typed_id! {
    /// A division of the work on a system, or of its cost.
    pub struct DivisionId = "compliance.division";
}

/// What is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DivisionKind {
    /// Development and maintenance (shiroishi:10-3).
    Work,
    /// The cost of both (shiroishi:23-3).
    Cost,
}

codes! {
    DivisionKind { Work = "work", Cost = "cost" }
}

impl DivisionKind {
    /// What a procedure divides, if it divides anything.
    pub(super) const fn of(kind: ProcedureKind) -> Option<Self> {
        match kind {
            ProcedureKind::WorkDivision => Some(Self::Work),
            ProcedureKind::CostDivision => Some(Self::Cost),
            ProcedureKind::SystemDecision
            | ProcedureKind::SystemChange
            | ProcedureKind::SystemConnection
            | ProcedureKind::DataUse
            | ProcedureKind::Provision
            | ProcedureKind::Development => None,
        }
    }
}

/// A section's part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The section.
    pub section: UnitId,
    /// Its share of the cost in percent, 1 to 100; none of the work.
    pub share: Option<u32>,
}

/// A division that all four consented to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// Its id.
    pub id: DivisionId,
    /// The case that brought it about, with the four consents.
    pub case: CaseId,
    /// The system.
    pub system: SystemId,
    /// What is divided.
    pub kind: DivisionKind,
    /// From which day.
    pub from: Date,
    /// Who takes part in it.
    pub parts: Vec<Part>,
    /// Who does what, or why the cost is borne so.
    pub text: String,
}

/// Who does the work on a system and bears its cost today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Another division of the work; none where it is the manager's who develops and maintains the system.
    pub work: Option<Division>,
    /// Who bears the cost.
    pub cost: Vec<Part>,
}
