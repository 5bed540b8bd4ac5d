//! Returns that are owed (shiroishi:15-4(4)): by whoever answers for the section that provided the data.

use async_trait::async_trait;
use time::Date;
use yakusho_accounts::function::{self, Function};
use yakusho_kernel::{Asked, Cx, Debtor, Fault, Owed, Owing, Subject as _, Tally, UnitId, Whose};
use yakusho_regulation::{Role, Rule};

use super::service::said_of;
use super::store::Wanted;
use super::{notices, store};
use crate::duty::store::day_of;

/// The returns and disposals that are owed under agreements that have ended. Provisions remind of them themselves.
#[derive(Clone, Copy, Debug)]
pub struct ReturnsOwed;

/// The sections for whose managers something is wanted; none for all.
fn sections(whose: &Whose) -> Option<Vec<UnitId>> {
    let Whose::Theirs { debtors, units, .. } = whose else {
        return None;
    };
    let managed = debtors.iter().filter_map(|debtor| match debtor {
        Debtor::Role(Role::InformationManager, unit) => *unit,
        Debtor::Head(unit) => Some(*unit),
        Debtor::Person(_) | Debtor::Post(_) | Debtor::Role(..) => None,
    });
    Some(managed.chain(units.iter().copied()).collect())
}

#[async_trait]
impl Owing for ReturnsOwed {
    async fn owed(&self, cx: &Cx, asked: &Asked<'_>) -> Result<Vec<Owed>, Fault> {
        let sections = sections(asked.whose);
        let asks_nobody = sections.as_ref().is_some_and(Vec::is_empty);
        if asks_nobody || !function::is_on(cx, Function::Compliance).await? {
            return Ok(Vec::new());
        }
        let wanted = Wanted {
            sections: sections.as_deref(),
            from: asked.from,
            until: asked.until,
            after: asked.after.map(|(day, id)| (day_of(day), id)),
            size: Some(asked.size),
        };
        let found = store::owed(&cx.reader(), cx.today(), &wanted).await?;
        let owed = found.into_iter().map(|one| Owed {
            place: (one.due.to_julian_day().into(), one.agreement.into()),
            kind: notices::RETURN_DUE,
            params: said_of(&one.data_name, &one.recipient, Some(one.due)),
            about: one.provision.reference(),
            rule: Some(Rule::AgreementConditions),
            by: Debtor::Role(Role::InformationManager, Some(one.section)),
            due: one.due,
        });
        Ok(owed.collect())
    }

    async fn tally(&self, cx: &Cx) -> Result<Vec<Tally>, Fault> {
        if !function::is_on(cx, Function::Compliance).await? {
            return Ok(Vec::new());
        }
        let today = cx.today();
        let found = store::owed(&cx.reader(), today, &Wanted::default()).await?;
        let late = |due: &Date| *due < today;
        let days = || found.iter().map(|one| one.due);
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        Ok(vec![Tally {
            rule: Rule::AgreementConditions,
            open: count(found.len()),
            overdue: count(days().filter(late).count()),
            next: days().find(|due| !late(due)),
        }])
    }
}
