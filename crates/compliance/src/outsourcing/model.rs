//! Contracts.

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_attachments::{Attachment, AttachmentId};
use yakusho_kernel::{UnitId, typed_id};

use crate::doer::Doer;

typed_id! {
    /// An outsourcing contract.
    pub struct ContractId = "compliance.contract";
}

/// An outsourcing contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contract {
    /// Its id.
    pub id: ContractId,
    /// The section that outsources.
    pub section: UnitId,
    /// What it is called.
    pub title: String,
    /// With whom.
    pub contractor: String,
    /// The work that is outsourced.
    pub work: String,
    /// The first day and the last.
    pub days: (Date, Date),
    /// Which of its clauses are on personal information: 第12条から第15条まで; empty where none is named yet.
    pub articles: String,
    /// What they say; empty where that is missing.
    pub text: String,
    /// The SHA-256 of that text in UTF-8, in hexadecimal.
    pub digest: String,
    /// Its papers.
    pub files: Vec<Attachment>,
    /// The day on which it was concluded, and who registered it.
    pub concluded: Option<(Date, Doer)>,
    /// Its version, from 1.
    pub version: i32,
    /// What an act refers to.
    pub revision: i32,
}

/// A contract as it is entered.
#[derive(Clone, Debug)]
pub struct ContractForm {
    /// What it is called.
    pub title: String,
    /// With whom.
    pub contractor: String,
    /// The work that is outsourced.
    pub work: String,
    /// The first day and the last.
    pub days: (Date, Date),
    /// Which of its clauses are on personal information; may be left open until it is concluded.
    pub articles: String,
    /// What they say; may be left open until it is concluded.
    pub text: String,
    /// Its papers.
    pub files: Vec<AttachmentId>,
}

/// A contract on its own page.
#[derive(Clone, Debug)]
pub struct ContractView {
    /// The contract.
    pub contract: Contract,
    /// What the reader may do.
    pub may: Rights,
}

/// What the reader may do with a contract.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// Change it, as long as it is not concluded, and register it as concluded.
    pub keep: bool,
}
