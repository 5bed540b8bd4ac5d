//! Bookings at random beside a model so plain that it cannot be wrong: minute by minute, without any index.

use proptest::prelude::*;
use time::Duration;
use yakusho_kernel::Cx;
use yakusho_scheduling::booking::{
    self, Booked, BookingError, BookingForm, BookingId, BookingState as State, Decision,
};
use yakusho_scheduling::facility::{FacilityId, FacilityKind};
use yakusho_testkit::samples;

use super::{DAY, book, form};
use crate::Hall;

/// How many minutes a step on the model's clock takes.
const STEP: i64 = 15;

/// What may be done, with places in lists given by any number.
#[derive(Clone, Debug)]
enum Op {
    Book(Wish),
    Move(usize, Wish),
    Cancel(usize),
    Decide(usize, bool),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wish {
    facility: usize,
    from: i64,
    length: i64,
    quantity: i32,
    wait: bool,
}

fn wishes() -> impl Strategy<Value = Wish> {
    (0..3_usize, 0..24_i64, 1..9_i64, 1..4_i32, any::<bool>()).prop_map(
        |(facility, from, length, quantity, wait)| Wish {
            facility,
            from,
            length,
            quantity: if facility == 2 { quantity } else { 1 },
            wait,
        },
    )
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let op = prop_oneof![
        5 => wishes().prop_map(Op::Book),
        2 => (any::<usize>(), wishes()).prop_map(|(which, wish)| Op::Move(which, wish)),
        2 => any::<usize>().prop_map(Op::Cancel),
        2 => (any::<usize>(), any::<bool>()).prop_map(|(which, yes)| Op::Decide(which, yes)),
    ];
    prop::collection::vec(op, 10..50)
}

/// Units, steps to be made ready and cleared, and whether bookings are approved.
const FACILITIES: [(i32, i64, i64, bool); 3] =
    [(1, 0, 0, false), (1, 1, 2, true), (3, 0, 1, false)];

#[derive(Clone, Debug)]
struct Known {
    id: BookingId,
    wish: Wish,
    state: State,
    revision: i32,
    queued: usize,
}

#[derive(Default)]
struct Model {
    bookings: Vec<Known>,
    queued: usize,
}

impl Model {
    fn fits(&self, wish: Wish, itself: Option<BookingId>) -> bool {
        let (units, before, after, _) = FACILITIES[wish.facility];
        let held = |wish: Wish| (wish.from - before)..(wish.from + wish.length + after);
        held(wish).all(|step| {
            let others = self.bookings.iter().filter(|one| {
                itself != Some(one.id)
                    && one.wish.facility == wish.facility
                    && one.state.holds()
                    && held(one.wish).contains(&step)
            });
            others.map(|one| one.wish.quantity).sum::<i32>() + wish.quantity <= units
        })
    }

    /// The state of a booking that asks for this; none where it is refused.
    fn asked(&self, wish: Wish, itself: Option<BookingId>) -> Option<State> {
        match (self.fits(wish, itself), FACILITIES[wish.facility].3) {
            (true, true) => Some(State::Tentative),
            (true, false) => Some(State::Confirmed),
            (false, _) => wish.wait.then_some(State::Waiting),
        }
    }

    fn promote(&mut self, facility: usize) {
        let mut queue: Vec<usize> = (0..self.bookings.len())
            .filter(|at| {
                let one = &self.bookings[*at];
                one.wish.facility == facility && one.state == State::Waiting
            })
            .collect();
        queue.sort_by_key(|at| self.bookings[*at].queued);
        for at in queue {
            if self.fits(self.bookings[at].wish, None) {
                let approved = FACILITIES[facility].3;
                let one = &mut self.bookings[at];
                one.state = if approved {
                    State::Tentative
                } else {
                    State::Confirmed
                };
                one.revision += 1;
            }
        }
    }

    fn open(&self, which: usize) -> Option<usize> {
        let mut open = (0..self.bookings.len()).filter(|at| self.bookings[*at].state.is_open());
        let count = open.clone().count();
        (count > 0).then(|| open.nth(which % count)).flatten()
    }
}

struct Trial<'h> {
    hall: &'h Hall,
    facilities: [FacilityId; 3],
    model: Model,
}

impl Trial<'_> {
    fn form(&self, wish: Wish) -> BookingForm {
        let start = yakusho_kernel::Timestamp::start_of(DAY).plus(Duration::hours(6));
        BookingForm {
            starts_at: start.plus(Duration::minutes(wish.from * STEP)),
            ends_at: start.plus(Duration::minutes((wish.from + wish.length) * STEP)),
            quantity: wish.quantity,
            wait: wish.wait,
            ..form(
                self.facilities[wish.facility],
                time::Time::MIDNIGHT,
                time::Time::MIDNIGHT,
            )
        }
    }

    /// Does it in both, which must agree.
    async fn run(&mut self, op: &Op) {
        self.hall.world.clock.turn(Duration::SECOND);
        self.model.queued += 1;
        let queued = self.model.queued;
        let clerk = self.hall.cx("clerk").await;
        match *op {
            Op::Book(wish) => {
                let done = book(&clerk, self.form(wish)).await;
                let expected = self.model.asked(wish, None);
                if let Some(Booked { id, state }) = agreed(expected, done, op) {
                    let revision = 1;
                    let known = Known {
                        id,
                        wish,
                        state,
                        revision,
                        queued,
                    };
                    self.model.bookings.push(known);
                }
            }
            Op::Move(which, wish) => {
                let Some(at) = self.model.open(which) else {
                    return;
                };
                let known = self.model.bookings[at].clone();
                let done = booking::change(&clerk, known.id, known.revision, self.form(wish)).await;
                let done = done.map(yakusho_kernel::Saved::into_inner);
                let place = |wish: Wish| (wish.facility, wish.from, wish.length, wish.quantity);
                let stays = place(wish) == place(known.wish);
                let expected = if stays {
                    Some(known.state)
                } else {
                    self.model.asked(wish, Some(known.id))
                };
                if let Some(Booked { state, .. }) = agreed(expected, done, op) {
                    let one = &mut self.model.bookings[at];
                    (one.wish, one.state) = (wish, state);
                    one.revision += 1;
                    if !stays {
                        one.queued = queued;
                        self.model.promote(known.wish.facility);
                    }
                }
            }
            Op::Cancel(which) => {
                let Some(at) = self.model.open(which) else {
                    return;
                };
                let known = self.model.bookings[at].clone();
                let _ = booking::cancel(&clerk, known.id, known.revision, "")
                    .await
                    .unwrap();
                self.end(at, State::Cancelled);
            }
            Op::Decide(which, approves) => {
                let Some(at) = self.model.open(which) else {
                    return;
                };
                let known = self.model.bookings[at].clone();
                if known.state != State::Tentative {
                    return;
                }
                let (decision, state) = if approves {
                    (Decision::Approve, State::Confirmed)
                } else {
                    (Decision::Refuse("行事".to_owned()), State::Refused)
                };
                let head: Cx = self.hall.cx("head").await;
                let _ = booking::decide(&head, known.id, known.revision, decision)
                    .await
                    .unwrap();
                self.end(at, state);
            }
        }
    }

    fn end(&mut self, at: usize, state: State) {
        let one = &mut self.model.bookings[at];
        one.state = state;
        one.revision += 1;
        let facility = one.wish.facility;
        self.model.promote(facility);
    }

    /// Every booking stands as the model has it.
    async fn compare(&self, ops: &[Op]) {
        let cx = self.hall.cx("clerk").await;
        for known in &self.model.bookings {
            let found = booking::show(&cx, known.id).await.unwrap().booking;
            let stands = (found.state, found.revision, found.quantity);
            let expected = (known.state, known.revision, known.wish.quantity);
            assert_eq!(stands, expected, "{known:?} in {ops:?}");
        }
    }
}

/// What was booked, if that is what the model has.
fn agreed(expected: Option<State>, done: Result<Booked, BookingError>, op: &Op) -> Option<Booked> {
    match (expected, done) {
        (Some(state), Ok(booked)) if booked.state == state => Some(booked),
        (None, Err(BookingError::Taken(clashes))) if !clashes.is_empty() => None,
        (expected, done) => panic!("{expected:?} of the model, {done:?} in truth: {op:?}"),
    }
}

#[tokio::test]
async fn whatever_is_done_the_database_and_the_model_agree() {
    for hall in Hall::both("nogata").await {
        for ops in samples(ops(), 8) {
            let post = hall.town.head_post("citizens");
            let facilities = [
                hall.room(|_| {}).await,
                hall.room(|form| {
                    form.before_minutes = 15;
                    form.after_minutes = 30;
                    form.approval = Some(post);
                })
                .await,
                hall.room(|form| {
                    form.kind = FacilityKind::Equipment;
                    form.units = 3;
                    form.after_minutes = 15;
                })
                .await,
            ];
            let model = Model::default();
            let mut trial = Trial {
                hall: &hall,
                facilities,
                model,
            };
            for op in &ops {
                trial.run(op).await;
            }
            trial.compare(&ops).await;
        }
    }
}
