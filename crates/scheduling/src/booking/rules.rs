//! What is free.

use super::model::BookingId;
use crate::facility::Slot;

/// That something is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Holding {
    pub(crate) booking: BookingId,
    pub(crate) held: Slot,
    pub(crate) quantity: i32,
}

/// The greatest number that is held at one moment of that time. It is reached when the time begins, or when one of them
/// begins within it.
pub(crate) fn most_held(holdings: &[Holding], time: Slot) -> i32 {
    let within: Vec<_> = holdings
        .iter()
        .filter(|holding| holding.held.meets(time))
        .collect();
    let moments = within
        .iter()
        .map(|holding| holding.held.starts_at.max(time.starts_at));
    moments
        .map(|at| {
            let then = within
                .iter()
                .filter(|holding| holding.held.starts_at <= at && at < holding.held.ends_at);
            then.map(|holding| holding.quantity).sum()
        })
        .max()
        .unwrap_or(0)
}

/// Those who stand against holding so many more through that time, of a facility that has so many units; none if they
/// are to be had.
pub(crate) fn in_the_way(
    holdings: &[Holding],
    units: i32,
    time: Slot,
    quantity: i32,
) -> Vec<Holding> {
    if most_held(holdings, time) + quantity <= units {
        return Vec::new();
    }
    let mut found: Vec<_> = holdings
        .iter()
        .filter(|holding| holding.held.meets(time))
        .copied()
        .collect();
    found.sort_by_key(|holding| (holding.held, holding.booking));
    found
}

/// The times within `time` in which so many are not to be had, in their order and none touching another.
pub(crate) fn lacking(holdings: &[Holding], units: i32, time: Slot, quantity: i32) -> Vec<Slot> {
    let mut turns: Vec<_> = holdings
        .iter()
        .filter(|holding| holding.held.meets(time))
        .flat_map(|holding| {
            [
                (holding.held.starts_at.max(time.starts_at), holding.quantity),
                (holding.held.ends_at.min(time.ends_at), -holding.quantity),
            ]
        })
        .collect();
    // What ends at a moment is free at it before anything else begins.
    turns.sort_unstable();
    let (mut held, mut since, mut lacking) = (0, None, Vec::new());
    for (at, change) in turns {
        held += change;
        match (held + quantity > units, since) {
            (true, None) => since = Some(at),
            (false, Some(start)) => {
                since = None;
                lacking.extend(Slot::new(start, at));
            }
            _ => {}
        }
    }
    joined(lacking)
}

/// The same times, in their order, with those that meet or touch made one.
pub(crate) fn joined(mut times: Vec<Slot>) -> Vec<Slot> {
    times.sort_unstable();
    let mut joined: Vec<Slot> = Vec::with_capacity(times.len());
    for time in times {
        match joined.last_mut() {
            Some(last) if time.starts_at <= last.ends_at => {
                last.ends_at = last.ends_at.max(time.ends_at);
            }
            _ => joined.push(time),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use yakusho_kernel::Timestamp;

    use super::*;

    fn slot(from: i64, until: i64) -> Slot {
        let at = Timestamp::from_millis;
        Slot::new(at(from), at(until)).unwrap()
    }

    fn holding(from: i64, until: i64, quantity: i32) -> Holding {
        Holding {
            booking: BookingId::from(uuid(from)),
            held: slot(from, until),
            quantity,
        }
    }

    fn uuid(n: i64) -> yakusho_kernel::export::uuid::Uuid {
        yakusho_kernel::export::uuid::Uuid::from_u128(n.unsigned_abs().into())
    }

    #[test]
    fn what_ends_when_another_begins_is_not_in_its_way() {
        let holdings = [holding(0, 10, 1)];
        assert_eq!(in_the_way(&holdings, 1, slot(10, 20), 1), []);
        assert_eq!(in_the_way(&holdings, 1, slot(9, 20), 1), holdings);
        assert_eq!(
            lacking(&[holding(0, 10, 1), holding(10, 20, 1)], 1, slot(0, 30), 1),
            [slot(0, 20)]
        );
    }

    fn some() -> impl Strategy<Value = Vec<Holding>> {
        let one = (0..30_i64, 1..10_i64, 1..4_i32);
        prop::collection::vec(one, 0..12).prop_map(|all| {
            let all = all.into_iter();
            all.map(|(from, length, quantity)| holding(from, from + length, quantity))
                .collect()
        })
    }

    proptest! {
        #[test]
        fn every_moment_is_counted(holdings in some(), from in 0..30_i64, length in 1..20_i64, quantity in 1..5_i32) {
            let units = 6;
            let time = slot(from, from + length);
            let held = |at: i64| -> i32 {
                let at = Timestamp::from_millis(at);
                let then = holdings.iter().filter(|h| h.held.starts_at <= at && at < h.held.ends_at);
                then.map(|h| h.quantity).sum()
            };
            let most = (from..from + length).map(held).max().unwrap();
            prop_assert_eq!(most_held(&holdings, time), most);
            let fits = most + quantity <= units;
            prop_assert_eq!(in_the_way(&holdings, units, time, quantity).is_empty(), fits);
            let lacking = lacking(&holdings, units, time, quantity);
            for at in from..from + length {
                let moment = slot(at, at + 1);
                let lacks = lacking.iter().any(|slot| slot.meets(moment));
                prop_assert_eq!(lacks, held(at) + quantity > units, "{}", at);
            }
        }
    }
}
