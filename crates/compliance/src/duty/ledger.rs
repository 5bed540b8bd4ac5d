//! One list out of all that know of duties.

use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;

use futures_util::future::try_join_all;
use time::Date;
use yakusho_accounts::account::{AccountsOwed, Ending};
use yakusho_accounts::password::PasswordsOwed;
use yakusho_accounts::usage::UsageOwed;
use yakusho_kernel::{Asked, Cursor, Cx, Fault, Owed, Owing, Page, Place, Tally, Whose};

use super::model::View;
use super::{policy, service, store};
use crate::data_use::EndsOwed;
use crate::pledge::{LeaversOwed, PledgeKind, PledgesOwed};
use crate::procedure::StepsOwed;
use crate::protection::ReviewsOwed;
use crate::provision::ReturnsOwed;

/// Every source of duties: those of this domain, of the accounts, and what the apps wire up.
#[derive(Clone)]
pub struct Ledger(Arc<[Arc<dyn Owing>]>);

impl fmt::Debug for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ledger({} sources)", self.0.len())
    }
}

/// What this domain reminds of; the others remind of theirs.
pub(super) fn own() -> [Arc<dyn Owing>; 8] {
    [
        Arc::new(store::Rows),
        Arc::new(StepsOwed),
        Arc::new(EndsOwed),
        Arc::new(ReviewsOwed),
        Arc::new(PledgesOwed(PledgeKind::Secrecy)),
        Arc::new(PledgesOwed(PledgeKind::Observance)),
        Arc::new(LeaversOwed(Ending::LastDay)),
        Arc::new(LeaversOwed(Ending::Order)),
    ]
}

impl Ledger {
    /// A ledger with what other domains know of.
    pub fn with(elsewhere: impl IntoIterator<Item = Arc<dyn Owing>>) -> Self {
        let others: [Arc<dyn Owing>; 4] = [
            Arc::new(PasswordsOwed),
            Arc::new(AccountsOwed),
            Arc::new(UsageOwed),
            Arc::new(ReturnsOwed),
        ];
        Self(own().into_iter().chain(others).chain(elsewhere).collect())
    }

    /// The views that the reader has.
    pub fn views(&self, cx: &Cx) -> Vec<View> {
        policy::views(cx)
    }

    /// A page of what is owed on the days from the one to the other, the earliest day first.
    pub async fn list(
        &self,
        cx: &Cx,
        view: View,
        (from, until): (Option<Date>, Option<Date>),
        after: Option<&Cursor>,
        size: usize,
    ) -> Result<Page<Owed>, Fault> {
        let whose = service::whose(cx, view).await?;
        let places: Vec<Option<Place>> = match after {
            Some(cursor) => cursor.key()?,
            None => Vec::new(),
        };
        let asked = Asked {
            whose: &whose,
            from,
            until,
            after: None,
            size: size + 1,
        };
        merged(&self.0, cx, &asked, places, size).await
    }

    /// The first of what is asked for, whoever asks.
    pub(super) async fn first(&self, cx: &Cx, asked: &Asked<'_>) -> Result<Vec<Owed>, Fault> {
        let page = merged(&self.0, cx, asked, Vec::new(), asked.size).await?;
        Ok(page.items)
    }

    /// How it stands with what is owed today, by rule.
    pub async fn tally(&self, cx: &Cx) -> Result<Vec<Tally>, Fault> {
        let mut all: Vec<Tally> = Vec::new();
        for source in self.0.iter() {
            for tally in source.tally(cx).await? {
                match all.iter_mut().find(|one| one.rule == tally.rule) {
                    Some(one) => add(one, tally),
                    None => all.push(tally),
                }
            }
        }
        all.retain(|one| one.open > 0);
        Ok(all)
    }
}

fn add(one: &mut Tally, other: Tally) {
    one.open += other.open;
    one.overdue += other.overdue;
    one.next = match (one.next, other.next) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
}

/// Each source gives its own in order, and so the earliest of the firsts is the next of all. A page ends at a place in each.
async fn merged(
    sources: &[Arc<dyn Owing>],
    cx: &Cx,
    asked: &Asked<'_>,
    mut places: Vec<Option<Place>>,
    size: usize,
) -> Result<Page<Owed>, Fault> {
    places.resize(sources.len(), None);
    let found = sources.iter().zip(&places).map(|(source, after)| async {
        let asked = Asked {
            after: *after,
            ..asked.clone()
        };
        Ok::<VecDeque<Owed>, Fault>(source.owed(cx, &asked).await?.into())
    });
    let mut found = try_join_all(found).await?;
    let mut items = Vec::new();
    while items.len() <= size {
        let firsts = found.iter().enumerate();
        let firsts = firsts.filter_map(|(source, owed)| Some((owed.front()?.due, source)));
        let Some((_, source)) = firsts.min() else {
            break;
        };
        let Some(owed) = found[source].pop_front() else {
            break;
        };
        places[source] = Some(owed.place);
        items.push((owed, places.clone()));
    }
    Ok(Page::of(items, size, |(_, places)| places.clone()).map(|(owed, _)| owed))
}

/// Everything of this domain on those days, for the night.
pub(super) async fn everything(cx: &Cx, (from, until): (Date, Date)) -> Result<Vec<Owed>, Fault> {
    let asked = Asked {
        whose: &Whose::Everyone,
        from: Some(from),
        until: Some(until),
        after: None,
        size: usize::try_from(u32::MAX).unwrap_or(usize::MAX),
    };
    let mut all = Vec::new();
    for source in own() {
        all.extend(source.owed(cx, &asked).await?);
    }
    Ok(all)
}
