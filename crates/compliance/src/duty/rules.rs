//! When somebody is reminded, and when it goes further: pure.

use time::{Date, Duration};

/// What is told of a duty on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// It is due in so many days or fewer.
    Ahead(u32),
    /// Its day is past.
    Overdue,
    /// Its day is so long past that whoever is above is told.
    Escalated,
}

/// For how long what a missed night would have told is still told.
const CATCH_UP: Duration = Duration::days(31);

/// The days of which the duties are looked at on a day: from the one to the other.
pub(super) fn window(today: Date, ahead: &[u32], patience: u32) -> (Date, Date) {
    let furthest = ahead.first().copied().unwrap_or_default();
    let back = CATCH_UP + Duration::days(patience.into());
    let from = today.checked_sub(back).unwrap_or(Date::MIN);
    let until = today.checked_add(Duration::days(furthest.into()));
    (from, until.unwrap_or(Date::MAX))
}

/// What is told on a day of a duty with that day, where one is reminded so many days ahead (from the longest) and whoever
/// is above is told once it is more than `patience` days late.
pub(super) fn stage(today: Date, due: Date, ahead: &[u32], patience: u32) -> Option<Stage> {
    let left = (due - today).whole_days();
    if left < 0 {
        let late = left.unsigned_abs() > u64::from(patience);
        return Some(if late {
            Stage::Escalated
        } else {
            Stage::Overdue
        });
    }
    let reached = ahead.iter().rev().find(|days| left <= i64::from(**days));
    reached.map(|days| Stage::Ahead(*days))
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    #[test]
    fn reminders_come_on_their_days_and_go_further_after_them() {
        let due = date!(2026 - 11 - 30);
        let on = |today| stage(today, due, &[30, 7, 0], 7);
        assert_eq!(on(date!(2026 - 10 - 30)), None);
        assert_eq!(on(date!(2026 - 10 - 31)), Some(Stage::Ahead(30)));
        assert_eq!(on(date!(2026 - 11 - 22)), Some(Stage::Ahead(30)));
        assert_eq!(on(date!(2026 - 11 - 23)), Some(Stage::Ahead(7)));
        assert_eq!(on(due), Some(Stage::Ahead(0)));
        assert_eq!(on(date!(2026 - 12 - 01)), Some(Stage::Overdue));
        assert_eq!(on(date!(2026 - 12 - 07)), Some(Stage::Overdue));
        assert_eq!(on(date!(2026 - 12 - 08)), Some(Stage::Escalated));
        assert_eq!(stage(due, due, &[], 7), None);
    }

    #[test]
    fn what_a_missed_night_would_have_told_is_looked_at() {
        let (from, until) = window(date!(2026 - 11 - 20), &[30, 7], 7);
        assert_eq!(from, date!(2026 - 10 - 13));
        assert_eq!(until, date!(2026 - 12 - 20));
        assert_eq!(window(Date::MAX, &[1], 0).1, Date::MAX);
    }
}
