//! The days on which something holds.

use serde::{Deserialize, Serialize};
use time::Date;
use time::macros::date;

/// A run of days: from one day until before another, or without end. Never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Days {
    from: Date,
    until: Date,
}

/// The first day that can be spoken of.
const BEGINNING: Date = date!(0001 - 01 - 01);

/// Stands in the database for "without end", so that a day is compared with one column.
const NEVER: Date = date!(9999 - 12 - 31);

impl Days {
    /// Every day that can be spoken of.
    pub const fn always() -> Self {
        Self::from(BEGINNING)
    }

    /// From that day without end.
    pub const fn from(day: Date) -> Self {
        Self {
            from: day,
            until: NEVER,
        }
    }

    /// From the first day until before `until`; none if no day is left.
    pub fn between(from: Date, until: Date) -> Option<Self> {
        (from < until).then_some(Self { from, until })
    }

    /// From the first day to the last, both included; without end if no last day is given.
    pub fn through(first: Date, last: Option<Date>) -> Option<Self> {
        match last {
            None => Some(Self::from(first)),
            Some(last) => Self::between(first, last.next_day().unwrap_or(NEVER)),
        }
    }

    /// The first day.
    pub const fn first(self) -> Date {
        self.from
    }

    /// The last day; none if there is no end.
    pub fn last(self) -> Option<Date> {
        self.until().and_then(Date::previous_day)
    }

    /// The day before which it ends; none if there is no end.
    pub fn until(self) -> Option<Date> {
        (self.until < NEVER).then_some(self.until)
    }

    /// The day before which it ends, as the database has it.
    pub(super) const fn bound(self) -> Date {
        self.until
    }

    /// Whether the day is one of them.
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day < self.until
    }

    /// Whether all of the other's days are among these.
    pub fn covers(self, other: Self) -> bool {
        self.from <= other.from && other.until <= self.until
    }

    /// The days that both have.
    pub fn and(self, other: Self) -> Option<Self> {
        Self::between(self.from.max(other.from), self.until.min(other.until))
    }

    /// Whether one begins where the other ends.
    pub(super) fn touches(self, other: Self) -> bool {
        self.until == other.from || other.until == self.from
    }

    /// From the first of either's days to the last.
    pub(super) fn and_touching(self, other: Self) -> Self {
        Self {
            from: self.from.min(other.from),
            until: self.until.max(other.until),
        }
    }

    /// The first of the days that none of the others has.
    pub fn first_outside(self, others: impl IntoIterator<Item = Self>) -> Option<Date> {
        let mut left = vec![self];
        for other in others {
            left = left
                .into_iter()
                .flat_map(|days| days.without(other))
                .flatten()
                .collect();
        }
        left.into_iter().map(Self::first).min()
    }

    /// What is left before and after the other's days.
    pub fn without(self, other: Self) -> [Option<Self>; 2] {
        [
            Self::between(self.from, self.until.min(other.from)),
            Self::between(self.from.max(other.until), self.until),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(from: Date, last: Date) -> Days {
        Days::through(from, Some(last)).unwrap()
    }

    #[test]
    fn begins_on_the_first_day_and_ends_after_the_last() {
        let april = days(date!(2026 - 04 - 01), date!(2026 - 04 - 30));
        assert!(!april.contains(date!(2026 - 03 - 31)));
        assert!(april.contains(date!(2026 - 04 - 01)));
        assert!(april.contains(date!(2026 - 04 - 30)));
        assert!(!april.contains(date!(2026 - 05 - 01)));
        assert_eq!(april.last(), Some(date!(2026 - 04 - 30)));
        assert_eq!(Days::from(date!(2026 - 04 - 01)).last(), None);
        assert_eq!(
            Days::through(date!(2026 - 04 - 02), Some(date!(2026 - 04 - 01))),
            None
        );
    }

    #[test]
    fn a_cut_leaves_what_lies_before_and_after() {
        let year = days(date!(2026 - 01 - 01), date!(2026 - 12 - 31));
        let june = days(date!(2026 - 06 - 01), date!(2026 - 06 - 30));
        assert_eq!(
            year.without(june),
            [
                Some(days(date!(2026 - 01 - 01), date!(2026 - 05 - 31))),
                Some(days(date!(2026 - 07 - 01), date!(2026 - 12 - 31))),
            ]
        );
        assert_eq!(june.without(year), [None, None]);
        assert_eq!(year.first_outside([june]), Some(date!(2026 - 01 - 01)));
        assert_eq!(june.first_outside([year]), None);
        let august = days(date!(2026 - 08 - 01), date!(2026 - 08 - 31));
        assert_eq!(june.without(august), [Some(june), None]);
        assert_eq!(august.without(june), [None, Some(august)]);
    }
}
