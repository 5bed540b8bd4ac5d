//! How things stand on one day, looked up by post and person.

use std::collections::{BTreeMap, BTreeSet};

use time::Date;
use yakusho_kernel::{PersonId, PostId, UnitId};
use yakusho_regulation::UnitRank;

use super::Ledger;

/// Who holds which posts on a day, as far as the ledger was loaded.
#[derive(Debug)]
pub struct Snapshot<'a> {
    ledger: &'a Ledger,
    day: Date,
    holders: BTreeMap<PostId, BTreeSet<PersonId>>,
    held: BTreeMap<PersonId, BTreeSet<PostId>>,
    mains: BTreeMap<PersonId, PostId>,
}

impl<'a> Snapshot<'a> {
    /// How things stand on that day.
    pub fn of(ledger: &'a Ledger, day: Date) -> Self {
        let mut snapshot = Self {
            ledger,
            day,
            holders: BTreeMap::new(),
            held: BTreeMap::new(),
            mains: BTreeMap::new(),
        };
        for (_, line) in ledger.appointments.on(day) {
            let one = &line.state;
            snapshot
                .holders
                .entry(one.post)
                .or_default()
                .insert(one.person);
            snapshot
                .held
                .entry(one.person)
                .or_default()
                .insert(one.post);
            if one.main {
                snapshot.mains.insert(one.person, one.post);
            }
        }
        snapshot
    }

    /// Who holds a post.
    pub fn holders(&self, post: PostId) -> impl Iterator<Item = PersonId> {
        self.holders.get(&post).into_iter().flatten().copied()
    }

    /// The posts that a person holds.
    pub fn posts(&self, person: PersonId) -> impl Iterator<Item = PostId> {
        self.held.get(&person).into_iter().flatten().copied()
    }

    /// The main post of a person.
    pub fn main(&self, person: PersonId) -> Option<PostId> {
        self.mains.get(&person).copied()
    }

    /// Everyone who holds a post.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        self.held.keys().copied()
    }

    /// Every post that is held.
    pub fn held(&self) -> impl Iterator<Item = PostId> {
        self.holders.keys().copied()
    }

    /// Whether a person is employed; none if they were not loaded.
    pub fn employed(&self, person: PersonId) -> Option<bool> {
        let known = !self.ledger.staff.lines(person).is_empty();
        known.then(|| {
            let staff = self.ledger.staff.at(person, self.day);
            staff.is_some_and(|staff| staff.status.is_employed())
        })
    }

    /// Whether a person is the head of a section.
    pub fn heads_a_section(&self, person: PersonId) -> bool {
        self.posts(person)
            .filter_map(|post| self.ledger.posts.at(post, self.day))
            .filter(|post| post.head)
            .filter_map(|post| self.ledger.units.at(post.unit, self.day))
            .any(|unit| unit.rank == UnitRank::Section)
    }

    /// A unit and those above it, the nearest first.
    pub fn lineage(&self, unit: UnitId) -> Vec<UnitId> {
        let mut lineage = Vec::new();
        let mut next = Some(unit);
        while let Some(unit) = next
            && !lineage.contains(&unit)
        {
            lineage.push(unit);
            next = self
                .ledger
                .units
                .at(unit, self.day)
                .and_then(|unit| unit.parent);
        }
        lineage
    }
}
