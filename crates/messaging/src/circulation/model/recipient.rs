//! Those whom a circulation reaches.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{PersonId, PostId, ProxyKind, Timestamp, UnitId, codes, typed_id};

typed_id! {
    /// That a circulation goes to somebody.
    pub struct RecipientId = "circulation.recipient";
}

/// How far a recipient has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecipientState {
    /// It has not reached them: ranks before theirs have not confirmed.
    Waiting,
    /// It waits for their confirmation, for the first time or since it was changed in substance.
    Pending,
    /// They have confirmed, or somebody in their place.
    Confirmed,
    /// The duty passed to another, with the post.
    Passed,
}

codes! {
    RecipientState {
        Waiting = "waiting",
        Pending = "pending",
        Confirmed = "confirmed",
        Passed = "passed",
    }
}

impl RecipientState {
    /// Whether a confirmation is still to come.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Pending)
    }
}

/// A recipient in the list of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientRow {
    /// Its id.
    pub id: RecipientId,
    /// Who.
    pub person: PersonId,
    /// Their name as it was when it was sent.
    pub name: String,
    /// Their unit then; empty without one.
    pub unit_name: String,
    /// The title of their post then.
    pub post_title: String,
    /// In an order of rank, the how-manieth rank theirs is, from 0.
    pub step: i32,
    /// How far they have come.
    pub state: RecipientState,
    /// When it reached them.
    pub received_at: Option<Timestamp>,
    /// When they first read it.
    pub read_at: Option<Timestamp>,
    /// When it was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// Who confirmed in their place, by name, and by which kind of proxy, if another did.
    pub by_proxy: Option<(PersonId, String, ProxyKind)>,
    /// Whether what they confirmed was an earlier version than the last that changed what it says, so that they owe it again.
    pub outdated: bool,
    /// What they answered; for the author, and for all where the circulation says so.
    pub reply: Option<String>,
    /// From whom the duty passed to them, if it did.
    pub passed_from: Option<RecipientId>,
}

/// The recipients of a circulation by their units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionProgress {
    /// The unit; none for those who held no post.
    pub unit: Option<UnitId>,
    /// Its name when it was sent.
    pub unit_name: String,
    /// How many of its people it went to.
    pub total: i64,
    /// How many of them have confirmed.
    pub confirmed: i64,
}

/// Somebody to whom a circulation is to go.
#[derive(Clone, Debug)]
pub(crate) struct Addressed {
    pub(crate) id: RecipientId,
    pub(crate) person: PersonId,
    /// The post that the duty follows, if it follows one.
    pub(crate) post: Option<PostId>,
    pub(crate) name: String,
    pub(crate) unit: Option<UnitId>,
    pub(crate) unit_name: String,
    pub(crate) post_title: String,
    pub(crate) position: i32,
    pub(crate) step: i32,
    pub(crate) state: RecipientState,
    pub(crate) received_at: Option<Timestamp>,
    pub(crate) passed_from: Option<RecipientId>,
}

/// How a circulation stands to one of its recipients.
#[derive(Clone, Debug)]
pub(crate) struct Own {
    pub(crate) id: RecipientId,
    pub(crate) state: RecipientState,
    pub(crate) received_at: Option<Timestamp>,
    pub(crate) read_at: Option<Timestamp>,
    pub(crate) confirmed_at: Option<Timestamp>,
    pub(crate) proxy: Option<ProxyKind>,
    /// The version that they read or confirmed last.
    pub(crate) version: Option<i32>,
    pub(crate) reply: Option<String>,
    pub(crate) revision: i32,
}
