//! Reviews of measures, as duties of whose they are: the section's manager, or the information system manager.

use async_trait::async_trait;
use serde_json::json;
use yakusho_accounts::function::{self, Function};
use yakusho_kernel::{Asked, Cx, Debtor, Fault, Owed, Owing, Subject as _, Tally, Whose};
use yakusho_regulation::Role;

use super::model::MeasureRow;
use super::policy;
use super::store::{self, Wanted};
use crate::duty::store::day_of;
use crate::notices;

/// The reviews that measures are due for.
#[derive(Clone, Copy, Debug)]
pub struct ReviewsOwed;

/// Whose reviews are wanted.
fn wanted(whose: &Whose) -> Wanted {
    let Whose::Theirs { debtors, units, .. } = whose else {
        return Wanted::Everyone;
    };
    let sections = debtors.iter().filter_map(|debtor| match debtor {
        Debtor::Role(Role::InformationManager, unit) => *unit,
        Debtor::Head(unit) => Some(*unit),
        Debtor::Person(_) | Debtor::Post(_) | Debtor::Role(..) => None,
    });
    Wanted::Of {
        sections: sections.chain(units.iter().copied()).collect(),
        system_manager: debtors.contains(&Debtor::Role(Role::InformationSystemManager, None)),
    }
}

fn owed(row: MeasureRow) -> Option<Owed> {
    let MeasureRow { measure, system } = row;
    let due = measure.review?;
    let by = match measure.section {
        Some(section) => Debtor::Role(Role::InformationManager, Some(section)),
        None => Debtor::Role(Role::InformationSystemManager, None),
    };
    Some(Owed {
        place: (due.to_julian_day().into(), measure.id.into()),
        kind: notices::REVIEW_DUE,
        params: json!({ "system": system, "kind": measure.kind.code() }),
        about: measure.id.reference(),
        rule: Some(measure.kind.rule()),
        by,
        due,
    })
}

#[async_trait]
impl Owing for ReviewsOwed {
    async fn owed(&self, cx: &Cx, asked: &Asked<'_>) -> Result<Vec<Owed>, Fault> {
        let wanted = wanted(asked.whose);
        let kinds = policy::kinds(cx);
        if kinds.is_empty()
            || wanted.is_nobody()
            || !function::is_on(cx, Function::Compliance).await?
        {
            return Ok(Vec::new());
        }
        let on = cx.reader();
        let days = (asked.from, asked.until);
        let after = asked.after.map(|(day, id)| (day_of(day), id.into()));
        let found = store::due(&on, &kinds, &wanted, days, after, asked.size).await?;
        let rows = store::named(&on, found).await?;
        Ok(rows.into_iter().filter_map(owed).collect())
    }

    async fn tally(&self, cx: &Cx) -> Result<Vec<Tally>, Fault> {
        let kinds = policy::kinds(cx);
        if kinds.is_empty() || !function::is_on(cx, Function::Compliance).await? {
            return Ok(Vec::new());
        }
        let counted = store::count_due(&cx.reader(), &kinds, cx.today()).await?;
        let tallies = counted.into_iter().map(|(kind, count)| Tally {
            rule: kind.rule(),
            open: count.open,
            overdue: count.overdue,
            next: count.next,
        });
        Ok(tallies.collect())
    }
}
