//! Who was designated or approved to operate what, and the reports of it.

use serde::{Deserialize, Serialize};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::ledger::Days;
use yakusho_accounts::order::OrderId;
use yakusho_kernel::{Authorship, PersonId, Timestamp, UnitId, codes, typed_id};
use yakusho_koyomi::FiscalYear;

use crate::ids::{AssetId, SystemId};

typed_id! {
    /// That somebody, or the staff of a section, may operate something.
    pub struct DesignationId = "compliance.designation";
    /// A row that says so: rows are added and superseded, never changed.
    pub struct RowId = "compliance.designation_row";
    /// A report of designations and releases (form 5, shiroishi:12-2).
    pub struct ReportId = "compliance.operator_report";
}

/// What is operated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// An information system.
    System(SystemId),
    /// Central equipment, or a terminal.
    Asset(AssetId),
}

impl Target {
    pub(crate) fn id(self) -> Uuid {
        match self {
            Self::System(id) => id.into(),
            Self::Asset(id) => id.into(),
        }
    }
}

/// By which rule something may be operated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetKind {
    /// An information-side system: the staff of designated sections (shiroishi:12-1).
    InformationSystem,
    /// A business-side system: designated staff, once that is reported (shiroishi:12-2).
    BusinessSystem,
    /// Central equipment: whom the general manager designated or approved (muko:27-1).
    Central,
    /// A terminal: whom the section's data protection manager designated or approved (muko:31-1).
    Terminal,
}

/// Whether somebody was designated, or approved for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// 指定: until released, or moved.
    Designated,
    /// 承認: for a time.
    Approved,
}

/// What of a designation is yet to be reported on form 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owes {
    /// That it was made: until then it has no effect.
    Designation,
    /// That it ends: until then a release by the manager has no effect.
    Release,
}

codes! {
    TargetKind {
        InformationSystem = "information_system",
        BusinessSystem = "business_system",
        Central = "central_equipment",
        Terminal = "terminal",
    }
    Manner { Designated = "designated", Approved = "approved" }
    Owes { Designation = "designation", Release = "release" }
}

/// Something that is operated, and whose manager says by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it is.
    pub target: Target,
    /// By which rule.
    pub kind: TargetKind,
    /// The section whose manager answers for it.
    pub section: UnitId,
    /// What it is called.
    pub name: String,
}

/// Who is designated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// A person.
    Person(PersonId),
    /// The staff of a section, fixed-term and contract staff included.
    Section(UnitId),
}

/// A designation or approval to be made.
#[derive(Clone, Debug)]
pub struct DesignationForm {
    /// Who: the staff of a section for information-side systems, a person for all else.
    pub who: Who,
    /// Whether they are designated, or approved for a time.
    pub manner: Manner,
    /// The first day.
    pub first: Date,
    /// The last day; needed for an approval.
    pub last: Option<Date>,
}

/// A designation, as it is or was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Designation {
    /// The row that says so: who releases shows what they have read.
    pub row: RowId,
    /// The designation.
    pub id: DesignationId,
    /// What may be operated, and by which rule.
    pub target: Target,
    /// By which rule.
    pub kind: TargetKind,
    /// The person; none where the staff of the section may.
    pub person: Option<PersonId>,
    /// The section to which a person belonged when designated, with which it ends; or whose staff may.
    pub section: UnitId,
    /// Whether designated, or approved for a time.
    pub manner: Manner,
    /// On which days.
    pub days: Days,
    /// What of it is yet to be reported.
    pub owes: Option<Owes>,
    /// The first day on which it is not to hold any more, once that is reported.
    pub release_from: Option<Date>,
    /// The personnel order that ended it.
    pub by_order: Option<OrderId>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// When something else took its place; none if it still stands.
    pub superseded_at: Option<Timestamp>,
}

impl Designation {
    /// Whether it holds on that day for whoever still belongs to its section: what is not reported has no effect.
    pub fn holds_on(&self, day: Date) -> bool {
        self.days.contains(day) && self.owes != Some(Owes::Designation)
    }
}

/// A line of a report: who was designated or released, and from when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportLine {
    /// The designation.
    pub designation: DesignationId,
    /// Who.
    pub person: PersonId,
    /// What is reported.
    pub what: Owes,
    /// From which day; for a release the first day on which they may not any more.
    pub from: Date,
}

/// A report on form 5.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its id.
    pub id: ReportId,
    /// The system.
    pub system: SystemId,
    /// The section that reports.
    pub section: UnitId,
    /// The fiscal year of its number.
    pub year: FiscalYear,
    /// Its number in the register.
    pub number: i32,
    /// The day of the report.
    pub on: Date,
    /// When it was entered.
    pub at: Timestamp,
    /// Who reported.
    pub by: Authorship,
    /// What it says.
    pub lines: Vec<ReportLine>,
}

/// What is owed: the report of designations or releases of a business-side system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// The system.
    pub system: SystemId,
    /// What it is called.
    pub name: String,
    /// The section whose manager owes it.
    pub section: UnitId,
    /// From which day the first of it is to hold: it is reported before.
    pub by: Date,
    /// How many designations and releases.
    pub lines: usize,
}
