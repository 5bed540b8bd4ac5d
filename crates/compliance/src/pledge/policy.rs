//! Who sets what is pledged, who pledges, and who sees it.

use yakusho_accounts::delegation::{self, Duty};
use yakusho_kernel::{Act, Cx, Denied, Permit, Right};
use yakusho_regulation::{Marked, Role, rule};

use super::model::{PledgeKind, PledgeTextId};
use crate::duty;

const PUBLISH: Act = Act::new("pledge.publish");
const GIVE: Act = Act::new("pledge.give");

const fn kept_by(kind: PledgeKind) -> Marked {
    match kind {
        PledgeKind::Secrecy => rule!(SecrecyPledged),
        PledgeKind::Observance => rule!(ObservancePledged),
    }
}

/// Whether the city asks for that pledge today, and somebody is signed in.
pub(super) fn asks(cx: &Cx, kind: PledgeKind) -> bool {
    cx.actor().person().is_some() && cx.city().in_force(kind.rule(), cx.today()).is_some()
}

/// The right of the general manager of computing, or of whoever has the duty to protect personal information shared out to
/// them.
pub(super) fn sets(cx: &Cx) -> Right {
    let Some(standing) = cx.actor().standing() else {
        return Right::None;
    };
    let shared = delegation::duties(cx, standing).contains(&Duty::Protection);
    let manages = standing.by_role(Role::ComputingGeneralManager);
    manages.or(shared)
}

/// Whether the one who acts sees what everybody pledged.
pub(super) fn follows(cx: &Cx) -> bool {
    sets(cx).holds() || duty::oversees(cx)
}

/// What is pledged, the general manager of computing sets.
pub(super) fn may_publish(cx: &Cx, kind: PledgeKind) -> Result<Permit, Denied> {
    Ok(cx
        .judge(PUBLISH)
        .signed_in()?
        .authorised(sets(cx), "not_general_manager")?
        .keeping(kept_by(kind))
        .permit())
}

/// Everybody pledges for themself; nobody does it in another's place.
pub(super) fn may_give(cx: &Cx, kind: PledgeKind, text: PledgeTextId) -> Result<Permit, Denied> {
    let standing = cx.actor().standing();
    let own = standing.is_some_and(|standing| standing.on_behalf.is_none());
    Ok(cx
        .judge(GIVE)
        .on(&text)
        .signed_in()?
        .authorised(own, "not_by_proxy")?
        .keeping(kept_by(kind))
        .permit())
}
