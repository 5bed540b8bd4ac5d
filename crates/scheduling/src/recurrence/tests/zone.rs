//! Zones with daylight saving time, and the one without.

use time::macros::datetime;
use yakusho_kernel::Timestamp;

use super::super::{OnClosed, Series, UnknownZone, Zone};
use super::always;

fn utc(at: time::OffsetDateTime) -> Timestamp {
    at.into()
}

#[test]
fn the_clock_of_a_zone_is_a_point_in_time_and_back() {
    let new_york: Zone = "America/New_York".parse().unwrap();
    for (local, at) in [
        (datetime!(2026-01-15 09:00), datetime!(2026-01-15 14:00 UTC)),
        (datetime!(2026-07-15 09:00), datetime!(2026-07-15 13:00 UTC)),
        // Shown twice, on 1 November 2026: the first time.
        (datetime!(2026-11-01 01:30), datetime!(2026-11-01 05:30 UTC)),
    ] {
        assert_eq!(new_york.at(local), utc(at), "{local}");
        assert_eq!(new_york.local(utc(at)), local);
    }
    // Left out, on 8 March 2026: counted on from the time before.
    assert_eq!(
        new_york.at(datetime!(2026-03-08 02:30)),
        utc(datetime!(2026-03-08 07:30 UTC))
    );
    assert_eq!(
        Zone::JAPAN.at(datetime!(2026-11-20 09:00)),
        utc(datetime!(2026-11-20 0:00 UTC))
    );
    assert_eq!("Mars/Olympus".parse::<Zone>(), Err(UnknownZone));
    assert_eq!(Zone::default().name(), "Asia/Tokyo");
}

#[test]
fn a_whole_day_that_a_zone_left_out_counts_on_from_the_day_before() {
    // Samoa had no 30 December 2011.
    let apia: Zone = "Pacific/Apia".parse().unwrap();
    assert_eq!(
        apia.at(datetime!(2011-12-30 10:00)),
        utc(datetime!(2011-12-30 20:00 UTC))
    );
}

#[test]
fn every_day_at_nine_is_at_nine_on_both_sides_of_summer() {
    let new_york: Zone = "America/New_York".parse().unwrap();
    let rule = "FREQ=DAILY;UNTIL=20260309T130000Z".parse().unwrap();
    let series = Series::new(datetime!(2026-03-06 09:00), rule, OnClosed::Keep, new_york).unwrap();
    let found = series.within(
        datetime!(2026-03-01 00:00),
        datetime!(2026-04-01 00:00),
        &always,
    );
    let hours: Vec<u8> = found
        .iter()
        .map(|it| new_york.at(it.start).utc().hour())
        .collect();
    assert_eq!(hours, [14, 14, 13, 13]);
}
