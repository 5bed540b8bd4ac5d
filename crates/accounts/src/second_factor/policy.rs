//! Who may do what with a second factor.

use yakusho_kernel::{Act, Cx, Denied, Permit, Via};
use yakusho_regulation::{Role, rule};

use crate::account::Account;

/// What the owner does with the own second factor.
pub(super) const BEGIN: Act = Act::new("second_factor.begin");
pub(super) const CONFIRM: Act = Act::new("second_factor.confirm");
pub(super) const REMOVE: Act = Act::new("second_factor.remove");
pub(super) const RENEW_CODES: Act = Act::new("second_factor.renew_codes");
pub(super) const BEGIN_PASSKEY: Act = Act::new("passkey.begin");
pub(super) const ADD_PASSKEY: Act = Act::new("passkey.add");
pub(super) const REMOVE_PASSKEY: Act = Act::new("passkey.remove");
const REMOVE_FOR: Act = Act::new("second_factor.remove_for");

/// Its owner alone, from a session of their own.
pub(super) fn may_change(cx: &Cx, act: Act, account: &Account) -> Result<Permit, Denied> {
    let own_session = cx.actor().standing().is_some_and(|standing| {
        standing.person == account.person
            && standing.via == Via::Session
            && standing.on_behalf.is_none()
    });
    Ok(cx
        .judge(act)
        .on(&account.id)
        .require(rule!(PasswordOwnersAlone), own_session, "owner")?
        .permit())
}

/// The administrator takes all of them away whose owner lost app, passkeys and recovery codes. Not the supervisor's
/// (`watches`), who watches the administrator, nor their own, which they take away by what only the owner knows.
pub(super) fn may_remove_for(cx: &Cx, account: &Account, watches: bool) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REMOVE_FOR)
        .on(&account.id)
        .role(rule!(ResidualPowers), Role::SystemAdministrator)?
        .authorised_role(Role::SystemAdministrator)?
        .authorised(!account.is_of(cx.actor()), "own_account")?
        .authorised(!watches, "supervisors_account")?
        .permit())
}

/// Any is taken away at the machine itself.
pub(super) fn may_remove_at_console(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REMOVE_FOR)
        .on(&account.id)
        .authorised(cx.actor().is_system(), "console")?
        .permit())
}
