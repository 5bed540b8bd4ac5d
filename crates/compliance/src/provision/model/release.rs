//! Releases: data handed over.

use time::Date;
use yakusho_kernel::{PersonId, Timestamp, typed_id};

use super::ProvisionId;
use crate::doer::Doer;

typed_id! {
    /// A release of data.
    pub struct ReleaseId = "compliance.release";
}

/// A release of data, as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Its id.
    pub id: ReleaseId,
    /// Of what.
    pub provision: ProvisionId,
    /// The day on which the data were handed over.
    pub on: Date,
    /// What was handed over.
    pub what: String,
    /// How many records.
    pub records: u32,
    /// The SHA-256 of what was handed over, in hexadecimal.
    pub digest: String,
    /// How.
    pub how: String,
    /// Who received it.
    pub received_by: String,
    /// Who handed it over.
    pub handed_by: PersonId,
    /// As that person was called then.
    pub handed_name: String,
    /// When it was entered.
    pub at: Timestamp,
    /// Who entered it.
    pub doer: Doer,
}

/// A release as it is entered.
#[derive(Clone, Debug)]
pub struct ReleaseForm {
    /// The day on which the data were handed over.
    pub on: Date,
    /// What was handed over.
    pub what: String,
    /// How many records.
    pub records: u32,
    /// The SHA-256 of what was handed over: 64 hexadecimal digits, of either case.
    pub digest: String,
    /// How.
    pub how: String,
    /// Who received it.
    pub received_by: String,
    /// Who handed it over.
    pub handed_by: PersonId,
}
