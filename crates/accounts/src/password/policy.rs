//! Who may do what with passwords, and what a password lets its owner do.

use yakusho_kernel::{Act, Cx, Denied, Permit, Timestamp, Via};
use yakusho_regulation::{Role, rule};

use super::rules::last_day;
use crate::account::{Account, AccountId};

const ISSUE: Act = Act::new("password.issue");
const CHANGE: Act = Act::new("password.change");
const GO_ON: Act = Act::new("session.go_on");
const REMIND: Act = Act::new("password.remind");

/// Who may issue a one-time password: the administrator. It does not make the password theirs: it works once, and must
/// be changed (nogata:2(4), muko:2(8)). Not for the supervisor (`watches`), who watches the administrator, nor for
/// themself once they signed in: whoever came by the administrator's session would come by the password, which is asked for
/// to change it.
pub(super) fn may_issue(cx: &Cx, account: &Account, watches: bool) -> Result<Permit, Denied> {
    let own = account.is_of(cx.actor()) && account.last_sign_in_at.is_some();
    Ok(cx
        .judge(ISSUE)
        .on(&account.id)
        .role(rule!(ResidualPowers), Role::SystemAdministrator)?
        .authorised_role(Role::SystemAdministrator)?
        .authorised(!own, "own_account")?
        .authorised(!watches, "supervisors_account")?
        .permit())
}

/// The first administrator's password, and the supervisor's who lost theirs, are issued at the machine itself.
pub(crate) fn may_issue_at_console(cx: &Cx, account: AccountId) -> Result<Permit, Denied> {
    Ok(cx
        .judge(ISSUE)
        .on(&account)
        .authorised(cx.actor().is_system(), "console")?
        .permit())
}

/// Who may change a password: its owner alone, from a session of their own (nogata:2(4), muko:33-2).
pub(super) fn may_change(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
    let in_session = cx
        .actor()
        .standing()
        .is_some_and(|standing| standing.via == Via::Session && standing.on_behalf.is_none());
    let owner = account.is_of(cx.actor()) && in_session;
    Ok(cx
        .judge(CHANGE)
        .on(&account.id)
        .require(rule!(PasswordOwnersAlone), owner, "owner")?
        .permit())
}

/// Whether somebody who signed in with this password may do anything but change it: not with one that was issued
/// (nogata:2(4)), nor past the age that the city sets (shiroishi:24-3).
pub(crate) fn may_go_on(
    cx: &Cx,
    account: AccountId,
    set_at: Timestamp,
    issued: bool,
) -> Result<Permit, Denied> {
    let last_day = last_day(cx.city().values(cx.today()), set_at);
    Ok(cx
        .judge(GO_ON)
        .on(&account)
        .require(rule!(PasswordOwnersAlone), !issued, "one_time_password")?
        .require(
            rule!(PasswordAge),
            last_day.is_none_or(|last| cx.today() <= last),
            "password_too_old",
        )?
        .permit())
}

/// Telling owners of their passwords' age is the system's.
pub(super) fn may_remind(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REMIND)
        .authorised(cx.actor().is_system(), "system")?
        .keeping(rule!(PasswordChangeSuggested))
        .keeping(rule!(PasswordAge))
        .permit())
}
