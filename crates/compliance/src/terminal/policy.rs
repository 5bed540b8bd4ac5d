//! Who sets what may be done at terminals.

use yakusho_accounts::delegation::{self, Duty};
use yakusho_kernel::{Act, Cx, Denied, Judgement, Permit, Right};
use yakusho_regulation::{Role, rule};

use super::model::Allowed;
use crate::ids::AssetId;
use crate::inventory::policy::answers_for;

const ALLOW: Act = Act::new("terminal.allow");
const WITHDRAW: Act = Act::new("terminal.withdraw");
const PUBLISH: Act = Act::new("terminal.set_rules");

/// The right of the general manager of computing, or of whoever has the duty for terminals shared out to them; where the
/// city has no such manager, of whoever answers for the terminal's section.
pub(super) fn sets(cx: &Cx, section: Option<yakusho_kernel::UnitId>) -> Right {
    let Some(standing) = cx.actor().standing() else {
        return Right::None;
    };
    if cx
        .city()
        .role(Role::ComputingGeneralManager, cx.today())
        .is_some()
    {
        let shared = delegation::duties(cx, standing).contains(&Duty::Terminals);
        let manages = standing.by_role(Role::ComputingGeneralManager);
        manages.or(shared)
    } else {
        let right = section.map(|section| answers_for(cx, section));
        right.unwrap_or_default()
    }
}

/// Data and businesses are permitted by the general manager (muko:32-1).
pub(super) fn may_allow(
    cx: &Cx,
    terminal: AssetId,
    allowed: &Allowed,
    sets: Right,
) -> Result<Permit, Denied> {
    by_manager(cx.judge(ALLOW).on(&terminal), allowed, sets)
}

/// They are withdrawn by the same.
pub(super) fn may_withdraw(
    cx: &Cx,
    terminal: AssetId,
    allowed: &Allowed,
    sets: Right,
) -> Result<Permit, Denied> {
    by_manager(cx.judge(WITHDRAW).on(&terminal), allowed, sets)
}

fn by_manager(judgement: Judgement<'_>, allowed: &Allowed, sets: Right) -> Result<Permit, Denied> {
    let rule = match allowed {
        Allowed::Data(_) => rule!(TerminalData),
        Allowed::Business(_) => rule!(TerminalBusiness),
    };
    Ok(judgement
        .signed_in()?
        .require(rule, sets, "not_general_manager")?
        .authorised(sets, "not_general_manager")?
        .permit())
}

/// The rules for terminals are set by the general manager (muko:32-2), where the city has one.
pub(super) fn may_publish(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(PUBLISH)
        .signed_in()?
        .authorised(sets(cx, None), "not_general_manager")?
        .keeping(rule!(TerminalRules))
        .permit())
}
