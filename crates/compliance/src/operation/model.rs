//! What is asked, and what is answered.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{PersonId, Timestamp, codes, typed_id};
use yakusho_regulation::Basis;

use crate::data_use::DataUseId;
use crate::designation::DesignationId;
use crate::ids::{AssetId, DataSetId};
use crate::terminal::PermitId;

typed_id! {
    /// An answer to whether an operation is permitted.
    pub struct CheckId = "compliance.operation_check";
}

/// An operation that somebody asks about.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Who would operate.
    pub person: PersonId,
    /// The terminal, or central equipment.
    pub asset: AssetId,
    /// For which business, in the words in which it was approved; width, case and blanks do not matter.
    pub business: String,
    /// With which data, if with any of the register.
    pub data: Option<DataSetId>,
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It is permitted today.
    Permitted,
    /// No rule of the city asks for anything.
    Unregulated,
    /// The person was not designated or approved to operate this terminal or equipment.
    NotDesignated,
    /// The person may not operate the system that the terminal reaches.
    NotForSystem,
    /// The business is not approved at this terminal.
    NotThisBusiness,
    /// The data are not permitted at this terminal.
    NotTheseData,
    /// The data are another section's, and no approval to use them is in force.
    DataNotApproved,
}

codes! {
    Outcome {
        Permitted = "permitted",
        Unregulated = "unregulated",
        NotDesignated = "not_designated_here",
        NotForSystem = "not_for_system",
        NotThisBusiness = "not_this_business",
        NotTheseData = "not_these_data",
        DataNotApproved = "data_not_approved",
    }
}

impl Outcome {
    /// Whether the operation is permitted.
    pub const fn permits(self) -> bool {
        matches!(self, Self::Permitted | Self::Unregulated)
    }
}

/// By what an operation is permitted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grounds {
    /// The designation or approval to operate the terminal or equipment.
    pub designation: Option<DesignationId>,
    /// The designation to operate the system that it reaches.
    pub for_system: Option<DesignationId>,
    /// What permits the business at the terminal.
    pub business: Option<PermitId>,
    /// What permits the data at the terminal.
    pub data: Option<PermitId>,
    /// The approval to use another section's data.
    pub data_use: Option<DataUseId>,
}

/// The answer.
#[derive(Clone, Debug)]
pub struct Answered {
    /// What came of it.
    pub outcome: Outcome,
    /// The rule that refuses; none where none does.
    pub basis: Option<Basis>,
    /// By what it is permitted, as far as it was judged.
    pub grounds: Grounds,
}

/// An answer on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its id.
    pub id: CheckId,
    /// When it was asked.
    pub at: Timestamp,
    /// Who would operate.
    pub person: PersonId,
    /// The terminal, or central equipment.
    pub asset: AssetId,
    /// For which business.
    pub business: String,
    /// With which data.
    pub data: Option<DataSetId>,
    /// Who asked, if a person or a program that acts for one did.
    pub asked_by: Option<PersonId>,
    /// What came of it.
    pub outcome: Outcome,
    /// The id of the rule that refused.
    pub rule: Option<String>,
    /// The clauses that it rests on, as the audit trail cites them.
    pub citation: Option<String>,
    /// By what it was permitted.
    pub grounds: Grounds,
}
