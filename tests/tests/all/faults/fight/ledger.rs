//! What each client was told, held against what is there.

use std::collections::BTreeMap;
use std::ops::Range;
use std::time::Instant;

use super::door::{Door, Told};

/// A room for some hours of the day; what it is for is said by this wish alone.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub(super) room: usize,
    pub(super) hours: Range<u8>,
    pub(super) purpose: String,
}

impl Wish {
    fn meets(&self, other: &Self) -> bool {
        self.room == other.room
            && self.hours.start < other.hours.end
            && other.hours.start < self.hours.end
    }
}

/// What a client asked for, when, and what it was told in the end.
#[derive(Debug)]
pub(super) struct Act {
    pub(super) wish: Wish,
    pub(super) began: Instant,
    pub(super) ended: Instant,
    pub(super) told: Told,
}

/// What all were told.
#[derive(Default)]
pub(super) struct Ledger {
    acts: Vec<Act>,
}

impl Ledger {
    pub(super) fn enter(&mut self, acts: Vec<Act>) {
        self.acts.extend(acts);
    }

    fn told(&self, what: fn(&Told) -> bool) -> impl Iterator<Item = &Act> {
        self.acts.iter().filter(move |act| what(&act.told))
    }

    /// How many bookings and releases were acknowledged.
    pub(super) fn acknowledged(&self) -> usize {
        self.told(|told| !told.is_refused()).count()
    }

    /// Of how many bookings nobody knew until they were asked for again.
    pub(super) fn learnt_later(&self) -> usize {
        self.told(|told| matches!(told, Told::Booked(None))).count()
    }

    /// Compares it with what holds a room now.
    pub(super) fn holds(&self, held: &BTreeMap<String, Wish>) {
        for what in [Told::is_booked, Told::is_released, Told::is_refused] {
            assert!(self.told(what).next().is_some(), "{:?}", self.acts);
        }
        for door in Door::ALL {
            let through = |act: &Act| act.wish.purpose.starts_with(door.name());
            assert!(
                self.told(Told::is_booked).any(through),
                "nobody came in by {door:?}"
            );
        }
        let all: Vec<_> = held.values().collect();
        for (place, one) in all.iter().enumerate() {
            for other in &all[place + 1..] {
                assert!(!one.meets(other), "{one:?} and {other:?}");
            }
        }
        let mut acknowledged = BTreeMap::new();
        for act in self.told(Told::is_booked) {
            acknowledged.insert(act.wish.purpose.as_str(), &act.wish);
        }
        for act in self.told(Told::is_released) {
            let was = acknowledged.remove(act.wish.purpose.as_str());
            assert!(was.is_some(), "released what it had not: {act:?}");
        }
        for (purpose, wish) in &acknowledged {
            let there = held.get(*purpose);
            let there = there.unwrap_or_else(|| panic!("{purpose} was acknowledged"));
            assert_eq!((there.room, &there.hours), (wish.room, &wish.hours));
        }
        for purpose in held.keys() {
            let known = acknowledged.contains_key(purpose.as_str());
            assert!(known, "{purpose} is there, and nobody has it");
        }
        for refused in self.told(Told::is_refused) {
            assert!(self.justifies(refused), "the room was free: {refused:?}");
        }
    }

    /// Whether somebody may have had the room at some moment of a refused act.
    fn justifies(&self, refused: &Act) -> bool {
        self.told(Told::is_booked).any(|other| {
            let purpose = &other.wish.purpose;
            let mut released = self.told(Told::is_released);
            let released = released.find(|act| act.wish.purpose == *purpose);
            other.wish.meets(&refused.wish)
                && other.began <= refused.ended
                && released.is_none_or(|released| released.ended >= refused.began)
        })
    }
}
