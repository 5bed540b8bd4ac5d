//! What a delegation is.

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_kernel::{PersonId, PostId, ProxyKind, typed_id};

use crate::ledger::{Days, RowId};

typed_id! {
    /// A delegation.
    pub struct DelegationId = "delegation";
}

/// That somebody acts for a post or a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegation {
    /// The legal kind.
    pub kind: ProxyKind,
    /// For whom or what.
    pub principal: Principal,
    /// Who acts.
    pub delegate: PersonId,
    /// The duties shared out; empty for every other kind.
    pub duties: Vec<Duty>,
}

impl Delegation {
    /// Whether another on the same days would give nothing, or some of the duties twice.
    pub(super) fn covers(&self, other: &Self) -> bool {
        let same = (self.kind, self.principal, self.delegate)
            == (other.kind, other.principal, other.delegate);
        let shares = other.duties.iter().any(|duty| self.duties.contains(duty));
        same && (other.duties.is_empty() || shares)
    }
}

/// For whom or what somebody acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Principal {
    /// A post, vacant or held.
    Post(PostId),
    /// A person, in whatever posts they hold; also one who has left.
    Person(PersonId),
}

/// A duty of the general manager of computing (muko:4-3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// (1) Overseeing the protection of personal information.
    Protection,
    /// (2) Overseeing how computing is managed and run.
    Computing,
    /// (3) The affairs of the committee.
    Committee,
    /// (4) Overseeing how the central equipment is managed and run.
    CentralEquipment,
    /// (5) Overseeing how the terminals are managed and run.
    Terminals,
}

yakusho_kernel::codes! {
    Duty {
        Protection = "protection",
        Computing = "computing",
        Committee = "committee",
        CentralEquipment = "central_equipment",
        Terminals = "terminals",
    }
}

impl Duty {
    /// The permission that goes with the duty, as a grant in the standing of whoever has it.
    pub const fn permission(self) -> &'static str {
        match self {
            Self::Protection => "computing.duty.protection",
            Self::Computing => "computing.duty.computing",
            Self::Committee => "computing.duty.committee",
            Self::CentralEquipment => "computing.duty.central_equipment",
            Self::Terminals => "computing.duty.terminals",
        }
    }
}

/// A delegation to be set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDelegation {
    /// The legal kind.
    pub kind: ProxyKind,
    /// For whom or what; for shared duties, the post of the general manager of computing.
    pub principal: Principal,
    /// Who is to act.
    pub delegate: PersonId,
    /// The duties shared out; empty for every other kind.
    pub duties: Vec<Duty>,
    /// The first day.
    pub first: Date,
    /// The last day; none for no end.
    pub last: Option<Date>,
}

/// A delegation as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DelegationRow {
    /// Its id.
    pub id: DelegationId,
    /// The row of the ledger that says so: who revokes it shows what they have read.
    pub row: RowId,
    /// On which days it holds.
    pub days: Days,
    /// What it is.
    pub delegation: Delegation,
}

/// Somebody on whose behalf, or a vacant post in which, a person may act today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behalf {
    /// By which delegation.
    pub delegation: DelegationId,
    /// On whose behalf; none where the post is vacant, whose powers come without acting on anybody's behalf.
    pub person: Option<PersonId>,
    /// The post, where the delegation is for one.
    pub post: Option<PostId>,
    /// By which kind of proxy.
    pub kind: ProxyKind,
}

/// Whose delegations are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concerning {
    /// Everybody's.
    Everybody,
    /// Those for a person or their posts, those by which they act, and those for whom they answer as a head: the
    /// posts in units that they head, and the people who hold these or held them last.
    Person(PersonId),
    /// Those for a post, vacant or held.
    Post(PostId),
}
