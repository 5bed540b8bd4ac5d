//! Who reports, asks and answers.

use yakusho_kernel::{Act, Cx, Denied, Permit, Right, UnitId};
use yakusho_regulation::{Role, rule};

use super::model::Case;
use crate::account::Account;

const REPORT: Act = Act::new("leaver.report");
const ANSWER: Act = Act::new("leaver.answer");
const FIND: Act = Act::new("leaver.find");
const LOOK: Act = Act::new("leaver.look");

/// Which cases somebody sees.
#[derive(Clone, Debug)]
pub(super) enum Scope {
    /// Those of the sections that they manage.
    Units(Vec<UnitId>),
    /// All.
    All,
}

/// The manager of a section that the person belongs to reports (nogata:7-2), and nobody themself.
pub(super) fn may_report(
    cx: &Cx,
    account: &Account,
    sections: &[UnitId],
) -> Result<Permit, Denied> {
    let mut rights = sections.iter().map(|section| manages(cx, *section));
    let manages = rights.find(|right| right.holds()).unwrap_or_default();
    let own = account.is_of(cx.actor());
    Ok(cx
        .judge(REPORT)
        .on(&account.id)
        .authorised(manages, "role")?
        .authorised(!own, "own_account")?
        .keeping(rule!(LeaversReported))
        .permit())
}

/// The manager who was asked answers; where nobody does, the administrator.
pub(super) fn may_answer(cx: &Cx, case: &Case) -> Result<Permit, Denied> {
    let asked = case.unit.map(|unit| manages(cx, unit)).unwrap_or_default();
    let asked = asked.or(cx.actor().by_role(Role::SystemAdministrator));
    Ok(cx
        .judge(ANSWER)
        .on(&case.id)
        .authorised(asked, "role")?
        .keeping(rule!(LeaversReported))
        .permit())
}

/// Whether the actor manages the section, and sees its users.
pub(super) fn may_see_users(cx: &Cx, section: UnitId) -> Result<Permit, Denied> {
    let manages = manages(cx, section);
    Ok(cx
        .judge(LOOK)
        .on(&section)
        .authorised(manages, "role")?
        .permit())
}

fn manages(cx: &Cx, section: UnitId) -> Right {
    let standing = cx.actor().standing();
    standing.map_or(Right::None, |standing| {
        standing.by_role_for(Role::InformationManager, section)
    })
}

/// Finding and asking is the system's.
pub(super) fn may_find(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(FIND)
        .authorised(cx.actor().is_system(), "system")?
        .keeping(rule!(LeaversReported))
        .permit())
}

/// Managers see the cases of their sections, the administrator all.
pub(super) fn may_look(cx: &Cx) -> Result<Scope, Denied> {
    if cx.actor().holds(Role::SystemAdministrator) {
        let _ = cx
            .judge(LOOK)
            .authorised_role(Role::SystemAdministrator)?
            .permit();
        return Ok(Scope::All);
    }
    let roles = cx.actor().standing().map(|standing| &standing.roles);
    let units: Vec<UnitId> = roles
        .into_iter()
        .flatten()
        .filter(|held| held.role == Role::InformationManager)
        .filter_map(|held| held.unit)
        .collect();
    let _ = cx
        .judge(LOOK)
        .authorised(!units.is_empty(), "role")?
        .permit();
    Ok(Scope::Units(units))
}
