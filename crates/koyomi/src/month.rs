//! Months, for what is due by the month.

use time::{Date, Month, Weekday};

/// A month of a year.
///
/// "The 10th of the month before" is `YearMonth::of(date).previous().day(10)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth {
    first: Date,
}

impl YearMonth {
    /// A month of a Western year; `None` beyond the years that [`Date`] holds.
    pub fn new(year: i32, month: Month) -> Option<Self> {
        let first = Date::from_calendar_date(year, month, 1).ok()?;
        Some(Self { first })
    }

    /// The month of a day.
    pub fn of(date: Date) -> Self {
        let first = date.replace_day(1).unwrap_or(date);
        Self { first }
    }

    /// The Western year.
    pub const fn year(self) -> i32 {
        self.first.year()
    }

    /// The month.
    pub const fn month(self) -> Month {
        self.first.month()
    }

    /// The first day.
    pub const fn first_day(self) -> Date {
        self.first
    }

    /// The last day, the 28th to the 31st.
    pub fn last_day(self) -> Date {
        let days = self.month().length(self.year());
        self.day(days).unwrap_or(self.first)
    }

    /// A day of the month; `None` if it has no such day, as the 31st of April.
    pub fn day(self, day: u8) -> Option<Date> {
        self.first.replace_day(day).ok()
    }

    /// The nth such weekday, from 1: `nth(2, Weekday::Tuesday)` is the second Tuesday. `None` if
    /// the month has fewer.
    pub fn nth(self, n: u8, weekday: Weekday) -> Option<Date> {
        let before = self.first.weekday();
        let offset = (weekday.number_days_from_monday() + 7 - before.number_days_from_monday()) % 7;
        self.day(n.checked_sub(1)?.checked_mul(7)?.checked_add(offset + 1)?)
    }

    /// The month before; the first month that [`Date`] holds has none and stays.
    #[must_use]
    pub fn previous(self) -> Self {
        self.first.previous_day().map_or(self, Self::of)
    }

    /// The month after; the last month that [`Date`] holds has none and stays.
    #[must_use]
    pub fn next(self) -> Self {
        self.last_day().next_day().map_or(self, Self::of)
    }
}
