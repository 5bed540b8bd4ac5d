//! Who sees provisions, and who does what with them.

use yakusho_kernel::{Act, Cx, Denied, Judgement, Permit, Right, Standing, UnitId};
use yakusho_regulation::{ProcedureKind, Role, rule};

use super::model::{Agreement, Provision, Rights, Standing as Stands};
use crate::procedure::policy::{Acting, acting, oversees};
use crate::procedure::{CaseState, Holder};

const DRAW_UP: Act = Act::new("provision.draw_up_agreement");
const CHANGE: Act = Act::new("provision.change_agreement");
const WORD: Act = Act::new("provision.give_word");
const CONCLUDE: Act = Act::new("provision.conclude");
const END: Act = Act::new("provision.end_early");
const RELEASE: Act = Act::new("provision.release");
const RECORD: Act = Act::new("provision.record_event");
const CLOSE: Act = Act::new("provision.return_data");
const REMIND: Act = Act::new("provision.remind");

/// What of all provisions the reader sees. Only a policy makes one.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// The sections whose provisions they see.
    pub(super) units: Vec<UnitId>,
    /// Whether they see all.
    pub(super) oversees: bool,
}

/// What the one who acts sees: what their sections provide, and all, for those who look after data as a whole. None where
/// nobody is signed in.
pub(super) fn scope(cx: &Cx) -> Option<Scope> {
    let standing = cx.actor().standing()?;
    let held = standing.roles.iter().filter_map(|held| held.unit);
    let mut units = standing.units();
    units.extend(held);
    units.sort_unstable();
    units.dedup();
    Some(Scope {
        units,
        oversees: oversees(standing),
    })
}

/// How the one who acts stands to a section that provides data.
#[derive(Clone, Debug, Default)]
pub(super) struct Ties {
    /// As what they answer for the section.
    pub(super) manager: Option<Acting>,
    /// As what they act for the general manager.
    pub(super) general: Option<Acting>,
    /// By what they are of the section, or answer for it.
    pub(super) member: Right,
    /// Whether they see its provisions.
    pub(super) sees: bool,
}

/// How the one who acts stands to that section.
pub(super) fn ties(cx: &Cx, section: UnitId) -> Ties {
    let (Some(standing), Some(scope)) = (cx.actor().standing(), scope(cx)) else {
        return Ties::default();
    };
    let manager = managing(standing, section);
    let manages = manager.as_ref().map(|acting| acting.right);
    let manages = manages.unwrap_or_default();
    Ties {
        general: acting(standing, Holder::Role(Role::GeneralManager, None)),
        member: Right::from(standing.belongs_to(section)).or(manages),
        sees: scope.oversees || scope.units.contains(&section),
        manager,
    }
}

fn managing(standing: &Standing, section: UnitId) -> Option<Acting> {
    let manager = Holder::Role(Role::InformationManager, Some(section));
    acting(standing, manager).or_else(|| acting(standing, Holder::Head(section)))
}

/// Whoever answers for the section acts for it; the entry names the role in which they do.
fn by_manager<'a>(judgement: Judgement<'a>, ties: &Ties) -> Result<Judgement<'a>, Denied> {
    let right = ties.manager.as_ref().map(|acting| acting.right);
    judgement.authorised(right.unwrap_or_default(), "not_section_manager")
}

/// The consultation must have been submitted (shiroishi:15-1) and, by the house's rule, granted.
fn consulted<'a>(
    cx: &Cx,
    judgement: Judgement<'a>,
    state: CaseState,
) -> Result<Judgement<'a>, Denied> {
    let submitted = matches!(
        state,
        CaseState::UnderWay | CaseState::Granted | CaseState::Refused
    );
    let asked = cx
        .city()
        .in_force(ProcedureKind::Provision.rule(), cx.today());
    let granted = asked.is_none() || state == CaseState::Granted;
    judgement
        .require(rule!(ProvisionConsulted), submitted, "not_submitted")?
        .authorised(granted, "not_granted")
}

/// An agreement is drawn up by whoever answers for the section, once the consultation was granted.
pub(super) fn may_draw_up(cx: &Cx, ties: &Ties, state: CaseState) -> Result<Permit, Denied> {
    let judgement = by_manager(cx.judge(DRAW_UP).signed_in()?, ties)?;
    Ok(consulted(cx, judgement, state)?.permit())
}

/// It is changed by whoever answers for the section; the version before it stays.
pub(super) fn may_change(cx: &Cx, agreement: &Agreement, ties: &Ties) -> Result<Permit, Denied> {
    let judgement = cx.judge(CHANGE).on(&agreement.id).signed_in()?;
    Ok(by_manager(judgement, ties)?
        .keeping(rule!(HistoryKept))
        .permit())
}

/// The word on the eighth condition is the general manager's alone, and nobody's on what they drew up.
pub(super) fn may_give_word(cx: &Cx, agreement: &Agreement, ties: &Ties) -> Result<Permit, Denied> {
    let drew_up = agreement.drawn_up.by;
    let own = ties
        .general
        .as_ref()
        .is_some_and(|acting| acting.by.hand == drew_up.hand || acting.by.hand == drew_up.author);
    Ok(cx
        .judge(WORD)
        .on(&agreement.id)
        .signed_in()?
        .authorised_role(Role::GeneralManager)?
        .authorised(!own, "own_case")?
        .keeping(rule!(AgreementConditions))
        .permit())
}

/// It is concluded by whoever answers for the section. What it must say, the rules check.
pub(super) fn may_conclude(cx: &Cx, agreement: &Agreement, ties: &Ties) -> Result<Permit, Denied> {
    let judgement = cx.judge(CONCLUDE).on(&agreement.id).signed_in()?;
    Ok(by_manager(judgement, ties)?
        .keeping(rule!(ProvisionAgreed))
        .permit())
}

/// It is ended early by whoever answers for the section.
pub(super) fn may_end(cx: &Cx, agreement: &Agreement, ties: &Ties) -> Result<Permit, Denied> {
    let judgement = cx.judge(END).on(&agreement.id).signed_in()?;
    Ok(by_manager(judgement, ties)?.permit())
}

/// Data are released by those of the section, after the consultation (shiroishi:15-1), on a day on which an agreement is in
/// force (shiroishi:15-3).
pub(super) fn may_release(
    cx: &Cx,
    ties: &Ties,
    state: CaseState,
    agreed: bool,
) -> Result<Permit, Denied> {
    let judgement = cx
        .judge(RELEASE)
        .signed_in()?
        .authorised(ties.member, "not_section_member")?;
    Ok(consulted(cx, judgement, state)?
        .require(rule!(ProvisionAgreed), agreed, "no_agreement")?
        .permit())
}

/// Inspections and accidents are recorded by those of the section.
pub(super) fn may_record(cx: &Cx, provision: &Provision, ties: &Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(RECORD)
        .on(&provision.id)
        .signed_in()?
        .authorised(ties.member, "not_section_member")?
        .keeping(rule!(AgreementConditions))
        .permit())
}

/// What became of the data at the end is recorded by whoever answers for the section.
pub(super) fn may_close(cx: &Cx, provision: &Provision, ties: &Ties) -> Result<Permit, Denied> {
    let judgement = cx.judge(CLOSE).on(&provision.id).signed_in()?;
    Ok(by_manager(judgement, ties)?
        .keeping(rule!(AgreementConditions))
        .permit())
}

/// Those who owe something are reminded by the system.
pub(super) fn may_remind(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REMIND)
        .authorised(cx.actor().is_system(), "system")?
        .keeping(rule!(AgreementConditions))
        .permit())
}

/// What the one who acts may do, for the page to offer.
pub(super) fn rights(agreement: Option<&Agreement>, stands: Stands, ties: &Ties) -> Rights {
    let (manages, member) = (ties.manager.is_some(), ties.member.holds());
    let Some(agreement) = agreement else {
        return Rights {
            agree: manages,
            ..Rights::default()
        };
    };
    let open = agreement.state.is_open();
    let complete = open && agreement.clauses.len() == super::model::Condition::named().count();
    let concluded = !open && stands != Stands::Closed;
    Rights {
        agree: manages && open,
        word: ties.general.is_some() && complete,
        conclude: manages && complete && agreement.word.is_some(),
        release: member && concluded && stands != Stands::Ahead,
        record: member && concluded && stands != Stands::Ahead,
        end: manages && matches!(stands, Stands::Ahead | Stands::InForce),
        close: manages && matches!(stands, Stands::Owed | Stands::Overdue),
    }
}
