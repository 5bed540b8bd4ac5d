//! Who acts: nobody yet, a person in the posts and roles of the day, or a named part of the system.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use yakusho_regulation::Role;

use crate::typed_id;

typed_id! {
    /// A person, for as long as the town hall knows of them.
    pub struct PersonId = "person";
    /// A unit of the organisation: department, section, unit.
    pub struct UnitId = "unit";
    /// A post in the organisation, whoever holds it.
    pub struct PostId = "post";
}

/// Who acts.
#[derive(Clone, Debug)]
pub enum Actor {
    /// Not signed in.
    Nobody,
    /// A signed-in person, as they stand today.
    Person(Arc<Standing>),
    /// A named part of the system, such as a nightly job.
    System(Part),
}

impl Actor {
    /// The person's standing, if a person acts.
    pub fn standing(&self) -> Option<&Standing> {
        match self {
            Self::Person(standing) => Some(standing),
            Self::Nobody | Self::System(_) => None,
        }
    }

    /// The person who acts, if one does: the one who signed in, not the one on whose behalf.
    pub fn person(&self) -> Option<PersonId> {
        self.standing().map(|standing| standing.person)
    }

    /// Whether the actor is this person, by hand or through a proxy who acts on their behalf.
    pub fn stands_for(&self, person: PersonId) -> bool {
        self.standing()
            .is_some_and(|standing| standing.stands_for(person))
    }

    /// Whether a person acts who holds the role today, for any unit.
    pub fn holds(&self, role: Role) -> bool {
        self.standing().is_some_and(|standing| standing.holds(role))
    }

    /// Whether a part of the system acts.
    pub const fn is_system(&self) -> bool {
        matches!(self, Self::System(_))
    }
}

/// A part of the system that acts by itself, e.g. `"batch.orders"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part(pub &'static str);

/// The employment class of a person (nogata:2(5)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmploymentClass {
    /// The mayor.
    Mayor,
    /// A deputy mayor.
    DeputyMayor,
    /// The superintendent of education.
    Superintendent,
    /// Staff under the quota ordinance.
    Regular,
    /// Staff appointed for a fiscal year (会計年度任用職員).
    FixedTerm,
    /// Dispatched by another employer.
    Dispatched,
    /// Working under a contract of outsourcing.
    Contractor,
}

crate::codes! {
    EmploymentClass {
        Mayor = "mayor",
        DeputyMayor = "deputy_mayor",
        Superintendent = "superintendent",
        Regular = "regular",
        FixedTerm = "fixed_term",
        Dispatched = "dispatched",
        Contractor = "contractor",
    }
    ProxyKind {
        ActingForPost = "acting_for_post",
        DecidingInPlace = "deciding_in_place",
        Secretary = "secretary",
        SharedDuties = "shared_duties",
    }
}

impl EmploymentClass {
    /// Whether the class counts as regular staff (正規職員) in the sense of nogata:2(5).
    pub const fn is_regular(self) -> bool {
        matches!(
            self,
            Self::Mayor | Self::DeputyMayor | Self::Superintendent | Self::Regular
        )
    }
}

/// The legal kind of acting for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProxyKind {
    /// 職務代理: acting in a post that is vacant or whose holder is absent.
    ActingForPost,
    /// 代決: deciding in place of the one who would.
    DecidingInPlace,
    /// 秘書代行: a secretary's doing for an executive.
    Secretary,
    /// 分担: duties of a role shared out to the head of a section (muko:4-4).
    SharedDuties,
}

/// A person as they stand at the moment of the act: posts, roles, and how they came in.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The one who signed in.
    pub person: PersonId,
    /// Their employment class today.
    pub class: EmploymentClass,
    /// The one on whose behalf they act, if they chose to.
    pub on_behalf: Option<OnBehalf>,
    /// The posts that the one on whose behalf they act holds today, the main one first: by these, what is written in the
    /// principal's name may stand in the name of a section.
    pub principal_seats: Vec<Seat>,
    /// The posts held today, the main one first.
    pub seats: Vec<Seat>,
    /// The roles held today.
    pub roles: Vec<RoleHeld>,
    /// Permissions granted to the person, their posts or units by the administrator.
    pub grants: Vec<Grant>,
    /// How they came in.
    pub via: Via,
}

impl Standing {
    /// Whether this is the person, or acts on the person's behalf.
    pub fn stands_for(&self, person: PersonId) -> bool {
        self.person == person
            || self
                .on_behalf
                .as_ref()
                .is_some_and(|other| other.person == person)
    }

    /// The same person, acting on behalf of one who holds these posts.
    #[must_use]
    pub fn acting_for(self, other: OnBehalf, seats: Vec<Seat>) -> Self {
        Self {
            on_behalf: Some(other),
            principal_seats: seats,
            ..self
        }
    }

    /// In whose name they act: their own, or that of the one on whose behalf.
    pub fn acts_as(&self) -> PersonId {
        self.on_behalf.map_or(self.person, |other| other.person)
    }

    /// The posts held today by that person, if this is the person or acts on the person's behalf.
    pub fn seats_of(&self, person: PersonId) -> &[Seat] {
        if person == self.person {
            &self.seats
        } else if self.stands_for(person) {
            &self.principal_seats
        } else {
            &[]
        }
    }

    /// Whether the role is held today, for any unit.
    pub fn holds(&self, role: Role) -> bool {
        self.roles.iter().any(|held| held.role == role)
    }

    /// Whether the role is held today for that unit (or for the whole town hall).
    pub fn holds_for(&self, role: Role, unit: UnitId) -> bool {
        self.roles
            .iter()
            .any(|held| held.role == role && held.unit.is_none_or(|own| own == unit))
    }

    /// Whether a post is held in that unit or in one below it.
    pub fn belongs_to(&self, unit: UnitId) -> bool {
        self.seats.iter().any(|seat| seat.lineage.contains(&unit))
    }

    /// Whether a post is held as the head of that unit.
    pub fn heads(&self, unit: UnitId) -> bool {
        self.seats.iter().any(|seat| seat.head && seat.unit == unit)
    }

    /// The unit of the main post.
    pub fn main_unit(&self) -> Option<UnitId> {
        self.seats
            .iter()
            .find(|seat| seat.main)
            .or_else(|| self.seats.first())
            .map(|seat| seat.unit)
    }

    /// Every unit that the person belongs to, with the units above them, each once.
    pub fn units(&self) -> Vec<UnitId> {
        let mut units: Vec<_> = self
            .seats
            .iter()
            .flat_map(|seat| seat.lineage.iter().copied())
            .collect();
        units.sort_unstable();
        units.dedup();
        units
    }
}

/// The one on whose behalf somebody acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnBehalf {
    /// The one who is stood in for.
    pub person: PersonId,
    /// By which kind of proxy.
    pub kind: ProxyKind,
}

/// A post held today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The post.
    pub post: PostId,
    /// The unit that the post is in.
    pub unit: UnitId,
    /// The section that answers for the unit: itself, or the nearest above that ranks as one.
    pub section: UnitId,
    /// The unit and all units above it, the nearest first.
    pub lineage: Vec<UnitId>,
    /// Whether the post is the head of its unit.
    pub head: bool,
    /// The post's rank; 1 is the highest.
    pub rank: i16,
    /// Whether it is the main post among concurrent ones.
    pub main: bool,
}

/// A role held today, and by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleHeld {
    /// The role.
    pub role: Role,
    /// The unit it is held for; the whole town hall if none.
    pub unit: Option<UnitId>,
    /// By what it is held.
    pub by: Holding,
}

/// By what a role is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// Ex officio: by the post to which the role is bound.
    Post(PostId),
    /// By delegation of that kind from the holder; none where the post is vacant.
    Proxy(Option<PersonId>, ProxyKind),
}

/// A permission that the administrator granted, by its code, e.g. `"board.category.edit"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The code of the permission.
    pub permission: String,
    /// What it is limited to, if to anything.
    pub unit: Option<UnitId>,
}

/// How a person came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Via {
    /// Through a signed-in session.
    Session,
    /// Through an API token, with what it may be used for.
    Token(Vec<Scope>),
    /// At the machine itself: commands of the operator.
    Console,
}

/// What an API token may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Reading what its owner may read.
    Read,
    /// Changing what its owner may change, but for administration.
    Write,
    /// Administration.
    Admin,
    /// Provisioning of accounts by SCIM, and nothing else.
    Scim,
}
