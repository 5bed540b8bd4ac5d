//! What an order would do, as programs see it.

use poem_openapi::Object;
use uuid::Uuid;
use yakusho_accounts::delegation::DelegationId;
use yakusho_accounts::order::{
    Held, OrderFault, PersonChange, Preview, RoleChange, SeatRef, Side, UnitChange,
};
use yakusho_kernel::PersonId;
use yakusho_webkit::Visit;

use super::views::{FaultItem, fault};

/// What an order would do, or what stands against it.
#[derive(Debug, Default, Object)]
pub(super) struct OrderPreview {
    /// Every fault, by line and column.
    faults: Vec<FaultItem>,
    /// Lines that are right and change nothing: they hinder nothing.
    idle: Vec<FaultItem>,
    /// Whoever moves, joins, leaves, is away or back, or changes class.
    people: Vec<PersonDifference>,
    /// Units that are founded, renamed, moved or closed.
    units: Vec<UnitDifference>,
    /// Roles that change hands.
    roles: Vec<RoleDifference>,
    /// Roles that nobody holds afterwards.
    vacant_roles: Vec<RoleDifference>,
    /// Posts that somebody held and nobody holds any more.
    vacant_posts: Vec<OrderSeat>,
    /// Delegations that lose their ground.
    delegations: Vec<Uuid>,
    /// Things of other parts of the program that change hands, or are left without a holder.
    held: Vec<HeldItem>,
    /// Where the next page begins, to be sent as `after`; none on the last page.
    #[oai(skip_serializing_if_is_none)]
    pub(super) next: Option<String>,
}

/// A change of one person.
#[derive(Debug, Object)]
struct PersonDifference {
    /// Who.
    person: Uuid,
    /// Their staff number.
    number: String,
    /// Their name.
    name: String,
    /// Before; none for somebody new.
    #[oai(skip_serializing_if_is_none)]
    from: Option<PersonSide>,
    /// After.
    #[oai(skip_serializing_if_is_none)]
    to: Option<PersonSide>,
}

/// How a person stands on one side of a change.
#[derive(Debug, Object)]
struct PersonSide {
    /// `active`, `leave`, `childcare_leave`, `seconded` or `left`.
    status: String,
    /// The employment class.
    class: String,
    /// The posts, the main one first.
    posts: Vec<OrderSeat>,
}

/// A post by its names.
#[derive(Debug, Object)]
struct OrderSeat {
    /// The post.
    post: Uuid,
    /// Its title.
    title: String,
    /// Its unit.
    unit: Uuid,
    /// The name of the unit.
    unit_name: String,
    /// Whether it is the main post.
    main: bool,
}

/// A change of one unit.
#[derive(Debug, Object)]
struct UnitDifference {
    /// The unit.
    unit: Uuid,
    /// Its code.
    code: String,
    /// Its name before; none for a new one.
    #[oai(skip_serializing_if_is_none)]
    from: Option<String>,
    /// Its name after; none for one that is closed.
    #[oai(skip_serializing_if_is_none)]
    to: Option<String>,
}

/// A change of who holds a role.
#[derive(Debug, Object)]
struct RoleDifference {
    /// The role, e.g. `system_administrator`.
    role: String,
    /// The unit for which it is held; none for the whole town hall.
    #[oai(skip_serializing_if_is_none)]
    unit: Option<Uuid>,
    /// Who holds it before.
    from: Vec<Uuid>,
    /// Who holds it after.
    to: Vec<Uuid>,
}

/// Things that change hands.
#[derive(Debug, Object)]
struct HeldItem {
    /// What they are, as a code.
    what: String,
    /// How many.
    count: u64,
    /// Whether nobody has them afterwards.
    left_without_holder: bool,
}

/// One item of whichever list of a preview.
pub(super) enum Entry {
    Fault(OrderFault),
    Idle(OrderFault),
    Person(PersonChange),
    Unit(UnitChange),
    Role(RoleChange),
    VacantRole(RoleChange),
    VacantPost(SeatRef),
    Delegation(DelegationId),
    Held(Held),
}

impl Entry {
    /// The items of all lists, one list after the other.
    pub(super) fn all(preview: Preview) -> impl Iterator<Item = Self> {
        let found = preview.difference;
        let faults = preview.faults.into_iter().map(Self::Fault);
        faults
            .chain(preview.idle.into_iter().map(Self::Idle))
            .chain(found.people.into_iter().map(Self::Person))
            .chain(found.units.into_iter().map(Self::Unit))
            .chain(found.roles.into_iter().map(Self::Role))
            .chain(found.vacant_roles.into_iter().map(Self::VacantRole))
            .chain(found.vacant_posts.into_iter().map(Self::VacantPost))
            .chain(found.delegations.into_iter().map(Self::Delegation))
            .chain(found.held.into_iter().map(Self::Held))
    }
}

impl OrderPreview {
    /// The items, each in its list.
    pub(super) fn of(visit: &Visit, entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut lists = Self::default();
        for entry in entries {
            match entry {
                Entry::Fault(one) => lists.faults.push(fault(visit, &one)),
                Entry::Idle(one) => lists.idle.push(fault(visit, &one)),
                Entry::Person(change) => lists.people.push(change.into()),
                Entry::Unit(change) => lists.units.push(change.into()),
                Entry::Role(change) => lists.roles.push(change.into()),
                Entry::VacantRole(change) => lists.vacant_roles.push(change.into()),
                Entry::VacantPost(seat) => lists.vacant_posts.push(seat.into()),
                Entry::Delegation(id) => lists.delegations.push(id.into()),
                Entry::Held(held) => lists.held.push(held.into()),
            }
        }
        lists
    }
}

impl From<Held> for HeldItem {
    fn from(held: Held) -> Self {
        Self {
            what: held.what.to_owned(),
            count: held.count,
            left_without_holder: held.left_without_holder,
        }
    }
}

impl From<PersonChange> for PersonDifference {
    fn from(change: PersonChange) -> Self {
        Self {
            person: change.person.into(),
            number: change.number,
            name: change.name,
            from: change.from.map(PersonSide::from),
            to: change.to.map(PersonSide::from),
        }
    }
}

impl From<Side> for PersonSide {
    fn from(side: Side) -> Self {
        Self {
            status: side.status.code().to_owned(),
            class: side.class.code().to_owned(),
            posts: side.posts.into_iter().map(OrderSeat::from).collect(),
        }
    }
}

impl From<SeatRef> for OrderSeat {
    fn from(seat: SeatRef) -> Self {
        Self {
            post: seat.post.into(),
            title: seat.title,
            unit: seat.unit.into(),
            unit_name: seat.unit_name,
            main: seat.main,
        }
    }
}

impl From<UnitChange> for UnitDifference {
    fn from(change: UnitChange) -> Self {
        Self {
            unit: change.unit.into(),
            code: change.code,
            from: change.from,
            to: change.to,
        }
    }
}

impl From<RoleChange> for RoleDifference {
    fn from(change: RoleChange) -> Self {
        let ids = |holders: Vec<(PersonId, String)>| {
            holders
                .into_iter()
                .map(|(person, _)| person.into())
                .collect()
        };
        Self {
            role: change.role.id().to_owned(),
            unit: change.unit.map(Into::into),
            from: ids(change.from),
            to: ids(change.to),
        }
    }
}
