//! Which posts hold the roles of the regulation (充て職), day by day.

use std::collections::BTreeMap;

use time::Date;
use yakusho_kernel::{PostId, UnitId};
use yakusho_regulation::{City, Holder, Marked, Role, UnitRank, rule};

use super::{Days, Ledger, UnitPath};
use crate::organisation::Unit;

/// That whoever holds a post holds a role on certain days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RolePost {
    /// The role.
    pub role: Role,
    /// The post to which it is bound.
    pub post: PostId,
    /// The unit to which its powers are limited; the whole town hall if none.
    pub unit: Option<UnitId>,
    /// On which days.
    pub days: Days,
}

/// Resolves what the city's profile binds its roles to.
pub(crate) fn bindings(city: &City, ledger: &Ledger, paths: &[UnitPath]) -> Vec<RolePost> {
    let places = Places::new(ledger, paths);
    let mut bound = Vec::new();
    for (role, holder, in_force) in holders(city) {
        let per_section = holder.is_per_section();
        for (post, unit, days) in places.posts(holder) {
            if let Some(days) = days.and(in_force) {
                bound.push(RolePost {
                    role,
                    post,
                    unit: unit.filter(|_| per_section),
                    days,
                });
            }
        }
    }
    bound.sort_unstable();
    bound.dedup();
    bound
}

/// What each role is bound to, and on which days.
fn holders(city: &City) -> Vec<(Role, &Holder, Days)> {
    let turns: Vec<Date> = std::iter::once(Days::always().first())
        .chain(city.role_turns())
        .collect();
    let mut found: Vec<(Role, &Holder, Days)> = Vec::new();
    for (index, day) in turns.iter().enumerate() {
        let days = match turns.get(index + 1) {
            Some(next) => Days::between(*day, *next),
            None => Some(Days::from(*day)),
        };
        let Some(days) = days else { continue };
        let in_force = city
            .roles(*day)
            .filter(|binding| created(binding.role()).keep(city, *day).is_some());
        found.extend(in_force.map(|binding| (binding.role(), binding.holder(), days)));
    }
    found
}

/// The rule that creates a role and binds it to a post.
fn created(role: Role) -> Marked {
    match role {
        Role::SystemSupervisor => rule!(SystemSupervisor),
        Role::SystemAdministrator => rule!(SystemAdministrator),
        Role::InformationManager => rule!(InformationManagers),
        Role::GeneralManager => rule!(GeneralManager),
        Role::InformationSystemManager => rule!(InformationSystemManager),
        Role::ComputingGeneralManager => rule!(ComputingGeneralManager),
        Role::ComputingManager => rule!(ComputingManager),
        Role::DataProtectionManager => rule!(DataProtectionManagers),
    }
}

/// The posts of the organisation as the profile's bindings look for them.
struct Places<'a> {
    ledger: &'a Ledger,
    /// The head posts of each unit.
    heads: BTreeMap<UnitId, Vec<(PostId, Days)>>,
    /// The section that each unit belongs to.
    sections: BTreeMap<UnitId, Vec<(UnitId, Days)>>,
}

impl<'a> Places<'a> {
    fn new(ledger: &'a Ledger, paths: &[UnitPath]) -> Self {
        let mut heads: BTreeMap<UnitId, Vec<(PostId, Days)>> = BTreeMap::new();
        for (post, line) in ledger.posts.all().filter(|(_, line)| line.state.head) {
            heads
                .entry(line.state.unit)
                .or_default()
                .push((post, line.days));
        }
        let mut sections: BTreeMap<UnitId, Vec<(UnitId, Days)>> = BTreeMap::new();
        for path in paths.iter().filter(|path| path.rank == UnitRank::Section) {
            sections
                .entry(path.unit)
                .or_default()
                .push((path.ancestor, path.days));
        }
        Self {
            ledger,
            heads,
            sections,
        }
    }

    /// The posts that a binding names, each with its unit and days.
    fn posts(&self, holder: &Holder) -> Vec<(PostId, Option<UnitId>, Days)> {
        match holder {
            Holder::HeadOf(name) => self.heads_where(|unit| unit.name == *name),
            Holder::HeadsOf(rank) => self.heads_where(|unit| unit.rank == *rank),
            Holder::HeadsOfSectionsTagged(tag) => {
                self.heads_where(|unit| unit.rank == UnitRank::Section && unit.tags.contains(tag))
            }
            Holder::HeadOfSectionWith(name) => self.heads_of_sections_with(name),
            Holder::Post(title) => {
                let titled = self.ledger.posts.all();
                titled
                    .filter(|(_, line)| line.state.title == *title)
                    .map(|(post, line)| (post, None, line.days))
                    .collect()
            }
        }
    }

    fn heads_where(&self, wanted: impl Fn(&Unit) -> bool) -> Vec<(PostId, Option<UnitId>, Days)> {
        let units = self.ledger.units.all();
        units
            .filter(|(_, line)| wanted(&line.state))
            .flat_map(|(unit, line)| self.heads_of(unit, line.days))
            .collect()
    }

    fn heads_of_sections_with(&self, name: &str) -> Vec<(PostId, Option<UnitId>, Days)> {
        let mut found = Vec::new();
        for (unit, line) in self.ledger.units.all() {
            if line.state.name != name {
                continue;
            }
            for (section, days) in self.sections.get(&unit).map_or(&[][..], Vec::as_slice) {
                if let Some(days) = days.and(line.days) {
                    found.extend(self.heads_of(*section, days));
                }
            }
        }
        found
    }

    fn heads_of(
        &self,
        unit: UnitId,
        days: Days,
    ) -> impl Iterator<Item = (PostId, Option<UnitId>, Days)> {
        let heads = self.heads.get(&unit).map_or(&[][..], Vec::as_slice);
        heads
            .iter()
            .filter_map(move |(post, of_post)| Some((*post, Some(unit), of_post.and(days)?)))
    }
}
