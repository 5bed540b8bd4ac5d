//! What time brings about in cases: done every night, and harmless to repeat on the same day.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use time::Duration;
use yakusho_kernel::{Audit, Cx, Fault, Notice, PersonId};

use super::model::{Case, CaseId, Holder};
use super::service::said;
use super::{parties, policy, store};
use crate::notices;

/// Reminds those for whom something waits, on the days that the city sets before it is due, and every day after; says how
/// many were not reminded today before.
pub async fn remind(cx: &Cx) -> Result<usize, Fault> {
    let permit = policy::may_remind(cx)?;
    let tx = cx.begin().await?;
    let values = cx.city().values(cx.today());
    let ahead = values.confirmation_reminder_days.iter().copied();
    let day = |days: u32| cx.today().checked_add(Duration::days(days.into()));
    let ahead: Vec<_> = ahead.filter_map(day).collect();
    let due = store::due(&tx, &ahead, cx.today()).await?;
    let mut cases: HashMap<CaseId, Case> = HashMap::new();
    let mut people: HashMap<Holder, Vec<PersonId>> = HashMap::new();
    let mut told = Vec::new();
    for task in due {
        if let Entry::Vacant(place) = cases.entry(task.of)
            && let Some(case) = store::find(&tx, task.of).await?
        {
            place.insert(case);
        }
        if let Entry::Vacant(place) = people.entry(task.holder) {
            place.insert(parties::people(&tx, cx.today(), &[task.holder]).await?);
        }
        let (Some(case), Some(people)) = (cases.get(&task.of), people.get(&task.holder)) else {
            continue;
        };
        let kind = if task.day < cx.today() {
            notices::OVERDUE
        } else {
            notices::REMINDER
        };
        let notice = Notice::new(kind, &task.of)
            .keyed(cx.today().to_string())
            .params(said(case, Some(task.day), None));
        told.extend(people.iter().map(|person| (*person, notice.clone())));
    }
    let told = tx.notify_each(&told).await?;
    let entry = Audit::at_large(permit).with("told", told);
    Ok(*tx.commit(entry, told).await?)
}
