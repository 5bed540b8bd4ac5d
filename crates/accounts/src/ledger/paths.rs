//! From each unit to the units above it, day by day.

use yakusho_kernel::UnitId;
use yakusho_regulation::UnitRank;

use super::{Days, Timeline};
use crate::organisation::Unit;

/// That a unit lies within another (or is it) on certain days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitPath {
    /// The unit.
    pub unit: UnitId,
    /// Itself, or a unit above it.
    pub ancestor: UnitId,
    /// How far above: 0 for itself.
    pub distance: i16,
    /// The rank of the unit above.
    pub rank: UnitRank,
    /// On which days.
    pub days: Days,
}

/// A unit and the units above it, the nearest first, with their ranks.
type Lineage = Vec<(UnitId, UnitRank)>;

/// Every way from a unit upwards. On days on which units lie in a circle, which [`super::check()`] refuses, there is none.
pub(crate) fn paths(units: &Timeline<UnitId, Unit>) -> Vec<UnitPath> {
    let mut paths = Vec::new();
    for unit in units.keys() {
        let mut found = Vec::new();
        climb(units, unit, Days::always(), &mut Vec::new(), &mut found);
        for (days, lineage) in found {
            for (distance, (ancestor, rank)) in (0..).zip(lineage) {
                paths.push(UnitPath {
                    unit,
                    ancestor,
                    distance,
                    rank,
                    days,
                });
            }
        }
    }
    paths
}

/// Goes up from `unit` on each run of those days on which the units above stay the same.
fn climb(
    units: &Timeline<UnitId, Unit>,
    unit: UnitId,
    days: Days,
    below: &mut Lineage,
    found: &mut Vec<(Days, Lineage)>,
) {
    if below.iter().any(|(passed, _)| *passed == unit) {
        return;
    }
    for line in units.lines(unit) {
        let Some(days) = days.and(line.days) else {
            continue;
        };
        below.push((unit, line.state.rank));
        match line.state.parent {
            Some(parent) => climb(units, parent, days, below, found),
            None => found.push((days, below.clone())),
        }
        below.pop();
    }
}

#[cfg(test)]
mod tests {
    use time::macros::date;
    use uuid::Uuid;

    use super::*;

    fn unit(rank: UnitRank, parent: Option<u128>) -> Unit {
        Unit {
            code: String::new(),
            name: String::new(),
            rank,
            parent: parent.map(id),
            position: 0,
            tags: Vec::new(),
        }
    }

    fn id(n: u128) -> UnitId {
        Uuid::from_u128(n).into()
    }

    #[test]
    fn two_units_that_change_places_are_in_no_circle() {
        let turn = date!(2027 - 01 - 01);
        let early = Days::between(date!(2026 - 01 - 01), turn).unwrap();
        let mut units = Timeline::default();
        for (own, other, days) in [(1, 2, early), (2, 1, Days::from(turn))] {
            units.put(id(own), days, unit(UnitRank::Unit, Some(other)));
            units.put(id(other), days, unit(UnitRank::Section, None));
        }
        let above = |of: u128, day| {
            let paths = paths(&units);
            let mut above: Vec<_> = paths
                .into_iter()
                .filter(|path| path.unit == id(of) && path.days.contains(day))
                .map(|path| (path.distance, path.ancestor, path.rank))
                .collect();
            above.sort_unstable();
            above
        };
        let below = [(0, id(1), UnitRank::Unit), (1, id(2), UnitRank::Section)];
        assert_eq!(above(1, date!(2026 - 12 - 31)), below);
        assert_eq!(above(1, turn), [(0, id(1), UnitRank::Section)]);
        let below = [(0, id(2), UnitRank::Unit), (1, id(1), UnitRank::Section)];
        assert_eq!(above(2, turn), below);
    }

    #[test]
    fn a_circle_leads_nowhere() {
        let mut units = Timeline::default();
        let days = Days::from(date!(2026 - 01 - 01));
        units.put(id(1), days, unit(UnitRank::Section, Some(2)));
        units.put(id(2), days, unit(UnitRank::Section, Some(1)));
        assert!(paths(&units).is_empty());
    }
}
