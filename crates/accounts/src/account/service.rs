//! What is done with accounts.

use std::collections::HashMap;

use yakusho_kernel::{
    Audit, Conflict, Cursor, Cx, DbError, EmploymentClass, Fault, Invalid, Page, Permit, PersonId,
    Reading, Reason, Saved, Tx, Version, entered,
};
use yakusho_regulation::{Lang, Role};

use super::model::{
    Account, AccountId, AccountState, Approval, CloseCause, Closing, Filter, Login, NewAccount,
    REASON, Shared, Sharing, Terms,
};
use super::{policy, rules, store};
use crate::directory::{self, PersonCard};
use crate::{role, session, suspension, token};

/// An account is closed, and cannot be used or changed until it is opened again.
pub(crate) const CLOSED: Conflict = Conflict {
    code: "closed_account",
};

/// An account is not closed.
const NOT_CLOSED: Conflict = Conflict {
    code: "account_not_closed",
};

/// Whether the account is in use by somebody who is system supervisor by their post: who comes by it watches the
/// administrator. The first password of one is the administrator's to issue, as of any.
pub(crate) async fn watches(
    on: &impl Reading,
    cx: &Cx,
    account: &Account,
) -> Result<bool, DbError> {
    if account.shared || account.last_sign_in_at.is_none() {
        return Ok(false);
    }
    let holders = role::holders(on, Role::SystemSupervisor, cx.today()).await?;
    let mut people = holders.iter().filter_map(|holder| holder.person);
    Ok(people.any(|person| person == account.person))
}

/// Opens an account. It can be signed in to once a password was issued.
///
/// # Errors
/// The fields `person`, `login`, `ends_on`, `reason` and `sharing`.
pub async fn open(cx: &Cx, new: NewAccount) -> Result<Saved<AccountId>, Fault> {
    let tx = cx.begin().await?;
    let sharing = match new.shared {
        Shared::By(Some(id)) => store::sharing(&tx, id).await?,
        Shared::By(None) | Shared::No => None,
    };
    let (permit, account) = admitted(&tx, &new, sharing.as_ref()).await?;
    let stands_on = sharing.map(|sharing| sharing.id);
    store::insert(&tx, &permit, &[(account.clone(), stands_on)]).await?;
    let version = tx.keep_version(&account.id, &content(&account)).await?;
    let entry = Audit::of(permit, &account.id).version(&version);
    Ok(tx.commit(entry, account.id).await?)
}

/// The account that is to be opened, if it may be.
pub(super) async fn admitted(
    tx: &Tx,
    new: &NewAccount,
    sharing: Option<&Sharing>,
) -> Result<(Permit, Account), Fault> {
    let cx = tx.cx();
    let person = card(tx, new.person).await?;
    let class = person.as_ref().map(|card| card.class);
    let permit = policy::may_open(cx, class, new, sharing)?;
    let Some(person) = person.filter(|card| card.status.is_employed()) else {
        return Err(Invalid::field("person", Reason::Unknown).into());
    };
    let terms = Terms {
        ends_on: new.ends_on,
        reason: new.reason.trim().to_owned(),
    };
    rules::terms(cx.city(), cx.today(), person.class, &terms)?;
    let login = free_login(tx, &new.login, None).await?;
    if new.shared == Shared::No && store::of_person(tx, new.person).await?.is_some() {
        return Err(Invalid::field("person", Reason::Code("has_account")).into());
    }
    let shared = new.shared != Shared::No;
    let account = drawn_up(cx, person.id, person.class, login, terms, shared);
    Ok((permit, account))
}

/// An ID that nobody has, but for the account itself that is to get it.
pub(super) async fn free_login(
    tx: &Tx,
    typed: &str,
    own: Option<&Account>,
) -> Result<Login, Fault> {
    let login = login("login", typed)?;
    let is_own = own.is_some_and(|account| account.login.key() == login.key());
    if !is_own && !store::taken(tx, &[login.key()]).await?.is_empty() {
        return Err(Invalid::field("login", Reason::Taken).into());
    }
    Ok(login)
}

/// Changes an ID. `revision` is that of the account as it was read.
///
/// # Errors
/// The field `login`.
pub async fn set_login(
    cx: &Cx,
    id: AccountId,
    new: &str,
    revision: i32,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let mut account = read(&tx, id, revision).await?;
    let permit = policy::may_set_login(cx, &account)?;
    account.login = free_login(&tx, new, Some(&account)).await?;
    save(tx, permit, &account).await
}

/// Sets how long an account lasts. For anyone but regular staff this is a new approval.
///
/// # Errors
/// The fields `ends_on` and `reason`.
pub async fn set_terms(
    cx: &Cx,
    id: AccountId,
    terms: Terms,
    revision: i32,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let mut account = read(&tx, id, revision).await?;
    let permit = policy::may_set_terms(cx, &account)?;
    if account.state == AccountState::Closed {
        return Err(CLOSED.into());
    }
    agree(&tx, &mut account, terms).await?;
    save(tx, permit, &account).await
}

/// Closes an account: its sessions and tokens end at once.
///
/// # Errors
/// The field `reason`.
pub async fn close(
    cx: &Cx,
    id: AccountId,
    reason: &str,
    revision: i32,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let mut account = read(&tx, id, revision).await?;
    let watches = watches(&tx, cx, &account).await?;
    let permit = policy::may_close(cx, &account, watches)?;
    if account.state == AccountState::Closed {
        return Err(CLOSED.into());
    }
    let reason = why("reason", reason)?;
    shut(
        &tx,
        &permit,
        &mut account,
        CloseCause::Administrator,
        reason,
    )
    .await?;
    let entry = Audit::of(permit, &id).with("cause", CloseCause::Administrator.code());
    Ok(tx.commit(entry, ()).await?)
}

/// Opens a closed account again, on terms as for a new one. It needs a new password.
///
/// # Errors
/// The fields `ends_on` and `reason`.
pub async fn reopen(
    cx: &Cx,
    id: AccountId,
    terms: Terms,
    revision: i32,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let mut account = read(&tx, id, revision).await?;
    let permit = policy::may_reopen(cx, &account)?;
    NOT_CLOSED.unless(account.state == AccountState::Closed)?;
    opened_again(tx, permit, &mut account, terms).await
}

/// Opens a closed account again on those terms, without the password that it had.
pub(super) async fn opened_again(
    tx: Tx,
    permit: Permit,
    account: &mut Account,
    terms: Terms,
) -> Result<Saved<()>, Fault> {
    bring_back(&tx, &permit, account, terms).await?;
    save(tx, permit, account).await
}

/// The same within an act of several. What the supervisor suspended and did not lift since is suspended still.
pub(super) async fn bring_back(
    tx: &Tx,
    permit: &Permit,
    account: &mut Account,
    terms: Terms,
) -> Result<(), Fault> {
    agree(tx, account, terms).await?;
    account.state = match suspension::store::current(tx, account.id).await? {
        Some(_) => AccountState::Suspended,
        None => AccountState::Open,
    };
    account.closing = None;
    account.withdrawn_at = None;
    Ok(crate::password::store::spend(tx, permit, account.id).await?)
}

/// Keeps the language that the owner chose for pages and notices.
pub async fn set_lang(cx: &Cx, id: AccountId, lang: Lang) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let account = store::get(&tx, id).await?.ok_or(Fault::NotFound)?;
    let permit = policy::may_set_lang(cx, &account)?;
    store::set_lang(&tx, &permit, id, lang).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Accounts in the order of their IDs.
pub async fn list(
    cx: &Cx,
    filter: &Filter,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Account>, Fault> {
    let _ = policy::may_list(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let rows = store::list(&cx.reader(), filter, after, size + 1).await?;
    Ok(Page::of(rows, size, |account| account.login.key()))
}

/// One account.
pub async fn get(cx: &Cx, id: AccountId) -> Result<Account, Fault> {
    let _ = policy::may_list(cx)?;
    let account = store::get(&cx.reader(), id).await?;
    account.ok_or(Fault::NotFound)
}

/// The IDs of accounts, and whose they are.
pub async fn owners(
    on: &impl Reading,
    ids: &[AccountId],
) -> Result<HashMap<AccountId, (Login, PersonId)>, DbError> {
    let accounts = store::several(on, ids).await?.into_iter();
    Ok(accounts
        .map(|account| (account.id, (account.login, account.person)))
        .collect())
}

/// The actor's own account, for their own page.
pub async fn own(cx: &Cx) -> Result<Account, Fault> {
    let person = cx.actor().person().ok_or(Fault::NotFound)?;
    let account = store::of_person(&cx.reader(), person).await?;
    account.ok_or(Fault::NotFound)
}

/// Closes an account within an act that a policy has permitted: its sessions and tokens end, and the domains are told.
pub(crate) async fn shut(
    tx: &Tx,
    permit: &Permit,
    account: &mut Account,
    cause: CloseCause,
    reason: String,
) -> Result<Version, Fault> {
    account.state = AccountState::Closed;
    account.closing = Some(Closing {
        at: tx.cx().now(),
        cause,
        reason,
    });
    Conflict::CHANGED.unless(store::update(tx, permit, account).await?)?;
    session::store::end_all(tx, permit, account.id, session::EndCause::AccountClosed).await?;
    token::store::end_all(tx, permit, account.id, token::EndCause::AccountClosed).await?;
    Ok(tx.keep_version(&account.id, &content(account)).await?)
}

/// The account as read, if it is still that revision.
pub(super) async fn read(tx: &Tx, id: AccountId, revision: i32) -> Result<Account, Fault> {
    let account = store::locked(tx, id).await?.ok_or(Fault::NotFound)?;
    Conflict::CHANGED.unless(account.revision == revision)?;
    Ok(account)
}

async fn save(tx: Tx, permit: Permit, account: &Account) -> Result<Saved<()>, Fault> {
    Conflict::CHANGED.unless(store::update(&tx, &permit, account).await?)?;
    let version = tx.keep_version(&account.id, &content(account)).await?;
    let entry = Audit::of(permit, &account.id).version(&version);
    Ok(tx.commit(entry, ()).await?)
}

/// Puts an account on new terms.
pub(super) async fn agree(tx: &Tx, account: &mut Account, terms: Terms) -> Result<(), Fault> {
    let cx = tx.cx();
    let Some(person) = card(tx, account.person).await? else {
        return Err(Fault::NotFound);
    };
    let terms = Terms {
        reason: terms.reason.trim().to_owned(),
        ..terms
    };
    rules::terms(cx.city(), cx.today(), person.class, &terms)?;
    account.ends_on = terms.ends_on;
    account.approval = approval(cx, person.class, terms.reason);
    Ok(())
}

/// An account as it is when it is opened.
pub(super) fn drawn_up(
    cx: &Cx,
    person: PersonId,
    class: EmploymentClass,
    login: Login,
    terms: Terms,
    shared: bool,
) -> Account {
    Account {
        id: cx.new_id(),
        person,
        login,
        state: AccountState::Open,
        shared,
        ends_on: terms.ends_on,
        approval: approval(cx, class, terms.reason),
        opened_at: cx.now(),
        closing: None,
        last_sign_in_at: None,
        lang: None,
        external_id: None,
        withdrawn_at: None,
        revision: 1,
    }
}

fn approval(cx: &Cx, class: EmploymentClass, reason: String) -> Option<Approval> {
    let by = cx.actor().person()?;
    (!class.is_regular()).then(|| Approval {
        by,
        at: cx.now(),
        reason,
    })
}

/// What history keeps of an account.
pub(super) fn content(account: &Account) -> serde_json::Value {
    serde_json::json!({
        "login": account.login.as_str(),
        "person": account.person,
        "state": account.state.code(),
        "shared": account.shared,
        "ends_on": account.ends_on.map(|day| day.to_string()),
        "reason": account.approval.as_ref().map(|approval| &approval.reason),
        "closed_because": account.closing.as_ref().map(|closing| &closing.reason),
        "external_id": account.external_id,
    })
}

async fn card(tx: &Tx, person: PersonId) -> Result<Option<PersonCard>, DbError> {
    let mut cards = directory::people(tx, tx.cx().today(), &[person]).await?;
    Ok(cards.remove(&person))
}

pub(super) fn login(field: &str, typed: &str) -> Result<Login, Invalid> {
    if typed.trim().is_empty() {
        return Err(Invalid::field(field, Reason::Required));
    }
    Login::parse(typed).map_err(|_| Invalid::field(field, Reason::Code("not_an_id")))
}

/// A reason that must be given.
pub(crate) fn why(field: &str, text: &str) -> Result<String, Invalid> {
    let mut invalid = Invalid::default();
    let reason = entered::lines(&mut invalid, field, text, REASON);
    invalid.check()?;
    Ok(reason)
}
