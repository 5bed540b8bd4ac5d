//! What the directory shows.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{EmploymentClass, PersonId, PostId, Standing, UnitId};
use yakusho_regulation::{SectionTag, UnitRank};

use crate::group::GroupId;
use crate::ledger::RowId;
use crate::staff::{Status, kana_key};

/// A unit in the tree as it is on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitNode {
    /// The unit.
    pub id: UnitId,
    /// The row of the ledger that says so: who edits the unit shows what they have read.
    pub row: RowId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its name where its place is not to be seen: with that of its section, if it is a unit of one.
    pub placed_name: String,
    /// Its rank.
    pub rank: UnitRank,
    /// The unit that it is in; none at the top.
    pub parent: Option<UnitId>,
    /// How deep it lies; 0 at the top.
    pub depth: usize,
    /// Its place among its neighbours.
    pub position: i32,
    /// What it is marked with.
    pub tags: Vec<SectionTag>,
}

impl UnitNode {
    /// Its name with that of its section, which a closed list shows alone, moved in by its depth with wide spaces: an
    /// option cannot be indented by markup, and a wide space is read out as nothing.
    pub fn indented_name(&self) -> String {
        format!("{}{}", "\u{3000}".repeat(self.depth), self.placed_name)
    }
}

/// As much of the tree as one reads through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The units in the order of the tree.
    pub units: Vec<UnitNode>,
    /// Whether these are all that there are.
    pub whole: bool,
}

impl Outline {
    /// The units as options, by id and name, those below others moved in.
    pub fn options(&self) -> impl Iterator<Item = (UnitId, String)> {
        let units = self.units.iter();
        units.map(|unit| (unit.id, unit.indented_name()))
    }
}

/// What a unit is called where its place is not to be seen: many sections have a 庶務係, so that a unit of a section
/// goes by both names. `above` is the unit that it is in.
pub(crate) fn placed_name(above: Option<(&str, UnitRank)>, name: &str, rank: UnitRank) -> String {
    match above {
        Some((section, UnitRank::Section)) if rank == UnitRank::Unit => format!("{section} {name}"),
        _ => name.to_owned(),
    }
}

/// A post with its unit, as they are called on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostCard {
    /// The post.
    pub id: PostId,
    /// Its title.
    pub title: String,
    /// Whether it is the head of its unit.
    pub head: bool,
    /// Its rank; 1 is the highest.
    pub rank: i16,
    /// Its unit.
    pub unit: UnitId,
    /// The name of the unit, with that of its section, if it is a unit of one.
    pub unit_name: String,
}

/// A person with their main post, as they are on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonCard {
    /// The person.
    pub id: PersonId,
    /// The staff number.
    pub number: String,
    /// The name as it is written.
    pub name: String,
    /// The reading.
    pub kana: String,
    /// The employment class.
    pub class: EmploymentClass,
    /// Whether they are here.
    pub status: Status,
    /// The post.
    pub post: Option<PostId>,
    /// The unit of the post.
    pub unit: Option<UnitId>,
    /// The name of the unit, with that of its section, if it is a unit of one; empty without a post.
    pub unit_name: String,
    /// The title of the post; empty without one.
    pub post_title: String,
    /// Whether the post is the head of its unit.
    pub head: bool,
    /// The post's rank, 1 the highest; the lowest there is without a post.
    pub rank: i16,
}

/// Whom something is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    /// Everyone.
    #[serde(default)]
    pub everyone: bool,
    /// Units, with those below them.
    #[serde(default)]
    pub units: Vec<UnitId>,
    /// Whoever holds these posts.
    #[serde(default)]
    pub posts: Vec<PostId>,
    /// These people.
    #[serde(default)]
    pub people: Vec<PersonId>,
    /// The members of these groups, and of the groups within them.
    #[serde(default)]
    pub groups: Vec<GroupId>,
}

impl Audience {
    /// The same with each part once, in an order that makes equal audiences equal values.
    #[must_use]
    pub fn distinct(mut self) -> Self {
        fn once<T: Ord>(parts: &mut Vec<T>) {
            parts.sort_unstable();
            parts.dedup();
        }
        once(&mut self.units);
        once(&mut self.posts);
        once(&mut self.people);
        once(&mut self.groups);
        self
    }

    /// Whether it includes the person as they stand today. Groups do not count: who names them resolves them first, so
    /// that nobody's rights hang on a group that somebody else changes.
    pub fn includes(&self, standing: &Standing) -> bool {
        self.everyone
            || self.units.iter().any(|unit| standing.belongs_to(*unit))
            || standing
                .seats
                .iter()
                .any(|seat| self.posts.contains(&seat.post))
            || self.people.contains(&standing.person)
    }

    /// Whether nobody is named.
    pub fn is_empty(&self) -> bool {
        !self.everyone
            && self.units.is_empty()
            && self.posts.is_empty()
            && self.people.is_empty()
            && self.groups.is_empty()
    }
}

/// Where somebody stands among others by rank and kana, with the id that tells namesakes apart.
pub type ByRank = (i16, Vec<u8>, PersonId);

impl PersonCard {
    /// Where they stand by the rank of their main post and the kana.
    pub fn by_rank(&self) -> ByRank {
        (self.rank, kana_key(&self.kana), self.id)
    }
}

/// Where somebody stands in the order of the organisation: by unit, rank and kana.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Who.
    pub person: PersonId,
    /// The unit of the main post; none without one.
    pub unit: Option<UnitId>,
    /// The rank of the main post, 1 the highest.
    pub rank: Option<i16>,
    /// By which readings are put in order.
    pub kana_key: Vec<u8>,
}

/// One of an audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Recipient {
    /// Who.
    pub person: PersonId,
    /// The post through which they were reached; none if they were named themselves, alone or in a group.
    pub by_post: Option<PostId>,
}
