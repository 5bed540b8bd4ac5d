//! On which days a due date reminds.

use time::{Date, Duration};
use yakusho_kernel::Fault;
use yakusho_koyomi::Calendar;
use yakusho_regulation::Values;

/// For how many days after its due date something still reminds: a year, after which it is a matter for people.
const LONGEST: u32 = 366;

/// The so-manieth working day before a day: what was there before it has been there for as many whole working days.
pub(crate) fn working_days_before(
    calendar: &Calendar,
    day: Date,
    days: u32,
) -> Result<Date, Fault> {
    let back = i32::try_from(days).unwrap_or(i32::MAX);
    calendar
        .add_working_days(day, back.saturating_neg())
        .map_err(Fault::internal)
}

/// The due dates of which people are reminded today, on either side of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dues {
    /// Those ahead, today's included.
    pub(crate) ahead: Vec<Date>,
    /// Those that have passed.
    pub(crate) overdue: Vec<Date>,
}

impl Dues {
    /// Ahead, so many days before as the city sets; afterwards, every so many working days, and on those alone.
    pub(crate) fn on(today: Date, values: &Values, calendar: &Calendar) -> Result<Self, Fault> {
        let ahead = values
            .confirmation_reminder_days
            .iter()
            .filter_map(|days| today.checked_add(Duration::days(i64::from(*days))))
            .collect();
        let every = values.confirmation_overdue_working_days.max(1);
        let mut overdue = Vec::new();
        let works = |day| calendar.is_working_day(day).map_err(Fault::internal);
        let mut worked = u32::from(works(today)?);
        if worked > 0 {
            let mut day = today;
            for _ in 0..LONGEST {
                let Some(earlier) = day.previous_day() else {
                    break;
                };
                day = earlier;
                if worked.is_multiple_of(every) {
                    overdue.push(day);
                }
                worked += u32::from(works(day)?);
            }
        }
        Ok(Self { ahead, overdue })
    }

    /// All of them.
    pub(crate) fn all(&self) -> impl Iterator<Item = Date> {
        self.ahead.iter().chain(&self.overdue).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn on(today: Date, every: u32) -> Dues {
        let values = Values {
            confirmation_reminder_days: vec![3, 0],
            confirmation_overdue_working_days: every,
            ..Values::default()
        };
        Dues::on(today, &values, &Calendar::default()).unwrap()
    }

    #[test]
    fn ahead_it_reminds_on_the_days_that_the_city_sets() {
        assert_eq!(
            on(date!(2026 - 11 - 20), 1).ahead,
            [date!(2026 - 11 - 23), date!(2026 - 11 - 20)]
        );
    }

    #[test]
    fn on_a_closed_day_nothing_overdue_reminds() {
        assert!(on(date!(2026 - 11 - 21), 1).overdue.is_empty());
    }

    #[test]
    fn overdue_every_second_working_day() {
        // Friday 20 November 2026. Due on Wednesday: Thursday and Friday have passed, which is two working days.
        let overdue = on(date!(2026 - 11 - 20), 2).overdue;
        assert!(!overdue.contains(&date!(2026 - 11 - 19)));
        assert!(overdue.contains(&date!(2026 - 11 - 18)));
        assert!(!overdue.contains(&date!(2026 - 11 - 17)));
        // Four working days lie after Sunday and after Saturday alike, and five after Friday.
        assert!(!overdue.contains(&date!(2026 - 11 - 15)));
        assert!(overdue.contains(&date!(2026 - 11 - 16)));
    }

    #[test]
    fn it_ends_after_a_year() {
        let overdue = on(date!(2026 - 11 - 20), 1).overdue;
        assert!(overdue.contains(&date!(2025 - 11 - 19)));
        assert!(!overdue.contains(&date!(2025 - 11 - 18)));
    }
}
