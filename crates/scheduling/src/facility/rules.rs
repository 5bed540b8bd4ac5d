//! When a facility may be booked, before anybody asks whether it is free.

use time::{Date, Duration};
use yakusho_kernel::{Invalid, Reason, Timestamp};
use yakusho_koyomi::{Calendar, Closed};

use super::model::{Facility, FacilitySettings, Minutes, Opening, Slot};

/// The most days for which anything is booked in one go.
pub const MOST_DAYS: i32 = 92;

/// The same in minutes.
pub(crate) const MOST_MINUTES: i32 = MOST_DAYS * 24 * 60;

/// The hours in which a facility is open on a day. A day whose holidays are not known counts as closed.
pub(crate) fn hours(opening: &Opening, calendar: &Calendar, day: Date) -> Option<Minutes> {
    let hours = opening.on(day.weekday())?;
    let Ok(why) = calendar.why_closed(day) else {
        return None;
    };
    // A weekend is a matter of the days of the week.
    let holiday = !matches!(why, None | Some(Closed::Weekend));
    (!(opening.closed_on_holidays && holiday)).then_some(hours)
}

/// The times in which a facility is open on a day.
pub(crate) fn open_on(opening: &Opening, calendar: &Calendar, day: Date) -> Option<Slot> {
    let hours = hours(opening, calendar, day)?;
    let midnight = Timestamp::start_of(day);
    let at = |minutes: u16| midnight.plus(Duration::minutes(i64::from(minutes)));
    Slot::new(at(hours.from()), at(hours.until()))
}

/// Whether the facility is open when the slot begins and when it ends, and through the whole of it if that is one day.
pub(crate) fn is_open(opening: &Opening, calendar: &Calendar, slot: Slot) -> bool {
    let (first, last) = (slot.starts_at.date(), last_day(slot));
    let open = |day| open_on(opening, calendar, day);
    let begins = open(first)
        .is_some_and(|open| open.starts_at <= slot.starts_at && slot.starts_at < open.ends_at);
    let ends = open(last)
        .is_some_and(|open| open.starts_at < slot.ends_at && slot.ends_at <= open.ends_at);
    begins && ends
}

/// The last day of which the slot has a part.
pub(crate) fn last_day(slot: Slot) -> Date {
    slot.ends_at.plus(Duration::milliseconds(-1)).date()
}

/// The last moment at which a booking may begin, by the facility's window.
pub(crate) fn window_end(settings: &FacilitySettings, today: Date) -> Option<Timestamp> {
    let days = settings.window_days?;
    let after = today.checked_add(Duration::days(i64::from(days) + 1));
    after.map(Timestamp::start_of)
}

/// Checks what the facility asks of any booking, besides that it is open and free.
pub(crate) fn check(
    facility: &Facility,
    slot: Slot,
    quantity: i32,
    now: Timestamp,
) -> Result<(), Invalid> {
    let set = &facility.settings;
    let mut invalid = Invalid::default();
    if facility.retired {
        invalid.push("facility", Reason::Code("retired"));
    }
    if slot.ends_at <= now {
        invalid.push("ends_at", Reason::Past);
    }
    if window_end(set, now.date()).is_some_and(|end| slot.starts_at >= end) {
        invalid.push("starts_at", Reason::Code("beyond_window"));
    }
    let longest = set.longest_minutes.unwrap_or(MOST_MINUTES);
    if slot.length() > Duration::minutes(i64::from(longest)) {
        invalid.push("ends_at", Reason::Code("too_long"));
    }
    if !(1..=set.units).contains(&quantity) {
        let (min, max) = (1, i64::from(set.units));
        invalid.push("quantity", Reason::OutOfRange { min, max });
    }
    invalid.check()
}

/// The minutes for which a facility is open from one day up to another, which does not count.
pub(crate) fn open_minutes(opening: &Opening, calendar: &Calendar, from: Date, until: Date) -> i64 {
    days(from, until)
        .filter_map(|day| hours(opening, calendar, day))
        .map(|hours| i64::from(hours.until() - hours.from()))
        .sum()
}

/// The days from one up to another, which does not count.
pub(crate) fn days(from: Date, until: Date) -> impl Iterator<Item = Date> {
    let days = std::iter::successors(Some(from), |day| day.next_day());
    days.take_while(move |day| *day < until)
}

/// The time of a day in minutes, as files write it: `09:00`, `24:00` at its end.
pub(crate) fn minutes_of(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.trim().parse().ok()?, minute.trim().parse().ok()?);
    let total = hour.checked_mul(60)?.checked_add(minute)?;
    (minute < 60 && total <= Minutes::DAY.until()).then_some(total)
}

/// The same minutes, written.
pub(crate) fn written(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use time::Time;
    use time::macros::{date, time};

    use super::*;

    fn slot(day: Date, from: Time, until: Time) -> Slot {
        Slot::new(Timestamp::at(day, from), Timestamp::at(day, until)).unwrap()
    }

    fn office() -> Opening {
        let hours = Minutes::new(9 * 60, 17 * 60);
        Opening {
            weekdays: [hours, hours, hours, hours, hours, None, None],
            closed_on_holidays: true,
        }
    }

    #[test]
    fn a_booking_lies_within_the_hours_of_its_day() {
        let (calendar, friday) = (Calendar::default(), date!(2026 - 11 - 20));
        for (from, until, open) in [
            (time!(9:00), time!(17:00), true),
            (time!(8:59), time!(10:00), false),
            (time!(16:00), time!(17:01), false),
        ] {
            assert_eq!(
                is_open(&office(), &calendar, slot(friday, from, until)),
                open
            );
        }
        let saturday = slot(date!(2026 - 11 - 21), time!(10:00), time!(11:00));
        assert!(!is_open(&office(), &calendar, saturday));
    }

    #[test]
    fn holidays_close_it_where_it_says_so() {
        // 23 November 2026, a Monday, is 勤労感謝の日.
        let holiday = slot(date!(2026 - 11 - 23), time!(10:00), time!(11:00));
        let calendar = Calendar::default();
        assert!(!is_open(&office(), &calendar, holiday));
        let open = Opening {
            closed_on_holidays: false,
            ..office()
        };
        assert!(is_open(&open, &calendar, holiday));
    }

    #[test]
    fn several_days_begin_and_end_while_it_is_open() {
        let calendar = Calendar::default();
        let over_weekend = Slot::new(
            Timestamp::at(date!(2026 - 11 - 20), time!(16:00)),
            Timestamp::at(date!(2026 - 11 - 24), time!(9:30)),
        );
        assert!(is_open(&office(), &calendar, over_weekend.unwrap()));
        let always = Opening::ALWAYS;
        let whole_day = Slot::new(
            Timestamp::start_of(date!(2026 - 11 - 20)),
            Timestamp::start_of(date!(2026 - 11 - 21)),
        );
        assert_eq!(last_day(whole_day.unwrap()), date!(2026 - 11 - 20));
        assert!(is_open(&always, &calendar, whole_day.unwrap()));
    }
}
