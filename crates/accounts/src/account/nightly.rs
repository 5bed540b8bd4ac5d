//! What the night does with accounts.

use yakusho_kernel::{Audit, Cx, Fault, Notice};

use super::model::{AccountState, CloseCause};
use super::service::shut;
use super::{policy, rules, store};

/// What a nightly run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EndOfDay {
    /// Accounts closed because their last day had passed.
    pub closed: usize,
    /// Accounts whose owners were told that they are about to end.
    pub reminded: usize,
}

/// Closes what is past its last day, and tells owners of what ends soon. A night on which it did not run costs nobody
/// anything: an account past its last day cannot be used, closed or not. Running it twice changes nothing.
pub async fn close_ended(cx: &Cx) -> Result<EndOfDay, Fault> {
    let mut done = EndOfDay::default();
    for id in store::ended(&cx.reader(), cx.today(), u64::from(u32::MAX)).await? {
        let tx = cx.begin().await?;
        let Some(mut account) = store::locked(&tx, id).await? else {
            continue;
        };
        if account.state != AccountState::Open {
            continue;
        }
        let permit = policy::may_end(cx, &account)?;
        shut(&tx, &permit, &mut account, CloseCause::Ended, String::new()).await?;
        let entry = Audit::of(permit, &id).with("cause", CloseCause::Ended.code());
        tx.commit(entry, ()).await?.into_inner();
        done.closed += 1;
    }
    done.reminded = remind(cx).await?;
    Ok(done)
}

async fn remind(cx: &Cx) -> Result<usize, Fault> {
    let days = &cx.city().values(cx.today()).account_end_reminder_days;
    let Some(furthest) = days.first() else {
        return Ok(0);
    };
    let furthest = cx.today() + time::Duration::days(i64::from(*furthest));
    let ending = store::ending(&cx.reader(), cx.today(), furthest).await?;
    let tx = cx.begin().await?;
    let permit = policy::may_remind(cx)?;
    let mut reminded = 0;
    for account in &ending {
        let due = account
            .ends_on
            .and_then(|end| Some((end, rules::reminder_due(days, cx.today(), end)?)));
        let Some((end, before)) = due else { continue };
        let notice = Notice::new("account.ends_soon", &account.id)
            .keyed(format!("{end}:{before}"))
            .params(
                serde_json::json!({ "login": account.login.as_str(), "ends_on": end.to_string() }),
            );
        tx.notify(&[account.person], &notice).await?;
        reminded += 1;
    }
    let entry = Audit::at_large(permit).with("accounts", reminded);
    tx.commit(entry, ()).await?.into_inner();
    Ok(reminded)
}
