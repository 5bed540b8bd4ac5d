//! Fiscal years and months.

use proptest::prelude::*;
use time::{Date, Month, Weekday, macros::date};
use yakusho_koyomi::{Era, FiscalYear, ParseDateError, YearMonth};

#[test]
fn from_april_to_march() {
    let year = FiscalYear::starting_in(2026);
    assert_eq!(year.first_day(), date!(2026 - 04 - 01));
    assert_eq!(year.last_day(), date!(2027 - 03 - 31));
    assert_eq!(FiscalYear::of(date!(2026 - 03 - 31)), year.previous());
    assert_eq!(FiscalYear::of(date!(2027 - 04 - 01)), year.next());
    assert_eq!(year.to_string(), "令和8年度");
}

#[test]
fn bears_the_era_of_its_december() {
    for (year, name) in [
        (2019, "令和元年度"),
        (2018, "平成30年度"),
        (1989, "平成元年度"),
        (1988, "昭和63年度"),
        (1850, "1850年度"),
    ] {
        assert_eq!(FiscalYear::starting_in(year).to_string(), name);
    }
}

#[test]
fn read_under_either_name() {
    for (text, year) in [
        ("令和8年度", 2026),
        ("R8年度", 2026),
        ("２０２６年度", 2026),
        ("平成31年度", 2019),
        ("令和元年度", 2019),
        ("昭和63年度", 1988),
    ] {
        assert_eq!(text.parse(), Ok(FiscalYear::starting_in(year)), "{text}");
    }
    for text in ["令和8年", "8年度", "令和8", "26年度", ""] {
        assert_eq!(
            text.parse::<FiscalYear>(),
            Err(ParseDateError::Form),
            "{text}"
        );
    }
    for (text, era, year) in [
        ("平成32年度", Era::Heisei, 2020),
        ("昭和64年度", Era::Showa, 1989),
    ] {
        let date = FiscalYear::starting_in(year).first_day();
        let error = ParseDateError::OutsideEra { era, date };
        assert_eq!(text.parse::<FiscalYear>(), Err(error), "{text}");
    }
}

#[test]
fn at_the_ends_of_time_the_nearest_day() {
    assert_eq!(FiscalYear::of(Date::MAX).last_day(), Date::MAX);
    assert_eq!(FiscalYear::of(Date::MIN).first_day(), Date::MIN);
    assert_eq!(
        FiscalYear::starting_in(i32::MAX).next().last_day(),
        Date::MAX
    );
    assert_eq!(
        YearMonth::of(Date::MIN).previous(),
        YearMonth::of(Date::MIN)
    );
    assert_eq!(YearMonth::of(Date::MAX).next(), YearMonth::of(Date::MAX));
}

#[test]
fn the_tenth_of_the_month_before() {
    let due = |date| YearMonth::of(date).previous().day(10);
    assert_eq!(due(date!(2026 - 12 - 15)), Some(date!(2026 - 11 - 10)));
    assert_eq!(due(date!(2027 - 01 - 31)), Some(date!(2026 - 12 - 10)));
    let april = YearMonth::new(2026, Month::April).unwrap();
    assert_eq!(april.day(31), None);
    assert_eq!(april.last_day(), date!(2026 - 04 - 30));
}

#[test]
fn the_second_tuesday() {
    let november = YearMonth::new(2026, Month::November).unwrap();
    assert_eq!(
        november.nth(2, Weekday::Tuesday),
        Some(date!(2026 - 11 - 10))
    );
    assert_eq!(
        november.nth(1, Weekday::Sunday),
        Some(date!(2026 - 11 - 01))
    );
    assert_eq!(
        november.nth(5, Weekday::Monday),
        Some(date!(2026 - 11 - 30))
    );
    assert_eq!(november.nth(5, Weekday::Tuesday), None);
    assert_eq!(november.nth(0, Weekday::Tuesday), None);
    assert_eq!(november.nth(255, Weekday::Tuesday), None);
}

proptest! {
    #[test]
    fn a_day_is_in_one_fiscal_year_alone(date in super::any_era_day()) {
        let year = FiscalYear::of(date);
        prop_assert!(year.first_day() <= date && date <= year.last_day());
        prop_assert!(year.contains(date));
        prop_assert!(!year.previous().contains(date) && !year.next().contains(date));
        if year.year() < 2100 {
            prop_assert_eq!(year.to_string().parse(), Ok(year));
        }
    }

    #[test]
    fn months_follow_each_other(date in super::any_era_day()) {
        let month = YearMonth::of(date);
        prop_assert!(month.first_day() <= date && date <= month.last_day());
        prop_assert_eq!(month.day(date.day()), Some(date));
        prop_assert_eq!(month.nth(date.day().div_ceil(7), date.weekday()), Some(date));
        if let Some(next) = month.last_day().next_day() {
            prop_assert_eq!(month.next().first_day(), next);
            prop_assert_eq!(month.next().previous(), month);
        }
    }
}
