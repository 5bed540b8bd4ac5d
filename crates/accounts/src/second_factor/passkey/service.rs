//! What is done with passkeys.

use yakusho_kernel::{
    Audit, Conflict, Cx, DbError, Fault, Invalid, Notice, Permit, Reason, Saved, Tx,
};

use super::model::{Added, MOST, NAME, Passkey, PasskeyId, Question};
use super::party::{Holder, RelyingParty};
use super::store;
use crate::account::{Account, AccountId};
use crate::directory;
use crate::notices;
use crate::organisation::line;
use crate::password::{self, PasswordText};
use crate::second_factor::{policy, service};

/// Nobody asked for a new passkey, or it took too long.
const TOO_LATE: Conflict = Conflict {
    code: "passkey_came_too_late",
};

/// The account has as many as it may.
const TOO_MANY: Conflict = Conflict {
    code: "too_many_passkeys",
};

/// One of the actor's own passkeys.
pub async fn get(cx: &Cx, id: PasskeyId) -> Result<Passkey, Fault> {
    let account = service::own(cx).await?;
    let passkey = store::get(&cx.reader(), account.id, id).await?;
    passkey.ok_or(Fault::NotFound)
}

/// Begins to add a passkey of that name: the question for its authenticator.
///
/// # Errors
/// The fields `name` and `password`: the present one is asked for, so that nobody does this at a screen left alone.
pub async fn begin(
    cx: &Cx,
    party: &RelyingParty,
    name: &str,
    password: &PasswordText,
) -> Result<Saved<Question>, Fault> {
    let account = service::own(cx).await?;
    let permit = policy::may_change(cx, policy::BEGIN_PASSKEY, &account)?;
    let mut invalid = Invalid::default();
    let name = line("name", name, NAME, &mut invalid);
    invalid.check()?;
    password::ask(cx, account.id, password).await?;
    let mut cards = directory::people(&cx.reader(), cx.today(), &[account.person]).await?;
    let card = cards.remove(&account.person);
    let tx = cx.begin().await?;
    let known = store::keys(&tx, account.id).await?;
    TOO_MANY.unless(known.len() < MOST)?;
    let login = account.login.as_str();
    let holder = Holder {
        account: account.id.into(),
        login,
        name: card.as_ref().map_or(login, |card| &card.name),
    };
    let (question, kept) = party.ask_for_new(&holder, &known)?;
    let env = cx.env();
    let kept = env.keys().seal(env.rng(), &kept, &account.id)?;
    store::begin(&tx, &permit, account.id, &name, kept).await?;
    Ok(tx.commit(Audit::of(permit, &account.id), question).await?)
}

/// Adds the passkey by its authenticator's answer: `RegistrationResponseJSON` as the browser gives it (Web
/// Authentication, level 3, section 5.1). The account's first second factor brings recovery codes along.
///
/// # Errors
/// The field `answer`.
pub async fn add(cx: &Cx, party: &RelyingParty, answer: &str) -> Result<Saved<Added>, Fault> {
    let account = service::own(cx).await?;
    let permit = policy::may_change(cx, policy::ADD_PASSKEY, &account)?;
    let begun = cx.begin().await?;
    let asked = store::take_begun(&begun, account.id).await?;
    begun.commit_unaudited().await?;
    let (name, kept) = asked.ok_or(TOO_LATE)?;
    let kept = cx.env().keys().open(&kept, &account.id)?;
    let Some(key) = party.new_key(&kept, answer)? else {
        return Err(Invalid::field("answer", Reason::Code("passkey_not_made")).into());
    };
    let tx = cx.begin().await?;
    let recovery_codes = service::first_codes(&tx, &permit, account.id).await?;
    let id = store::insert(&tx, &permit, account.id, name.clone(), &key).await?;
    tell(&tx, &account, notices::PASSKEY_ADDED, (id, &name)).await?;
    let entry = Audit::of(permit, &id);
    Ok(tx.commit(entry, Added { id, recovery_codes }).await?)
}

/// Takes one of the own passkeys away. With the last second factor, recovery codes go too.
///
/// # Errors
/// The field `password`.
pub async fn remove(cx: &Cx, id: PasskeyId, password: &PasswordText) -> Result<Saved<()>, Fault> {
    let account = service::own(cx).await?;
    let permit = policy::may_change(cx, policy::REMOVE_PASSKEY, &account)?;
    let passkey = store::get(&cx.reader(), account.id, id).await?;
    let passkey = passkey.ok_or(Fault::NotFound)?;
    password::ask(cx, account.id, password).await?;
    let tx = cx.begin().await?;
    if !store::remove(&tx, &permit, account.id, id).await? {
        return Err(Fault::NotFound);
    }
    tell(&tx, &account, notices::PASSKEY_REMOVED, (id, &passkey.name)).await?;
    service::tidy_up(&tx, &permit, &account).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Puts a question to the passkeys of an account, if it has any: for the browser, and what is kept of it, sealed.
pub(crate) async fn ask(
    cx: &Cx,
    party: &RelyingParty,
    account: AccountId,
) -> Result<Option<(Question, Vec<u8>)>, Fault> {
    let known = store::keys(&cx.reader(), account).await?;
    if known.is_empty() {
        return Ok(None);
    }
    let (question, kept) = party.ask_for_one_of(&known)?;
    let env = cx.env();
    Ok(Some((
        question,
        env.keys().seal(env.rng(), &kept, &account)?,
    )))
}

/// Whether an answer to a [question](ask) is right, at sign-in; the use of the passkey is noted.
pub(crate) async fn accept(
    tx: &Tx,
    permit: &Permit,
    account: AccountId,
    party: &RelyingParty,
    kept: &[u8],
    answer: &str,
) -> Result<bool, Fault> {
    let kept = tx.cx().env().keys().open(kept, &account)?;
    let known = store::keys(tx, account).await?;
    match party.proven(&kept, answer, known)? {
        Some(proven) => Ok(store::note_use(tx, permit, account, &proven).await?),
        None => Ok(false),
    }
}

async fn tell(
    tx: &Tx,
    account: &Account,
    kind: &'static str,
    (id, name): (PasskeyId, &str),
) -> Result<(), DbError> {
    let notice = Notice::new(kind, &account.id)
        .keyed(id.to_string())
        .params(serde_json::json!({ "name": name }));
    tx.notify(&[account.person], &notice).await
}
