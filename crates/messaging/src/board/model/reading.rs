//! Who has read a post, and who has not.

use yakusho_kernel::{PersonId, ProxyKind, Timestamp, UnitId};

/// That a person has read a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) person: PersonId,
    pub(crate) at: Timestamp,
    /// The version that they read last; of what was confirmed and then changed in substance, the one confirmed last.
    pub(crate) version: i32,
    pub(crate) confirmed_at: Option<Timestamp>,
    pub(crate) confirmed_by: Option<PersonId>,
    pub(crate) proxy: Option<ProxyKind>,
}

impl Mark {
    /// Whether the words that stand since that version are confirmed.
    pub(crate) fn confirms(self, material: i32) -> bool {
        self.confirmed_at.is_some() && self.version >= material
    }

    /// Whether earlier words are, and those are not.
    pub(crate) fn is_outdated(self, material: i32) -> bool {
        self.confirmed_at.is_some() && self.version < material
    }
}

/// Which readers of a post a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReaderState {
    /// All of them.
    #[default]
    All,
    /// Those who have confirmed what it says now.
    Confirmed,
    /// Those who have not, or only what it said before.
    Owing,
}

/// A reader of a post that asks to confirm, and what they did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderRow {
    /// Who.
    pub person: PersonId,
    /// Their staff number.
    pub number: String,
    /// Their name.
    pub name: String,
    /// Their unit, as it is called today; empty without one.
    pub unit_name: String,
    /// The title of their post.
    pub post_title: String,
    /// When they first read it, if they did.
    pub read_at: Option<Timestamp>,
    /// When it was confirmed, if it was.
    pub confirmed_at: Option<Timestamp>,
    /// Whether what they confirmed has been changed in substance since, so that they owe it again.
    pub outdated: bool,
    /// Who confirmed in their place, and by which kind of proxy, if another did.
    pub by_proxy: Option<(PersonId, ProxyKind)>,
}

/// The readers of a post by their units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadersBySection {
    /// The unit; none for those who hold no post.
    pub unit: Option<UnitId>,
    /// Its name.
    pub unit_name: String,
    /// How many of its people may read the post.
    pub people: usize,
    /// How many have read it.
    pub read: usize,
    /// How many have confirmed what it says now.
    pub confirmed: usize,
}
