//! When a notice is mailed.

use time::{Date, Duration};
use yakusho_kernel::{Reason, Timestamp};
use yakusho_koyomi::Calendar;

use super::Group;
use super::model::{Address, Preferences, Quiet, Way};

/// How many times a failed mail is tried in all: over a day and a half, by the gaps.
pub const TRIES: u32 = 18;

/// The first gap, which doubles each time.
const FIRST_GAP: Duration = Duration::seconds(5);

/// The longest gap.
const LONGEST_GAP: Duration = Duration::hours(4);

/// How soon after a code another may be sent to the same address.
const ASK_PACE: Duration = Duration::minutes(2);

/// How many codes somebody may have sent in a row, to whatever addresses; and after how long a row is over.
const MOST_ASKS: i16 = 5;
const ASKS_REST: Duration = Duration::hours(1);

/// How far quiet times are followed: no city is closed for longer.
const LONGEST_QUIET_DAYS: u32 = 400;

/// What was sent before to have an address confirmed.
#[derive(Clone, Debug, Default)]
pub struct Asking {
    /// The address that a code was sent to, or that was confirmed by one.
    pub address: Option<Address>,
    /// When a code was sent last.
    pub at: Option<Timestamp>,
    /// How many were sent in a row.
    pub asks: i16,
}

/// The how manieth code in a row it is that may be sent to that address now. One that was mistyped is corrected at once, but
/// neither it nor others are flooded.
pub fn asks(before: &Asking, address: &Address, now: Timestamp) -> Result<i16, Reason> {
    let Some(last) = before.at else {
        return Ok(1);
    };
    if before.address.as_ref() == Some(address) && now < last.plus(ASK_PACE) {
        return Err(Reason::Code("code_just_sent"));
    }
    if now >= last.plus(ASKS_REST) {
        return Ok(1);
    }
    if before.asks >= MOST_ASKS {
        return Err(Reason::Code("codes_too_often"));
    }
    Ok(before.asks + 1)
}

/// When a notice of that group, told at `told`, is to go by mail, as seen at `now`: `now` where it goes at once, later
/// where it waits; none where its reader wants it in the page alone.
pub fn due(
    preferences: &Preferences,
    calendar: &Calendar,
    group: Group,
    told: Timestamp,
    now: Timestamp,
) -> Option<Timestamp> {
    let wanted = match preferences.way(group) {
        Way::Page => return None,
        Way::AtOnce => told,
        Way::Digest => next_digest(preferences, told),
    };
    Some(after_quiet(&preferences.quiet, calendar, wanted.max(now)))
}

/// The first digest that goes when a notice was told or later.
fn next_digest(preferences: &Preferences, told: Timestamp) -> Timestamp {
    let hour = preferences.digest.begins();
    let day = told.date();
    let same = Timestamp::at(day, hour);
    if told <= same {
        return same;
    }
    Timestamp::at(following(day), hour)
}

/// That moment, or the end of the quiet time that it lies in.
pub fn after_quiet(quiet: &Quiet, calendar: &Calendar, at: Timestamp) -> Timestamp {
    let mut at = at;
    for _ in 0..LONGEST_QUIET_DAYS {
        let Some(end) = end_of_quiet(quiet, calendar, at) else {
            break;
        };
        at = end;
    }
    at
}

/// When the closed day or the quiet hours end in which a moment lies; none where it lies in neither.
fn end_of_quiet(quiet: &Quiet, calendar: &Calendar, at: Timestamp) -> Option<Timestamp> {
    let (day, time) = (at.date(), at.local().time());
    // Of years whose holidays nobody knows, every day counts as one of work.
    if quiet.closed_days && !calendar.is_working_day(day).unwrap_or(true) {
        return Some(Timestamp::start_of(following(day)));
    }
    let (from, until) = quiet.hours?;
    let ends = if from < until {
        (from <= time && time < until).then_some(day)
    } else if time >= from {
        Some(following(day))
    } else {
        (time < until).then_some(day)
    };
    ends.map(|day| Timestamp::at(day, until))
}

fn following(day: Date) -> Date {
    day.next_day().unwrap_or(Date::MAX)
}

/// How long until a mail is tried again that was tried so many times; none once it is given up.
pub fn gap(attempts: u32) -> Option<Duration> {
    if attempts >= TRIES {
        return None;
    }
    let doubled = 2_i32.saturating_pow(attempts.saturating_sub(1));
    Some((FIRST_GAP * doubled).min(LONGEST_GAP))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::macros::{date, datetime, time};
    use time::{OffsetDateTime, Time};

    use super::*;
    use crate::mailing::Hour;

    fn at(local: OffsetDateTime) -> Timestamp {
        Timestamp::at(local.date(), local.time())
    }

    fn quiet(from: Time, until: Time) -> Quiet {
        Quiet {
            hours: Some((from, until)),
            closed_days: false,
        }
    }

    #[test]
    fn quiet_hours_end_when_they_say_on_either_side_of_midnight() {
        let calendar = Calendar::default();
        for (hours, asked, ends) in [
            (
                (time!(22:00), time!(7:00)),
                datetime!(2026-11-20 21:59:59 UTC),
                datetime!(2026-11-20 21:59:59 UTC),
            ),
            (
                (time!(22:00), time!(7:00)),
                datetime!(2026-11-20 22:00 UTC),
                datetime!(2026-11-21 07:00 UTC),
            ),
            (
                (time!(22:00), time!(7:00)),
                datetime!(2026-11-21 00:00 UTC),
                datetime!(2026-11-21 07:00 UTC),
            ),
            (
                (time!(22:00), time!(7:00)),
                datetime!(2026-11-21 06:59:59 UTC),
                datetime!(2026-11-21 07:00 UTC),
            ),
            (
                (time!(22:00), time!(7:00)),
                datetime!(2026-11-21 07:00 UTC),
                datetime!(2026-11-21 07:00 UTC),
            ),
            (
                (time!(12:00), time!(13:00)),
                datetime!(2026-11-20 12:00 UTC),
                datetime!(2026-11-20 13:00 UTC),
            ),
            (
                (time!(12:00), time!(13:00)),
                datetime!(2026-11-20 13:00 UTC),
                datetime!(2026-11-20 13:00 UTC),
            ),
            (
                (time!(17:00), time!(0:00)),
                datetime!(2026-11-20 23:59 UTC),
                datetime!(2026-11-21 00:00 UTC),
            ),
        ] {
            let found = after_quiet(&quiet(hours.0, hours.1), &calendar, at(asked));
            assert_eq!(found, at(ends), "{hours:?} at {asked}");
        }
    }

    #[test]
    fn closed_days_are_quiet_as_a_whole_and_the_hours_after_them_too() {
        // 21 to 23 November 2026: Saturday, Sunday, Labour Thanksgiving Day. The city opens on the Sunday.
        let calendar = Calendar::default();
        let days = Quiet {
            hours: None,
            closed_days: true,
        };
        let friday = at(datetime!(2026-11-20 23:59 UTC));
        let saturday = at(datetime!(2026-11-21 00:00 UTC));
        assert_eq!(after_quiet(&days, &calendar, friday), friday);
        let tuesday = Timestamp::start_of(date!(2026 - 11 - 24));
        assert_eq!(after_quiet(&days, &calendar, saturday), tuesday);
        let opened = calendar.clone().opened(date!(2026 - 11 - 22));
        let sunday = Timestamp::start_of(date!(2026 - 11 - 22));
        assert_eq!(after_quiet(&days, &opened, saturday), sunday);
        let both = Quiet {
            closed_days: true,
            ..quiet(time!(20:00), time!(8:00))
        };
        let morning = at(datetime!(2026-11-24 08:00 UTC));
        assert_eq!(after_quiet(&both, &calendar, friday), morning);
    }

    #[test]
    fn what_is_told_goes_at_once_in_the_digest_or_not_at_all() {
        let calendar = Calendar::default();
        let mut preferences = Preferences::default();
        preferences.ways.insert(Group::Board, Way::AtOnce);
        let told = at(datetime!(2026-11-19 08:00 UTC));
        let later = at(datetime!(2026-11-19 08:01 UTC));
        let due = |group, told, now| due(&preferences, &calendar, group, told, now);
        assert_eq!(due(Group::Circulation, told, told), None);
        assert_eq!(due(Group::Board, told, later), Some(later));
        // What is told as the digest goes is still in it, what comes after it in the next.
        assert_eq!(due(Group::Owed, told, told), Some(told));
        let tomorrow = at(datetime!(2026-11-20 08:00 UTC));
        assert_eq!(due(Group::Owed, later, later), Some(tomorrow));
    }

    #[test]
    fn a_failed_mail_is_tried_for_over_a_day_at_growing_gaps() {
        let gaps: Vec<_> = (1..).map_while(gap).collect();
        assert_eq!(gaps.len(), usize::try_from(TRIES).unwrap() - 1);
        assert!(gaps.windows(2).all(|two| two[0] <= two[1]), "{gaps:?}");
        let all: Duration = gaps.iter().sum();
        assert!(
            all > Duration::hours(24) && all < Duration::hours(48),
            "{all}"
        );
    }

    proptest! {
        /// The end of a quiet time is the first minute from then on that is not quiet, as one finds by looking at each.
        #[test]
        fn the_end_is_the_first_minute_that_is_not_quiet(
            minute in 0_i64..60 * 24 * 14,
            from in 0_u16..1440,
            until in 0_u16..1440,
            hours in any::<bool>(),
            closed_days in any::<bool>(),
        ) {
            let time = |minutes: u16| Time::MIDNIGHT + Duration::minutes(minutes.into());
            let hours = (hours && from != until).then(|| (time(from), time(until)));
            let quiet = Quiet { hours, closed_days };
            let calendar = Calendar::default()
                .closed(date!(2026 - 11 - 25), "創立記念日")
                .opened(date!(2026 - 11 - 28));
            let is_quiet = |at: Timestamp| {
                let now = at.local().time();
                let within = hours.is_some_and(|(from, until)| if from < until {
                    (from..until).contains(&now)
                } else {
                    !(until..from).contains(&now)
                });
                within || closed_days && !calendar.is_working_day(at.date()).unwrap()
            };
            let begin = Timestamp::start_of(date!(2026 - 11 - 16)).plus(Duration::minutes(minute));
            let mut expected = begin;
            while is_quiet(expected) {
                expected = expected.plus(Duration::MINUTE);
            }
            prop_assert_eq!(after_quiet(&quiet, &calendar, begin), expected);
        }

        /// Whatever was chosen, a notice goes at no quiet moment, and never before it was told.
        #[test]
        fn nothing_goes_in_quiet_hours(
            minute in 0_i64..60 * 24 * 7,
            wait in 0_i64..60 * 24 * 3,
            from in 0_u16..1440,
            until in 0_u16..1440,
            hour in 0_u8..24,
        ) {
            prop_assume!(from != until);
            let time = |minutes: u16| Time::MIDNIGHT + Duration::minutes(minutes.into());
            let preferences = Preferences {
                digest: Hour::of(hour).unwrap(),
                quiet: Quiet { hours: Some((time(from), time(until))), closed_days: true },
                ..Preferences::default()
            };
            let calendar = Calendar::default();
            let told = Timestamp::start_of(date!(2026 - 11 - 16)).plus(Duration::minutes(minute));
            let now = told.plus(Duration::minutes(wait));
            let due = due(&preferences, &calendar, Group::Owed, told, now).unwrap();
            prop_assert!(due >= now);
            prop_assert_eq!(after_quiet(&preferences.quiet, &calendar, due), due);
        }
    }
}
