//! What is known of single rules, most of them from RFC 5545, section 3.8.5.3.

use time::Duration;
use time::macros::datetime;

use super::super::{End, Frequency, OnClosed, Rule, Series, SeriesError, Zone};
use super::{always, at, series, starts};

fn within(start: &str, rule: &str, until: &str) -> Vec<String> {
    let series = series(start, rule);
    starts(series.within(series.start, at(until), &always))
}

#[test]
fn the_second_tuesday_and_the_last_friday() {
    assert_eq!(
        within(
            "2026-11-10 10:00",
            "FREQ=MONTHLY;BYDAY=2TU",
            "2027-02-01 00:00"
        ),
        ["2026-11-10 10:00", "2026-12-08 10:00", "2027-01-12 10:00"]
    );
    assert_eq!(
        within(
            "2026-11-01 10:00",
            "FREQ=MONTHLY;BYDAY=-1FR",
            "2027-02-01 00:00"
        ),
        ["2026-11-27 10:00", "2026-12-25 10:00", "2027-01-29 10:00"]
    );
}

#[test]
fn what_a_month_does_not_have_falls_out() {
    assert_eq!(
        within(
            "2026-01-31 09:00",
            "FREQ=MONTHLY;COUNT=4",
            "2030-01-01 00:00"
        ),
        [
            "2026-01-31 09:00",
            "2026-03-31 09:00",
            "2026-05-31 09:00",
            "2026-07-31 09:00"
        ]
    );
    assert_eq!(
        within("2024-02-29 09:00", "FREQ=YEARLY", "2033-01-01 00:00"),
        ["2024-02-29 09:00", "2028-02-29 09:00", "2032-02-29 09:00"]
    );
}

#[test]
fn the_start_of_the_week_tells_which_weeks_are_skipped() {
    let every_other = "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=";
    assert_eq!(
        within(
            "1997-08-05 09:00",
            &format!("{every_other}MO"),
            "1998-01-01 00:00"
        ),
        [
            "1997-08-05 09:00",
            "1997-08-10 09:00",
            "1997-08-19 09:00",
            "1997-08-24 09:00"
        ]
    );
    assert_eq!(
        within(
            "1997-08-05 09:00",
            &format!("{every_other}SU"),
            "1998-01-01 00:00"
        ),
        [
            "1997-08-05 09:00",
            "1997-08-17 09:00",
            "1997-08-19 09:00",
            "1997-08-31 09:00"
        ]
    );
}

#[test]
fn the_second_to_last_weekday_of_the_month() {
    assert_eq!(
        within(
            "1997-09-29 09:00",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
            "1998-01-01 00:00"
        ),
        [
            "1997-09-29 09:00",
            "1997-10-30 09:00",
            "1997-11-27 09:00",
            "1997-12-30 09:00"
        ]
    );
}

#[test]
fn weekdays_named_both_by_number_and_without_are_all_taken() {
    assert_eq!(
        within(
            "2026-11-01 09:00",
            "FREQ=MONTHLY;BYDAY=MO,1TU",
            "2026-11-20 00:00"
        ),
        [
            "2026-11-02 09:00",
            "2026-11-03 09:00",
            "2026-11-09 09:00",
            "2026-11-16 09:00"
        ]
    );
}

#[test]
fn the_day_of_an_end_belongs_to_it() {
    let until = |end: &str| {
        let rule = format!("FREQ=DAILY;UNTIL={end}");
        within("2026-11-20 09:00", &rule, "2027-01-01 00:00").len()
    };
    assert_eq!(until("20261122"), 3);
    assert_eq!(until("20261122T090000"), 3);
    assert_eq!(until("20261122T085959"), 2);
    // 09:00 in Japan.
    assert_eq!(until("20261122T000000Z"), 3);
    assert_eq!(until("20261121T235959Z"), 2);
}

#[test]
fn a_count_is_the_last_date_from_then_on() {
    let series = series("2026-11-20 09:00", "FREQ=WEEKLY;COUNT=3");
    assert_eq!(series.last, Some(at("2026-12-04 09:00")));
    assert_eq!(
        series.span(),
        (at("2026-11-20 09:00"), Some(at("2026-12-04 09:00")))
    );
    let later = series.within(at("2026-12-01 00:00"), at("2027-12-01 00:00"), &always);
    assert_eq!(starts(later), ["2026-12-04 09:00"]);
}

#[test]
fn a_series_starts_with_the_first_date_that_its_rule_takes() {
    let series = series("2026-11-20 09:00", "FREQ=WEEKLY;BYDAY=MO");
    assert_eq!(series.start, at("2026-11-23 09:00"));
}

#[test]
fn dates_are_added_and_left_out() {
    let mut series = series("2026-11-20 09:00", "FREQ=WEEKLY");
    series.added = vec![at("2026-11-22 13:00"), at("2026-11-27 09:00")];
    series.left_out = vec![at("2026-12-04 09:00")];
    let found = series.within(at("2026-11-20 00:00"), at("2026-12-12 00:00"), &always);
    assert_eq!(
        starts(found),
        [
            "2026-11-20 09:00",
            "2026-11-22 13:00",
            "2026-11-27 09:00",
            "2026-12-11 09:00"
        ]
    );
    assert!(series.has(at("2026-11-22 13:00")));
    assert!(!series.has(at("2026-12-04 09:00")));
    assert!(!series.has(at("2026-12-05 09:00")));
}

#[test]
fn a_first_date_that_is_generations_away_is_found() {
    // The 1st of January in week 1, the 1st of March in week 10 and the 29th of December in week 53, all in one year.
    let rule = "FREQ=YEARLY;INTERVAL=5;BYMONTHDAY=29,-31;BYWEEKNO=1,10,53;BYSETPOS=3";
    assert_eq!(
        within("2026-01-31 09:00", rule, "2200-12-31 00:00"),
        ["2156-12-29 09:00"]
    );
}

#[test]
fn one_date_alone_is_a_series_too() {
    let series = Series::once(at("2026-11-20 09:00"));
    assert_eq!(
        series
            .within(series.start, series.start + Duration::SECOND, &always)
            .len(),
        1
    );
    assert!(
        series
            .within(
                series.start + Duration::SECOND,
                at("2027-01-01 00:00"),
                &always
            )
            .is_empty()
    );
    assert_eq!(series.span(), (series.start, Some(series.start)));
}

#[test]
fn a_rule_is_made_of_what_a_form_asks() {
    let rule = Rule::every(2, Frequency::Monthly)
        .on_month_day(-1)
        .ending(End::Count(3));
    assert_eq!(
        rule.to_string(),
        "FREQ=MONTHLY;INTERVAL=2;COUNT=3;BYMONTHDAY=-1"
    );
    assert!(!rule.is_elaborate());
    let series = Series::new(
        datetime!(2026-11-01 9:00),
        rule,
        OnClosed::Keep,
        Zone::JAPAN,
    )
    .unwrap();
    assert_eq!(series.last, Some(datetime!(2027-03-31 9:00)));
}

#[test]
fn a_window_answers_with_its_first_dates_or_with_each() {
    let daily = series("2026-11-20 09:00", "FREQ=DAILY");
    let until = at("2030-11-20 09:00");
    assert_eq!(
        daily.within(daily.start, until, &always).len(),
        Series::MOST
    );
    let each = daily.each_within(daily.start, until, &always).unwrap();
    assert_eq!(each.len(), 1_461);
    assert_eq!(each[1_460].start, at("2030-11-19 09:00"));
    let hourly = series("2026-11-20 09:00", "FREQ=HOURLY");
    let each =
        |days| hourly.each_within(hourly.start, hourly.start + Duration::days(days), &always);
    assert_eq!(each(416).unwrap().len(), 416 * 24);
    assert_eq!(each(417), Err(SeriesError::TooMany));
}

#[test]
fn what_is_left_out_takes_no_place_among_the_first_dates() {
    let mut daily = series("2026-11-20 09:00", "FREQ=DAILY");
    daily.left_out = vec![daily.start, daily.start + Duration::DAY];
    let found = daily.within(daily.start, at("2036-11-20 09:00"), &always);
    assert_eq!(found.len(), Series::MOST);
    assert_eq!(found[0].start, daily.start + Duration::days(2));
}
