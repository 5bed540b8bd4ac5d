//! The values that a profile gives, by the days on which they hold.

use time::Date;
use toml::Spanned;
use toml::de::DeValue;

use super::check::{change_days, forces, since};
use super::fields::{Faults, Fields};
use super::read::{Rules, tables};
use crate::force::{Dated, version_on};
use crate::{Rule, Values};

/// One `[[values]]`: the names and values in it, and when they hold.
pub(super) type Block<'a> = Dated<Vec<(&'a str, &'a Spanned<DeValue<'a>>)>>;

/// Reads the blocks of values and tells every value that is wrong or given twice for a day.
pub(super) fn blocks(root: Fields<'_>) -> Vec<Block<'_>> {
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
    let days = change_days(forces(blocks));
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
    let fault = |day| match (version_on(in_force, day), version_on(&given, day)) {
        (Some(version), None) => {
            let fault = format!(
                "the value {NAME} is missing{}, while {rule} is in force",
                since(day)
            );
            Some((version.at, fault))
        }
        (None, Some(value)) => {
            let fault = format!(
                "{NAME} is given{}, while {rule} is not in force",
                since(day)
            );
            Some((value.at, fault))
        }
        _ => None,
    };
    let mut days = change_days(forces(in_force).chain(forces(&given))).into_iter();
    if let Some((at, fault)) = days.find_map(fault) {
        faults.at(at, fault);
    }
}

fn block(fields: Fields<'_>) -> Option<Block<'_>> {
    let entries = fields
        .table
        .iter()
        .map(|(name, value)| (name.get_ref().as_ref(), value))
        .filter(|(name, _)| Values::NAMES.contains(name));
    Some(Dated {
        force: fields.force()?,
        at: fields.at,
        what: entries.collect(),
    })
}
