//! What is done with suspensions.

use std::collections::HashMap;

use yakusho_kernel::{Audit, Conflict, Cursor, Cx, Fault, Notice, Page, PersonId, Saved};

use super::model::{Breach, Lifting, Suspension, SuspensionId};
use super::{policy, store};
use crate::account::{self, Account, AccountId, AccountState};
use crate::{notices, session, token};

/// It cannot be suspended as it is: it is suspended already, or closed.
const NOT_OPEN: Conflict = Conflict {
    code: "account_not_open",
};

/// There is nothing to be lifted: it was lifted meanwhile.
const LIFTED: Conflict = Conflict {
    code: "suspension_lifted",
};

/// Suspends an account for a breach. Its sessions and tokens end at once.
///
/// # Errors
/// The field `reason`.
pub async fn suspend(
    cx: &Cx,
    id: AccountId,
    breach: Breach,
    reason: &str,
) -> Result<Saved<SuspensionId>, Fault> {
    let tx = cx.begin().await?;
    let account = account::store::locked(&tx, id).await?;
    let mut account = account.ok_or(Fault::NotFound)?;
    let permit = policy::may_suspend(cx, &account)?;
    let reason = account::why("reason", reason)?;
    NOT_OPEN.unless(account.state == AccountState::Open)?;
    let by = cx.actor().person().ok_or(Fault::NotFound)?;
    let citation = permit.bases().first().map(ToString::to_string);
    let suspension = Suspension {
        id: cx.new_id(),
        account: id,
        breach,
        clause: breach.clause(cx.city()).map(|clause| clause.to_string()),
        citation: citation.unwrap_or_default(),
        reason,
        at: cx.now(),
        by,
        lifting: None,
    };
    store::insert(&tx, &permit, &suspension).await?;
    account.state = AccountState::Suspended;
    Conflict::CHANGED.unless(account::store::update(&tx, &permit, &account).await?)?;
    session::store::end_all(&tx, &permit, id, session::EndCause::Suspended).await?;
    token::store::end_all(&tx, &permit, id, token::EndCause::Suspended).await?;
    let entry = Audit::of(permit, &id)
        .with("suspension", suspension.id.to_string())
        .with("breach", breach.code())
        .with("item", suspension.clause);
    Ok(tx.commit(entry, suspension.id).await?)
}

/// Lifts the suspension of an account. Its owner signs in as before.
///
/// # Errors
/// The field `reason`.
pub async fn lift(cx: &Cx, id: AccountId, reason: &str) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let account = account::store::locked(&tx, id).await?;
    let mut account = account.ok_or(Fault::NotFound)?;
    let permit = policy::may_lift(cx, &account)?;
    let reason = account::why("reason", reason)?;
    let suspension = store::current(&tx, id).await?;
    let suspension = suspension.ok_or(LIFTED)?;
    let by = cx.actor().person().ok_or(Fault::NotFound)?;
    let lifting = Lifting {
        at: cx.now(),
        by,
        reason,
    };
    Conflict::CHANGED.unless(store::lift(&tx, &permit, suspension.id, &lifting).await?)?;
    if account.state == AccountState::Suspended {
        account.state = AccountState::Open;
        Conflict::CHANGED.unless(account::store::update(&tx, &permit, &account).await?)?;
    }
    let notice = Notice::new(notices::SUSPENSION_LIFTED, &suspension.id);
    tx.notify(&[account.person], &notice).await?;
    let entry = Audit::of(permit, &id).with("suspension", suspension.id.to_string());
    Ok(tx.commit(entry, ()).await?)
}

/// The account of a person, for whoever may see suspensions.
pub async fn account_of(cx: &Cx, person: PersonId) -> Result<Account, Fault> {
    let _ = policy::may_look(cx)?;
    let account = account::store::of_person(&cx.reader(), person).await?;
    account.ok_or(Fault::NotFound)
}

/// The accounts that suspensions name, for whoever may see those.
pub async fn accounts(
    cx: &Cx,
    suspensions: &[Suspension],
) -> Result<HashMap<AccountId, Account>, Fault> {
    let _ = policy::may_look(cx)?;
    let ids: Vec<AccountId> = suspensions.iter().map(|one| one.account).collect();
    let accounts = account::store::several(&cx.reader(), &ids).await?;
    Ok(accounts
        .into_iter()
        .map(|account| (account.id, account))
        .collect())
}

/// All suspensions, the newest first.
pub async fn list(cx: &Cx, after: Option<&Cursor>, size: usize) -> Result<Page<Suspension>, Fault> {
    page(cx, None, after, size).await
}

/// The suspensions of an account, the newest first.
pub async fn history(
    cx: &Cx,
    account: AccountId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Suspension>, Fault> {
    page(cx, Some(account), after, size).await
}

async fn page(
    cx: &Cx,
    account: Option<AccountId>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Suspension>, Fault> {
    let _ = policy::may_look(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let rows = store::list(&cx.reader(), account, after, size + 1).await?;
    Ok(Page::of(rows, size, |suspension| suspension.id))
}
