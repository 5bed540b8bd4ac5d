//! Whom an owner lets write in their calendar.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{PersonId, PostId, Timestamp, typed_id};

typed_id! {
    /// That somebody may write in another's calendar.
    pub struct DelegateId = "event.delegate";
}

/// Who may write in another's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delegate {
    /// A person.
    Person(PersonId),
    /// Whoever holds the post, such as the mayor's secretary.
    Post(PostId),
}

/// That somebody may write in another's calendar, as it is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DelegateRow {
    /// Its id.
    pub id: DelegateId,
    /// In whose calendar.
    pub owner: PersonId,
    /// Who may.
    pub delegate: Delegate,
    /// Since when.
    pub given_at: Timestamp,
    /// By whose word.
    pub given_by: PersonId,
}
