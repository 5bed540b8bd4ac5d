//! Since when an account is unused, and when a question is repeated.

use time::{Date, Duration};
use yakusho_koyomi::Calendar;

/// Since when an account that was last used on that day counts as unused: after each further period of disuse anew, so
/// that it is asked about again. None before the first period is over.
pub(super) fn unused_since(last_used: Date, today: Date, period_days: u32) -> Option<Date> {
    let period = i64::from(period_days.max(1));
    let periods = (today - last_used).whole_days() / period;
    (periods > 0).then(|| last_used + Duration::days(periods * period))
}

/// Whether a question of that day is to be repeated: so many working days have passed without an answer. Years whose
/// holidays are not known count by the days of the week.
pub(super) fn is_due_again(
    calendar: &Calendar,
    asked_on: Date,
    today: Date,
    working_days: u32,
) -> bool {
    let days = i32::try_from(working_days).unwrap_or(i32::MAX);
    let due = calendar
        .add_working_days(asked_on, days)
        .unwrap_or_else(|_| asked_on + Duration::days(i64::from(days) * 7 / 5));
    today >= due
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    #[test]
    fn disuse_begins_after_the_period_and_anew_after_each() {
        let since = |today| unused_since(date!(2026 - 08 - 22), today, 90);
        assert_eq!(since(date!(2026 - 11 - 19)), None);
        assert_eq!(since(date!(2026 - 11 - 20)), Some(date!(2026 - 11 - 20)));
        assert_eq!(since(date!(2027 - 02 - 17)), Some(date!(2026 - 11 - 20)));
        assert_eq!(since(date!(2027 - 02 - 18)), Some(date!(2027 - 02 - 18)));
    }

    #[test]
    fn a_question_is_repeated_after_working_days() {
        // 23 November 2026 is a holiday: five working days after Friday the 20th is Monday the 30th.
        let calendar = Calendar::default();
        let due = |today| is_due_again(&calendar, date!(2026 - 11 - 20), today, 5);
        assert!(!due(date!(2026 - 11 - 29)));
        assert!(due(date!(2026 - 11 - 30)));
    }
}
