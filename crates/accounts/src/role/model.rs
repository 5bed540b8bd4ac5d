//! Who holds a role.

use yakusho_kernel::{PersonId, PostId, ProxyKind, UnitId};
use yakusho_regulation::Role;

/// A post that holds a role, and who holds the post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleHolder {
    /// The post.
    pub post: PostId,
    /// The unit to which the powers are limited; the whole town hall if none.
    pub unit: Option<UnitId>,
    /// Who holds the post; none where it is vacant.
    pub person: Option<PersonId>,
    /// Who acts in the post or decides in place of its holder, and by which kind of proxy.
    pub acting: Vec<(PersonId, ProxyKind)>,
}

impl RoleHolder {
    /// Whoever holds the post, acts in it, or decides in place of its holder: who is told of what the role is to do.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        let acting = self.acting.iter().map(|(person, _)| *person);
        self.person.into_iter().chain(acting)
    }

    /// Whether nobody holds the post, acts in it, or decides in place of its holder.
    pub fn is_left_open(&self) -> bool {
        self.people().next().is_none()
    }

    /// Whether that person holds the post, acts in it, or decides in place of its holder.
    pub(crate) fn is_for(&self, person: PersonId) -> bool {
        self.people().any(|other| other == person)
    }
}

/// A role of the city, and who holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleOverview {
    /// The role.
    pub role: Role,
    /// The posts to which it is bound, with their holders; empty where the organisation has no such post.
    pub holders: Vec<RoleHolder>,
}

impl RoleOverview {
    /// Whether the role, or for some section its share in it, is held by nobody, and nobody stands in.
    pub fn is_left_open(&self) -> bool {
        self.holders.is_empty() || self.holders.iter().any(RoleHolder::is_left_open)
    }
}
