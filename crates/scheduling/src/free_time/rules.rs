//! The search: pure, on times that are taken.

use time::{Date, Duration, Time};
use yakusho_kernel::Timestamp;

use crate::event::Span;
use crate::facility::Slot;

/// What is sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// On which days; of them, those on which the town hall works.
    pub span: Span,
    /// From which time of day on, on the town hall's clock.
    pub opens: Time,
    /// Until which time of day.
    pub closes: Time,
    /// From when until when nothing is to be, such as at noon.
    pub pause: Option<(Time, Time)>,
    /// How much time is needed; more than none.
    pub length: Duration,
    /// How far beginnings lie apart, counted from `opens`; more than none.
    pub step: Duration,
    /// Only what begins later than this.
    pub after: Option<Timestamp>,
    /// How many are wanted at most, the earliest.
    pub most: usize,
}

/// A time at which all have time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// When.
    pub slot: Slot,
    /// Which rooms are free, by their places in the list.
    pub rooms: Vec<usize>,
}

/// When everybody has time, and one of the rooms at least is free, if there are any. Each list is what somebody, or a room,
/// has taken, in any order. `fits` says whether the room at that place allows a time, and `works` whether the town hall
/// works on a day.
pub fn search(
    wanted: &Wanted,
    people: &[Vec<Slot>],
    rooms: &[Vec<Slot>],
    fits: &dyn Fn(usize, Slot) -> bool,
    works: &dyn Fn(Date) -> bool,
) -> Vec<Found> {
    if !wanted.length.is_positive() || !wanted.step.is_positive() {
        return Vec::new();
    }
    let people = joined(people.iter().flatten().copied().collect());
    let rooms: Vec<Vec<Slot>> = rooms.iter().map(|room| joined(room.clone())).collect();
    let days = wanted.span.days().filter(|day| works(*day));
    days.flat_map(|day| beginnings(wanted, day))
        .filter(|from| wanted.after.is_none_or(|after| *from > after))
        .filter_map(|from| {
            found(
                Slot::new(from, from.plus(wanted.length))?,
                &people,
                &rooms,
                fits,
            )
        })
        .take(wanted.most)
        .collect()
}

/// The slot that begins then, if everybody has time and a room is free.
fn found(
    slot: Slot,
    people: &[Slot],
    rooms: &[Vec<Slot>],
    fits: &dyn Fn(usize, Slot) -> bool,
) -> Option<Found> {
    if !is_free(people, slot) {
        return None;
    }
    let free = rooms.iter().enumerate();
    let free = free.filter(|(place, taken)| is_free(taken, slot) && fits(*place, slot));
    let free: Vec<usize> = free.map(|(place, _)| place).collect();
    (rooms.is_empty() || !free.is_empty()).then_some(Found { slot, rooms: free })
}

/// When something of that length may begin on a day.
fn beginnings(wanted: &Wanted, day: Date) -> impl Iterator<Item = Timestamp> {
    let (length, step) = (wanted.length, wanted.step);
    let closes = Timestamp::at(day, wanted.closes);
    let opens = Timestamp::at(day, wanted.opens);
    let at = |time| Timestamp::at(day, time);
    let pause = wanted.pause.map(|(from, until)| (at(from), at(until)));
    std::iter::successors(Some(opens), move |at| Some(at.plus(step)))
        .take_while(move |at| at.plus(length) <= closes)
        .filter(move |at| pause.is_none_or(|(from, until)| at.plus(length) <= from || *at >= until))
}

/// The times in order, without any that touch.
fn joined(mut taken: Vec<Slot>) -> Vec<Slot> {
    taken.sort_unstable_by_key(|slot| slot.starts_at);
    let mut joined: Vec<Slot> = Vec::with_capacity(taken.len());
    for slot in taken {
        match joined.last_mut() {
            Some(last) if slot.starts_at <= last.ends_at => {
                last.ends_at = last.ends_at.max(slot.ends_at);
            }
            _ => joined.push(slot),
        }
    }
    joined
}

/// Whether nothing of what is taken, in order, meets the time.
fn is_free(taken: &[Slot], time: Slot) -> bool {
    let next = taken.partition_point(|slot| slot.ends_at <= time.starts_at);
    taken.get(next).is_none_or(|slot| !slot.meets(time))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::macros::{date, time};

    use super::*;

    /// Monday, 2 November 2026.
    const FIRST: Date = date!(2026 - 11 - 02);

    fn wanted(minutes: i64, step: i64) -> Wanted {
        Wanted {
            span: Span::week(FIRST),
            opens: time!(8:30),
            closes: time!(17:15),
            pause: None,
            after: None,
            length: Duration::minutes(minutes),
            step: Duration::minutes(step),
            most: usize::MAX,
        }
    }

    fn anything(_: usize, _: Slot) -> bool {
        true
    }

    fn weekday(day: Date) -> bool {
        day.weekday().number_days_from_monday() < 5
    }

    /// So many minutes after the first midnight, for so many minutes.
    fn busy(from: i64, minutes: i64) -> Slot {
        let from = Timestamp::start_of(FIRST).plus(Duration::minutes(from));
        Slot::new(from, from.plus(Duration::minutes(minutes))).unwrap()
    }

    #[test]
    fn what_ends_as_the_slot_begins_does_not_stand_in_its_way() {
        let morning = busy(0, 12 * 60);
        let evening = busy(13 * 60, 7 * 24 * 60);
        let found = search(
            &wanted(60, 30),
            &[vec![morning], vec![evening]],
            &[],
            &anything,
            &weekday,
        );
        let between = Slot::new(morning.ends_at, evening.starts_at).unwrap();
        assert_eq!(
            found,
            [Found {
                slot: between,
                rooms: vec![]
            }]
        );
        let longer = search(
            &wanted(61, 1),
            &[vec![morning, evening]],
            &[],
            &anything,
            &weekday,
        );
        assert!(longer.is_empty());
    }

    #[test]
    fn a_slot_names_the_rooms_that_are_free_and_needs_one() {
        let rooms = [vec![busy(0, 9 * 60)], vec![busy(0, 7 * 24 * 60)], vec![]];
        let mut wanted = wanted(30, 30);
        wanted.most = 2;
        let found = search(&wanted, &[], &rooms, &anything, &weekday);
        let free: Vec<_> = found.iter().map(|found| found.rooms.clone()).collect();
        assert_eq!(free, [vec![2], vec![0, 2]]);
        let second = |place: usize, _: Slot| place == 2;
        let found = search(&wanted, &[], &rooms, &second, &weekday);
        assert!(found.iter().all(|found| found.rooms == [2]) && found.len() == 2);
        assert!(search(&wanted, &[], &rooms[1..2], &anything, &weekday).is_empty());
    }

    #[test]
    fn nothing_meets_the_pause() {
        let mut wanted = wanted(60, 30);
        wanted.pause = Some((time!(9:30), time!(16:00)));
        wanted.span = Span::day(FIRST);
        let found = search(&wanted, &[], &[], &anything, &weekday);
        let begins: Vec<Time> = found
            .iter()
            .map(|found| found.slot.starts_at.local().time())
            .collect();
        assert_eq!(begins, [time!(8:30), time!(16:00)]);
    }

    #[test]
    fn nothing_is_found_on_closed_days_or_of_no_length() {
        assert!(search(&wanted(30, 30), &[], &[], &anything, &|_| false).is_empty());
        assert!(search(&wanted(0, 30), &[], &[], &anything, &weekday).is_empty());
        assert!(search(&wanted(30, 0), &[], &[], &anything, &weekday).is_empty());
        assert_eq!(
            search(&wanted(525, 15), &[], &[], &anything, &weekday).len(),
            5
        );
        assert!(search(&wanted(526, 1), &[], &[], &anything, &weekday).is_empty());
    }

    fn taken() -> impl Strategy<Value = Vec<Vec<Slot>>> {
        let busy = (0..7 * 24 * 60_i64, 1..300_i64).prop_map(|(from, minutes)| busy(from, minutes));
        proptest::collection::vec(proptest::collection::vec(busy, 0..8), 0..5)
    }

    proptest! {
        #[test]
        fn minute_by_minute_it_comes_out_the_same(
            people in taken(),
            rooms in taken(),
            length in 1..120_i64,
            step in 1..60_i64,
        ) {
            let wanted = wanted(length, step);
            let free = |list: &[Slot], minute: i64| {
                let at = busy(minute, 1);
                list.iter().all(|taken| taken.ends_at <= at.starts_at || taken.starts_at >= at.ends_at)
            };
            let mut expected = Vec::new();
            for day in 0..5 {
                let mut begin = day * 1440 + 510;
                while begin + length <= day * 1440 + 1035 {
                    let minutes = || begin..begin + length;
                    let all = people.iter().all(|one| minutes().all(|minute| free(one, minute)));
                    let places = (0..rooms.len())
                        .filter(|place| minutes().all(|minute| free(&rooms[*place], minute)));
                    let places: Vec<usize> = places.collect();
                    if all && (rooms.is_empty() || !places.is_empty()) {
                        expected.push(Found { slot: busy(begin, length), rooms: places });
                    }
                    begin += step;
                }
            }
            prop_assert_eq!(search(&wanted, &people, &rooms, &anything, &weekday), expected);
        }
    }
}
