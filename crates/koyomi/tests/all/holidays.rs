//! Public holidays, against other programs' data and the law's special cases.

use std::collections::BTreeMap;

use time::{Date, format_description::well_known::Iso8601, macros::date};
use yakusho_koyomi::{HolidaysUnknown, PublicHoliday, public_holiday, public_holidays};

fn reference() -> BTreeMap<Date, &'static str> {
    include_str!("../data/public-holidays.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let (date, name) = line.split_once('\t').unwrap();
            (Date::parse(date, &Iso8601::DATE).unwrap(), name)
        })
        .collect()
}

/// The acts of 1990, 1993 and 2019 call the days by their ceremonies, others in their own words.
fn is_ceremony(holiday: PublicHoliday) -> bool {
    matches!(
        holiday,
        PublicHoliday::EnthronementCeremony | PublicHoliday::CrownPrincesWedding
    )
}

#[test]
fn every_day_from_1990_to_2050_is_as_in_the_reference() {
    let reference = reference();
    let ours = public_holidays(date!(1990 - 01 - 01)..=date!(2050 - 12 - 31)).unwrap();
    assert_eq!(
        ours.iter().map(|(date, _)| *date).collect::<Vec<_>>(),
        reference.keys().copied().collect::<Vec<_>>()
    );
    for (date, holiday) in ours {
        if !is_ceremony(holiday) {
            assert_eq!(holiday.name_ja(), reference[&date], "{date}");
        }
    }
    let until_2030 = reference.range(..=date!(2030 - 12 - 31)).count();
    assert_eq!(until_2030, 703);
}

#[test]
fn holidays_of_2026_with_the_day_between_two() {
    let days = public_holidays(date!(2026 - 01 - 01)..=date!(2026 - 12 - 31)).unwrap();
    assert_eq!(days.len(), 18);
    let between = public_holiday(date!(2026 - 09 - 22)).unwrap().unwrap();
    assert_eq!(between, PublicHoliday::BetweenHoliday);
    assert_eq!(between.name_ja(), "国民の休日");
    assert_eq!(between.name_en(), "Citizens' Holiday");
}

#[test]
fn substitute_skips_the_holidays_that_follow_only_since_2007() {
    // 3 May 2009 was a Sunday, and 4 and 5 May were holidays themselves.
    let substitute = Ok(Some(PublicHoliday::SubstituteHoliday));
    assert_eq!(public_holiday(date!(2009 - 05 - 06)), substitute);
    // 3 May 1998 was a Sunday: the next day stood in for it, and 6 May was a working day.
    assert_eq!(public_holiday(date!(1998 - 05 - 04)), substitute);
    assert_eq!(public_holiday(date!(1998 - 05 - 06)), Ok(None));
    // 4 May 1997, between two holidays, was a Sunday: neither a holiday nor stood in for.
    assert_eq!(public_holiday(date!(1997 - 05 - 04)), Ok(None));
    assert_eq!(public_holiday(date!(1997 - 05 - 06)), Ok(None));
}

#[test]
fn ceremonies_of_the_throne() {
    let of = |date| public_holiday(date).unwrap();
    let ceremony = Some(PublicHoliday::EnthronementCeremony);
    assert_eq!(of(date!(1990 - 11 - 12)), ceremony);
    assert_eq!(of(date!(2019 - 10 - 22)), ceremony);
    assert_eq!(
        of(date!(1993 - 06 - 09)),
        Some(PublicHoliday::CrownPrincesWedding)
    );
    assert_eq!(
        of(date!(2019 - 05 - 01)),
        Some(PublicHoliday::EnthronementDay)
    );
    for between in [date!(2019 - 04 - 30), date!(2019 - 05 - 02)] {
        assert_eq!(of(between), Some(PublicHoliday::BetweenHoliday));
    }
    // No emperor's birthday in the year of the accession.
    assert_eq!(of(date!(2019 - 02 - 23)), None);
    assert_eq!(of(date!(2019 - 12 - 23)), None);
}

#[test]
fn outside_the_known_years_is_an_error() {
    for date in [date!(1989 - 12 - 31), date!(2051 - 01 - 01)] {
        assert_eq!(public_holiday(date), Err(HolidaysUnknown { date }));
    }
    assert_eq!(
        public_holidays(date!(2050 - 12 - 01)..=date!(2051 - 01 - 31)),
        Err(HolidaysUnknown {
            date: date!(2051 - 01 - 01)
        })
    );
    assert_eq!(
        HolidaysUnknown {
            date: date!(2051 - 01 - 01)
        }
        .to_string(),
        "public holidays are known from 1990 to 2050, not on 2051-01-01"
    );
}
