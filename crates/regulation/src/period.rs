//! A length of time as regulations give it: "once a year".

use std::fmt;
use std::str::FromStr;

use time::{Date, Month};

/// A length in calendar days, months or years. A month or year ends on the same day of the month, or on the last day of
/// a month that lacks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// So many days.
    Days(u16),
    /// So many calendar months.
    Months(u16),
    /// So many calendar years.
    Years(u16),
}

impl Period {
    /// The day that lies this period after `start`: `1 year` after 29 February is 28 February.
    pub fn after(self, start: Date) -> Date {
        match self {
            Self::Days(days) => start
                .checked_add(time::Duration::days(i64::from(days)))
                .unwrap_or(Date::MAX),
            Self::Months(months) => months_after(start, i32::from(months)),
            Self::Years(years) => months_after(start, i32::from(years) * 12),
        }
    }

    /// About how many days, to compare periods of different units (a month counts 30, a year 365).
    pub(crate) fn about_days(self) -> u32 {
        match self {
            Self::Days(days) => days.into(),
            Self::Months(months) => u32::from(months) * 30,
            Self::Years(years) => u32::from(years) * 365,
        }
    }
}

fn months_after(start: Date, months: i32) -> Date {
    let count = start.year() * 12 + i32::from(u8::from(start.month())) - 1 + months;
    let month = u8::try_from(count.rem_euclid(12) + 1)
        .ok()
        .and_then(|number| Month::try_from(number).ok());
    let Some(month) = month else { return Date::MAX };
    let year = count.div_euclid(12);
    Date::from_calendar_date(year, month, start.day().min(month.length(year))).unwrap_or(Date::MAX)
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match self {
            Self::Days(number) => (number, "day"),
            Self::Months(number) => (number, "month"),
            Self::Years(number) => (number, "year"),
        };
        write!(f, "{number} {unit}{}", if *number == 1 { "" } else { "s" })
    }
}

/// A text that is no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no period: expected a number and a unit, such as \"90 days\", \"6 months\" or \"1 year\""
)]
pub struct InvalidPeriod(pub String);

impl FromStr for Period {
    type Err = InvalidPeriod;

    fn from_str(text: &str) -> Result<Self, InvalidPeriod> {
        let fault = || InvalidPeriod(text.to_owned());
        let (number, unit) = text.split_once(' ').ok_or_else(fault)?;
        let number = number.parse().map_err(|_| fault())?;
        match unit {
            "day" | "days" => Ok(Self::Days(number)),
            "month" | "months" => Ok(Self::Months(number)),
            "year" | "years" => Ok(Self::Years(number)),
            _ => Err(fault()),
        }
    }
}
