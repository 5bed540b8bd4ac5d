//! Passwords that are to be changed (shiroishi:24-3), as duties of their owners.

use async_trait::async_trait;
use serde_json::json;
use time::Date;
use yakusho_kernel::{Asked, Cx, Debtor, Fault, Owed, Owing, Subject as _, Tally, Timestamp};
use yakusho_regulation::{Period, Rule};

use super::rules::first_day_whose_end_is_after;
use super::store;
use crate::notices;

/// What owners of passwords owe where the city sets an age.
#[derive(Clone, Copy, Debug)]
pub struct PasswordsOwed;

/// The age that the city sets today.
fn age(cx: &Cx) -> Option<Period> {
    cx.city().in_force(Rule::PasswordAge, cx.today())?;
    cx.city().values(cx.today()).password_max_age
}

/// The moment from which on passwords are set whose last day is later than that day.
fn ends_after(age: Period, day: Date) -> Timestamp {
    Timestamp::start_of(first_day_whose_end_is_after(age, day))
}

#[async_trait]
impl Owing for PasswordsOwed {
    async fn owed(&self, cx: &Cx, asked: &Asked<'_>) -> Result<Vec<Owed>, Fault> {
        let Some(age) = age(cx) else {
            return Ok(Vec::new());
        };
        let from = asked.from.and_then(Date::previous_day);
        let set = (
            from.map(|day| ends_after(age, day)),
            asked.until.map(|day| ends_after(age, day)),
        );
        let people = asked.whose.people();
        let found = store::set_in(&cx.reader(), people, set, asked.after, asked.size).await?;
        let owed = found.into_iter().map(|(account, person, set_at)| {
            let due = age.after(set_at.date());
            Owed {
                place: (set_at.millis(), account.into()),
                kind: notices::PASSWORD_ENDS,
                params: json!({ "last_day": due.to_string() }),
                about: account.reference(),
                rule: Some(Rule::PasswordAge),
                by: Debtor::Person(person),
                due,
            }
        });
        Ok(owed.collect())
    }

    async fn tally(&self, cx: &Cx) -> Result<Vec<Tally>, Fault> {
        let (Some(age), Some(yesterday)) = (age(cx), cx.today().previous_day()) else {
            return Ok(Vec::new());
        };
        let in_time = ends_after(age, yesterday);
        let (open, overdue, next) = store::count_set(&cx.reader(), in_time).await?;
        Ok(vec![Tally {
            rule: Rule::PasswordAge,
            open,
            overdue,
            next: next.map(|set_at| age.after(set_at.date())),
        }])
    }
}
