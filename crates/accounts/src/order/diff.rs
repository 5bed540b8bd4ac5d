//! What an order makes different on its day: who moves from where to where, which roles change hands, what is left
//! without a holder.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use time::Date;
use yakusho_kernel::{Cx, EmploymentClass, Fault, PersonId, PostId, UnitId};
use yakusho_regulation::{City, Role};

use super::{Held, Holdings};
use crate::delegation::DelegationId;
use crate::directory::placed_name;
use crate::ledger::{Ledger, Snapshot, bindings, paths};
use crate::staff::Status;

/// What is different on the day of an order from how it would be without it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Whoever moves, joins, leaves, is away or back, or changes class, by staff number.
    pub people: Vec<PersonChange>,
    /// Units that are founded, renamed, moved or closed, by code.
    pub units: Vec<UnitChange>,
    /// Those of the closed ones that were merged, each with the unit into which.
    pub(crate) merged_units: Vec<(UnitId, UnitId)>,
    /// Roles whose holders or posts change, by role, and in the order of the units.
    pub roles: Vec<RoleChange>,
    /// Roles that nobody holds any more, or that come with a post that nobody holds; by role, and in the order of the units.
    pub vacant_roles: Vec<RoleChange>,
    /// Posts that somebody held and nobody holds any more, in the order of the organisation.
    pub vacant_posts: Vec<SeatRef>,
    /// Delegations that lose their ground.
    pub delegations: Vec<DelegationId>,
    /// What of other parts of the program changes hands or is left without a holder.
    pub held: Vec<Held>,
}

/// A change of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonChange {
    /// Who.
    pub person: PersonId,
    /// Their staff number.
    pub number: String,
    /// Their name.
    pub name: String,
    /// Before; none for somebody new.
    pub from: Option<Side>,
    /// After; somebody who left has the status of that.
    pub to: Option<Side>,
}

/// How a person stands on one side of the change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Whether they are here.
    pub status: Status,
    /// Their employment class.
    pub class: EmploymentClass,
    /// Their posts, the main one first.
    pub posts: Vec<SeatRef>,
}

/// A post by its names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeatRef {
    /// The post.
    pub post: PostId,
    /// Its title.
    pub title: String,
    /// Its unit.
    pub unit: UnitId,
    /// The name of the unit, with that of its section, if it is a unit of one.
    pub unit_name: String,
    /// Whether it is the main post of whoever it is named for.
    pub main: bool,
}

/// A change of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitChange {
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub code: String,
    /// Its name before; none for a new one.
    pub from: Option<String>,
    /// Its name after; none for one that is closed.
    pub to: Option<String>,
}

/// A change of who holds a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleChange {
    /// The role.
    pub role: Role,
    /// The unit for which it is held; the whole town hall if none.
    pub unit: Option<UnitId>,
    /// The name of that unit, with that of its section, if it is a unit of one.
    pub unit_name: String,
    /// Who holds it before.
    pub from: Vec<(PersonId, String)>,
    /// Who holds it after.
    pub to: Vec<(PersonId, String)>,
}

/// Compares two ledgers, of which one came from the other, on a day.
pub(crate) fn compare(city: &City, before: &Ledger, after: &Ledger, day: Date) -> Difference {
    let sides = Sides {
        before: Snapshot::of(before, day),
        after: Snapshot::of(after, day),
        old: before,
        new: after,
        day,
    };
    let (roles, vacant_roles) = sides.roles(city);
    let units = sides.units();
    let is_closed = |id: UnitId| {
        let mut closed = units.iter().filter(|change| change.to.is_none());
        closed.any(|change| change.unit == id)
    };
    let merged = after.merged.iter().copied();
    Difference {
        people: sides.people(),
        merged_units: merged.filter(|(unit, _)| is_closed(*unit)).collect(),
        units,
        roles,
        vacant_roles,
        vacant_posts: sides.vacant_posts(),
        delegations: sides.delegations(),
        held: Vec::new(),
    }
}

struct Sides<'a> {
    before: Snapshot<'a>,
    after: Snapshot<'a>,
    old: &'a Ledger,
    new: &'a Ledger,
    day: Date,
}

impl Sides<'_> {
    fn people(&self) -> Vec<PersonChange> {
        let mut changes: Vec<PersonChange> = self
            .new
            .staff
            .keys()
            .chain(self.old.staff.keys())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .filter_map(|person| {
                let from = self.side(self.old, &self.before, person);
                let to = self.side(self.new, &self.after, person);
                let staff = self.new.staff.at(person, self.day);
                let staff = staff.or_else(|| self.old.staff.at(person, self.day))?;
                (from != to).then(|| PersonChange {
                    person,
                    number: staff.number.clone(),
                    name: staff.name.clone(),
                    from,
                    to,
                })
            })
            .collect();
        changes.sort_by(|a, b| a.number.cmp(&b.number));
        changes
    }

    fn side(&self, ledger: &Ledger, snapshot: &Snapshot<'_>, person: PersonId) -> Option<Side> {
        let staff = ledger.staff.at(person, self.day)?;
        let main = snapshot.main(person);
        let mut posts: Vec<SeatRef> = snapshot
            .posts(person)
            .filter_map(|post| seat(ledger, post, self.day, main == Some(post)))
            .collect();
        posts.sort_by_key(|seat| !seat.main);
        Some(Side {
            status: staff.status,
            class: staff.class,
            posts,
        })
    }

    fn units(&self) -> Vec<UnitChange> {
        let units: BTreeSet<UnitId> = self.old.units.keys().chain(self.new.units.keys()).collect();
        let mut changes: Vec<UnitChange> = units
            .into_iter()
            .filter_map(|unit| {
                let from = self.old.units.at(unit, self.day);
                let to = self.new.units.at(unit, self.day);
                (from != to).then(|| UnitChange {
                    unit,
                    code: to
                        .or(from)
                        .map(|unit| unit.code.clone())
                        .unwrap_or_default(),
                    from: from.map(|unit| unit.name.clone()),
                    to: to.map(|unit| unit.name.clone()),
                })
            })
            .collect();
        changes.sort_by(|a, b| a.code.cmp(&b.code));
        changes
    }

    /// The roles that change hands, and those that nobody holds afterwards.
    fn roles(&self, city: &City) -> (Vec<RoleChange>, Vec<RoleChange>) {
        let from = holders(city, self.old, &self.before, self.day);
        let to = holders(city, self.new, &self.after, self.day);
        let keys: BTreeSet<_> = from.keys().chain(to.keys()).copied().collect();
        let mut keys: Vec<_> = keys.into_iter().collect();
        keys.sort_by_cached_key(|(role, unit)| (*role, unit.map(|unit| self.place(unit))));
        let nobody = BTreeSet::new();
        let (mut changed, mut vacant) = (Vec::new(), Vec::new());
        for (role, unit) in keys {
            let was = from.get(&(role, unit)).unwrap_or(&nobody);
            let is = to.get(&(role, unit)).unwrap_or(&nobody);
            let change = RoleChange {
                role,
                unit,
                unit_name: unit.map(|unit| self.unit_name(unit)).unwrap_or_default(),
                from: self.named(was),
                to: self.named(is),
            };
            let was_vacant = from.get(&(role, unit)).is_some_and(BTreeSet::is_empty);
            if is.is_empty() && !was_vacant && to.contains_key(&(role, unit)) {
                vacant.push(change.clone());
            }
            if was != is {
                changed.push(change);
            }
        }
        (changed, vacant)
    }

    fn unit_name(&self, unit: UnitId) -> String {
        let name = unit_name(self.new, unit, self.day);
        let name = name.or_else(|| unit_name(self.old, unit, self.day));
        name.unwrap_or_default()
    }

    /// Where a unit stands in the order of the tree: the places of those that it lies in, from the top down.
    fn place(&self, unit: UnitId) -> Vec<(i32, &str)> {
        let is_there = self.new.units.at(unit, self.day).is_some();
        let (ledger, snapshot) = if is_there {
            (self.new, &self.after)
        } else {
            (self.old, &self.before)
        };
        let way = snapshot.lineage(unit).into_iter().rev();
        way.filter_map(|unit| ledger.units.at(unit, self.day))
            .map(|unit| (unit.position, &*unit.code))
            .collect()
    }

    fn named(&self, people: &BTreeSet<PersonId>) -> Vec<(PersonId, String)> {
        let name = |person| {
            let staff = self.new.staff.at(person, self.day);
            let staff = staff.or_else(|| self.old.staff.at(person, self.day));
            staff.map(|staff| staff.name.clone()).unwrap_or_default()
        };
        people
            .iter()
            .map(|person| (*person, name(*person)))
            .collect()
    }

    fn vacant_posts(&self) -> Vec<SeatRef> {
        let held: BTreeSet<PostId> = self.after.held().collect();
        let mut vacant: Vec<SeatRef> = self
            .before
            .held()
            .filter(|post| !held.contains(post))
            .filter_map(|post| seat(self.new, post, self.day, false))
            .collect();
        let rank = |seat: &SeatRef| {
            let post = self.new.posts.at(seat.post, self.day);
            post.map(|post| (post.rank, post.position))
        };
        vacant.sort_by_cached_key(|seat| (self.place(seat.unit), rank(seat), seat.title.clone()));
        vacant
    }

    fn delegations(&self) -> Vec<DelegationId> {
        let held = self.old.delegations.on(self.day);
        held.map(|(id, _)| id)
            .filter(|id| self.new.delegations.at(*id, self.day).is_none())
            .collect()
    }
}

/// Who holds each role of the city; a role for the whole town hall is there even if no post holds it.
fn holders(
    city: &City,
    ledger: &Ledger,
    snapshot: &Snapshot<'_>,
    day: Date,
) -> BTreeMap<(Role, Option<UnitId>), BTreeSet<PersonId>> {
    let mut held: BTreeMap<_, BTreeSet<PersonId>> = city
        .roles(day)
        .filter(|binding| !binding.holder().is_per_section())
        .map(|binding| ((binding.role(), None), BTreeSet::new()))
        .collect();
    for bound in bindings(city, ledger, &paths(&ledger.units)) {
        if bound.days.contains(day) {
            let people = held.entry((bound.role, bound.unit)).or_default();
            people.extend(snapshot.holders(bound.post));
        }
    }
    held
}

fn seat(ledger: &Ledger, post: PostId, day: Date, main: bool) -> Option<SeatRef> {
    let state = ledger.posts.at(post, day)?;
    Some(SeatRef {
        post,
        title: state.title.clone(),
        unit: state.unit,
        unit_name: unit_name(ledger, state.unit, day).unwrap_or_default(),
        main,
    })
}

fn unit_name(ledger: &Ledger, unit: UnitId, day: Date) -> Option<String> {
    let unit = ledger.units.at(unit, day)?;
    let above = unit.parent.and_then(|above| ledger.units.at(above, day));
    let above = above.map(|above| (&*above.name, above.rank));
    Some(placed_name(above, &unit.name, unit.rank))
}

impl Difference {
    /// Whether it takes something from everybody: a role, a delegation, or what nobody has afterwards.
    pub fn leaves_something_open(&self) -> bool {
        let mut changed = self.roles.iter();
        changed.any(|role| self.vacant_roles.contains(role))
            || !self.delegations.is_empty()
            || self.held.iter().any(|held| held.left_without_holder)
    }

    /// The same with what of other parts of the program changes hands.
    pub(crate) async fn with_held(
        mut self,
        cx: &Cx,
        day: Date,
        holdings: &[Arc<dyn Holdings>],
    ) -> Result<Self, Fault> {
        let turnover = self.turnover(day);
        for part in holdings {
            self.held.extend(part.affected(cx, &turnover).await?);
        }
        Ok(self)
    }
}
