//! Words that are shown, or a marker in their place.

use yakusho_kernel::{PersonId, Timestamp};

use crate::Authorship;
use crate::text::Remark;
use yakusho_attachments::Attachment;

/// Somebody's words, or what stands in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words<T> {
    /// They are shown.
    Shown(T),
    /// Their author took them back.
    Withdrawn(Timestamp),
    /// Somebody else took them down. They stay as evidence.
    Removed(Removal),
}

impl<T> Words<T> {
    /// The words, if they are shown.
    pub const fn shown(&self) -> Option<&T> {
        match self {
            Self::Shown(words) => Some(words),
            Self::Withdrawn(_) | Self::Removed(_) => None,
        }
    }

    /// Who took them down, if somebody did.
    pub const fn removal(&self) -> Option<&Removal> {
        match self {
            Self::Removed(removal) => Some(removal),
            Self::Shown(_) | Self::Withdrawn(_) => None,
        }
    }
}

/// That somebody took another's words down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: PersonId,
    /// Why; none only where no rule asks for a reason.
    pub reason: Option<Remark>,
}

impl Removal {
    /// As three columns hold it; the first two are empty where nothing was removed.
    pub(crate) fn stored(
        at: Option<Timestamp>,
        by: Option<PersonId>,
        reason: Option<String>,
    ) -> Option<Self> {
        Some(Self {
            at: at?,
            by: by?,
            reason: reason.map(Remark::stored),
        })
    }
}

/// The words of a post or circulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Its title.
    pub title: String,
    /// Its body, as it was written; see [`crate::text::Body`].
    pub body: String,
    /// The files that hang on it.
    pub files: Vec<Attachment>,
}

/// The words that a marker stands in place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The words.
    pub text: Text,
    /// Whose they were.
    pub by: Authorship,
    /// Who took them down, if another did.
    pub removal: Option<Removal>,
}
