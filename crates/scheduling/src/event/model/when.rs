//! When an event is, and what span of days a calendar shows.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use time::{Date, Duration, Time};
use yakusho_kernel::Timestamp;

use crate::recurrence::{Local, Zone};

/// When an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// From a time to a time on the clock of a zone.
    Timed {
        /// When it begins.
        start: Local,
        /// When it ends; not before it begins.
        end: Local,
        /// Whose clock.
        zone: Zone,
    },
    /// Whole days, wherever one is: one of them, or a period.
    Days {
        /// The first day.
        first: Date,
        /// The last day, which still belongs to it.
        last: Date,
    },
}

impl When {
    /// The years of calendars: no event begins in another.
    pub const YEARS: RangeInclusive<i32> = 1990..=2200;

    /// The longest that one event may take: a leap year.
    pub const LONGEST: Duration = Duration::days(366);

    /// When it begins on its own clock.
    pub const fn start(&self) -> Local {
        match self {
            Self::Timed { start, .. } => *start,
            Self::Days { first, .. } => first.midnight(),
        }
    }

    /// How long it takes on its own clock.
    pub fn length(&self) -> Duration {
        match self {
            Self::Timed { start, end, .. } => *end - *start,
            Self::Days { first, last } => *last - *first + Duration::DAY,
        }
    }

    /// Whose clock it goes by: whole days go by the town hall's.
    pub const fn zone(&self) -> Zone {
        match self {
            Self::Timed { zone, .. } => *zone,
            Self::Days { .. } => Zone::JAPAN,
        }
    }

    /// Whether it is whole days.
    pub const fn is_days(&self) -> bool {
        matches!(self, Self::Days { .. })
    }

    /// The same length from another beginning on its own clock.
    #[must_use]
    pub fn from_start(&self, at: Local) -> Self {
        let length = self.length();
        match self {
            Self::Timed { zone, .. } => Self::Timed {
                start: at,
                end: at.checked_add(length).unwrap_or(at),
                zone: *zone,
            },
            Self::Days { .. } => Self::Days {
                first: at.date(),
                last: at
                    .date()
                    .checked_add(length - Duration::DAY)
                    .unwrap_or(at.date()),
            },
        }
    }

    /// The same kind of time at another, on the clock of UTC unless it is whole days.
    pub(crate) fn in_utc(&self, from: Timestamp, until: Timestamp) -> Self {
        match self {
            Self::Days { .. } => self.from_start(self.zone().local(from)),
            Self::Timed { .. } => {
                let clock = |at: Timestamp| Local::new(at.utc().date(), at.utc().time());
                Self::Timed {
                    start: clock(from),
                    end: clock(until),
                    zone: Zone::UTC,
                }
            }
        }
    }

    /// A date on its own clock on that of [`When::in_utc`].
    pub(crate) fn original_in_utc(&self, date: Local) -> Local {
        match self {
            Self::Days { .. } => date,
            Self::Timed { zone, .. } => {
                let utc = zone.at(date).utc();
                Local::new(utc.date(), utc.time())
            }
        }
    }

    /// From when to before when it is.
    pub fn span(&self) -> (Timestamp, Timestamp) {
        let (start, zone) = (self.start(), self.zone());
        let end = start.checked_add(self.length()).unwrap_or(start);
        (zone.at(start), zone.at(end))
    }
}

/// Days that a calendar shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    from: Date,
    until: Date,
}

impl Span {
    /// The most days that are shown at once: a month with the weeks around it.
    pub const MOST: u16 = 62;

    /// From a day to before another; at least one day and at most [`Span::MOST`].
    pub fn new(from: Date, until: Date) -> Self {
        let most = from
            .checked_add(Duration::days(Self::MOST.into()))
            .unwrap_or(Date::MAX);
        let least = from.next_day().unwrap_or(Date::MAX);
        Self {
            from,
            until: until.clamp(least, most.max(least)),
        }
    }

    /// One day.
    pub fn day(day: Date) -> Self {
        Self::new(day, day)
    }

    /// The seven days from one on.
    pub fn week(first: Date) -> Self {
        let until = first.checked_add(Duration::WEEK).unwrap_or(Date::MAX);
        Self::new(first, until)
    }

    /// The first day.
    pub const fn from(self) -> Date {
        self.from
    }

    /// The day after the last.
    pub const fn until(self) -> Date {
        self.until
    }

    /// The days in their order.
    pub fn days(self) -> impl Iterator<Item = Date> {
        std::iter::successors(Some(self.from), |day| day.next_day())
            .take_while(move |day| *day < self.until)
    }

    /// From when to before when, on the town hall's clock.
    pub fn times(self) -> (Timestamp, Timestamp) {
        (
            Timestamp::at(self.from, Time::MIDNIGHT),
            Timestamp::at(self.until, Time::MIDNIGHT),
        )
    }
}
