//! Pledges that are yet to be given, as duties of those who are asked for them.

use std::sync::Arc;

use async_trait::async_trait;
use serde_json::json;
use time::Date;
use yakusho_accounts::account::{self, Ending, Holders, Leaving, Tenure};
use yakusho_kernel::{
    Asked, Cx, DbError, Debtor, Fault, Owed, Owing, Reader, Reference, Subject as _, Tally,
};
use yakusho_regulation::Rule;

use super::model::{Occasion, PledgeKind, PledgeText};
use super::{notices, rules, store};
use crate::duty::store::day_of;

/// Pledges of a kind that whoever has an account is yet to give.
#[derive(Clone, Copy, Debug)]
pub struct PledgesOwed(pub PledgeKind);

async fn current(cx: &Cx, kind: PledgeKind) -> Result<Arc<Option<PledgeText>>, Fault> {
    let day = cx.today();
    if cx.city().in_force(kind.rule(), day).is_none() {
        return Ok(Arc::default());
    }
    Ok(cx.reference(InForce { kind, day }).await?)
}

/// The version of a kind that is in force on a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct InForce {
    kind: PledgeKind,
    day: Date,
}

impl Reference for InForce {
    type Answer = Option<PledgeText>;

    async fn read(&self, on: &Reader<'_>) -> Result<Self::Answer, DbError> {
        store::current(on, self.kind, self.day).await
    }
}

#[async_trait]
impl Owing for PledgesOwed {
    async fn owed(&self, cx: &Cx, asked: &Asked<'_>) -> Result<Vec<Owed>, Fault> {
        let current = current(cx, self.0).await?;
        let Some(text) = &*current else {
            return Ok(Vec::new());
        };
        let grace = rules::Grace::of(cx);
        let Some(opened) = rules::opened(text, grace, (asked.from, asked.until)) else {
            return Ok(Vec::new());
        };
        let sought = Holders {
            people: asked.whose.people(),
            but: store::given(self.0, Occasion::Start, Some(text.id)),
            opened,
        };
        let after = asked.after.map(|(_, account)| account.into());
        let found = account::holders(&cx.reader(), &sought, after, asked.size).await?;
        let owed = found.into_iter().map(|one| {
            let due = rules::due(text, grace, one.opened_at);
            owed(text, notices::TO_GIVE, one, due)
        });
        Ok(owed.collect())
    }

    async fn tally(&self, cx: &Cx) -> Result<Vec<Tally>, Fault> {
        let current = current(cx, self.0).await?;
        let Some(text) = &*current else {
            return Ok(Vec::new());
        };
        let (on, grace) = (cx.reader(), rules::Grace::of(cx));
        let among = |opened| Holders {
            people: None,
            but: store::given(self.0, Occasion::Start, Some(text.id)),
            opened,
        };
        let all = (None, None);
        let open = account::count_holders(&on, &among(all)).await?;
        let late = rules::opened(text, grace, (None, cx.today().previous_day()));
        let overdue = match late {
            Some(opened) => account::count_holders(&on, &among(opened)).await?,
            None => 0,
        };
        let mut next = None;
        if let Some(opened) = rules::opened(text, grace, (Some(cx.today()), None)) {
            let first = account::holders(&on, &among(opened), None, 1).await?;
            next = first
                .first()
                .map(|one| rules::due(text, grace, one.opened_at));
        }
        Ok(vec![Tally {
            rule: self.0.rule(),
            open,
            overdue,
            next,
        }])
    }
}

fn owed(text: &PledgeText, kind: &'static str, one: Tenure, due: Date) -> Owed {
    Owed {
        place: (due.to_julian_day().into(), one.account.into()),
        kind,
        params: json!({ "kind": text.kind.code() }),
        about: text.id.reference(),
        rule: Some(text.kind.rule()),
        by: Debtor::Person(one.person),
        due,
    }
}

/// Pledges of secrecy that whoever is about to leave is yet to give. Once they have left, nobody can.
#[derive(Clone, Copy, Debug)]
pub struct LeaversOwed(pub Ending);

impl LeaversOwed {
    fn sought<'a>(self, cx: &Cx, asked: Option<&Asked<'a>>) -> Leaving<'a> {
        let (from, until) = asked.map_or((None, None), |asked| (asked.from, asked.until));
        let horizon = rules::horizon(cx);
        Leaving {
            ending: self.0,
            people: asked.and_then(|asked| asked.whose.people()),
            but: store::given(PledgeKind::Secrecy, Occasion::Leaving, None),
            days: (
                from.unwrap_or(Date::MIN).max(cx.today()),
                until.unwrap_or(Date::MAX).min(horizon),
            ),
        }
    }
}

#[async_trait]
impl Owing for LeaversOwed {
    async fn owed(&self, cx: &Cx, asked: &Asked<'_>) -> Result<Vec<Owed>, Fault> {
        let current = current(cx, PledgeKind::Secrecy).await?;
        let Some(text) = &*current else {
            return Ok(Vec::new());
        };
        let after = asked.after.map(|(day, id)| (day_of(day), id.into()));
        let sought = self.sought(cx, Some(asked));
        let found = account::leaving(&cx.reader(), &sought, after, asked.size).await?;
        let owed = found
            .into_iter()
            .map(|(last, one)| owed(text, notices::BEFORE_LEAVING, one, last));
        Ok(owed.collect())
    }

    async fn tally(&self, cx: &Cx) -> Result<Vec<Tally>, Fault> {
        if current(cx, PledgeKind::Secrecy).await?.is_none() {
            return Ok(Vec::new());
        }
        let sought = self.sought(cx, None);
        let (open, next) = account::count_leaving(&cx.reader(), &sought).await?;
        Ok(vec![Tally {
            rule: Rule::SecrecyPledged,
            open,
            overdue: 0,
            next,
        }])
    }
}
