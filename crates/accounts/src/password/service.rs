//! What is done with passwords.

use time::Duration;
use yakusho_kernel::{
    Audit, Conflict, Cx, Fault, Invalid, Notice, Permit, PersonId, Reason, Rng, Saved, Timestamp,
};

use super::hashing::{self, PasswordHash};
use super::model::{Age, Change, Issued, Password};
use super::strength::About;
use super::{PasswordText, policy, rules, store, strength};
use crate::account::{self, Account, AccountId, AccountState};
use crate::session::{self, SessionId};
use crate::{Secret, directory, notices, token};

/// The letters of a one-time password: none that look like another.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// Issues a one-time password in place of whatever password there was. Every session and API token ends.
pub async fn issue(cx: &Cx, id: AccountId) -> Result<Saved<Issued>, Fault> {
    let account = account::store::get(&cx.reader(), id).await?;
    let account = account.ok_or(Fault::NotFound)?;
    let watches = account::watches(&cx.reader(), cx, &account).await?;
    let permit = policy::may_issue(cx, &account, watches)?;
    issue_under(cx, permit, id).await
}

/// Issues a one-time password at the machine itself.
pub(crate) async fn issue_at_console(cx: &Cx, id: AccountId) -> Result<Saved<Issued>, Fault> {
    let permit = policy::may_issue_at_console(cx, id)?;
    issue_under(cx, permit, id).await
}

async fn issue_under(cx: &Cx, permit: Permit, id: AccountId) -> Result<Saved<Issued>, Fault> {
    let password = one_time_password(cx.env().rng());
    let hash = hashing::hash(cx.env().rng(), &password).await?;
    let hours = cx.city().values(cx.today()).one_time_password_hours;
    let expires_at = cx.now().plus(Duration::hours(hours.into()));
    let tx = cx.begin().await?;
    let account = account::store::locked(&tx, id).await?;
    if account.ok_or(Fault::NotFound)?.state == AccountState::Closed {
        return Err(account::CLOSED.into());
    }
    store::issue(&tx, &permit, id, &hash, expires_at).await?;
    session::store::end_all(&tx, &permit, id, session::EndCause::PasswordIssued).await?;
    token::store::end_all(&tx, &permit, id, token::EndCause::PasswordIssued).await?;
    let issued = Issued {
        password,
        expires_at,
    };
    Ok(tx.commit(Audit::of(permit, &id), issued).await?)
}

/// Four groups of four letters: 79 bits, typed without mistakes.
fn one_time_password(rng: &Rng) -> PasswordText {
    let letters: Vec<char> = (0..16)
        .filter_map(|_| {
            let place = usize::try_from(rng.below(LETTERS.len() as u64)).ok()?;
            LETTERS.get(place).copied().map(char::from)
        })
        .collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    PasswordText::new(groups.join("-"))
}

/// Changes one's own password. Every other session ends, and every API token, since whoever knew the former password could
/// have made one; this session goes on with the secret that is returned.
///
/// # Errors
/// The fields `current` and `new`.
pub async fn change(cx: &Cx, session: SessionId, change: Change) -> Result<Saved<Secret>, Fault> {
    let account = session::store::account_of(&cx.reader(), session).await?;
    let account = account.ok_or(Fault::NotFound)?;
    let permit = policy::may_change(cx, &account)?;
    let before = store::get(&cx.reader(), account.id).await?;
    let before = before.ok_or(Fault::NotFound)?;
    let right = proves(cx, account.id, &before, &change.current).await?;
    rules::current(cx.city(), cx.today(), right)?;
    let hash = accept(cx, &account, &change).await?;

    let tx = cx.begin().await?;
    Conflict::CHANGED.unless(store::change(&tx, &permit, account.id, &before, &hash).await?)?;
    let cause = session::EndCause::PasswordChanged;
    session::store::end_others(&tx, &permit, account.id, session, cause).await?;
    let cause = token::EndCause::PasswordChanged;
    token::store::end_all(&tx, &permit, account.id, cause).await?;
    let secret = session::store::renew(&tx, &permit, session).await?;
    let notice =
        Notice::new(notices::PASSWORD_CHANGED, &account.id).keyed(cx.now().millis().to_string());
    tx.notify(&[account.person], &notice).await?;
    Ok(tx.commit(Audit::of(permit, &account.id), secret).await?)
}

/// Whether somebody who is signed in knows the present password. Too many wrong ones are held off for a while, as at
/// sign-in.
async fn proves(
    cx: &Cx,
    account: AccountId,
    present: &Password,
    typed: &PasswordText,
) -> Result<bool, Fault> {
    let budgets = session::lockout::of_owner(cx.city().values(cx.today()), account);
    let tx = cx.begin().await?;
    let held = session::store::reserve(&tx, &budgets).await?;
    tx.commit_unaudited().await?;
    session::may_try(cx, held)?;
    let right = hashing::verify(typed, Some(&present.hash)).await?;
    if right {
        let tx = cx.begin().await?;
        session::store::give_back(&tx, &budgets, 1).await?;
        tx.commit_unaudited().await?;
    }
    Ok(right)
}

/// Asks somebody who is signed in for the present password, before something that a passer-by at their screen must not
/// do.
///
/// # Errors
/// The field `password`.
pub(crate) async fn ask(cx: &Cx, account: AccountId, typed: &PasswordText) -> Result<(), Fault> {
    let present = store::get(&cx.reader(), account).await?;
    let present = present.ok_or(Fault::NotFound)?;
    if proves(cx, account, &present, typed).await? {
        Ok(())
    } else {
        Err(Invalid::field("password", Reason::Code("wrong_password")).into())
    }
}

/// Judges a new password, and hashes it.
async fn accept(cx: &Cx, account: &Account, change: &Change) -> Result<PasswordHash, Fault> {
    let mut card = directory::people(&cx.reader(), cx.today(), &[account.person]).await?;
    let login = account.login.as_str().to_owned();
    let about = match card.remove(&account.person) {
        Some(card) => About {
            login,
            name: card.name,
            kana: card.kana,
            number: card.number,
            unit: card.unit_name,
        },
        None => About {
            login,
            ..About::default()
        },
    };
    let (city, today, new) = (cx.city().clone(), cx.today(), change.new.clone());
    hashing::heavy(move || Ok(strength::judge(&city, today, &new, &about))).await??;
    let remembered = cx.city().values(today).password_remembered;
    let former = store::former(&cx.reader(), account.id, remembered).await?;
    if change.new == change.current || hashing::is_any_of(&change.new, &former).await? {
        return Err(Invalid::field("new", Reason::Code("password_used_before")).into());
    }
    Ok(hashing::hash(cx.env().rng(), &change.new).await?)
}

/// When a person's password was set, if they have one.
#[derive(Clone, Copy)]
struct SetAt(PersonId, Option<Timestamp>);

/// Has the request know when a person's password was set.
pub(crate) fn known(cx: &Cx, person: PersonId, set_at: Option<Timestamp>) {
    cx.knows(SetAt(person, set_at));
}

/// How old the actor's own password is.
pub async fn age(cx: &Cx) -> Result<Age, Fault> {
    let person = cx.actor().person().ok_or(Fault::NotFound)?;
    let found = match cx.asked_once(set_at(cx, person)).await? {
        SetAt(whose, found) if whose == person => found,
        _ => set_at(cx, person).await?.1,
    };
    let set_at = found.ok_or(Fault::NotFound)?;
    Ok(rules::age(cx.city(), cx.today(), set_at.date()))
}

async fn set_at(cx: &Cx, person: PersonId) -> Result<SetAt, Fault> {
    let account = account::store::of_person(&cx.reader(), person).await?;
    let account = account.ok_or(Fault::NotFound)?;
    let password = store::get(&cx.reader(), account.id).await?;
    Ok(SetAt(person, password.map(|password| password.set_at)))
}

/// Tells owners of passwords that must be changed soon (shiroishi:24-3), or that a change is suggested (nogata:9(2),
/// muko:33-3); says how many were told. Nobody is told the same twice, or counted again, however often it runs.
pub async fn remind(cx: &Cx) -> Result<usize, Fault> {
    let Some(plan) = rules::reminders(cx.city(), cx.today()) else {
        return Ok(0);
    };
    let passwords = store::set_between(
        &cx.reader(),
        Timestamp::start_of(plan.set_from),
        Timestamp::start_of(plan.set_before),
    )
    .await?;
    let told = passwords
        .into_iter()
        .filter_map(|(account, person, set_at)| {
            let reminder = plan.reminder(set_at.date())?;
            let notice = Notice::new(reminder.kind, &account)
                .keyed(reminder.key)
                .params(reminder.params);
            Some((person, notice))
        });
    let told: Vec<(PersonId, Notice)> = told.collect();
    let permit = policy::may_remind(cx)?;
    let tx = cx.begin().await?;
    let told = tx.notify_each(&told).await?;
    let entry = Audit::at_large(permit).with("reminders", told);
    Ok(tx.commit(entry, told).await?.into_inner())
}
