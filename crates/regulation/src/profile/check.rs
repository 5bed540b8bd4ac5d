//! What the parts of a profile must be together: on every day, whole and without contradiction.

use std::collections::BTreeSet;

use time::Date;

use super::fields::Faults;
use super::read::{Roles, Rules};
use crate::force::{Dated, version_on};
use crate::{Force, Role};

/// No two versions of a rule hold on the same day.
pub(super) fn rules(faults: &Faults<'_>, rules: &Rules) {
    for (rule, versions) in rules {
        overlaps(faults, versions, &format!("the rule {rule}"));
    }
}

pub(super) fn overlaps<T>(faults: &Faults<'_>, versions: &[Dated<T>], what: &str) {
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
        let in_force = rules.get(&role.rule()).map_or(&[][..], Vec::as_slice);
        let bound = bindings.get(&role).map_or(&[][..], Vec::as_slice);
        overlaps(faults, bound, &format!("the role {role}"));
        let mut days = change_days(forces(in_force).chain(forces(bound))).into_iter();
        if let Some((at, fault)) = days.find_map(|day| unbound(role, in_force, bound, city_at, day))
        {
            faults.at(at, fault);
        }
    }
}

/// What is wrong with the binding of a role on a day, and where.
fn unbound<R, B>(
    role: Role,
    in_force: &[Dated<R>],
    bound: &[Dated<B>],
    city_at: usize,
    day: Date,
) -> Option<(usize, String)> {
    let (creator, since) = (role.rule(), since(day));
    match (version_on(in_force, day), version_on(bound, day)) {
        (None, None) if creator.is_base() => {
            let ended = bound
                .iter()
                .rfind(|one| one.force.until.is_some_and(|until| until < day));
            let fault = format!("the role {role} is bound to no post{since}: every city binds it");
            Some((ended.map_or(city_at, |one| one.at), fault))
        }
        (Some(version), None) => {
            let fault =
                format!("the role {role} is bound to no post{since}, while {creator} is in force");
            Some((version.at, fault))
        }
        (None, Some(binding)) if !creator.is_base() => {
            let fault = format!("the role {role} is bound{since}, while {creator} is not in force");
            Some((binding.at, fault))
        }
        _ => None,
    }
}

pub(super) fn forces<T>(versions: &[Dated<T>]) -> impl Iterator<Item = Force> {
    versions.iter().map(|version| version.force)
}

/// The days on which what is in force can change, the beginning of time first.
pub(super) fn change_days(forces: impl Iterator<Item = Force>) -> BTreeSet<Date> {
    std::iter::once(Date::MIN)
        .chain(forces.flat_map(Force::changes))
        .collect()
}

/// The words " from DAY"; none for the beginning of time.
pub(super) fn since(day: Date) -> String {
    if day == Date::MIN {
        String::new()
    } else {
        format!(" from {day}")
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
