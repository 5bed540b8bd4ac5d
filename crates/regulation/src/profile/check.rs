//! What the parts of a profile must be together: on every day, whole and without contradiction.

use std::collections::BTreeSet;

use time::Date;

use super::fields::{Faults, Fields};
use super::read::{Block, Roles, Rules, block, tables};
use crate::force::Dated;
use crate::{Role, Rule, Values};

/// No two versions of a rule hold on the same day.
pub(super) fn rules(faults: &Faults<'_>, rules: &Rules) {
    for (rule, versions) in rules {
        overlaps(faults, versions, &format!("the rule {rule}"));
    }
}

fn overlaps<T>(faults: &Faults<'_>, versions: &[Dated<T>], what: &str) {
    for (place, later) in versions.iter().enumerate() {
        if let Some(earlier) = versions[..place]
            .iter()
            .find(|one| one.force.overlaps(later.force))
        {
            let (this, other) = (later.force, earlier.force);
            faults.at(
                later.at,
                format!("{what} holds here {this} and elsewhere {other}: the days overlap"),
            );
        }
    }
}

/// A role is bound on exactly the days on which its rule is in force; the supervisor and the administrator on every day.
pub(super) fn roles(faults: &Faults<'_>, rules: &Rules, bindings: &Roles, city_at: usize) {
    for role in Role::ALL {
        let rule = role.rule();
        let in_force = rules.get(&rule).map_or(&[][..], Vec::as_slice);
        let bound = bindings.get(&role).map_or(&[][..], Vec::as_slice);
        overlaps(faults, bound, &format!("the role {role}"));
        let days = change_days(
            in_force
                .iter()
                .map(|one| one.force)
                .chain(bound.iter().map(|one| one.force)),
        );
        for day in days {
            let since = since(day);
            let version = in_force.iter().find(|one| one.force.covers(day));
            let binding = bound.iter().find(|one| one.force.covers(day));
            match (version, binding) {
                (None, None) if rule.is_base() => {
                    faults.at(
                        city_at,
                        format!("the role {role} is bound to no post {since}: every city binds it"),
                    );
                }
                (Some(version), None) => {
                    faults.at(
                        version.at,
                        format!(
                            "the role {role} is bound to no post {since}, while {rule} is in force"
                        ),
                    );
                }
                (None, Some(binding)) if !rule.is_base() => {
                    faults.at(
                        binding.at,
                        format!("the role {role} is bound {since}, while {rule} is not in force"),
                    );
                }
                _ => continue,
            }
            break;
        }
    }
}

/// Reads the blocks of values and tells every value that is wrong or given twice for a day.
pub(super) fn values(root: Fields<'_>) -> Vec<Block<'_>> {
    let keys = [["from", "until"].as_slice(), Values::NAMES].concat();
    let blocks: Vec<_> = tables(root, "values", &keys)
        .into_iter()
        .filter_map(block)
        .collect();
    let mut scratch = Values::default();
    for (place, block) in blocks.iter().enumerate() {
        for (name, value) in &block.what {
            let at = value.span().start;
            if let Err(fault) = scratch.set(name, value.get_ref()) {
                root.faults.at(at, format!("{name}: {fault}"));
            }
            let given = |other: &&Block<'_>| {
                other.force.overlaps(block.force)
                    && other.what.iter().any(|(given, _)| given == name)
            };
            if let Some(other) = blocks[..place].iter().find(given) {
                let (this, other) = (block.force, other.force);
                root.faults.at(
                    at,
                    format!("{name} is given here {this} and elsewhere {other}: the days overlap"),
                );
            }
        }
    }
    blocks
}

/// The values from each day on which one of them changes.
pub(super) fn by_day(blocks: &[Block<'_>]) -> Vec<(Date, Values)> {
    let days = change_days(blocks.iter().map(|block| block.force));
    let by_day = days.into_iter().map(|day| {
        let mut values = Values::default();
        for block in blocks.iter().filter(|block| block.force.covers(day)) {
            for (name, value) in &block.what {
                // A value that does not fit was told before, and the profile is refused.
                let _: Result<(), String> = values.set(name, value.get_ref());
            }
        }
        (day, values)
    });
    by_day.collect()
}

/// The age of passwords is given on exactly the days on which the rule is in force that it belongs to.
pub(super) fn password_age(faults: &Faults<'_>, rules: &Rules, blocks: &[Block<'_>]) {
    const NAME: &str = "password_max_age";
    let rule = Rule::PasswordAge;
    let in_force = rules.get(&rule).map_or(&[][..], Vec::as_slice);
    let given: Vec<_> = blocks
        .iter()
        .filter_map(|block| {
            let (_, value) = block.what.iter().find(|(name, _)| *name == NAME)?;
            Some(Dated {
                force: block.force,
                at: value.span().start,
                what: (),
            })
        })
        .collect();
    let days = change_days(
        in_force
            .iter()
            .map(|one| one.force)
            .chain(given.iter().map(|one| one.force)),
    );
    for day in days {
        let since = since(day);
        let version = in_force.iter().find(|one| one.force.covers(day));
        let value = given.iter().find(|one| one.force.covers(day));
        match (version, value) {
            (Some(version), None) => {
                return faults.at(
                    version.at,
                    format!("the value {NAME} is missing {since}, while {rule} is in force"),
                );
            }
            (None, Some(value)) => {
                return faults.at(
                    value.at,
                    format!("{NAME} is given {since}, while {rule} is not in force"),
                );
            }
            _ => {}
        }
    }
}

/// The days on which what is in force can change, the beginning of time first.
fn change_days(forces: impl Iterator<Item = crate::Force>) -> BTreeSet<Date> {
    std::iter::once(Date::MIN)
        .chain(forces.flat_map(crate::Force::changes))
        .collect()
}

fn since(day: Date) -> String {
    if day == Date::MIN {
        "at first".to_owned()
    } else {
        format!("from {day}")
    }
}

/// Six digits, the last of which checks the others: eleven minus the remainder by eleven of their sum, weighted 6 to 2.
pub(super) fn is_municipal_code(code: &str) -> bool {
    let digits: Option<Vec<u32>> = code.chars().map(|c| c.to_digit(10)).collect();
    let Some([number @ .., check]) = digits.as_deref() else {
        return false;
    };
    if number.len() != 5 {
        return false;
    }
    let sum: u32 = number
        .iter()
        .zip((2..=6).rev())
        .map(|(digit, weight)| digit * weight)
        .sum();
    (11 - sum % 11) % 10 == *check
}
