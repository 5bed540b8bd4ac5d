//! The Japanese calendar (暦) as public administration uses it: eras, fiscal years, public
//! holidays, and the days on which a town hall works.
//!
//! Pure: no clock, no files, no configuration of its own. Every date is a [`time::Date`] in the
//! Gregorian calendar, and "today" is always an argument. Nothing here knows of the rest of
//! Yakusho, so that other municipal software can use it alone.
//!
//! - [`Era`], [`EraYear`]: 令和8年 to 2026 and back.
//! - [`parse_date`], [`Style`]: what people type, and what documents show.
//! - [`FiscalYear`], [`YearMonth`]: 年度, and "the 10th of the month before".
//! - [`PublicHoliday`]: the holidays of the law, from 1990 to 2050.
//! - [`Calendar`]: a city's working days.
//!
//! What is not known is refused and never guessed: no era before 1873, when Japan adopted the
//! Gregorian calendar; no holidays outside [`HOLIDAY_YEARS`].

mod calendar;
mod era;
mod fiscal;
mod format;
mod holiday;
mod month;
mod parse;

pub use calendar::{Calendar, Closed, YearEnd};
pub use era::{Era, EraYear};
pub use fiscal::FiscalYear;
pub use format::{Style, Styled, styled, weekday_ja};
pub use holiday::{HOLIDAY_YEARS, HolidaysUnknown, PublicHoliday, public_holiday, public_holidays};
pub use month::YearMonth;
pub use parse::{ParseDateError, parse_date};
