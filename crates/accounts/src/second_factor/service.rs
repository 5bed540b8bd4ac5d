//! What is done with second factors.

use data_encoding::BASE32_NOPAD;
use yakusho_kernel::{
    Audit, Conflict, Cx, DbError, Fault, Invalid, Notice, Permit, Reading, Reason, Saved, Tx,
};
use yakusho_regulation::Lang;
use zeroize::Zeroizing;

use super::model::{Enrolled, Enrolment, RecoveryCode, Shown, State};
use super::rules::SECRET_BYTES;
use super::{passkey, policy, rules, store};
use crate::account::{self, Account, AccountId};
use crate::notices;
use crate::password::{self, PasswordText};

/// Codes of an app are asked for already.
const ALREADY_ON: Conflict = Conflict {
    code: "second_factor_on",
};

/// What the actor's own account asks for besides the password.
pub async fn state(cx: &Cx) -> Result<State, Fault> {
    let account = own(cx).await?;
    let app = store::in_force(&cx.reader(), account.id).await?;
    Ok(State {
        app_since: app.and_then(|app| app.confirmed_at),
        passkeys: passkey::store::list(&cx.reader(), account.id).await?,
        recovery_codes: store::codes_left(&cx.reader(), account.id).await?,
    })
}

/// Whether an account asks for anything besides the password.
pub(crate) async fn is_on(on: &impl Reading, account: AccountId) -> Result<bool, DbError> {
    Ok(gives_codes(on, account).await? || passkey::store::any(on, account).await?)
}

/// Whether codes of an app are asked for.
pub(crate) async fn gives_codes(on: &impl Reading, account: AccountId) -> Result<bool, DbError> {
    Ok(store::in_force(on, account).await?.is_some())
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

/// Puts a second factor in force by a first code from the app. The account's first one brings recovery codes along.
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
        return Err(Invalid::field("code", Reason::Code("wrong_app_code")).into());
    };
    let recovery_codes = first_codes(&tx, &permit, account.id).await?;
    ALREADY_ON.unless(store::confirm(&tx, &permit, account.id, step).await?)?;
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
    if !is_on(&tx, account.id).await? {
        return Err(Fault::NotFound);
    }
    let recovery_codes = write_codes(&tx, &permit, account.id).await?;
    let entry = Audit::of(permit, &account.id);
    Ok(tx.commit(entry, Enrolled { recovery_codes }).await?)
}

/// Has the app's codes no longer be asked for. With the last second factor, recovery codes go too.
///
/// # Errors
/// The field `password`.
pub async fn remove(cx: &Cx, password: &PasswordText) -> Result<Saved<()>, Fault> {
    let account = own(cx).await?;
    let permit = policy::may_change(cx, policy::REMOVE, &account)?;
    password::ask(cx, account.id, password).await?;
    let tx = cx.begin().await?;
    if !store::remove(&tx, &permit, account.id).await? {
        return Err(Fault::NotFound);
    }
    tell(&tx, &account, notices::APP_OFF).await?;
    tidy_up(&tx, &permit, &account).await?;
    Ok(tx.commit(Audit::of(permit, &account.id), ()).await?)
}

/// Takes away every second factor of somebody who lost them and the recovery codes. The administrator makes sure who asks.
pub async fn remove_for(cx: &Cx, id: AccountId) -> Result<Saved<()>, Fault> {
    let account = account::store::get(&cx.reader(), id).await?;
    let account = account.ok_or(Fault::NotFound)?;
    let watches = account::watches(&cx.reader(), cx, &account).await?;
    let permit = policy::may_remove_for(cx, &account, watches)?;
    take_away(cx, permit, &account).await
}

/// Takes away every second factor of an account at the machine itself, if it has one.
pub(crate) async fn remove_at_console(cx: &Cx, account: &Account) -> Result<(), Fault> {
    let permit = policy::may_remove_at_console(cx, account)?;
    match take_away(cx, permit, account).await {
        Ok(_) | Err(Fault::NotFound) => Ok(()),
        Err(fault) => Err(fault),
    }
}

async fn take_away(cx: &Cx, permit: Permit, account: &Account) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let app = store::remove(&tx, &permit, account.id).await?;
    let passkeys = passkey::store::remove_all(&tx, &permit, account.id).await?;
    if !app && passkeys == 0 {
        return Err(Fault::NotFound);
    }
    tell(&tx, account, notices::SECOND_FACTOR_OFF).await?;
    tidy_up(&tx, &permit, account).await?;
    Ok(tx.commit(Audit::of(permit, &account.id), ()).await?)
}

/// Recovery codes without a second factor are for nothing.
pub(super) async fn tidy_up(tx: &Tx, permit: &Permit, account: &Account) -> Result<(), DbError> {
    if is_on(tx, account.id).await? {
        return Ok(());
    }
    store::forget_recovery_codes(tx, permit, account.id).await
}

pub(super) async fn own(cx: &Cx) -> Result<Account, Fault> {
    let person = cx.actor().person().ok_or(Fault::NotFound)?;
    let account = account::store::of_person(&cx.reader(), person).await?;
    account.ok_or(Fault::NotFound)
}

/// Whether what was shown at sign-in is right: a code from the app, a recovery code, or a passkey. It is used up.
pub(crate) async fn accept(
    tx: &Tx,
    permit: &Permit,
    account: &Account,
    shown: Shown<'_>,
) -> Result<bool, Fault> {
    match shown {
        Shown::Code(typed) => accept_code(tx, permit, account, typed).await,
        Shown::Passkey {
            party,
            kept,
            answer,
        } => passkey::accept(tx, permit, account.id, party, kept, answer).await,
    }
}

async fn accept_code(
    tx: &Tx,
    permit: &Permit,
    account: &Account,
    typed: &str,
) -> Result<bool, Fault> {
    if let Some(code) = RecoveryCode::typed(typed) {
        let used = store::use_recovery_code(tx, permit, account.id, &code).await?;
        if used {
            tell(tx, account, notices::RECOVERY_CODE_USED).await?;
        }
        return Ok(used);
    }
    let Some(app) = store::in_force(tx, account.id).await? else {
        return Ok(false);
    };
    let env = tx.cx().env();
    let secret = app.secret(env.keys())?;
    let step = rules::step_of(&secret, typed, tx.cx().now(), app.last_step)?;
    let Some(step) = step else {
        return Ok(false);
    };
    // Under the newest key, so that a former one need not be kept for long.
    let sealed = env.keys().seal(env.rng(), &secret, &account.id)?;
    Ok(store::use_step(tx, permit, account.id, step, sealed).await?)
}

/// Recovery codes for an account that is about to get its first second factor; none for another.
pub(super) async fn first_codes(
    tx: &Tx,
    permit: &Permit,
    account: AccountId,
) -> Result<Vec<RecoveryCode>, DbError> {
    if is_on(tx, account).await? {
        return Ok(Vec::new());
    }
    write_codes(tx, permit, account).await
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
