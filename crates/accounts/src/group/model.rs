//! What a group is.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use yakusho_kernel::{Invalid, PersonId, PostId, Reason, UnitId, typed_id};

use crate::organisation::line;

typed_id! {
    /// A group of people that a member of staff keeps.
    pub struct GroupId = "group";
}

/// The longest name, in characters.
const NAME: usize = 60;
/// The most members that are named.
const MEMBERS: usize = 1_000;

/// One whom a group names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Member {
    /// A person.
    Person(PersonId),
    /// Whoever holds the post.
    Post(PostId),
    /// Whoever belongs to the unit or one below it.
    Unit(UnitId),
    /// The members of another group.
    Group(GroupId),
}

/// A group to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupDraft {
    /// Its name.
    pub name: String,
    /// The unit that it is shared with; its owner's alone if none.
    pub unit: Option<UnitId>,
    /// Whom it names.
    pub members: Vec<Member>,
}

impl GroupDraft {
    /// The same with its name trimmed and each member once, if it can be taken.
    pub(super) fn parse(self) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let name = line("name", &self.name, NAME, &mut invalid);
        let members: BTreeSet<Member> = self.members.into_iter().collect();
        if members.is_empty() {
            invalid.push("members", Reason::Required);
        }
        if members.len() > MEMBERS {
            invalid.push("members", Reason::TooMany { max: MEMBERS });
        }
        invalid.check()?;
        Ok(Self {
            name,
            unit: self.unit,
            members: members.into_iter().collect(),
        })
    }
}

/// A group without its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    /// The group.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// Whose it is.
    pub owner: PersonId,
    /// The unit that it is shared with.
    pub unit: Option<UnitId>,
    /// Counts the changes, so that two who change it at once are told.
    pub revision: i32,
}

/// A group with its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The group.
    pub row: GroupRow,
    /// Whom it names.
    pub members: Vec<Member>,
}
