//! Who may enter a route: the first gate, before the domain's own policy.

use yakusho_kernel::{Act, Actor, Cx, Denied};
use yakusho_regulation::{Marked, Role, rule};

use crate::{Access, Entry, Problem};

const ENTER: Act = Act::new("web.enter");

/// Whether the actor may ask that route.
pub(super) fn may_enter(cx: &Cx, entry: &Entry) -> Result<(), Problem> {
    let access = entry.access;
    if matches!(access, Access::Anyone | Access::Public) {
        return Ok(());
    }
    // Whoever is not signed in is shown the way in; it is no refusal to put on record.
    let judgement = cx
        .judge(ENTER)
        .signed_in()
        .map_err(|_| Problem::SignedOut)?;
    let holds = holds(cx.actor(), access);
    let judgement = match entry.rule {
        Some(rule) => judgement.require(rule, holds, "role")?,
        None => judgement,
    };
    let judgement = match access {
        Access::Role(role) => judgement
            .role(creating(role), role)?
            .authorised_role(role)?,
        Access::AnyRole(_) => judgement.authorised(holds, "role")?,
        _ => judgement,
    };
    drop(judgement.permit());
    Ok(())
}

/// A function that the administrator stopped is nobody's to use until it is switched on again.
pub(super) fn may_use(cx: &Cx, is_stopped: bool) -> Result<(), Denied> {
    let judgement = cx.judge(ENTER);
    let rule = rule!(FunctionsByAdministrator);
    let judgement = judgement.require(rule, !is_stopped, "function_stopped")?;
    drop(judgement.permit());
    Ok(())
}

/// The rule that creates a role: whoever is not let in is told whose matter it is, and by which article.
fn creating(role: Role) -> Marked {
    match role {
        Role::SystemSupervisor => rule!(SystemSupervisor),
        Role::SystemAdministrator => rule!(SystemAdministrator),
        Role::InformationManager => rule!(InformationManagers),
        Role::GeneralManager => rule!(GeneralManager),
        Role::InformationSystemManager => rule!(InformationSystemManager),
        Role::ComputingGeneralManager => rule!(ComputingGeneralManager),
        Role::ComputingManager => rule!(ComputingManager),
        Role::DataProtectionManager => rule!(DataProtectionManagers),
    }
}

/// Whether the actor is one of those that the access names.
pub(super) fn holds(actor: &Actor, access: Access) -> bool {
    match access {
        Access::Anyone | Access::Public => true,
        Access::SignedIn | Access::User => actor.person().is_some(),
        Access::Role(role) => actor.holds(role),
        Access::AnyRole(roles) => roles.iter().any(|role| actor.holds(*role)),
    }
}
