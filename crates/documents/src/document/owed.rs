//! What is to be looked through again (nogata:9(3)), as a duty of whoever registered it, while it is their section's; what
//! passed to another section is a duty of whoever leads that. They have either among the section's.

use async_trait::async_trait;
use serde_json::json;
use time::Date;
use yakusho_accounts::function::{self, Function};
use yakusho_kernel::{Asked, Cx, Debtor, Fault, Owed, Owing, Subject as _, Tally, Whose};
use yakusho_regulation::Rule;

use super::store;
use crate::notices;

/// The reviews of documents that have a day.
#[derive(Clone, Copy, Debug)]
pub struct ReviewsOwed;

#[async_trait]
impl Owing for ReviewsOwed {
    async fn owed(&self, cx: &Cx, asked: &Asked<'_>) -> Result<Vec<Owed>, Fault> {
        if !function::is_on(cx, Function::Documents).await? {
            return Ok(Vec::new());
        }
        let after = asked.after.and_then(|(day, id)| {
            let day = Date::from_julian_day(i32::try_from(day).ok()?).ok()?;
            Some((day, id.into()))
        });
        let whose = match asked.whose {
            Whose::Everyone => None,
            Whose::Theirs {
                people,
                debtors,
                units,
            } => {
                let headed = debtors.iter().filter_map(|one| match one {
                    Debtor::Head(unit) => Some(*unit),
                    Debtor::Person(_) | Debtor::Post(_) | Debtor::Role(..) => None,
                });
                Some(store::Theirs {
                    people,
                    headed: headed.collect(),
                    units,
                })
            }
        };
        let days = (asked.from, asked.until);
        let found = store::reviews(&cx.reader(), whose, days, after, asked.size).await?;
        let owed = found.into_iter().filter_map(|(document, folder)| {
            let due = document.content.review_on?;
            Some(Owed {
                place: (due.to_julian_day().into(), document.id.into()),
                kind: notices::REVIEW_DUE,
                params: json!({ "title": document.content.title, "on": due.to_string() }),
                about: document.id.reference(),
                rule: Some(Rule::ContentKeptCurrent),
                by: if document.passed_to(&folder) {
                    Debtor::Head(folder.section)
                } else {
                    Debtor::Person(document.by.author)
                },
                due,
            })
        });
        Ok(owed.collect())
    }

    async fn tally(&self, cx: &Cx) -> Result<Vec<Tally>, Fault> {
        if !function::is_on(cx, Function::Documents).await? {
            return Ok(Vec::new());
        }
        let (open, overdue, next) = store::count_reviews(&cx.reader(), cx.today()).await?;
        Ok(vec![Tally {
            rule: Rule::ContentKeptCurrent,
            open,
            overdue,
            next,
        }])
    }
}
