//! What may be done at a terminal, and the rules for all of them.

use time::Date;
use yakusho_accounts::ledger::Days;
use yakusho_kernel::{PersonId, Timestamp, typed_id};

use crate::ids::{AssetId, DataSetId};

typed_id! {
    /// That a set of data or a business is permitted at a terminal.
    pub struct PermitId = "compliance.terminal_permit";
    /// A version of the rules for terminals.
    pub struct RulesId = "compliance.terminal_rules";
}

/// What is permitted at a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Looking up and changing a set of data (muko:32-1(1)).
    Data(DataSetId),
    /// A business, in these words; width, case and blanks do not matter (muko:32-1(2)).
    Business(String),
}

/// A permission as it is entered.
#[derive(Clone, Debug)]
pub struct PermitForm {
    /// What is permitted.
    pub allowed: Allowed,
    /// The first day.
    pub first: Date,
    /// The last day; none for no end.
    pub last: Option<Date>,
}

/// What is permitted at a terminal, and on which days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TerminalPermit {
    /// Its id.
    pub id: PermitId,
    /// The terminal.
    pub terminal: AssetId,
    /// What is permitted.
    pub allowed: Allowed,
    /// On which days.
    pub days: Days,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

/// A version of the rules for terminals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesVersion {
    /// Its id.
    pub id: RulesId,
    /// Its number, from 1.
    pub version: i32,
    /// From which day it holds.
    pub effective_on: Date,
    /// The text.
    pub body: String,
    /// When it was set.
    pub at: Timestamp,
    /// By whom.
    pub author: PersonId,
}
