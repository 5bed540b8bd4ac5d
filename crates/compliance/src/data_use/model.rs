//! Approvals, and what is asked of them.

use time::Date;
use yakusho_kernel::{UnitId, typed_id};
use yakusho_regulation::Basis;

use crate::ids::DataSetId;
use crate::procedure::CaseId;

typed_id! {
    /// An approval to use another section's data.
    pub struct DataUseId = "compliance.data_use";
}

/// An approval to use another section's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// Its id.
    pub id: DataUseId,
    /// The case that was granted.
    pub case: CaseId,
    /// The section that may use the data.
    pub section: UnitId,
    /// The data.
    pub data: DataSetId,
    /// For what.
    pub purpose: String,
    /// The first day and the last.
    pub days: (Date, Date),
    /// The day on which it was granted.
    pub granted_on: Date,
}

/// A use of data that somebody asks about.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The section that would use them.
    pub section: UnitId,
    /// The data.
    pub data: DataSetId,
    /// For what: in the words of the approval; width, case and blanks do not matter.
    pub purpose: String,
}

/// The answer.
#[derive(Clone, Debug)]
pub enum Checked {
    /// The data are the section's own: nothing is to be approved.
    Own,
    /// It is permitted today, by this approval, as this rule asks.
    Permitted(Approval, Basis),
    /// No rule of the city asks for an approval.
    Unregulated,
    /// It is not permitted today, by this rule.
    Refused(Basis),
}

impl Checked {
    /// The code in records and the API.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Permitted(..) => "permitted",
            Self::Unregulated => "unregulated",
            Self::Refused(_) => "refused",
        }
    }

    /// Whether the use is permitted.
    pub const fn permits(&self) -> bool {
        !matches!(self, Self::Refused(_))
    }
}
