//! The days on which a town hall works.

use proptest::prelude::*;
use time::{Date, Month, macros::date};
use yakusho_koyomi::{Calendar, Closed, HolidaysUnknown, PublicHoliday, YearEnd, YearMonth};

#[test]
fn why_a_town_hall_is_closed() {
    let calendar = Calendar::default()
        .closed(date!(2026 - 11 - 04), "庁舎の停電")
        .opened(date!(2026 - 11 - 08));
    for (date, why) in [
        (date!(2026 - 11 - 02), None),
        (
            date!(2026 - 11 - 03),
            Some(Closed::PublicHoliday(PublicHoliday::CultureDay)),
        ),
        (date!(2026 - 11 - 04), Some(Closed::City("庁舎の停電"))),
        (date!(2026 - 11 - 07), Some(Closed::Weekend)),
        (date!(2026 - 11 - 08), None),
        (date!(2026 - 12 - 28), None),
        (date!(2026 - 12 - 29), Some(Closed::YearEnd)),
        (
            date!(2027 - 01 - 01),
            Some(Closed::PublicHoliday(PublicHoliday::NewYearsDay)),
        ),
        (date!(2027 - 01 - 03), Some(Closed::YearEnd)),
        (date!(2027 - 01 - 04), None),
    ] {
        assert_eq!(calendar.why_closed(date), Ok(why), "{date}");
    }
}

#[test]
fn the_last_word_on_a_day_holds() {
    let day = date!(2026 - 11 - 04);
    let closed = Calendar::default().opened(day).closed(day, "x");
    assert_eq!(closed.is_working_day(day), Ok(false));
    assert_eq!(closed.opened(day).is_working_day(day), Ok(true));
}

#[test]
fn the_new_year_as_the_city_has_it() {
    let open = |year_end, date| Calendar::new(year_end).is_working_day(date).unwrap();
    assert!(open(None, date!(2026 - 12 - 29)));
    let longer = YearEnd::new(28, 4);
    assert!(!open(longer, date!(2026 - 12 - 28)));
    assert!(!open(longer, date!(2027 - 01 - 04)));
    assert!(open(longer, date!(2027 - 01 - 05)));
    assert_eq!(YearEnd::new(29, 3), Some(YearEnd::default()));
    for (from, to) in [(0, 3), (32, 3), (29, 0), (29, 32)] {
        assert_eq!(YearEnd::new(from, to), None);
    }
}

#[test]
fn counts_over_the_holidays() {
    let calendar = Calendar::default();
    // From Friday over Saturday to Wednesday, 19 to 23 September 2026, all closed.
    let friday = date!(2026 - 09 - 18);
    assert_eq!(
        calendar.add_working_days(friday, 1),
        Ok(date!(2026 - 09 - 24))
    );
    assert_eq!(
        calendar.add_working_days(date!(2026 - 09 - 24), -1),
        Ok(friday)
    );
    assert_eq!(
        calendar.on_or_after(date!(2026 - 09 - 19)),
        Ok(date!(2026 - 09 - 24))
    );
    assert_eq!(calendar.on_or_before(date!(2026 - 09 - 23)), Ok(friday));
    assert_eq!(calendar.on_or_after(friday), Ok(friday));
    let saturday = date!(2026 - 09 - 19);
    assert_eq!(calendar.add_working_days(saturday, 0), Ok(saturday));
}

#[test]
fn the_last_working_day_of_a_month() {
    let last = |year, month| {
        Calendar::default()
            .last_working_day(YearMonth::new(year, month).unwrap())
            .unwrap()
    };
    assert_eq!(last(2026, Month::December), date!(2026 - 12 - 28));
    assert_eq!(last(2026, Month::October), date!(2026 - 10 - 30));
    assert_eq!(last(2026, Month::November), date!(2026 - 11 - 30));
}

#[test]
fn beyond_the_known_holidays_nothing_is_guessed() {
    let calendar = Calendar::default().opened(date!(2051 - 01 - 02));
    let unknown = HolidaysUnknown {
        date: date!(2051 - 01 - 01),
    };
    assert_eq!(calendar.on_or_after(date!(2050 - 12 - 31)), Err(unknown));
    assert_eq!(
        calendar.add_working_days(date!(2050 - 12 - 27), 5),
        Err(unknown)
    );
    let date = date!(2051 - 01 - 02);
    assert_eq!(calendar.why_closed(date), Err(HolidaysUnknown { date }));
}

fn any_day() -> impl Strategy<Value = Date> {
    super::days_between(date!(1992 - 01 - 01), date!(2048 - 12 - 31))
}

/// A calendar with some days of the city's own around a day.
fn calendar_around(date: Date) -> impl Strategy<Value = Calendar> {
    prop::collection::vec((-30..30_i32, any::<bool>()), 0..12).prop_map(move |own| {
        own.into_iter()
            .fold(Calendar::default(), |calendar, (offset, open)| {
                let day = Date::from_julian_day(date.to_julian_day() + offset).unwrap();
                if open {
                    calendar.opened(day)
                } else {
                    calendar.closed(day, "休業")
                }
            })
    })
}

fn any_calendar() -> impl Strategy<Value = (Date, Calendar)> {
    any_day().prop_flat_map(|date| (Just(date), calendar_around(date)))
}

proptest! {
    #[test]
    fn as_many_working_days_lie_between((start, calendar) in any_calendar(), days in 1..60_i32) {
        let end = calendar.add_working_days(start, days).unwrap();
        let mut passed = 0;
        let mut day = start;
        while day < end {
            day = day.next_day().unwrap();
            passed += i32::from(calendar.is_working_day(day).unwrap());
        }
        prop_assert_eq!(passed, days);
        prop_assert!(calendar.is_working_day(end).unwrap());
    }

    #[test]
    fn there_and_back((date, calendar) in any_calendar(), days in -60..60_i32) {
        let start = calendar.on_or_after(date).unwrap();
        let end = calendar.add_working_days(start, days).unwrap();
        prop_assert_eq!(calendar.add_working_days(end, -days), Ok(start));
    }

    #[test]
    fn steps_add_up((date, calendar) in any_calendar(), a in 0..30_i32, b in 0..30_i32) {
        let two = calendar
            .add_working_days(date, a)
            .and_then(|middle| calendar.add_working_days(middle, b));
        prop_assert_eq!(two, calendar.add_working_days(date, a + b));
    }

    #[test]
    fn the_nearest_working_days((date, calendar) in any_calendar()) {
        let after = calendar.on_or_after(date).unwrap();
        let before = calendar.on_or_before(date).unwrap();
        prop_assert!(before <= date && date <= after);
        prop_assert_eq!(before == after, calendar.is_working_day(date).unwrap());
        if before < after {
            prop_assert_eq!(calendar.add_working_days(before, 1), Ok(after));
        }
    }
}
