//! Sixty-four at once over twenty rooms.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use time::macros::time;
use yakusho_kernel::{Actor, Cx, Env};
use yakusho_scheduling::booking::{self, BookingError, BookingForm, BookingId};
use yakusho_scheduling::facility::{FacilityId, Slot};

use super::{DAY, form, plans};
use crate::Hall;

const TASKS: u32 = 64;
const ROOMS: usize = 20;
const LASTS: Duration = Duration::from_secs(4);

/// What one of them did, and when.
#[derive(Clone, Copy, Debug)]
struct Act {
    room: FacilityId,
    slot: Slot,
    began: Instant,
    ended: Instant,
    outcome: Outcome,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Booked(BookingId),
    Refused,
    Released(BookingId),
}

/// Somebody who books, and sometimes gives back, until the time is over.
async fn fighter(
    env: Arc<Env>,
    actor: Actor,
    rooms: Arc<Vec<FacilityId>>,
    until: Instant,
) -> Vec<Act> {
    let (mut acts, mut own) = (Vec::new(), Vec::<(BookingId, FacilityId, Slot)>::new());
    let below = |bound: usize| {
        let drawn = env.rng().below(u64::try_from(bound).unwrap());
        usize::try_from(drawn).unwrap()
    };
    while Instant::now() < until {
        let request = env.rng().uuid(env.clock().now()).into();
        let cx = Cx::new(&env, actor.clone(), request);
        let began = Instant::now();
        let act = |room, slot, outcome| Act {
            room,
            slot,
            began,
            ended: Instant::now(),
            outcome,
        };
        if !own.is_empty() && below(3) == 0 {
            let (id, room, slot) = own.swap_remove(below(own.len()));
            let _ = booking::cancel(&cx, id, 1, "").await.unwrap();
            acts.push(act(room, slot, Outcome::Released(id)));
            continue;
        }
        let room = rooms[below(rooms.len())];
        let hour = i64::try_from(below(12)).unwrap();
        let length = i64::try_from(1 + below(3)).unwrap();
        let wanted = form(room, time!(0:00), time!(0:00));
        let starts_at = wanted.starts_at.plus(time::Duration::hours(hour));
        let wanted = BookingForm {
            starts_at,
            ends_at: starts_at.plus(time::Duration::hours(length)),
            ..wanted
        };
        let slot = Slot::new(wanted.starts_at, wanted.ends_at).unwrap();
        match booking::book(&cx, wanted).await {
            Ok(booked) => {
                own.push((booked.id, room, slot));
                acts.push(act(room, slot, Outcome::Booked(booked.id)));
            }
            Err(BookingError::Taken(clashes)) => {
                assert!(!clashes.is_empty());
                acts.push(act(room, slot, Outcome::Refused));
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    acts
}

/// Whether somebody may have had the room in that slot at some moment of the act.
fn is_justified(refused: &Act, acts: &[Act]) -> bool {
    acts.iter().any(|other| {
        let Outcome::Booked(id) = other.outcome else {
            return false;
        };
        let released = acts.iter().find(|act| act.outcome == Outcome::Released(id));
        other.room == refused.room
            && other.slot.meets(refused.slot)
            && other.began <= refused.ended
            && released.is_none_or(|released| released.ended >= refused.began)
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixty_four_fight_for_twenty_rooms_and_no_two_ever_have_one() {
    for hall in Hall::both("nogata").await {
        let mut rooms = Vec::new();
        for _ in 0..ROOMS {
            rooms.push(hall.room(|_| {}).await);
        }
        let rooms = Arc::new(rooms);
        let cx = hall.cx("clerk").await;
        let until = Instant::now() + LASTS;
        let fighters = (0..TASKS).map(|_| {
            let (env, rooms) = (Arc::clone(&hall.world.env), Arc::clone(&rooms));
            tokio::spawn(fighter(env, cx.actor().clone(), rooms, until))
        });
        let fighters: Vec<_> = fighters.collect();
        let mut acts = Vec::new();
        for fighter in fighters {
            acts.extend(fighter.await.unwrap());
        }
        let of = |kind: fn(&Outcome) -> bool| acts.iter().filter(|act| kind(&act.outcome)).count();
        let refused = of(|outcome| *outcome == Outcome::Refused);
        assert!(refused > 50 && of(|outcome| matches!(outcome, Outcome::Booked(_))) > 50);

        let overlaps = "SELECT count(*) FROM bookings a JOIN bookings b ON a.facility = b.facility AND a.id < b.id \
                        WHERE a.holds AND b.holds AND a.held_from < b.held_until AND b.held_from < a.held_until";
        assert_eq!(plans::count(&hall, overlaps).await, 0);
        let mut acknowledged = HashSet::new();
        for act in &acts {
            if let Outcome::Booked(id) = act.outcome {
                acknowledged.insert(id);
            }
        }
        for act in &acts {
            if let Outcome::Released(id) = act.outcome {
                assert!(acknowledged.remove(&id));
            }
        }
        let plan = booking::plan(&cx, None, None, DAY, 2).await.unwrap();
        let there = plan
            .iter()
            .flat_map(|row| row.booked.iter().map(|one| one.id));
        assert_eq!(there.collect::<HashSet<_>>(), acknowledged);
        let held = "SELECT count(*) FROM bookings WHERE holds";
        let held = usize::try_from(plans::count(&hall, held).await).unwrap();
        assert_eq!(held, acknowledged.len());
        for act in acts.iter().filter(|act| act.outcome == Outcome::Refused) {
            assert!(is_justified(act, &acts), "{act:?}");
        }
    }
}
