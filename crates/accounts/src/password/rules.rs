//! How long a password is good, and when its owner is told.

use serde_json::{Value, json};
use time::{Date, Duration};
use yakusho_kernel::{Invalid, Reason, Timestamp};
use yakusho_regulation::{City, Period, Values, Verdict, rule};

use super::model::Age;
use crate::account::reminder_due;
use crate::notices;

/// How far back the suggestion to change is still given, if the job did not run on the day itself.
const CATCH_UP: Duration = Duration::days(31);

/// Judges the present password as it was typed: nobody else changes it (nogata:2(4), muko:33-2).
///
/// # Errors
/// The field `current`.
pub(super) fn current(city: &City, today: Date, right: bool) -> Result<(), Invalid> {
    match rule!(PasswordOwnersAlone).judge(city, today, right) {
        Verdict::Broken(basis) => {
            let mut invalid = Invalid::default();
            invalid.push_by("current", Reason::Code("wrong_password"), basis);
            Err(invalid)
        }
        Verdict::Kept(_) | Verdict::NotInForce => Ok(()),
    }
}

/// The last day on which a password may be used without being changed; none where the city sets no age.
pub(super) fn last_day(values: &Values, set_at: Timestamp) -> Option<Date> {
    values.password_max_age.map(|age| age.after(set_at.date()))
}

/// How old a password is that was set on that day.
pub(super) fn age(city: &City, today: Date, set_on: Date) -> Age {
    let values = city.values(today);
    let suggested_from = values.password_change_suggested_after.after(set_on);
    let suggested = rule!(PasswordChangeSuggested).keep(city, today).is_some();
    Age {
        set_on,
        last_day: values.password_max_age.map(|age| age.after(set_on)),
        change_suggested: suggested && today >= suggested_from,
    }
}

/// Which passwords' owners are to be told something on a day.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    today: Date,
    kind: Kind<'a>,
    /// The first day on which such a password was set.
    pub(super) set_from: Date,
    /// The day before which it was set.
    pub(super) set_before: Date,
}

#[derive(Debug)]
enum Kind<'a> {
    /// Its last day comes: told so many days ahead.
    Ends(Period, &'a [u32]),
    /// It has reached the age at which a change is suggested.
    Suggested(Period),
}

/// What an owner is told.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reminder {
    pub(super) kind: &'static str,
    pub(super) key: String,
    pub(super) params: Value,
}

/// What is to be done on that day: where the city sets an age, its end is announced; where it does not, a change is
/// suggested if a rule asks for that.
pub(super) fn reminders(city: &City, today: Date) -> Option<Plan<'_>> {
    let values = city.values(today);
    let (kind, period, first_end, last_end) = match values.password_max_age {
        Some(age) if rule!(PasswordAge).keep(city, today).is_some() => {
            let days = values.password_reminder_days.as_slice();
            let furthest = today + Duration::days(i64::from(*days.first()?));
            (Kind::Ends(age, days), age, today, furthest)
        }
        _ => {
            rule!(PasswordChangeSuggested).keep(city, today)?;
            let period = values.password_change_suggested_after;
            (Kind::Suggested(period), period, today - CATCH_UP, today)
        }
    };
    let set_before = first_day_whose_end_is_after(period, last_end);
    let set_from = first_day_whose_end_is_after(period, first_end.previous_day()?);
    Some(Plan {
        today,
        kind,
        set_from,
        set_before,
    })
}

impl Plan<'_> {
    /// What the owner of a password that was set on that day is told.
    pub(super) fn reminder(&self, set_on: Date) -> Option<Reminder> {
        match self.kind {
            Kind::Ends(age, days) => {
                let last = age.after(set_on);
                let before = reminder_due(days, self.today, last)?;
                Some(Reminder {
                    kind: notices::PASSWORD_ENDS,
                    key: format!("{last}:{before}"),
                    params: json!({ "last_day": last.to_string() }),
                })
            }
            Kind::Suggested(after) => (after.after(set_on) <= self.today).then(|| Reminder {
                kind: notices::PASSWORD_CHANGE_SUGGESTED,
                key: set_on.to_string(),
                params: json!({ "set_on": set_on.to_string() }),
            }),
        }
    }
}

/// The first day from which the period ends later than that day. Several days can share one end: a month ends on 28
/// February from the 28th to the 31st of January.
pub(super) fn first_day_whose_end_is_after(period: Period, end: Date) -> Date {
    let mut day = end;
    while period.after(day) > end {
        let Some(before) = day.previous_day() else {
            return day;
        };
        day = before;
    }
    day.next_day().unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    #[test]
    fn the_end_of_an_age_is_announced_on_the_days_ahead() {
        let city = City::builtin("shiroishi").unwrap();
        let set_on = date!(2026 - 04 - 01);
        let told = |today| {
            let plan = reminders(&city, today).unwrap();
            let asked_for = (plan.set_from..plan.set_before).contains(&set_on);
            plan.reminder(set_on)
                .filter(|_| asked_for)
                .map(|told| told.key)
        };
        assert_eq!(told(date!(2027 - 03 - 01)), None);
        assert_eq!(told(date!(2027 - 03 - 02)).unwrap(), "2027-04-01:30");
        assert_eq!(told(date!(2027 - 03 - 24)).unwrap(), "2027-04-01:30");
        assert_eq!(told(date!(2027 - 03 - 25)).unwrap(), "2027-04-01:7");
        assert_eq!(told(date!(2027 - 04 - 01)).unwrap(), "2027-04-01:1");
        assert_eq!(told(date!(2027 - 04 - 02)), None);
    }

    #[test]
    fn a_change_is_suggested_after_a_year() {
        for city in ["nogata", "muko"] {
            let city = City::builtin(city).unwrap();
            let set_on = date!(2026 - 04 - 01);
            let suggested = |today| age(&city, today, set_on).change_suggested;
            assert!(!suggested(date!(2027 - 03 - 31)));
            assert!(suggested(date!(2027 - 04 - 01)));
            assert_eq!(age(&city, set_on, set_on).last_day, None);
            let plan = reminders(&city, date!(2027 - 04 - 20)).unwrap();
            assert!((plan.set_from..plan.set_before).contains(&set_on));
            let told = plan.reminder(set_on).unwrap();
            assert_eq!(
                (told.kind, told.key.as_str()),
                ("password.change_suggested", "2026-04-01")
            );
            assert_eq!(plan.reminder(date!(2026 - 04 - 21)), None);
        }
    }

    #[test]
    fn where_an_age_is_set_no_change_is_suggested_besides() {
        let city = City::builtin("shiroishi").unwrap();
        let age = age(&city, date!(2030 - 01 - 01), date!(2026 - 04 - 01));
        assert!(!age.change_suggested);
        assert_eq!(age.last_day, Some(date!(2027 - 04 - 01)));
    }
}
