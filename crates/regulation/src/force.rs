//! Dates of force: from which day until which day a version of an article, a value or a binding holds.

use std::fmt;

use time::Date;

/// The days on which something holds, both ends included; an open end holds for ever.
///
/// The texts at hand are consolidated versions, from which it cannot be read since when a single article has been in
/// force: an entry without dates holds on every day that the program is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Force {
    /// The first day in force.
    pub from: Option<Date>,
    /// The last day in force.
    pub until: Option<Date>,
}

impl Force {
    /// Whether `day` is one of the days in force.
    pub fn covers(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether the two have a day in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.first() <= other.last() && other.first() <= self.last()
    }

    fn first(self) -> Date {
        self.from.unwrap_or(Date::MIN)
    }

    fn last(self) -> Date {
        self.until.unwrap_or(Date::MAX)
    }

    /// The days on which this begins and on which it no longer holds: where what is in force can change.
    pub(crate) fn changes(self) -> impl Iterator<Item = Date> {
        self.from
            .into_iter()
            .chain(self.until.and_then(Date::next_day))
    }
}

impl fmt::Display for Force {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.until) {
            (None, None) => f.write_str("on every day"),
            (Some(from), None) => write!(f, "from {from}"),
            (None, Some(until)) => write!(f, "until {until}"),
            (Some(from), Some(until)) => write!(f, "from {from} until {until}"),
        }
    }
}

/// Something that holds on certain days, and the byte of the profile at which it is written (for its faults).
#[derive(Debug, Clone)]
pub(crate) struct Dated<T> {
    pub(crate) force: Force,
    pub(crate) at: usize,
    pub(crate) what: T,
}

/// Which of several versions holds on `day`; a checked profile has at most one.
pub(crate) fn version_on<T>(versions: &[Dated<T>], day: Date) -> Option<&Dated<T>> {
    versions.iter().find(|version| version.force.covers(day))
}

/// What holds on `day`.
pub(crate) fn on<T>(versions: &[Dated<T>], day: Date) -> Option<&T> {
    version_on(versions, day).map(|version| &version.what)
}
