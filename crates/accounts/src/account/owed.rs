//! Accounts that end (nogata:7-1): whoever still needs theirs sees to it that it is approved anew before.

use async_trait::async_trait;
use serde_json::json;
use time::Date;
use yakusho_kernel::{Asked, Cx, Debtor, Fault, Owed, Owing, Subject as _, Tally};
use yakusho_regulation::Rule;

use super::store;
use crate::notices;

/// The ends of accounts, which concern their owners. One that has ended is owed nothing more.
#[derive(Clone, Copy, Debug)]
pub struct AccountsOwed;

#[async_trait]
impl Owing for AccountsOwed {
    async fn owed(&self, cx: &Cx, asked: &Asked<'_>) -> Result<Vec<Owed>, Fault> {
        let from = asked.from.unwrap_or(Date::MIN).max(cx.today());
        let after = asked.after.and_then(|(day, id)| {
            let day = Date::from_julian_day(i32::try_from(day).ok()?).ok()?;
            Some((day, id.into()))
        });
        let days = (Some(from), asked.until);
        let people = asked.whose.people();
        let found = store::ends(&cx.reader(), people, days, after, asked.size).await?;
        let owed = found.into_iter().filter_map(|account| {
            let due = account.ends_on?;
            Some(Owed {
                place: (due.to_julian_day().into(), account.id.into()),
                kind: notices::ACCOUNT_ENDS,
                params: json!({ "login": account.login.as_str(), "ends_on": due.to_string() }),
                about: account.id.reference(),
                rule: Some(Rule::OthersApproved),
                by: Debtor::Person(account.person),
                due,
            })
        });
        Ok(owed.collect())
    }

    async fn tally(&self, cx: &Cx) -> Result<Vec<Tally>, Fault> {
        let (open, next) = store::count_ends(&cx.reader(), cx.today()).await?;
        Ok(vec![Tally {
            rule: Rule::OthersApproved,
            open,
            overdue: 0,
            next,
        }])
    }
}
