//! What time brings about in circulations: done every night, and harmless to repeat on the same day.

use yakusho_accounts::calendar;
use yakusho_kernel::{Audit, Cx, Fault, Notice, PersonId, Timestamp};

use super::service::{next, said};
use super::{policy, store};
use crate::due::{Dues, working_days_before};
use crate::notices;

/// Reminds those who have not confirmed, on the days that the city sets before and after the due date; says how many
/// were not reminded today before.
pub async fn remind(cx: &Cx) -> Result<usize, Fault> {
    let permit = policy::may_run_nightly(cx)?;
    let calendar = calendar::of(&cx.reader()).await?;
    let dues = Dues::on(cx.today(), cx.city().values(cx.today()), &calendar)?;
    let tx = cx.begin().await?;
    let owing = store::reminders(&tx, dues.all()).await?;
    let told: Vec<(PersonId, Notice)> = owing
        .into_iter()
        .map(|one| {
            let kind = if one.due < cx.today() {
                notices::CIRCULATION_OVERDUE
            } else {
                notices::CIRCULATION_REMINDER
            };
            let notice = Notice::new(kind, &one.circulation)
                .keyed(cx.today().to_string())
                .params(said(&one.title, &one.byline, Some(one.due)));
            (one.person, notice)
        })
        .collect();
    let told = tx.notify_each(&told).await?;
    let entry = Audit::at_large(permit)
        .with("kind", notices::CIRCULATION_REMINDER)
        .with("told", told);
    Ok(*tx.commit(entry, told).await?)
}

/// Has circulations in an order of rank reach the next rank where the present one has not confirmed within the working
/// days that it is given; what that rank owes, it still owes. Says how many people are reached by that.
pub async fn advance(cx: &Cx) -> Result<usize, Fault> {
    let permit = policy::may_run_nightly(cx)?;
    let calendar = calendar::of(&cx.reader()).await?;
    let tx = cx.begin().await?;
    let mut before = Vec::new();
    for days in store::step_days(&tx).await? {
        let first = working_days_before(&calendar, cx.today(), days.unsigned_abs().into())?;
        before.push((days, Timestamp::start_of(first)));
    }
    let slow = store::slow(&tx, &before).await?;
    store::lock(&tx, &slow).await?;
    // What came forward before the lock was taken is not slow any more.
    let slow = store::slow(&tx, &before).await?;
    let reached = next(&tx, &permit, &slow).await?;
    let entry = Audit::at_large(permit)
        .with("circulations", slow.len())
        .with("people", reached);
    Ok(*tx.commit(entry, reached).await?)
}
