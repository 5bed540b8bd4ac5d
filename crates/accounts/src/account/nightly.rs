//! What the night does with accounts.

use yakusho_kernel::{Audit, Cx, Fault, Notice, PersonId};

use super::AccountId;
use super::model::{AccountState, CloseCause};
use super::service::shut;
use super::{policy, rules, store};
use crate::notices;

/// What a nightly run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EndOfDay {
    /// Accounts closed because their last day had passed.
    pub closed: usize,
    /// Accounts that could not be closed, which the next night tries again.
    pub failed: usize,
    /// Accounts whose owners were told that they are about to end, and were not told the same before.
    pub reminded: usize,
}

/// Closes what is past its last day, and tells owners of what ends soon. A night on which it did not run costs nobody
/// anything: an account past its last day cannot be used, closed or not. Running it twice changes nothing.
pub async fn close_ended(cx: &Cx) -> Result<EndOfDay, Fault> {
    let mut done = EndOfDay::default();
    for id in store::ended(&cx.reader(), cx.today(), u64::from(u32::MAX)).await? {
        match close(cx, id).await {
            Ok(closed) => done.closed += usize::from(closed),
            Err(fault) => {
                fault.of_one(&id)?;
                done.failed += 1;
            }
        }
    }
    done.reminded = remind(cx).await?;
    Ok(done)
}

/// Closes one; whether it was still open.
async fn close(cx: &Cx, id: AccountId) -> Result<bool, Fault> {
    let tx = cx.begin().await?;
    let account = store::locked(&tx, id).await?;
    let Some(mut account) = account.filter(|account| account.state == AccountState::Open) else {
        return Ok(false);
    };
    let permit = policy::may_end(cx, &account)?;
    shut(&tx, &permit, &mut account, CloseCause::Ended, String::new()).await?;
    let entry = Audit::of(permit, &id).with("cause", CloseCause::Ended.code());
    tx.commit(entry, ()).await?.into_inner();
    Ok(true)
}

async fn remind(cx: &Cx) -> Result<usize, Fault> {
    let days = &cx.city().values(cx.today()).account_end_reminder_days;
    let Some(furthest) = days.first() else {
        return Ok(0);
    };
    let furthest = cx.today() + time::Duration::days(i64::from(*furthest));
    let ending = store::ending(&cx.reader(), cx.today(), furthest).await?;
    let told = ending.iter().filter_map(|account| {
        let end = account.ends_on?;
        let before = rules::reminder_due(days, cx.today(), end)?;
        let notice = Notice::new(notices::ACCOUNT_ENDS, &account.id)
            .keyed(format!("{end}:{before}"))
            .params(
                serde_json::json!({ "login": account.login.as_str(), "ends_on": end.to_string() }),
            );
        Some((account.person, notice))
    });
    let told: Vec<(PersonId, Notice)> = told.collect();
    let tx = cx.begin().await?;
    let permit = policy::may_remind(cx)?;
    let reminded = tx.notify_each(&told).await?;
    let entry = Audit::at_large(permit).with("accounts", reminded);
    tx.commit(entry, ()).await?.into_inner();
    Ok(reminded)
}
