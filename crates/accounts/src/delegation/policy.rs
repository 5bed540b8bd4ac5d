//! Who may set up a delegation, and who may end it.

use yakusho_kernel::{Act, Cx, Denied, Holding, Permit, PersonId, ProxyKind, Subject, UnitId};
use yakusho_regulation::{Role, rule};

use super::{Delegation, DelegationId, Principal};

const SET_UP: Act = Act::new("delegation.set_up");
const REVOKE: Act = Act::new("delegation.revoke");

/// Where a delegation stands in the organisation.
#[derive(Debug)]
pub(super) struct Ground {
    /// The holders of the post, or the person, for whom it is.
    pub(super) principals: Vec<PersonId>,
    /// The unit of the post, or of the main post of the person, with those above it.
    pub(super) lineage: Vec<UnitId>,
    /// Whether the delegate heads a section.
    pub(super) to_section_head: bool,
}

/// Whether the actor may set up this delegation.
pub(super) fn may_set_up(
    cx: &Cx,
    subject: &impl Subject,
    delegation: &Delegation,
    ground: &Ground,
) -> Result<Permit, Denied> {
    let judgement = cx.judge(SET_UP).on(subject);
    if delegation.kind == ProxyKind::SharedDuties {
        return Ok(judgement
            .role(rule!(ComputingDutiesShared), Role::ComputingGeneralManager)?
            .require(rule!(ComputingDutiesShared), is_manager(cx), "proxy")?
            .require(
                rule!(ComputingDutiesShared),
                ground.to_section_head,
                "section_head",
            )?
            .keeping(rule!(ComputingDuties))
            .permit());
    }
    Ok(judgement
        .authorised(answers_for(cx, ground), "superior")?
        .permit())
}

/// Whether the actor may end this delegation: whoever could set it up, and the delegate.
pub(super) fn may_revoke(
    cx: &Cx,
    id: DelegationId,
    delegation: &Delegation,
    ground: &Ground,
) -> Result<Permit, Denied> {
    let shares = delegation.kind == ProxyKind::SharedDuties
        && cx.actor().holds(Role::ComputingGeneralManager);
    let holds =
        shares || answers_for(cx, ground) || cx.actor().person() == Some(delegation.delegate);
    Ok(cx
        .judge(REVOKE)
        .on(&id)
        .authorised(holds, "superior")?
        .permit())
}

/// Whether the actor is the general manager of computing by their own post, not by delegation.
fn is_manager(cx: &Cx) -> bool {
    cx.actor().standing().is_some_and(|standing| {
        standing.roles.iter().any(|held| {
            held.role == Role::ComputingGeneralManager && matches!(held.by, Holding::Post(_))
        })
    })
}

/// The person themself, whoever heads a unit above, or the administrator; nobody on another's behalf.
fn answers_for(cx: &Cx, ground: &Ground) -> bool {
    cx.actor().standing().is_some_and(|standing| {
        let themself = ground.principals.contains(&standing.person);
        let heads = ground.lineage.iter().any(|unit| standing.heads(*unit));
        standing.on_behalf.is_none()
            && (themself || heads || standing.holds(Role::SystemAdministrator))
    })
}

/// The subject of the record: the post or the person for whom it is.
impl Subject for Principal {
    fn reference(&self) -> yakusho_kernel::Ref {
        match self {
            Self::Post(post) => post.reference(),
            Self::Person(person) => person.reference(),
        }
    }
}
