//! Rules that nobody means well are answered quickly.

use std::time::{Duration as Wall, Instant};

use time::macros::datetime;

use super::super::{OnClosed, Rule, RuleError, Series, SeriesError, Zone};
use super::always;

/// How long reading a rule and answering a window may take in a build that is not optimised.
const LONGEST: Wall = Wall::from_secs(2);

/// All numbers below that one.
fn all(of: u32) -> String {
    let numbers: Vec<String> = (0..of).map(|n| n.to_string()).collect();
    numbers.join(",")
}

#[test]
fn no_rule_takes_long_or_answers_without_end() {
    let times = format!(
        "BYHOUR={};BYMINUTE={};BYSECOND={}",
        all(24),
        all(60),
        all(60)
    );
    for rule in [
        "FREQ=SECONDLY".to_owned(),
        "FREQ=SECONDLY;UNTIL=99991231T235959Z".to_owned(),
        "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1".to_owned(),
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=10".to_owned(),
        "FREQ=MINUTELY;BYHOUR=3;BYMINUTE=59;COUNT=9999".to_owned(),
        "FREQ=HOURLY;COUNT=10000".to_owned(),
        "FREQ=DAILY;COUNT=10000;UNTIL=".to_owned(),
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30".to_owned(),
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=9999".to_owned(),
        "FREQ=YEARLY;INTERVAL=65535;COUNT=9999".to_owned(),
        "FREQ=DAILY;COUNT=4294967295".to_owned(),
        format!("FREQ=YEARLY;{times}"),
        format!("FREQ=YEARLY;{times};BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1,1,366"),
        format!("FREQ=DAILY;{times};COUNT=10000"),
        format!("FREQ=MINUTELY;{times};BYSETPOS=-1"),
    ] {
        let began = Instant::now();
        let start = datetime!(2026-11-20 09:00);
        let Ok(parsed) = rule.parse::<Rule>() else {
            continue;
        };
        if let Ok(series) = Series::new(start, parsed, OnClosed::Next, Zone::JAPAN) {
            for until in [datetime!(2026-12-31 00:00), datetime!(2126-01-01 00:00)] {
                let found = series.within(datetime!(2026-11-19 0:00), until, &always);
                assert!(found.len() <= Series::MOST, "{rule}");
            }
            let late = series.within(
                datetime!(9990-01-01 0:00),
                datetime!(9999-12-31 0:00),
                &always,
            );
            assert!(late.len() <= Series::MOST, "{rule}");
        }
        assert!(
            began.elapsed() < LONGEST,
            "{:?} for {rule}",
            began.elapsed()
        );
    }
}

#[test]
fn what_takes_no_date_or_counts_too_far_makes_no_series() {
    let start = datetime!(2026-11-20 09:00);
    let made = |rule: &str| {
        Series::new(start, rule.parse().unwrap(), OnClosed::Keep, Zone::JAPAN).map(|_| ())
    };
    assert_eq!(
        made("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        Err(SeriesError::Empty)
    );
    assert_eq!(made("FREQ=DAILY;UNTIL=20261119"), Err(SeriesError::Empty));
    assert_eq!(made("FREQ=DAILY;COUNT=10001"), Err(SeriesError::TooMany));
    assert_eq!(made("FREQ=DAILY;COUNT=10000"), Ok(()));
}

#[test]
fn a_text_of_any_length_is_refused() {
    let long = format!("FREQ=DAILY;BYHOUR={}", "1,".repeat(1_000_000));
    assert_eq!(long.parse::<Rule>(), Err(RuleError::Malformed));
}
