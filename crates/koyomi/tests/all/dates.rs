//! Eras, and dates as they are written and read.

use proptest::prelude::*;
use time::{Date, macros::date};
use yakusho_koyomi::{Era, EraYear, ParseDateError, Style, parse_date, styled};

#[test]
fn an_era_begins_on_its_first_day() {
    for (last, era) in [
        (date!(1912 - 07 - 29), "明治45年"),
        (date!(1926 - 12 - 24), "大正15年"),
        (date!(1989 - 01 - 07), "昭和64年"),
        (date!(2019 - 04 - 30), "平成31年"),
    ] {
        assert_eq!(EraYear::of(last).unwrap().to_string(), era);
        let next = EraYear::of(last.next_day().unwrap()).unwrap();
        assert_eq!(next.to_string(), format!("{}元年", next.era().name_ja()));
        assert_eq!(next.western(), last.year());
    }
    assert_eq!(EraYear::of(date!(1872 - 12 - 31)), None);
    assert_eq!(
        EraYear::of(date!(1873 - 01 - 01)).unwrap().to_string(),
        "明治6年"
    );
}

#[test]
fn styles() {
    let day = date!(2026 - 11 - 21);
    let shown = |date, style| styled(date, style).to_string();
    assert_eq!(shown(day, Style::EraLong), "令和8年11月21日");
    assert_eq!(shown(day, Style::EraShort), "R8.11.21");
    assert_eq!(shown(day, Style::Western), "2026年11月21日");
    assert_eq!(shown(day, Style::Both), "令和8年（2026年）11月21日");
    assert_eq!(shown(day, Style::English), "21 November 2026");
    let first = date!(2019 - 05 - 01);
    assert_eq!(shown(first, Style::EraLong), "令和元年5月1日");
    assert_eq!(shown(first, Style::EraShort), "R1.5.1");
    let before_eras = date!(1872 - 12 - 31);
    for style in [Style::EraLong, Style::EraShort, Style::Both, Style::Western] {
        assert_eq!(shown(before_eras, style), "1872年12月31日");
    }
}

#[test]
fn reads_what_people_type() {
    for text in [
        "令和8年11月21日",
        "令和８年１１月２１日",
        "　令和 8年 11月 21日 ",
        "令8.11.21",
        "㋿8年11月21日",
        "R8.11.21",
        "r08/11/21",
        "R8-11-21",
        "Ｒ８．１１．２１",
        "2026-11-21",
        "２０２６－１１－２１",
        "2026−11−21",
        "2026/11/21",
        "2026.11.21",
        "2026年11月21日",
    ] {
        assert_eq!(parse_date(text), Ok(date!(2026 - 11 - 21)), "{text}");
    }
    for (text, day) in [
        ("令和元年5月1日", date!(2019 - 05 - 01)),
        ("R元.5.1", date!(2019 - 05 - 01)),
        ("令和1年5月1日", date!(2019 - 05 - 01)),
        ("昭和64年1月7日", date!(1989 - 01 - 07)),
        ("㍻2.2.3", date!(1990 - 02 - 03)),
        ("大正1.7.30", date!(1912 - 07 - 30)),
        ("明治6年1月1日", date!(1873 - 01 - 01)),
    ] {
        assert_eq!(parse_date(text), Ok(day), "{text}");
    }
}

#[test]
fn refuses_what_is_no_date() {
    for text in [
        "",
        "令和",
        "8.11.21",
        "26-11-21",
        "元年5月1日",
        "2026元年5月1日",
        "R0.5.1",
        "R8.11",
        "R8.11/21",
        "2026-11-21-",
        "2026年11月21",
        "2026年11.21",
        "2026--11-21",
        "2026 11 21",
        "20261121",
        "2026-1 1-21",
        "2026-011-21",
        "12026-11-21",
        "X8.11.21",
        "令和8年11月21日頃",
    ] {
        assert_eq!(parse_date(text), Err(ParseDateError::Form), "{text}");
    }
    for (text, month, day) in [
        ("R7.2.29", 2, 29),
        ("令和7年13月1日", 13, 1),
        ("2025-00-10", 0, 10),
    ] {
        let (year, error) = (2025, parse_date(text));
        assert_eq!(error, Err(ParseDateError::NoSuchDay { year, month, day }));
    }
}

#[test]
fn a_day_outside_its_era_is_refused_with_the_day_meant() {
    for (text, era, date) in [
        ("平成32年3月31日", Era::Heisei, date!(2020 - 03 - 31)),
        ("平成31年5月1日", Era::Heisei, date!(2019 - 05 - 01)),
        ("令和元年4月30日", Era::Reiwa, date!(2019 - 04 - 30)),
        ("明治5年12月2日", Era::Meiji, date!(1872 - 12 - 02)),
    ] {
        let error = ParseDateError::OutsideEra { era, date };
        assert_eq!(parse_date(text), Err(error), "{text}");
    }
}

/// The days whose year in the era has at most two digits, as a written one must.
fn any_day_until_2117() -> impl Strategy<Value = Date> {
    super::days_between(date!(1873 - 01 - 01), date!(2117 - 12 - 31))
}

proptest! {
    #[test]
    fn what_is_written_in_eras_is_read_back(date in any_day_until_2117()) {
        for style in [Style::EraLong, Style::EraShort] {
            let text = styled(date, style).to_string();
            prop_assert_eq!(parse_date(&text), Ok(date), "{}", text);
        }
    }

    #[test]
    fn what_is_written_in_western_years_is_read_back(date in super::any_era_day()) {
        let western = styled(date, Style::Western).to_string();
        prop_assert_eq!(parse_date(&western), Ok(date), "{}", western);
        prop_assert_eq!(parse_date(&date.to_string()), Ok(date));
    }

    #[test]
    fn an_era_year_is_its_western_year(date in super::any_era_day()) {
        let year = EraYear::of(date).unwrap();
        prop_assert_eq!(year.western(), date.year());
        prop_assert!(year.number() >= 1);
        prop_assert!(year.era().first_day() <= date);
    }

    #[test]
    fn any_text_is_a_date_or_an_error(
        text in "\\PC{0,20}|(令和|R|平|Ｓ|20)?[元0-9０-９]{1,4}[年./-][0-9]{1,3}[月./-][0-9]{1,3}日?",
    ) {
        if let Ok(date) = parse_date(&text) {
            let day = text.trim_end_matches('日');
            prop_assert!(day.ends_with(&date.day().to_string()), "{} is not {}", text, date);
        }
    }
}
