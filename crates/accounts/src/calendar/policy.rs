//! Who may say on which days the town hall works.

use yakusho_kernel::{Act, Cx, Denied, Permit};
use yakusho_regulation::{Role, rule};

const LOOK_UP: Act = Act::new("calendar.look_up");
const SET: Act = Act::new("calendar.set");
const WITHDRAW: Act = Act::new("calendar.withdraw");

/// Everyone who is signed in sees the calendar.
pub(super) fn may_look_up(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx.judge(LOOK_UP).signed_in()?.permit())
}

/// Who may close or open a day: no article gives it to anybody else, so the administrator (nogata:5-2(4)).
pub(super) fn may_set(cx: &Cx) -> Result<Permit, Denied> {
    administrator(cx, SET)
}

/// Who may take that back.
pub(super) fn may_withdraw(cx: &Cx) -> Result<Permit, Denied> {
    administrator(cx, WITHDRAW)
}

fn administrator(cx: &Cx, act: Act) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .role(rule!(ResidualPowers), Role::SystemAdministrator)?
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}
