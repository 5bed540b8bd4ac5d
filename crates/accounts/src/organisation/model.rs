//! What a unit and a post are on a day.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{Invalid, PostId, Reason, UnitId, is_unseen};
use yakusho_regulation::{SectionTag, UnitRank};

use crate::ledger::{Days, RowId};

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

/// A post as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostRow {
    /// The post.
    pub id: PostId,
    /// The row of the ledger that says so: who edits the post shows what they have read.
    pub row: RowId,
    /// On which days.
    pub days: Days,
    /// What it is.
    pub post: Post,
}

/// The longest code of a unit, in characters.
pub(crate) const CODE: usize = 20;
/// The longest name of a unit, and title of a post, in characters.
pub(crate) const NAME: usize = 100;
/// The lowest rank of a post.
pub(crate) const LOWEST_RANK: i16 = 99;

impl Unit {
    /// The same with its texts trimmed, if they can be taken.
    pub(crate) fn parse(self) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let unit = Self {
            code: line("code", &self.code, CODE, &mut invalid),
            name: line("name", &self.name, NAME, &mut invalid),
            ..self
        };
        invalid.check().map(|()| unit)
    }
}

impl Post {
    /// The same with its title trimmed, if it can be taken.
    pub(crate) fn parse(self) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let title = line("title", &self.title, NAME, &mut invalid);
        if !(1..=LOWEST_RANK).contains(&self.rank) {
            let (min, max) = (1, LOWEST_RANK.into());
            invalid.push("rank", Reason::OutOfRange { min, max });
        }
        invalid.check().map(|()| Self { title, ..self })
    }
}

/// A text of one line, trimmed, in which everything can be seen.
pub(crate) fn line(field: &'static str, text: &str, max: usize, invalid: &mut Invalid) -> String {
    let text = text.trim();
    if text.is_empty() {
        invalid.push(field, Reason::Required);
    } else if text.chars().count() > max {
        invalid.push(field, Reason::TooLong { max });
    } else if text.chars().any(is_unseen) {
        invalid.push(field, Reason::Code("unseen_characters"));
    }
    text.to_owned()
}
