//! Who may suspend, lift and see suspensions.

use yakusho_kernel::{Act, Cx, Denied, Permit};
use yakusho_regulation::{Role, rule};

use crate::account::Account;

const SUSPEND: Act = Act::new("suspension.suspend");
const LIFT: Act = Act::new("suspension.lift");
const LOOK: Act = Act::new("suspension.look");

/// The supervisor alone suspends an ID (nogata:11), and never the own: nobody could lift it.
pub(super) fn may_suspend(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
    let own = account.is_of(cx.actor());
    Ok(cx
        .judge(SUSPEND)
        .on(&account.id)
        .role(rule!(SuspensionBySupervisor), Role::SystemSupervisor)?
        .authorised(!own, "own_account")?
        .permit())
}

/// The supervisor alone lifts it.
pub(super) fn may_lift(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
    Ok(cx
        .judge(LIFT)
        .on(&account.id)
        .role(rule!(SuspensionBySupervisor), Role::SystemSupervisor)?
        .permit())
}

/// The supervisor sees what was suspended; the administrator, who keeps the accounts, too.
pub(super) fn may_look(cx: &Cx) -> Result<Permit, Denied> {
    let concerned = [Role::SystemSupervisor, Role::SystemAdministrator];
    let right = cx.actor().by_any_role(&concerned);
    Ok(cx.judge(LOOK).authorised(right, "role")?.permit())
}
