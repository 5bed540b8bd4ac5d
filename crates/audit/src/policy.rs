//! Who may read the trail.

use yakusho_kernel::{Act, Cx, Denied, Permit};
use yakusho_regulation::{Role, rule};

const SEARCH: Act = Act::new("audit.search");
const LOOK: Act = Act::new("audit.look");
const EXPORT: Act = Act::new("audit.export");

/// The administrator and the supervisor search the trail.
pub(crate) fn may_search(cx: &Cx) -> Result<Permit, Denied> {
    overseer(cx, SEARCH)
}

/// The administrator and the supervisor look at a single entry.
pub(crate) fn may_look(cx: &Cx) -> Result<Permit, Denied> {
    overseer(cx, LOOK)
}

/// The administrator and the supervisor take it out, and the operator at the machine.
pub(crate) fn may_export(cx: &Cx) -> Result<Permit, Denied> {
    overseer_or_system(cx, EXPORT)
}

/// What the administrator and the supervisor may do, and the operator at the machine.
pub(crate) fn overseer_or_system(cx: &Cx, act: Act) -> Result<Permit, Denied> {
    if cx.actor().is_system() {
        return Ok(cx.judge(act).keeping(rule!(ActAudited)).permit());
    }
    overseer(cx, act)
}

fn overseer(cx: &Cx, act: Act) -> Result<Permit, Denied> {
    let roles = [Role::SystemAdministrator, Role::SystemSupervisor];
    let role = roles
        .into_iter()
        .find(|role| cx.actor().holds(*role))
        .unwrap_or(Role::SystemAdministrator);
    Ok(cx.judge(act).authorised_role(role)?.permit())
}
