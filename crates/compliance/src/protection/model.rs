//! Measures, and methods of security.

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_kernel::{Timestamp, UnitId, codes, typed_id};
use yakusho_regulation::Rule;

use crate::doer::Doer;
use crate::ids::SystemId;
use crate::inventory::System;

typed_id! {
    /// A measure that protects a system.
    pub struct MeasureId = "compliance.measure";
    /// A version of the security methods of a system.
    pub struct MethodsId = "compliance.security_methods";
}

/// What a measure protects from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureKind {
    /// Leak and damage of data (shiroishi:13).
    Data,
    /// Earthquake, fire, other disaster, and theft (shiroishi:17).
    Disaster,
}

codes! {
    MeasureKind { Data = "data", Disaster = "disaster" }
}

impl MeasureKind {
    /// The rule that asks for such measures.
    pub const fn rule(self) -> Rule {
        match self {
            Self::Data => Rule::DataProtected,
            Self::Disaster => Rule::SystemsProtected,
        }
    }
}

/// What somebody said of a measure, and on which day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// The day.
    pub on: Date,
    /// Who.
    pub by: Doer,
    /// What they said.
    pub words: String,
}

/// A measure that protects a system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Its id.
    pub id: MeasureId,
    /// The system.
    pub system: SystemId,
    /// What it protects from.
    pub kind: MeasureKind,
    /// What is done.
    pub text: String,
    /// Since when.
    pub since: Date,
    /// The section whose manager takes it; none where the information system manager does.
    pub section: Option<UnitId>,
    /// Who entered it.
    pub entered: Doer,
    /// The last day for its next review; none once it has ended.
    pub review: Option<Date>,
    /// Its last review, with what was found; none before the first.
    pub reviewed: Option<Noted>,
    /// Its last day and why; none as long as it is taken.
    pub ended: Option<Noted>,
    /// What an act refers to.
    pub revision: i32,
}

/// A measure as it is entered.
#[derive(Clone, Debug)]
pub struct MeasureForm {
    /// What it protects from.
    pub kind: MeasureKind,
    /// What is done: up to 1,000 characters.
    pub text: String,
    /// Since when: today or before.
    pub since: Date,
}

/// A review as it is entered.
#[derive(Clone, Debug)]
pub struct ReviewForm {
    /// What is done from now on: up to 1,000 characters.
    pub text: String,
    /// What was found: up to 1,000 characters.
    pub finding: String,
}

/// The end of a measure as it is entered.
#[derive(Clone, Debug)]
pub struct EndForm {
    /// Its last day: from its first to today.
    pub on: Date,
    /// Why: up to 1,000 characters.
    pub reason: String,
}

/// Which measures a list shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// Against this.
    pub kind: Option<MeasureKind>,
    /// Whether those alone whose review is overdue.
    pub overdue: bool,
}

/// A measure in a list of many systems.
#[derive(Clone, Debug)]
pub struct MeasureRow {
    /// The measure.
    pub measure: Measure,
    /// What the system is called.
    pub system: String,
}

/// A measure on its own page.
#[derive(Clone, Debug)]
pub struct MeasureView {
    /// The measure.
    pub measure: Measure,
    /// The system.
    pub system: System,
    /// Whether the reader reviews and ends it.
    pub keeps: bool,
}

/// What the reader may do about the protection of a system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// Enter measures.
    pub add: bool,
    /// Set the security methods.
    pub set_methods: bool,
    /// Whether the city asks for security methods.
    pub methods: bool,
}

/// A version of the security methods of a system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Methods {
    /// Its id.
    pub id: MethodsId,
    /// The system.
    pub system: SystemId,
    /// What they are.
    pub text: String,
    /// From which day.
    pub from: Date,
    /// Who set them.
    pub set: Doer,
    /// When they were recorded.
    pub recorded_at: Timestamp,
    /// When others took their place before they were in force; none if they still stand.
    pub superseded_at: Option<Timestamp>,
}

/// Security methods as they are entered.
#[derive(Clone, Debug)]
pub struct MethodsForm {
    /// What they are: up to 5,000 characters.
    pub text: String,
    /// From which day: today or later.
    pub from: Date,
}
