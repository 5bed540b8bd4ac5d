//! A facility's day as cells beside each other: half hours, joined where they belong together.

use time::{Date, Duration};
use yakusho_kernel::Timestamp;
use yakusho_scheduling::booking::{BookedTime, PlanDay, PlanRow};
use yakusho_scheduling::facility::{Blackout, Slot};

/// The hours of a day that are in sight: from the first up to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hours {
    pub(super) from: i64,
    pub(super) until: i64,
}

impl Hours {
    /// Those that are always in sight.
    const USUAL: Self = Self { from: 8, until: 18 };

    /// Those in which anything of the rows is open, and not around the clock, or booked.
    pub(super) fn of(rows: &[PlanRow]) -> Self {
        let mut hours = Self::USUAL;
        for row in rows {
            for day in &row.days {
                let midnight = Timestamp::start_of(day.day);
                let whole = Duration::DAY;
                let open = day.open.filter(|open| open.length() < whole);
                let booked = row.booked.iter().map(|one| one.slot);
                let within = |slot: &Slot| {
                    midnight <= slot.starts_at && slot.ends_at <= midnight.plus(whole)
                };
                for slot in open.into_iter().chain(booked.filter(within)) {
                    let first = slot.starts_at.since(midnight).whole_hours();
                    let last = (slot.ends_at.since(midnight).whole_minutes() + 59) / 60;
                    hours.from = hours.from.min(first);
                    hours.until = hours.until.max(last);
                }
            }
        }
        hours
    }

    /// The half hours of a day.
    fn halves(self, day: Date) -> impl Iterator<Item = Slot> {
        let midnight = Timestamp::start_of(day);
        let at = move |half: i64| midnight.plus(Duration::minutes(30 * half));
        (self.from * 2..self.until * 2).map(move |half| Slot {
            starts_at: at(half),
            ends_at: at(half + 1),
        })
    }
}

/// What stands in a cell.
#[derive(Clone, Debug)]
pub(super) enum What<'r> {
    /// So many can be booked from here on.
    Free(i32),
    /// Nothing has it, but the reader does not book it then.
    Idle,
    /// Somebody has it.
    Booked(Vec<&'r BookedTime>),
    /// It is blacked out.
    BlackedOut(&'r Blackout),
    /// It is not open.
    Closed,
    /// All of it is in use, or it is made ready and cleared.
    Full,
}

impl What<'_> {
    fn of(row: &PlanRow, day: PlanDay, half: Slot, now: Timestamp, today: Date) -> What<'_> {
        let kind = row.row.facility.settings.kind;
        let booked: Vec<&BookedTime> = row
            .booked
            .iter()
            .filter(|one| kind.is_exclusive() && one.slot.meets(half))
            .collect();
        let mut blackouts = row.blackouts.iter();
        let left = row.left(half);
        if !booked.is_empty() {
            What::Booked(booked)
        } else if let Some(blackout) = blackouts.find(|one| one.slot.meets(half)) {
            What::BlackedOut(blackout)
        } else if !day.open.is_some_and(|open| open.covers(half)) {
            What::Closed
        } else if left <= 0 {
            What::Full
        } else if half.ends_at <= now || !row.begins(half.starts_at, today) {
            What::Idle
        } else {
            What::Free(left)
        }
    }

    /// Whether the next half hour belongs to it. What is free is told hour by hour.
    fn goes_on_with(&self, next: &Self, at: Timestamp) -> bool {
        match (self, next) {
            (What::Free(left), What::Free(more)) => left == more && at.local().minute() != 0,
            (What::Booked(some), What::Booked(others)) => {
                let held = |one: &&BookedTime| others.iter().any(|other| other.id == one.id);
                some.iter().any(held)
            }
            (What::BlackedOut(one), What::BlackedOut(other)) => one.id == other.id,
            (What::Idle, What::Idle) | (What::Closed, What::Closed) | (What::Full, What::Full) => {
                true
            }
            _ => false,
        }
    }
}

/// One or more half hours of a day.
#[derive(Clone, Debug)]
pub(super) struct Cell<'r> {
    pub(super) slot: Slot,
    pub(super) what: What<'r>,
}

impl<'r> Cell<'r> {
    /// How many half hours it is wide.
    pub(super) fn width(&self) -> i64 {
        self.slot.length().whole_minutes() / 30
    }

    pub(super) const fn is_free(&self) -> bool {
        matches!(self.what, What::Free(_))
    }

    fn take(&mut self, half: Slot, next: What<'r>) {
        self.slot.ends_at = half.ends_at;
        if let (What::Booked(some), What::Booked(others)) = (&mut self.what, next) {
            for other in others {
                if some.iter().all(|one| one.id != other.id) {
                    some.push(other);
                }
            }
        }
    }
}

/// The cells of a facility on a day of the plan.
pub(super) fn cells(
    row: &PlanRow,
    day: PlanDay,
    hours: Hours,
    now: Timestamp,
    today: Date,
) -> Vec<Cell<'_>> {
    let mut cells: Vec<Cell<'_>> = Vec::new();
    for half in hours.halves(day.day) {
        let what = What::of(row, day, half, now, today);
        match cells.last_mut() {
            Some(last) if last.what.goes_on_with(&what, half.starts_at) => last.take(half, what),
            _ => cells.push(Cell { slot: half, what }),
        }
    }
    cells
}

/// The cells that a booking which begins then may end with, in their order.
pub(super) fn reach<'c, 'r>(cells: &'c [Cell<'r>], from: Timestamp) -> Vec<&'c Cell<'r>> {
    cells
        .iter()
        .skip_while(|cell| cell.slot.starts_at != from)
        .take_while(|cell| cell.is_free())
        .collect()
}
