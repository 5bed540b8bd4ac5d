//! Dates on which the town hall is closed.

use std::collections::BTreeSet;

use proptest::prelude::*;
use time::macros::{date, datetime};
use time::{Date, Duration};
use yakusho_koyomi::Calendar;

use super::super::{Frequency, Local, Occurrence, OnClosed, Rule, Series, Zone};
use super::{at, starts};

/// Whether a town hall works.
fn works(day: Date) -> bool {
    Calendar::default().is_working_day(day).unwrap()
}

fn moving(start: &str, rule: &str, on_closed: OnClosed) -> Series {
    Series::new(at(start), rule.parse().unwrap(), on_closed, Zone::JAPAN).unwrap()
}

#[test]
fn the_last_working_day_of_the_month_is_its_last_day_moved_back() {
    let series = moving(
        "2026-01-31 17:00",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        OnClosed::Previous,
    );
    let found = series.within(at("2026-01-01 00:00"), at("2027-01-01 00:00"), &works);
    assert_eq!(
        starts(found),
        [
            "2026-01-30 17:00",
            "2026-02-27 17:00",
            "2026-03-31 17:00",
            "2026-04-30 17:00",
            "2026-05-29 17:00",
            "2026-06-30 17:00",
            "2026-07-31 17:00",
            "2026-08-31 17:00",
            "2026-09-30 17:00",
            "2026-10-30 17:00",
            "2026-11-30 17:00",
            "2026-12-28 17:00",
        ]
    );
}

#[test]
fn a_date_moves_into_the_window_from_outside_and_out_of_it() {
    // Sunday, 3 May 2026 and the three days after it are holidays.
    let series = moving("2026-05-03 09:00", "FREQ=YEARLY", OnClosed::Next);
    let day = |day: Date| Local::new(day, time::Time::MIDNIGHT);
    let within = |from, until| series.within(day(from), day(until), &works);
    assert!(within(date!(2026 - 05 - 03), date!(2026 - 05 - 07)).is_empty());
    let found = within(date!(2026 - 05 - 07), date!(2026 - 05 - 08));
    assert_eq!(
        found,
        [Occurrence {
            start: datetime!(2026-05-07 9:00),
            id: datetime!(2026-05-03 9:00)
        }]
    );
}

#[test]
fn what_falls_on_a_holiday_falls_out() {
    let series = moving(
        "2026-11-03 10:00",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        OnClosed::Skip,
    );
    assert_eq!(
        starts(series.within(at("2026-11-01 00:00"), at("2026-12-31 00:00"), &works)),
        ["2026-11-17 10:00", "2026-12-01 10:00", "2026-12-15 10:00"]
    );
}

#[test]
fn what_has_no_working_day_near_stays() {
    let series = moving("2026-11-01 10:00", "FREQ=MONTHLY", OnClosed::Next);
    let found = series.within(at("2026-11-01 00:00"), at("2026-11-02 00:00"), &|_| false);
    assert_eq!(starts(found), ["2026-11-01 10:00"]);
}

/// Every date of the series, moved day by day.
fn naive(dates: &[Date], on_closed: OnClosed, closed: &BTreeSet<Date>) -> BTreeSet<Date> {
    let mut moved = BTreeSet::new();
    for date in dates {
        let mut day = *date;
        let mut steps = 0;
        while closed.contains(&day) && steps < 31 && on_closed != OnClosed::Keep {
            day += Duration::days(if on_closed == OnClosed::Previous {
                -1
            } else {
                1
            });
            steps += 1;
        }
        if closed.contains(&day) {
            day = *date;
        }
        if on_closed != OnClosed::Skip || day == *date && !closed.contains(date) {
            moved.insert(day);
        }
    }
    moved
}

proptest! {
    #[test]
    fn dates_move_as_day_by_day(
        closed in proptest::collection::btree_set(0..120_i64, 0..90),
        interval in 1..20_u16,
        on_closed in proptest::sample::select(OnClosed::ALL.to_vec()),
        from in 0..100_i64,
        long in 1..40_i64,
    ) {
        let begin = date!(2026 - 01 - 01);
        let closed: BTreeSet<Date> = closed.into_iter().map(|n| begin + Duration::days(n)).collect();
        let rule = Rule::every(interval, Frequency::Daily);
        let series =
            Series::new(begin.midnight(), rule, on_closed, Zone::JAPAN).unwrap();
        let dates: Vec<Date> =
            (0..200).step_by(interval.into()).map(|n| begin + Duration::days(n)).collect();
        let (from, until) = (begin + Duration::days(from), begin + Duration::days(from + long));
        let found: BTreeSet<Date> = series
            .within(from.midnight(), until.midnight(), &|day| !closed.contains(&day))
            .iter()
            .map(|it| it.start.date())
            .collect();
        let expected: BTreeSet<Date> =
            naive(&dates, on_closed, &closed).into_iter().filter(|day| (from..until).contains(day)).collect();
        prop_assert_eq!(found, expected);
    }
}
