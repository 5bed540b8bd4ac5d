//! The calendar against the law, against other programs' data, and against itself.
#![expect(clippy::unwrap_used, reason = "a test fails by a panic")]

mod calendar;
mod dates;
mod fiscal;
mod holidays;
mod outside_bytes;

use proptest::prelude::*;
use time::Date;

/// Any day from 1873-01-01, the first that has an era here, to the last that a `Date` holds.
fn any_era_day() -> impl Strategy<Value = Date> {
    days_between(
        time::macros::date!(1873 - 01 - 01),
        time::macros::date!(9999 - 12 - 31),
    )
}

fn days_between(first: Date, last: Date) -> impl Strategy<Value = Date> {
    (first.to_julian_day()..=last.to_julian_day())
        .prop_map(|day| Date::from_julian_day(day).unwrap())
}
