//! From each unit to the units above it, day by day.

use std::collections::BTreeMap;

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

/// Every way from a unit upwards. Where units lie in a circle, which [`super::check`] refuses, it ends at the second
/// sight of one.
pub(crate) fn paths(units: &Timeline<UnitId, Unit>) -> Vec<UnitPath> {
    let mut known = BTreeMap::new();
    for unit in units.keys() {
        lineages(units, unit, &mut known, &mut Vec::new());
    }
    let mut paths = Vec::new();
    for (unit, lineages) in known {
        for (days, lineage) in lineages {
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

/// The lineage of a unit on all days on which it exists.
fn lineages(
    units: &Timeline<UnitId, Unit>,
    unit: UnitId,
    known: &mut BTreeMap<UnitId, Vec<(Days, Lineage)>>,
    below: &mut Vec<UnitId>,
) {
    if known.contains_key(&unit) || below.contains(&unit) {
        return;
    }
    below.push(unit);
    let mut own = Vec::new();
    for line in units.lines(unit) {
        let itself = (unit, line.state.rank);
        let Some(parent) = line.state.parent else {
            own.push((line.days, vec![itself]));
            continue;
        };
        lineages(units, parent, known, below);
        for (days, above) in known.get(&parent).map_or(&[][..], Vec::as_slice) {
            if let Some(days) = days.and(line.days) {
                let lineage = std::iter::once(itself)
                    .chain(above.iter().copied())
                    .collect();
                own.push((days, lineage));
            }
        }
    }
    below.pop();
    known.insert(unit, own);
}
