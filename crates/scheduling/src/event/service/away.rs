//! Who is away.

use std::collections::BTreeSet;

use time::Date;
use yakusho_accounts::calendar;
use yakusho_kernel::{Cx, Fault, PersonId, Timestamp};

use crate::event::model::{Answer, Status};
use crate::event::{policy, rules, store};

/// Those whose calendars say that they are away on one of the days, the whole of it; the earliest day first. What excuses
/// from looking at mail and board on it (nogata:9(1)).
pub async fn away(cx: &Cx, days: &[Date]) -> Result<BTreeSet<PersonId>, Fault> {
    let _ = policy::may_find_away(cx)?;
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return Ok(BTreeSet::new());
    };
    let after = last.next_day().unwrap_or(*last);
    let times = (Timestamp::start_of(*first), Timestamp::start_of(after));
    let on = cx.reader();
    let calendar = calendar::of(&on).await?;
    let found = store::away(&on, times).await?.into_iter();
    let stands = found.filter(|one| one.status == Status::Confirmed);
    let away = stands.filter(|one| {
        let mut items = rules::within(&one.pattern, times, &calendar).into_iter();
        items.any(|(item, date, _)| {
            let mut days = days.iter();
            let takes_part = one.own || one.said.on(date) == Answer::Accepted;
            takes_part && item.is_days && days.any(|day| (item.first..=item.last).contains(day))
        })
    });
    Ok(away.map(|one| PersonId::from(one.holder)).collect())
}
