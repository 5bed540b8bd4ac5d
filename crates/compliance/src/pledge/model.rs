//! What is pledged, and by whom it was.

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_accounts::account::AccountId;
use yakusho_kernel::{PersonId, Timestamp, codes, typed_id};
use yakusho_regulation::Rule;

typed_id! {
    /// A version of what is pledged.
    pub struct PledgeTextId = "compliance.pledge_text";
    /// A pledge that somebody gave.
    pub struct PledgeId = "compliance.pledge";
}

/// What is pledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PledgeKind {
    /// 秘密保持: that nothing is told of what one learns (muko:3).
    Secrecy,
    /// 遵守義務: that law and security policy are observed (muko:18).
    Observance,
}

/// When a pledge is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// As long as one has the account.
    Start,
    /// Before one leaves; it holds from then on.
    Leaving,
}

codes! {
    PledgeKind { Secrecy = "secrecy", Observance = "observance" }
    Occasion { Start = "start", Leaving = "leaving" }
}

impl PledgeKind {
    /// The rule that asks for it.
    pub const fn rule(self) -> Rule {
        match self {
            Self::Secrecy => Rule::SecrecyPledged,
            Self::Observance => Rule::ObservancePledged,
        }
    }
}

/// A version of what is pledged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PledgeText {
    /// Its id.
    pub id: PledgeTextId,
    /// What is pledged.
    pub kind: PledgeKind,
    /// Its number among those of its kind, from 1.
    pub version: i32,
    /// From which day on it is asked for.
    pub effective_on: Date,
    /// The text.
    pub body: String,
    /// The SHA-256 of that text in UTF-8, in hexadecimal.
    pub digest: String,
    /// When it was set.
    pub at: Timestamp,
    /// By whom.
    pub author: PersonId,
}

/// A version to be set.
#[derive(Clone, Debug)]
pub struct NewText {
    /// What is pledged.
    pub kind: PledgeKind,
    /// From which day on: today or later.
    pub effective_on: Date,
    /// The text.
    pub body: String,
}

/// A pledge that somebody gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pledge {
    /// Its id.
    pub id: PledgeId,
    /// What was pledged.
    pub text: PledgeTextId,
    /// Of which kind that is.
    pub kind: PledgeKind,
    /// Which version.
    pub version: i32,
    /// The SHA-256 of its text.
    pub digest: String,
    /// When one gives it.
    pub occasion: Occasion,
    /// The account that it belongs to.
    pub account: AccountId,
    /// Who gave it.
    pub person: PersonId,
    /// Their name then.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

/// What somebody is asked to pledge, and whether they did.
#[derive(Clone, Debug)]
pub struct Pledged {
    /// The version in force.
    pub text: PledgeText,
    /// When it is given.
    pub occasion: Occasion,
    /// By when, for whoever leaves: their last day.
    pub last: Option<Date>,
    /// That they gave it.
    pub given: Option<Pledge>,
}

/// What the reader may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// Set what is pledged.
    pub publish: bool,
    /// See what everybody pledged.
    pub follow: bool,
}
