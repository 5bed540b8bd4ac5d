//! What a consultation grants.

use time::Date;
use yakusho_kernel::{UnitId, typed_id};

use crate::ids::DataSetId;
use crate::procedure::CaseId;

typed_id! {
    /// A provision of data outside.
    pub struct ProvisionId = "compliance.provision";
}

/// A provision of data outside, as it was granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provision {
    /// Its id.
    pub id: ProvisionId,
    /// The consultation that was granted.
    pub case: CaseId,
    /// The section that provides the data, which owns them.
    pub section: UnitId,
    /// The data.
    pub data: DataSetId,
    /// To whom they are provided.
    pub recipient: String,
    /// For what.
    pub purpose: String,
    /// The first day and the last.
    pub days: (Date, Date),
    /// The day on which it was granted.
    pub granted_on: Date,
}
