//! What is done with second factors.

use data_encoding::BASE32_NOPAD;
use yakusho_kernel::{
    Audit, Conflict, Cx, DbError, Fault, Invalid, Notice, Permit, Reason, Saved, Tx,
};
use yakusho_regulation::Lang;
use zeroize::Zeroizing;

use super::model::{Enrolled, Enrolment, RecoveryCode, State};
use super::rules::SECRET_BYTES;
use super::store::Factor;
use super::{policy, rules, store};
use crate::account::{self, Account, AccountId};
use crate::notices;
use crate::password::{self, PasswordText};

/// There is a second factor already.
const ALREADY_ON: Conflict = Conflict {
    code: "second_factor_on",
};

/// Whether the actor's own account has a second factor.
pub async fn state(cx: &Cx) -> Result<State, Fault> {
    let account = own(cx).await?;
    let factor = store::get(&cx.reader(), account.id).await?;
    let Some(since) = factor.and_then(|factor| factor.confirmed_at) else {
        return Ok(State::None);
    };
    Ok(State::On {
        since,
        recovery_codes: store::codes_left(&cx.reader(), account.id).await?,
    })
}

/// Begins to set a second factor up: a secret for the owner's app. Nothing asks for its codes yet.
///
/// # Errors
/// The field `password`: the present one is asked for, so that nobody does this at a screen left alone.
pub async fn begin(cx: &Cx, password: &PasswordText) -> Result<Saved<Enrolment>, Fault> {
    let account = own(cx).await?;
    let permit = policy::may_change(cx, policy::BEGIN, &account)?;
    password::ask(cx, account.id, password).await?;
    let secret = Zeroizing::new(cx.env().rng().bytes::<SECRET_BYTES>());
    let tx = cx.begin().await?;
    if store::in_force(&tx, account.id).await?.is_some() {
        return Err(ALREADY_ON.into());
    }
    let sealed = cx
        .env()
        .keys()
        .seal(cx.env().rng(), &*secret, &account.id)?;
    store::begin(&tx, &permit, account.id, sealed).await?;
    let text = Zeroizing::new(BASE32_NOPAD.encode(&*secret));
    let issuer = cx.city().name(account.lang.unwrap_or(Lang::Ja));
    let enrolment = Enrolment {
        url: Zeroizing::new(rules::url(issuer, account.login.as_str(), &text)),
        secret: text,
    };
    Ok(tx.commit(Audit::of(permit, &account.id), enrolment).await?)
}

/// Puts a second factor in force by a first code from the app.
///
/// # Errors
/// The field `code`.
pub async fn confirm(cx: &Cx, code: &str) -> Result<Saved<Enrolled>, Fault> {
    let account = own(cx).await?;
    let permit = policy::may_change(cx, policy::CONFIRM, &account)?;
    let tx = cx.begin().await?;
    let factor = store::get(&tx, account.id).await?;
    let factor = factor.ok_or(Fault::NotFound)?;
    if factor.confirmed_at.is_some() {
        return Err(ALREADY_ON.into());
    }
    let secret = factor.secret(cx.env().keys())?;
    let step = rules::step_of(&secret, code, cx.now(), factor.last_step)?;
    let Some(step) = step else {
        return Err(Invalid::field("code", Reason::Code("wrong_code")).into());
    };
    ALREADY_ON.unless(store::confirm(&tx, &permit, account.id, step).await?)?;
    let recovery_codes = write_codes(&tx, &permit, account.id).await?;
    tell(&tx, &account, notices::SECOND_FACTOR_ON).await?;
    let entry = Audit::of(permit, &account.id);
    Ok(tx.commit(entry, Enrolled { recovery_codes }).await?)
}

/// Makes new recovery codes; the former ones are void.
///
/// # Errors
/// The field `password`.
pub async fn new_recovery_codes(
    cx: &Cx,
    password: &PasswordText,
) -> Result<Saved<Enrolled>, Fault> {
    let account = own(cx).await?;
    let permit = policy::may_change(cx, policy::RENEW_CODES, &account)?;
    password::ask(cx, account.id, password).await?;
    let tx = cx.begin().await?;
    if store::in_force(&tx, account.id).await?.is_none() {
        return Err(Fault::NotFound);
    }
    let recovery_codes = write_codes(&tx, &permit, account.id).await?;
    let entry = Audit::of(permit, &account.id);
    Ok(tx.commit(entry, Enrolled { recovery_codes }).await?)
}

/// Takes the own second factor away.
///
/// # Errors
/// The field `password`.
pub async fn remove(cx: &Cx, password: &PasswordText) -> Result<Saved<()>, Fault> {
    let account = own(cx).await?;
    let permit = policy::may_change(cx, policy::REMOVE, &account)?;
    password::ask(cx, account.id, password).await?;
    take_away(cx, permit, &account).await
}

/// Takes away the second factor of somebody who lost both app and recovery codes. The administrator makes sure who asks.
pub async fn remove_for(cx: &Cx, id: AccountId) -> Result<Saved<()>, Fault> {
    let account = account::store::get(&cx.reader(), id).await?;
    let account = account.ok_or(Fault::NotFound)?;
    let watches = account::watches(cx, &account).await?;
    let permit = policy::may_remove_for(cx, &account, watches)?;
    take_away(cx, permit, &account).await
}

/// Takes away the second factor of an account at the machine itself, if it has one.
pub(crate) async fn remove_at_console(cx: &Cx, account: &Account) -> Result<(), Fault> {
    let permit = policy::may_remove_at_console(cx, account)?;
    if store::get(&cx.reader(), account.id).await?.is_some() {
        take_away(cx, permit, account).await?.into_inner();
    }
    Ok(())
}

async fn take_away(cx: &Cx, permit: Permit, account: &Account) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    if !store::remove(&tx, &permit, account.id).await? {
        return Err(Fault::NotFound);
    }
    tell(&tx, account, notices::SECOND_FACTOR_OFF).await?;
    Ok(tx.commit(Audit::of(permit, &account.id), ()).await?)
}

async fn own(cx: &Cx) -> Result<Account, Fault> {
    let person = cx.actor().person().ok_or(Fault::NotFound)?;
    let account = account::store::of_person(&cx.reader(), person).await?;
    account.ok_or(Fault::NotFound)
}

/// Whether a code that was typed at sign-in is right: one from the app, or a recovery code. It is used up.
pub(crate) async fn accept(
    tx: &Tx,
    permit: &Permit,
    account: &Account,
    factor: &Factor,
    typed: &str,
) -> Result<bool, Fault> {
    if let Some(code) = RecoveryCode::typed(typed) {
        let used = store::use_recovery_code(tx, permit, account.id, &code).await?;
        if used {
            tell(tx, account, "second_factor.recovery_code_used").await?;
        }
        return Ok(used);
    }
    let env = tx.cx().env();
    let secret = factor.secret(env.keys())?;
    let step = rules::step_of(&secret, typed, tx.cx().now(), factor.last_step)?;
    let Some(step) = step else {
        return Ok(false);
    };
    // Under the newest key, so that a former one need not be kept for long.
    let sealed = env.keys().seal(env.rng(), &secret, &account.id)?;
    Ok(store::use_step(tx, permit, account.id, step, sealed).await?)
}

async fn write_codes(
    tx: &Tx,
    permit: &Permit,
    account: AccountId,
) -> Result<Vec<RecoveryCode>, DbError> {
    let rng = tx.cx().env().rng();
    let codes: Vec<RecoveryCode> = (0..RecoveryCode::COUNT)
        .map(|_| RecoveryCode::random(rng))
        .collect();
    store::set_recovery_codes(tx, permit, account, &codes).await?;
    Ok(codes)
}

async fn tell(tx: &Tx, account: &Account, kind: &'static str) -> Result<(), DbError> {
    let notice = Notice::new(kind, &account.id).keyed(tx.cx().now().millis().to_string());
    tx.notify(&[account.person], &notice).await
}
