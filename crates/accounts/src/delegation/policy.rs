//! Who may set up a delegation, and who may end it.

use yakusho_kernel::{
    Act, Cx, Denied, Holding, Permit, PersonId, ProxyKind, Right, Standing, Subject, UnitId, Via,
};
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
    /// Whether somebody for whom it is does the work themself on one of the days.
    pub(super) at_work: bool,
    /// Whether the delegate heads a section.
    pub(super) to_section_head: bool,
    /// Whether the delegate would be system supervisor and system administrator at once, of whom one watches the other.
    pub(super) watches_themself: bool,
}

/// Whether the actor may set up this delegation.
pub(super) fn may_set_up(
    cx: &Cx,
    subject: &impl Subject,
    delegation: &Delegation,
    ground: &Ground,
) -> Result<Permit, Denied> {
    let judgement = cx
        .judge(SET_UP)
        .on(subject)
        .authorised(in_person(cx).is_some(), "owner")?
        .authorised(!ground.watches_themself, "watches_themself")?;
    if delegation.kind == ProxyKind::SharedDuties {
        return Ok(judgement
            .role(rule!(ComputingDutiesShared), Role::ComputingGeneralManager)?
            .require(
                rule!(ComputingDutiesShared),
                by_post(cx, Role::ComputingGeneralManager),
                "proxy",
            )?
            .require(
                rule!(ComputingDutiesShared),
                ground.to_section_head,
                "section_head",
            )?
            .keeping(rule!(ComputingDuties))
            .permit());
    }
    let own = is_principal(cx, ground);
    let to_themself = cx.actor().person() == Some(delegation.delegate);
    Ok(judgement
        .authorised(answers_for(cx, ground), "superior")?
        .authorised(own || !ground.at_work, "holder_at_work")?
        .authorised(own || !to_themself, "to_themself")?
        .permit())
}

/// Whether the actor may end this delegation: whoever could set it up, and the delegate.
pub(super) fn may_revoke(
    cx: &Cx,
    id: DelegationId,
    delegation: &Delegation,
    ground: &Ground,
) -> Result<Permit, Denied> {
    let shares = cx.actor().by_role(Role::ComputingGeneralManager);
    let holds = shares
        .and(delegation.kind == ProxyKind::SharedDuties)
        .or(answers_for(cx, ground))
        .or(cx.actor().person() == Some(delegation.delegate));
    Ok(cx
        .judge(REVOKE)
        .on(&id)
        .authorised(holds, "superior")?
        .permit())
}

/// The right of whoever holds the role by their own post, not by delegation.
fn by_post(cx: &Cx, role: Role) -> Right {
    let standing = cx.actor().standing();
    let held = standing.and_then(|standing| {
        standing.role_held(|held| held.role == role && matches!(held.by, Holding::Post(_)))
    });
    held.into()
}

/// The actor, where they are signed in and act for themself.
fn in_person(cx: &Cx) -> Option<&Standing> {
    let standing = cx.actor().standing();
    standing.filter(|standing| standing.via == Via::Session && standing.on_behalf.is_none())
}

fn is_principal(cx: &Cx, ground: &Ground) -> bool {
    in_person(cx).is_some_and(|standing| ground.principals.contains(&standing.person))
}

/// The person themself, whoever heads a unit above, or the administrator by office.
fn answers_for(cx: &Cx, ground: &Ground) -> Right {
    in_person(cx).map_or(Right::None, |standing| {
        Right::from(is_principal(cx, ground))
            .or(ground.lineage.iter().any(|unit| standing.heads(*unit)))
            .or(by_post(cx, Role::SystemAdministrator))
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
