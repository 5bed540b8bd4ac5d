//! Who may sign in, go on, and end sessions.

use yakusho_kernel::{Act, Cx, Denied, Permit, PersonId, Timestamp, Via};
use yakusho_regulation::{Role, rule};

use super::{First, HeldOff, SessionId};
use crate::account::{Account, AccountId, AccountState};
use crate::password::OneTime;

pub(super) const SIGN_IN: Act = Act::new("session.sign_in");
pub(super) const SIGN_IN_BY_PROVIDER: Act = Act::new("session.sign_in_by_provider");
const ASK_CODE: Act = Act::new("session.ask_code");
const RESUME: Act = Act::new("session.resume");
const RENEW: Act = Act::new("session.renew");
const LOOK: Act = Act::new("session.look");
const ACT_FOR: Act = Act::new("session.act_for");
const END: Act = Act::new("session.end");
const END_ALL_OF: Act = Act::new("session.end_all_of");

/// Whether a try is borne: not while too many have failed (nogata:10(3)).
pub(crate) fn may_try(cx: &Cx, held_until: Option<Timestamp>) -> Result<(), HeldOff> {
    let judged = cx.judge(SIGN_IN).require(
        rule!(MisuseWatched),
        held_until.is_none(),
        "too_many_failures",
    );
    match (judged, held_until) {
        (Err(denied), Some(until)) => Err(HeldOff { denied, until }),
        _ => Ok(()),
    }
}

/// Whether what was typed, or said by the identity provider, is an account's: the same answer for an unknown ID, a wrong
/// password and a wrong code (nogata:2(2)).
pub(super) fn may_come_in(
    cx: &Cx,
    act: Act,
    right: bool,
    why: &'static str,
) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .require(rule!(SignInRequired), right, why)?
        .permit())
}

/// What is done when somebody has shown who they are: their second factor is asked for, or they come in.
pub(super) const fn entering(first: First, asks: bool) -> Act {
    match first {
        _ if asks => ASK_CODE,
        First::Password { .. } => SIGN_IN,
        First::Provider { .. } => SIGN_IN_BY_PROVIDER,
    }
}

/// Whether an account whose owner has shown who they are can be signed in to, or its code be asked for. `one_time` is the
/// password that was right, if it was issued for one time.
pub(super) fn may_enter(
    cx: &Cx,
    act: Act,
    account: &Account,
    one_time: Option<OneTime>,
    employed: bool,
) -> Result<Permit, Denied> {
    let ended = account.ends_on.is_some_and(|last| last < cx.today());
    let (works, why) = match one_time {
        None => (true, ""),
        Some(issued) if issued.used_at.is_some() => (false, "one_time_password_used"),
        Some(issued) => (issued.works(cx.now()), "one_time_password_expired"),
    };
    Ok(cx
        .judge(act)
        .on(&account.id)
        .require(rule!(SignInRequired), employed, "not_employed")?
        .require(
            rule!(SuspensionBySupervisor),
            account.state != AccountState::Suspended,
            "suspended",
        )?
        .require(rule!(OthersApproved), !ended, "account_ended")?
        .require(
            rule!(SignInRequired),
            account.is_usable(cx.today()),
            "account_closed",
        )?
        .require(rule!(PasswordOwnersAlone), works, why)?
        .keeping(rule!(MisuseWatched))
        .permit())
}

/// Whether a request comes from somebody who is signed in (nogata:2(2)): with a session or token that is neither ended
/// nor past its time, of an account that can be used, by somebody who is employed.
pub(crate) fn may_resume(cx: &Cx, alive: bool) -> Result<Permit, Denied> {
    Ok(cx
        .judge(RESUME)
        .require(rule!(SignInRequired), alive, "signed_out")?
        .permit())
}

/// A session's secret is replaced for its owner, in that session.
pub(super) fn may_renew(cx: &Cx, session: SessionId, owner: PersonId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(RENEW)
        .on(&session)
        .authorised(is_owner(cx, owner), "owner")?
        .permit())
}

/// The owner acts on behalf of somebody who delegated to them, or for themselves again.
pub(super) fn may_act_for(
    cx: &Cx,
    session: SessionId,
    owner: PersonId,
    delegated: bool,
) -> Result<Permit, Denied> {
    Ok(cx
        .judge(ACT_FOR)
        .on(&session)
        .authorised(is_owner(cx, owner), "owner")?
        .authorised(delegated, "not_delegated")?
        .permit())
}

/// The owner ends sessions, from whichever of them (nogata:10(3)).
pub(super) fn may_end(cx: &Cx, account: AccountId, owner: PersonId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(END)
        .on(&account)
        .authorised(is_owner(cx, owner), "owner")?
        .keeping(rule!(MisuseWatched))
        .permit())
}

fn is_owner(cx: &Cx, owner: PersonId) -> bool {
    cx.actor()
        .standing()
        .is_some_and(|standing| standing.person == owner && standing.via == Via::Session)
}

/// The administrator ends all sessions of somebody who lost a machine (nogata:5-2(4)).
pub(super) fn may_end_all_of(cx: &Cx, account: AccountId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(END_ALL_OF)
        .on(&account)
        .role(rule!(ResidualPowers), Role::SystemAdministrator)?
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}

/// What an account's owner sees of it: sessions and sign-in history (nogata:10(3)).
pub(super) fn may_look(cx: &Cx, account: AccountId, owner: PersonId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(LOOK)
        .on(&account)
        .authorised(is_owner(cx, owner), "owner")?
        .keeping(rule!(MisuseWatched))
        .permit())
}
