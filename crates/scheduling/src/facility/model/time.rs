//! Times and hours.

use serde::{Deserialize, Serialize};
use time::Weekday;
use yakusho_kernel::Timestamp;

use crate::facility::rules::{minutes_of, written};

/// A time from its start up to its end, which does not belong to it: one that ends at 10:00 and one that starts at 10:00
/// do not meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// When it starts.
    pub starts_at: Timestamp,
    /// When it is over.
    pub ends_at: Timestamp,
}

impl Slot {
    /// The time between those two, if the start comes first.
    pub fn new(starts_at: Timestamp, ends_at: Timestamp) -> Option<Self> {
        (starts_at < ends_at).then_some(Self { starts_at, ends_at })
    }

    /// Whether the two have a moment in common.
    pub fn meets(self, other: Self) -> bool {
        self.starts_at < other.ends_at && other.starts_at < self.ends_at
    }

    /// Whether the other lies within it.
    pub fn covers(self, other: Self) -> bool {
        self.starts_at <= other.starts_at && other.ends_at <= self.ends_at
    }

    /// How long it is.
    pub fn length(self) -> time::Duration {
        self.ends_at.since(self.starts_at)
    }

    /// The same with so many minutes more before and after.
    #[must_use]
    pub fn widened(self, before: i32, after: i32) -> Self {
        Self {
            starts_at: self
                .starts_at
                .plus(-time::Duration::minutes(i64::from(before))),
            ends_at: self.ends_at.plus(time::Duration::minutes(i64::from(after))),
        }
    }
}

/// A part of a day, in minutes from 00:00: from the first up to the second, which does not belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes(u16, u16);

impl Minutes {
    /// A whole day.
    pub const DAY: Self = Self(0, 24 * 60);

    /// From one minute of the day to another, at most 24:00; none if the end does not come after the start.
    pub const fn new(from: u16, until: u16) -> Option<Self> {
        if from < until && until <= Self::DAY.1 {
            Some(Self(from, until))
        } else {
            None
        }
    }

    /// From one time of the day to another, each written as `09:00`, `24:00` at the end of the day.
    pub fn parse(from: &str, until: &str) -> Option<Self> {
        Self::new(minutes_of(from)?, minutes_of(until)?)
    }

    /// The same two, written.
    pub fn written(self) -> (String, String) {
        (written(self.0), written(self.1))
    }

    /// The first minute.
    pub const fn from(self) -> u16 {
        self.0
    }

    /// The minute at which it is over.
    pub const fn until(self) -> u16 {
        self.1
    }
}

/// When a facility is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The hours of each day of the week, Monday first; none where it is closed.
    pub weekdays: [Option<Minutes>; 7],
    /// Whether it is also closed on public holidays, around the new year, and on the days that the city closes.
    pub closed_on_holidays: bool,
}

impl Opening {
    /// Open at every hour of every day.
    pub const ALWAYS: Self = Self {
        weekdays: [Some(Minutes::DAY); 7],
        closed_on_holidays: false,
    };

    /// The hours of that day of the week.
    pub fn on(&self, weekday: Weekday) -> Option<Minutes> {
        let place = usize::from(weekday.number_days_from_monday());
        self.weekdays.get(place).copied().flatten()
    }
}

impl Default for Opening {
    fn default() -> Self {
        Self::ALWAYS
    }
}
