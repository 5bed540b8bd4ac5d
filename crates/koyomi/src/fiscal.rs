//! Fiscal years (年度), from April to March.

use std::{fmt, str::FromStr};

use time::{Date, Month};

use crate::{
    Era, EraYear,
    parse::{ParseDateError, WrittenYear, folded},
};

/// A fiscal year: 2026 is 2026-04-01 to 2027-03-31 (Local Autonomy Act, article 208). Shown as
/// `令和8年度`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(i32);

impl FiscalYear {
    /// The fiscal year that starts in April of a Western year.
    pub const fn starting_in(year: i32) -> Self {
        Self(year)
    }

    /// The fiscal year of a day: January to March belong to the one before.
    pub const fn of(date: Date) -> Self {
        match date.month() {
            Month::January | Month::February | Month::March => Self(date.year() - 1),
            _ => Self(date.year()),
        }
    }

    /// The Western year in which it starts.
    pub const fn year(self) -> i32 {
        self.0
    }

    /// 1 April; in a year that [`Date`] cannot hold, the nearest day it can.
    pub fn first_day(self) -> Date {
        day_or_nearest(self.0, Month::April, 1)
    }

    /// 31 March of the next year; in a year that [`Date`] cannot hold, the nearest day it can.
    pub fn last_day(self) -> Date {
        day_or_nearest(self.0.saturating_add(1), Month::March, 31)
    }

    /// Whether a day is in this fiscal year.
    pub fn contains(self, date: Date) -> bool {
        Self::of(date) == self
    }

    /// The one before.
    #[must_use]
    pub const fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The one after.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

fn day_or_nearest(year: i32, month: Month, day: u8) -> Date {
    let nearest = if year < 0 { Date::MIN } else { Date::MAX };
    Date::from_calendar_date(year, month, day).unwrap_or(nearest)
}

/// `令和8年度`; before the eras known here, `1850年度`.
///
/// A fiscal year in which the era changed bears the era of its 31 December, which is how the
/// state names its budgets: 2019 is 令和元年度 as a whole, 1988 is 昭和63年度.
impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match EraYear::of(day_or_nearest(self.0, Month::December, 31)) {
            Some(year) => write!(f, "{year}度"),
            None => write!(f, "{}年度", self.0),
        }
    }
}

/// Reads `令和8年度`, `R8年度` or `2026年度`, full-width forms too. A year in which the era changed
/// is taken under both names, 平成31年度 and 令和元年度.
impl FromStr for FiscalYear {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = folded(text);
        let written = WrittenYear::take(&text).filter(|(_, rest)| *rest == "年度");
        let (written, _) = written.ok_or(ParseDateError::Form)?;
        let year = Self(written.western());
        let (first, last) = (year.first_day(), year.last_day());
        match written.era {
            Some(era) if Era::of(first) != Some(era) && Era::of(last) != Some(era) => {
                Err(ParseDateError::OutsideEra { era, date: first })
            }
            _ => Ok(year),
        }
    }
}
