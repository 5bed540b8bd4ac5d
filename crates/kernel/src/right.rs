//! By what somebody may do something: of their own, or by a role, which the audit entry then names with its unit.

use yakusho_regulation::Role;

use crate::{Actor, Holding, RoleHeld, Standing, UnitId};

/// Whether somebody may do something, and by what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Right {
    /// They may not.
    #[default]
    None,
    /// They may, as who they are: the author, the head by a post of theirs, the system.
    Own,
    /// They may by this role.
    Role(RoleHeld),
}

impl Right {
    /// Whether they may.
    pub const fn holds(self) -> bool {
        !matches!(self, Self::None)
    }

    /// By the other right where this does not hold.
    #[must_use]
    pub fn or(self, other: impl Into<Self>) -> Self {
        if self.holds() { self } else { other.into() }
    }

    /// This right, where that is so, too.
    #[must_use]
    pub fn and(self, holds: bool) -> Self {
        if holds { self } else { Self::None }
    }

    /// The role by which they may.
    pub(crate) const fn role(self) -> Option<RoleHeld> {
        match self {
            Self::Role(held) => Some(held),
            Self::None | Self::Own => None,
        }
    }
}

impl From<bool> for Right {
    fn from(holds: bool) -> Self {
        if holds { Self::Own } else { Self::None }
    }
}

impl From<Option<RoleHeld>> for Right {
    fn from(held: Option<RoleHeld>) -> Self {
        held.map_or(Self::None, Self::Role)
    }
}

impl Standing {
    /// Of the roles held today that fit, the one in which the person acts: the one that comes from whom they chose to act
    /// for, else one by a post of theirs, else one by delegation.
    pub fn role_held(&self, fits: impl Fn(&RoleHeld) -> bool) -> Option<RoleHeld> {
        let chosen = self
            .on_behalf
            .map(|of| Holding::Proxy(Some(of.person), of.kind));
        let held = self.roles.iter().copied().filter(fits);
        held.min_by_key(|held| {
            let delegated = matches!(held.by, Holding::Proxy(..));
            (Some(held.by) != chosen, delegated)
        })
    }

    /// The right of whoever has that role today, for any unit.
    pub fn by_role(&self, role: Role) -> Right {
        self.role_held(|held| held.role == role).into()
    }

    /// The right of whoever has one of the roles today, for any unit: by the first of them that is held.
    pub fn by_any_role(&self, roles: &[Role]) -> Right {
        let mut rights = roles.iter().map(|role| self.by_role(*role));
        rights.find(|right| right.holds()).unwrap_or_default()
    }

    /// The right of whoever has that role today for that unit (or for the whole town hall).
    pub fn by_role_for(&self, role: Role, unit: UnitId) -> Right {
        self.role_held(|held| held.role == role && held.unit.is_none_or(|own| own == unit))
            .into()
    }

    /// The right of whoever leads the unit: manages its information, if in the head's place (nogata:6-1), or is its head.
    pub fn leading(&self, unit: UnitId) -> Right {
        self.by_role_for(Role::InformationManager, unit)
            .or(self.heads(unit))
    }
}

impl Actor {
    /// As [`Standing::by_role`], of nobody but persons.
    pub fn by_role(&self, role: Role) -> Right {
        self.by_any_role(&[role])
    }

    /// As [`Standing::by_any_role`], of nobody but persons.
    pub fn by_any_role(&self, roles: &[Role]) -> Right {
        let standing = self.standing();
        standing.map_or(Right::None, |standing| standing.by_any_role(roles))
    }
}
