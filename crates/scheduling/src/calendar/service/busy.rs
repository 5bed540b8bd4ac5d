//! When people are busy.

use std::collections::HashMap;

use time::Duration;
use uuid::Uuid;
use yakusho_kernel::{Cx, Fault, Timestamp};

use super::read::{closed, names};
use crate::calendar::model::Busy;
use crate::event::store;
use crate::event::{self, Answer, Owner, Status, policy, rules};
use crate::recurrence::Local;

/// The longest time that is looked at.
const LONGEST: Duration = Duration::days(366);

/// Those of these people and units that there are today.
pub async fn known(cx: &Cx, owners: &[Owner]) -> Result<Vec<Owner>, Fault> {
    let _ = policy::may_look(cx)?;
    let names = names(&cx.reader(), cx, owners).await?;
    let there = owners.iter().copied();
    Ok(there
        .filter(|owner| names.contains_key(&owner.parts().1))
        .collect())
}

/// When these people and units are busy between two points in time, at most a year. Everybody may see it of everybody; it
/// says nothing else.
pub async fn busy(
    cx: &Cx,
    owners: &[Owner],
    (from, until): (Timestamp, Timestamp),
) -> Result<HashMap<Uuid, Vec<Busy>>, Fault> {
    let _ = policy::may_look(cx)?;
    let until = until.min(from.plus(LONGEST));
    let on = cx.reader();
    let reader = event::calendars(&on, cx).await?;
    let city = closed(&on).await?;
    let found = store::in_calendars(&on, &reader, owners, (from, until)).await?;
    let mut busy: HashMap<Uuid, Vec<Busy>> = HashMap::new();
    for one in found {
        if one.free {
            continue;
        }
        let times = rules::within(&one.pattern, (from, until), &city).into_iter();
        let takes_part = |date: Option<Local>| one.own || one.said.on(date) != Answer::Declined;
        let times = times.filter(|(_, date, _)| takes_part(*date));
        let times = times.map(|(item, date, _)| Busy {
            from: item.start,
            until: item.end,
            tentative: one.status != Status::Confirmed || one.said.on(date) == Answer::Tentative,
        });
        busy.entry(one.holder).or_default().extend(times);
    }
    for times in busy.values_mut() {
        times.sort_unstable();
        times.dedup();
    }
    Ok(busy)
}
