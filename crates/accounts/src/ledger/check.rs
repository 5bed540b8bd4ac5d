//! Whether what the ledger says fits together on every day.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_kernel::{PersonId, PostId, UnitId};

use super::{Days, Ledger, paths};
use crate::appointment::Appointment;
use crate::staff::Staff;

/// What does not fit together, and from which day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Breach {
    /// What is wrong.
    pub kind: BreachKind,
    /// What it is wrong with.
    pub at: Place,
    /// The first day on which it is.
    pub day: Date,
}

/// What a breach is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A unit.
    Unit(UnitId),
    /// A post.
    Post(PostId),
    /// A person, with the post concerned.
    Person(PersonId, Option<PostId>),
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BreachKind {
    /// The unit above does not exist.
    ParentMissing,
    /// The unit above is of a lower rank.
    ParentRank,
    /// The unit lies within itself.
    Circle,
    /// The code is another unit's.
    CodeTaken,
    /// The unit of the post does not exist.
    UnitMissing,
    /// The title is another post's of the unit.
    TitleTaken,
    /// The unit has two head posts.
    TwoHeadPosts,
    /// The post is held but does not exist.
    PostMissing,
    /// Somebody who is not employed holds a post.
    NotEmployed,
    /// A person has two main posts.
    TwoMainPosts,
    /// A person has concurrent posts but no main one.
    NoMainPost,
    /// A person holds a post twice.
    HeldTwice,
    /// The head post of a unit has two holders.
    TwoHolders,
    /// The staff number is another person's.
    NumberTaken,
}

impl BreachKind {
    /// The code in the API, and the key of the text.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ParentMissing => "parent_missing",
            Self::ParentRank => "parent_rank",
            Self::Circle => "circle",
            Self::CodeTaken => "code_taken",
            Self::UnitMissing => "unit_missing",
            Self::TitleTaken => "title_taken",
            Self::TwoHeadPosts => "two_head_posts",
            Self::PostMissing => "post_missing",
            Self::NotEmployed => "not_employed",
            Self::TwoMainPosts => "two_main_posts",
            Self::NoMainPost => "no_main_post",
            Self::HeldTwice => "held_twice",
            Self::TwoHolders => "two_holders",
            Self::NumberTaken => "number_taken",
        }
    }
}

/// Everything that does not fit together, as far as the ledger was loaded: of people who were not loaded, nothing is
/// said but that they hold posts.
pub fn check(ledger: &Ledger) -> Vec<Breach> {
    let mut found = Vec::new();
    check_units(ledger, &mut found);
    check_posts(ledger, &mut found);
    check_appointments(ledger, &mut found);
    check_holders(ledger, &mut found);
    check_numbers(ledger, &mut found);
    found.sort_unstable();
    found.dedup();
    found
}

fn check_units(ledger: &Ledger, found: &mut Vec<Breach>) {
    let mut ways: BTreeMap<UnitId, Vec<Days>> = BTreeMap::new();
    for path in paths(&ledger.units) {
        if path.distance == 0 {
            ways.entry(path.unit).or_default().push(path.days);
        }
    }
    let mut codes: BTreeMap<&str, Vec<(Days, UnitId)>> = BTreeMap::new();
    for (unit, line) in ledger.units.all() {
        let at = Place::Unit(unit);
        codes
            .entry(&line.state.code)
            .or_default()
            .push((line.days, unit));
        let Some(parent) = line.state.parent else {
            continue;
        };
        let above = ledger.units.lines(parent);
        for parent in above {
            if let Some(days) = parent.days.and(line.days)
                && parent.state.rank > line.state.rank
            {
                found.push(Breach {
                    kind: BreachKind::ParentRank,
                    at,
                    day: days.first(),
                });
            }
        }
        let missing = line.days.first_outside(above.iter().map(|line| line.days));
        let circle = line
            .days
            .first_outside(ways.get(&unit).into_iter().flatten().copied());
        if let Some(day) = missing {
            found.push(Breach {
                kind: BreachKind::ParentMissing,
                at,
                day,
            });
        } else if let Some(day) = circle
            && lies_within_itself(ledger, unit, day)
        {
            found.push(Breach {
                kind: BreachKind::Circle,
                at,
                day,
            });
        }
    }
    for lines in codes.into_values() {
        for (unit, day) in clashes(lines, |one, other| one != other) {
            found.push(Breach {
                kind: BreachKind::CodeTaken,
                at: Place::Unit(unit),
                day,
            });
        }
    }
}

/// Whether the way upwards from a unit comes back to it; one below a circle has no way to the top either.
fn lies_within_itself(ledger: &Ledger, unit: UnitId, day: Date) -> bool {
    let mut passed = vec![unit];
    let parent = |unit| ledger.units.at(unit, day).and_then(|unit| unit.parent);
    while let Some(above) = passed.last().and_then(|unit| parent(*unit)) {
        if passed.contains(&above) {
            return above == unit;
        }
        passed.push(above);
    }
    false
}

fn check_posts(ledger: &Ledger, found: &mut Vec<Breach>) {
    let mut titles: BTreeMap<(UnitId, &str), Vec<(Days, PostId)>> = BTreeMap::new();
    let mut heads: BTreeMap<UnitId, Vec<(Days, PostId)>> = BTreeMap::new();
    for (post, line) in ledger.posts.all() {
        let unit = line.state.unit;
        titles
            .entry((unit, &line.state.title))
            .or_default()
            .push((line.days, post));
        if line.state.head {
            heads.entry(unit).or_default().push((line.days, post));
        }
        let there = ledger.units.lines(unit).iter().map(|line| line.days);
        if let Some(day) = line.days.first_outside(there) {
            found.push(Breach {
                kind: BreachKind::UnitMissing,
                at: Place::Post(post),
                day,
            });
        }
    }
    let taken = titles
        .into_values()
        .map(|lines| (BreachKind::TitleTaken, lines));
    let doubled = heads
        .into_values()
        .map(|lines| (BreachKind::TwoHeadPosts, lines));
    for (kind, lines) in taken.chain(doubled) {
        for (post, day) in clashes(lines, |one, other| one != other) {
            found.push(Breach {
                kind,
                at: Place::Post(post),
                day,
            });
        }
    }
}

fn check_appointments(ledger: &Ledger, found: &mut Vec<Breach>) {
    let mut of_people: BTreeMap<PersonId, Vec<(Days, &Appointment)>> = BTreeMap::new();
    for (_, line) in ledger.appointments.all() {
        let Appointment { person, post, .. } = line.state;
        let there = ledger.posts.lines(post).iter().map(|line| line.days);
        if let Some(day) = line.days.first_outside(there) {
            found.push(Breach {
                kind: BreachKind::PostMissing,
                at: Place::Person(person, Some(post)),
                day,
            });
        }
        of_people
            .entry(person)
            .or_default()
            .push((line.days, &line.state));
    }
    for (person, held) in of_people {
        let known = ledger.staff.lines(person);
        if known.is_empty() {
            continue;
        }
        let employed = || {
            let lines = known.iter();
            lines
                .filter(|line| line.state.status.is_employed())
                .map(|line| line.days)
        };
        let main = || held.iter().filter(|(_, one)| one.main);
        for (days, one) in &held {
            let at = Place::Person(person, Some(one.post));
            if let Some(day) = days.first_outside(employed()) {
                found.push(Breach {
                    kind: BreachKind::NotEmployed,
                    at,
                    day,
                });
            }
            if let Some(day) = days.first_outside(main().map(|(days, _)| *days)) {
                found.push(Breach {
                    kind: BreachKind::NoMainPost,
                    at,
                    day,
                });
            }
        }
        let mains = main().map(|(days, one)| (*days, one.post)).collect();
        for (post, day) in clashes(mains, |_, _| true) {
            found.push(Breach {
                kind: BreachKind::TwoMainPosts,
                at: Place::Person(person, Some(post)),
                day,
            });
        }
        let posts = held.iter().map(|(days, one)| (*days, one.post)).collect();
        for (post, day) in clashes(posts, |one, other| one == other) {
            found.push(Breach {
                kind: BreachKind::HeldTwice,
                at: Place::Person(person, Some(post)),
                day,
            });
        }
    }
}

fn check_holders(ledger: &Ledger, found: &mut Vec<Breach>) {
    let mut heads: BTreeMap<PostId, Vec<(Days, PersonId)>> = BTreeMap::new();
    for (_, line) in ledger.appointments.all() {
        let post = line.state.post;
        for as_head in ledger.posts.lines(post) {
            if let Some(days) = as_head.days.and(line.days)
                && as_head.state.head
            {
                heads
                    .entry(post)
                    .or_default()
                    .push((days, line.state.person));
            }
        }
    }
    for (post, holders) in heads {
        for (person, day) in clashes(holders, |one, other| one != other) {
            found.push(Breach {
                kind: BreachKind::TwoHolders,
                at: Place::Person(person, Some(post)),
                day,
            });
        }
    }
}

fn check_numbers(ledger: &Ledger, found: &mut Vec<Breach>) {
    let mut owners: BTreeMap<&str, PersonId> = BTreeMap::new();
    for (person, line) in ledger.staff.all() {
        let Staff { number, .. } = &line.state;
        if *owners.entry(number).or_insert(person) != person {
            found.push(Breach {
                kind: BreachKind::NumberTaken,
                at: Place::Person(person, None),
                day: line.days.first(),
            });
        }
    }
}

/// Of things that hold on certain days, those that hold on a day with an earlier one that they clash with, and the day.
fn clashes<T: Copy>(mut lines: Vec<(Days, T)>, clash: impl Fn(T, T) -> bool) -> Vec<(T, Date)> {
    lines.sort_by_key(|(days, _)| *days);
    let mut found = Vec::new();
    for (index, (days, thing)) in lines.iter().enumerate() {
        let before = &lines[..index];
        let with_earlier = before
            .iter()
            .filter(|(_, other)| clash(*other, *thing))
            .find_map(|(other, _)| other.and(*days));
        found.extend(with_earlier.map(|days| (*thing, days.first())));
    }
    found
}
