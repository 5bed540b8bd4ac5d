//! What a unit and a post are on a day.

use serde::{Deserialize, Serialize};
use yakusho_kernel::UnitId;
use yakusho_regulation::{SectionTag, UnitRank};

/// A unit of the organisation as it is on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// The code that personnel orders call it by; one unit's on a day.
    pub code: String,
    /// Its name, e.g. 市民課.
    pub name: String,
    /// Its rank. Bodies that rank as a section are sections.
    pub rank: UnitRank,
    /// The unit that it is in; none at the top.
    pub parent: Option<UnitId>,
    /// Its place among its neighbours, the smallest first.
    pub position: i32,
    /// What it is marked with because a regulation asks for it.
    pub tags: Vec<SectionTag>,
}

/// A post as it is on a day. Several people can hold the same post, but for the head of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// The unit that it is in.
    pub unit: UnitId,
    /// Its title, e.g. 課長; one post's in the unit on a day.
    pub title: String,
    /// Whether it is the head of its unit.
    pub head: bool,
    /// Its rank; 1 is the highest.
    pub rank: i16,
    /// Its place among the posts of its unit, the smallest first.
    pub position: i32,
}
