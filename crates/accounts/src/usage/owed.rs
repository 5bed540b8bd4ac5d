//! Usage rules to be taken note of (nogata:5-2(2)), as duties of those who work with the groupware.

use async_trait::async_trait;
use serde_json::json;
use yakusho_kernel::{Asked, Cx, Debtor, Fault, Owed, Owing, Subject as _, Tally};
use yakusho_regulation::Rule;

use super::{service, store};
use crate::notices;

/// The version in force, which whoever has an account takes note of before anything else.
#[derive(Clone, Copy, Debug)]
pub struct UsageOwed;

#[async_trait]
impl Owing for UsageOwed {
    async fn owed(&self, cx: &Cx, asked: &Asked<'_>) -> Result<Vec<Owed>, Fault> {
        let current = service::in_force(cx).await?;
        let Some(rules) = &*current else {
            return Ok(Vec::new());
        };
        let due = rules.effective_on;
        let early = asked.from.is_some_and(|from| due < from);
        if early || asked.until.is_some_and(|until| until < due) {
            return Ok(Vec::new());
        }
        let people = asked.whose.people();
        let after = asked.after.map(|(_, account)| account.into());
        let found = store::not_noted(&cx.reader(), rules.id, people, after, asked.size).await?;
        let owed = found.into_iter().map(|(account, person)| Owed {
            place: (due.to_julian_day().into(), account.into()),
            kind: notices::USAGE_TO_NOTE,
            params: json!({ "number": rules.number }),
            about: rules.id.reference(),
            rule: Some(Rule::UsageRules),
            by: Debtor::Person(person),
            due,
        });
        Ok(owed.collect())
    }

    async fn tally(&self, cx: &Cx) -> Result<Vec<Tally>, Fault> {
        let current = service::in_force(cx).await?;
        let Some(rules) = &*current else {
            return Ok(Vec::new());
        };
        let open = store::count_not_noted(&cx.reader(), rules.id).await?;
        let late = rules.effective_on < cx.today();
        Ok(vec![Tally {
            rule: Rule::UsageRules,
            open,
            overdue: if late { open } else { 0 },
            next: Some(rules.effective_on).filter(|_| !late),
        }])
    }
}
