//! Approvals that end: whoever still needs the data applies anew before (shiroishi:14).

use async_trait::async_trait;
use serde_json::json;
use time::Date;
use yakusho_accounts::function::{self, Function};
use yakusho_kernel::{Asked, Cx, Debtor, Fault, Owed, Owing, Subject as _, Tally, UnitId, Whose};
use yakusho_regulation::Rule;

use super::store;
use crate::duty::store::day_of;
use crate::notices;

/// The ends of approvals that none follows, which concern the head of the section that uses the data. One that has ended
/// is owed nothing more.
#[derive(Clone, Copy, Debug)]
pub struct EndsOwed;

/// The sections for whose heads something is wanted; none for all.
fn sections(whose: &Whose) -> Option<Vec<UnitId>> {
    let Whose::Theirs { debtors, units, .. } = whose else {
        return None;
    };
    let heads = debtors.iter().filter_map(|debtor| match debtor {
        Debtor::Head(unit) => Some(*unit),
        Debtor::Person(_) | Debtor::Post(_) | Debtor::Role(..) => None,
    });
    Some(heads.chain(units.iter().copied()).collect())
}

#[async_trait]
impl Owing for EndsOwed {
    async fn owed(&self, cx: &Cx, asked: &Asked<'_>) -> Result<Vec<Owed>, Fault> {
        let sections = sections(asked.whose);
        let asks_nobody = sections.as_ref().is_some_and(Vec::is_empty);
        if asks_nobody || !function::is_on(cx, Function::Compliance).await? {
            return Ok(Vec::new());
        }
        let from = asked.from.unwrap_or(Date::MIN).max(cx.today());
        let until = asked.until.and_then(Date::next_day);
        let after = asked.after.map(|(day, id)| (day_of(day), id.into()));
        let on = cx.reader();
        let found = store::ending(&on, sections.as_deref(), (from, until), after, asked.size);
        let owed = found.await?.into_iter().map(|(approval, data)| {
            let due = approval.days.1;
            let after = due.next_day().unwrap_or(Date::MAX);
            Owed {
                place: (after.to_julian_day().into(), approval.id.into()),
                kind: notices::USE_ENDS,
                params: json!({ "data": data, "last": due.to_string() }),
                about: approval.case.reference(),
                rule: Some(Rule::DataUseApproved),
                by: Debtor::Head(approval.section),
                due,
            }
        });
        Ok(owed.collect())
    }

    async fn tally(&self, cx: &Cx) -> Result<Vec<Tally>, Fault> {
        if !function::is_on(cx, Function::Compliance).await? {
            return Ok(Vec::new());
        }
        let (open, next) = store::count_ending(&cx.reader(), cx.today()).await?;
        Ok(vec![Tally {
            rule: Rule::DataUseApproved,
            open,
            overdue: 0,
            next: next.and_then(Date::previous_day),
        }])
    }
}
