//! Who may switch functions and grant permissions.

use yakusho_kernel::{Act, Cx, Denied, Permit, Subject};
use yakusho_regulation::{Role, rule};

use super::model::GrantId;

const LOOK_UP: Act = Act::new("function.look_up");
const SWITCH: Act = Act::new("function.switch");
const GRANT: Act = Act::new("grant.add");
const END_GRANT: Act = Act::new("grant.end");

/// The administrator alone looks through switches and grants.
pub(super) fn may_look_up(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(LOOK_UP)
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}

/// The administrator alone switches functions (nogata:5-2(3)).
pub(super) fn may_switch(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(SWITCH)
        .role(rule!(FunctionsByAdministrator), Role::SystemAdministrator)?
        .permit())
}

/// The administrator alone grants permissions (nogata:5-2(3)).
pub(super) fn may_grant(cx: &Cx, to: &impl Subject) -> Result<Permit, Denied> {
    let judgement = cx.judge(GRANT).on(to);
    Ok(judgement
        .role(rule!(FunctionsByAdministrator), Role::SystemAdministrator)?
        .permit())
}

/// The administrator alone ends a grant (nogata:5-2(3)).
pub(super) fn may_end_grant(cx: &Cx, grant: GrantId) -> Result<Permit, Denied> {
    let judgement = cx.judge(END_GRANT).on(&grant);
    Ok(judgement
        .role(rule!(FunctionsByAdministrator), Role::SystemAdministrator)?
        .permit())
}
