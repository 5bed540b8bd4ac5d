//! What an order would do, as programs see it.

use poem_openapi::Object;
use poem_openapi::payload::Json;
use uuid::Uuid;
use yakusho_accounts::delegation::DelegationId;
use yakusho_accounts::order::{
    Held, OrderFault, PersonChange, Preview, RoleChange, SeatRef, Side, UnitChange,
};
use yakusho_kernel::{Page, PersonId};
use yakusho_webkit::{Answer, Visit};

use super::views::{FaultItem, fault};
use crate::json::{Limit, Listed, place};
use crate::orders::faults;
use crate::orders::whose::Whose;

/// One thing that an order would do, or that stands against it: one of these, told by its name.
#[derive(Debug, Default, Object)]
#[oai(skip_serializing_if_is_none)]
pub(super) struct OrderPreviewItem {
    /// A fault; they come by line and column.
    fault: Option<FaultItem>,
    /// A line that is right and changes nothing: it hinders nothing.
    idle: Option<FaultItem>,
    /// Somebody who moves, joins, leaves, is away or back, or changes class; by staff number.
    person: Option<PersonDifference>,
    /// A unit that is founded, renamed, moved or closed; by code.
    unit: Option<UnitDifference>,
    /// A role that changes hands.
    role: Option<RoleDifference>,
    /// A role that nobody holds afterwards.
    vacant_role: Option<RoleDifference>,
    /// A post that somebody held and nobody holds any more.
    vacant_post: Option<OrderSeat>,
    /// A delegation that loses its ground.
    delegation: Option<Uuid>,
    /// Things of other parts of the program that change hands, or are left without a holder.
    held: Option<HeldItem>,
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

/// An item as it was found, of which those of one page alone are put into words.
enum Entry {
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
    fn all(preview: Preview) -> impl Iterator<Item = Self> {
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

    fn fault(&self) -> Option<&OrderFault> {
        match self {
            Self::Fault(fault) => Some(fault),
            _ => None,
        }
    }
}

/// A page of what an order would do.
pub(super) async fn page(
    visit: &Visit,
    found: Preview,
    after: Option<&str>,
    limit: Limit,
) -> Answer<Json<Listed<OrderPreviewItem>>> {
    let after = place(after);
    let entries = (0_u32..).zip(Entry::all(found));
    let page = Page::among(entries, after.as_ref(), limit.size(), |(at, _)| *at)?;
    let faults = page.items.iter().filter_map(|(_, entry)| entry.fault());
    let concerned = faults::concerned(visit, faults).await?;
    Ok(Json(Listed::of(page, |(_, entry)| {
        item(visit, entry, &concerned)
    })))
}

fn item(visit: &Visit, entry: Entry, concerned: &Whose) -> OrderPreviewItem {
    let mut item = OrderPreviewItem::default();
    match entry {
        Entry::Fault(one) => item.fault = Some(fault(visit, &one, concerned)),
        Entry::Idle(one) => item.idle = Some(fault(visit, &one, concerned)),
        Entry::Person(change) => item.person = Some(change.into()),
        Entry::Unit(change) => item.unit = Some(change.into()),
        Entry::Role(change) => item.role = Some(change.into()),
        Entry::VacantRole(change) => item.vacant_role = Some(change.into()),
        Entry::VacantPost(seat) => item.vacant_post = Some(seat.into()),
        Entry::Delegation(id) => item.delegation = Some(id.into()),
        Entry::Held(held) => item.held = Some(held.into()),
    }
    item
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
