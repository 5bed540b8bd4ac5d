//! Who holds a role.

use yakusho_kernel::{PersonId, PostId, UnitId};

/// A post that holds a role, and who holds the post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleHolder {
    /// The post.
    pub post: PostId,
    /// The unit to which the powers are limited; the whole town hall if none.
    pub unit: Option<UnitId>,
    /// Who holds the post; none where it is vacant.
    pub person: Option<PersonId>,
}
