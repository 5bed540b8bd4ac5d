//! Who may draw up, see, consult, decide and withdraw.

use yakusho_kernel::{
    Act, Authorship, Cx, Denied, Holding, Judgement, Permit, PersonId, ProxyKind, Right, Standing,
    UnitId,
};
use yakusho_regulation::procedure::{Drafter, StepKind};
use yakusho_regulation::{Marked, Procedure, ProcedureKind, Role, rule};

pub(crate) use super::model::Acting;
use super::model::{Case, CaseState, Holder, Rights, Task, TaskState};

const DRAW_UP: Act = Act::new("case.draw_up");
const EDIT: Act = Act::new("case.edit");
const SUBMIT: Act = Act::new("case.submit");
const WITHDRAW: Act = Act::new("case.withdraw");
const CONSULT: Act = Act::new("case.consult");
const DECIDE: Act = Act::new("case.decide");

/// Those who look after how systems and data are managed as a whole, and see every case that was submitted.
const OVERSEERS: [Role; 6] = [
    Role::SystemSupervisor,
    Role::SystemAdministrator,
    Role::GeneralManager,
    Role::InformationSystemManager,
    Role::ComputingGeneralManager,
    Role::ComputingManager,
];

/// Whether somebody looks after systems and data as a whole.
pub(crate) fn oversees(standing: &Standing) -> bool {
    standing.by_any_role(&OVERSEERS).holds()
}

/// The right of whoever does.
pub(crate) fn by_overseer(cx: &Cx) -> Right {
    cx.actor().by_any_role(&OVERSEERS)
}

/// The rule by which a procedure is kept.
pub(crate) const fn kept_by(kind: ProcedureKind) -> Marked {
    match kind {
        ProcedureKind::SystemDecision => rule!(SystemDecisionConsulted),
        ProcedureKind::SystemChange => rule!(SystemChangeConsulted),
        ProcedureKind::SystemConnection => rule!(ConnectionConsulted),
        ProcedureKind::DataUse => rule!(DataUseApproved),
        ProcedureKind::Provision => rule!(ProvisionConsulted),
        ProcedureKind::Development => rule!(DevelopmentRequested),
        ProcedureKind::WorkDivision => rule!(WorkDivided),
        ProcedureKind::CostDivision => rule!(CostDivided),
    }
}

/// What of all cases the reader sees. Only a policy makes one.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    /// The reader, and the one on whose behalf they act.
    pub(super) people: Vec<PersonId>,
    /// The units that they belong to, with those above.
    pub(super) units: Vec<UnitId>,
    /// What they hold today, by office or in another's place.
    pub(super) holders: Vec<Holder>,
    /// Whether they see whatever was submitted.
    pub(super) oversees: bool,
}

/// What the one who acts sees of all cases; none where nobody is signed in.
pub(super) fn scope(cx: &Cx) -> Option<Scope> {
    let standing = cx.actor().standing()?;
    let behalf = standing.on_behalf.map(|of| of.person);
    Some(Scope {
        people: std::iter::once(standing.person).chain(behalf).collect(),
        units: standing.units(),
        holders: holders(standing),
        oversees: oversees(standing),
    })
}

/// What somebody holds today.
fn holders(standing: &Standing) -> Vec<Holder> {
    let roles = standing.roles.iter();
    let heads = standing.seats.iter().filter(|seat| seat.head);
    let mut holders: Vec<Holder> = roles
        .flat_map(|held| {
            let head = held.unit.map(Holder::Head);
            std::iter::once(Holder::Role(held.role, held.unit)).chain(head)
        })
        .chain(heads.map(|seat| Holder::Head(seat.unit)))
        .collect();
    holders.sort_unstable();
    holders.dedup();
    holders
}

/// As what somebody acts for a holder today: by office, or in another's place.
pub(crate) fn acting(standing: &Standing, holder: Holder) -> Option<Acting> {
    let person = standing.person;
    let own = Authorship {
        author: person,
        hand: person,
        proxy: None,
    };
    let fits = |role: Role, unit: Option<UnitId>| match holder {
        Holder::Role(wanted, of) => role == wanted && unit == of,
        // The roles of one section are bound to its head, and pass on with the post.
        Holder::Head(of) => unit == Some(of),
    };
    let held = standing.role_held(|held| fits(held.role, held.unit));
    let by = match held.map(|held| held.by) {
        Some(Holding::Proxy(principal, kind)) => Authorship {
            author: principal.unwrap_or(person),
            hand: person,
            proxy: Some(kind),
        },
        Some(Holding::Post(_)) | None => own,
    };
    let heads = matches!(holder, Holder::Head(unit) if standing.heads(unit));
    let right = Right::from(held).or(heads);
    right.holds().then_some(Acting { by, right })
}

/// As what somebody draws a form up for a section today.
fn drafting(standing: &Standing, drafter: Drafter, section: UnitId) -> Option<Acting> {
    let holder = match drafter {
        Drafter::Role(role) => Holder::Role(role, Some(section)),
        Drafter::SectionHead => Holder::Head(section),
    };
    acting(standing, holder)
}

/// The sections for which the one who acts can draw a procedure up today.
pub(super) fn sections(cx: &Cx, procedure: &Procedure) -> Vec<UnitId> {
    let Some(standing) = cx.actor().standing() else {
        return Vec::new();
    };
    let held = holders(standing).into_iter();
    let mut sections: Vec<UnitId> = held
        .filter_map(|holder| match (procedure.drawn_up_by, holder) {
            (Drafter::Role(wanted), Holder::Role(role, unit)) if role == wanted => unit,
            (Drafter::SectionHead, Holder::Head(unit)) => {
                is_section(standing, unit).then_some(unit)
            }
            _ => None,
        })
        .collect();
    sections.dedup();
    sections
}

/// Whether a unit that somebody heads is a section: it answers for itself. The roles of one section are of sections.
fn is_section(standing: &Standing, unit: UnitId) -> bool {
    let seats = standing.seats.iter().filter(|seat| seat.unit == unit);
    let answers = seats.map(|seat| seat.section == unit);
    answers.min().unwrap_or(true)
}

/// How the one who acts stands to a case.
#[derive(Clone, Debug, Default)]
pub(super) struct Ties {
    /// As what they draw it up.
    pub(super) drafts: Option<Acting>,
    /// The tasks that wait for them, as what they would do them, and which they may not since they applied.
    pub(super) tasks: Vec<(Task, Acting)>,
    /// Whether one of those waits that they would do, had they not applied.
    pub(super) barred: bool,
    /// Whether they see that it exists.
    pub(super) sees: bool,
}

/// How the one who acts stands to the case with these tasks.
pub(super) fn ties(cx: &Cx, case: &Case, tasks: &[Task]) -> Ties {
    let (Some(standing), Some(scope)) = (cx.actor().standing(), scope(cx)) else {
        return Ties::default();
    };
    let drafts = drafting(standing, case.procedure().drawn_up_by, case.content.section);
    let waiting = tasks.iter().filter(|task| task.state == TaskState::Waiting);
    let (mut open, mut barred) = (Vec::new(), false);
    for task in waiting {
        match acting(standing, task.holder) {
            Some(acting) if applied(case, &acting) => barred = true,
            Some(acting) => open.push((task.clone(), acting)),
            None => {}
        }
    }
    let wrote = scope.people.iter().any(|person| case.is_applicant(*person));
    let draft = case.state == CaseState::Draft && case.number.is_none();
    let member = standing.belongs_to(case.content.section);
    let addressed = tasks
        .iter()
        .any(|task| scope.holders.contains(&task.holder));
    let sees = wrote || drafts.is_some() || (!draft && (member || addressed || scope.oversees));
    Ties {
        drafts,
        tasks: open,
        barred,
        sees,
    }
}

/// Whether somebody who acts so applied for the case: in person, or by deciding in place of somebody who did. Who acts in
/// a post does so for the post.
fn applied(case: &Case, acting: &Acting) -> bool {
    let in_place = acting
        .by
        .proxy
        .is_some_and(|kind| kind != ProxyKind::ActingForPost);
    case.is_applicant(acting.by.hand) || (in_place && case.is_applicant(acting.by.author))
}

/// As what the one who acts draws a procedure up for a section.
pub(super) fn drafts(cx: &Cx, procedure: &Procedure, section: UnitId) -> Option<Acting> {
    drafting(cx.actor().standing()?, procedure.drawn_up_by, section)
}

/// A form is drawn up by whom the procedure names, for a section that they answer for.
pub(super) fn may_draw_up(
    cx: &Cx,
    procedure: &Procedure,
    acting: Option<&Acting>,
) -> Result<Permit, Denied> {
    by_drafter(cx.judge(DRAW_UP), procedure.kind, acting)
}

/// It is changed by whoever could draw it up today: a form is a post's, and passes on with it.
pub(super) fn may_edit(cx: &Cx, case: &Case, ties: &Ties) -> Result<Permit, Denied> {
    by_drafter(
        cx.judge(EDIT).on(&case.id),
        case.procedure().kind,
        ties.drafts.as_ref(),
    )
}

/// It is submitted by whoever could draw it up today.
pub(super) fn may_submit(cx: &Cx, case: &Case, ties: &Ties) -> Result<Permit, Denied> {
    by_drafter(
        cx.judge(SUBMIT).on(&case.id),
        case.procedure().kind,
        ties.drafts.as_ref(),
    )
}

/// It is taken back by whoever could draw it up today.
pub(super) fn may_withdraw(cx: &Cx, case: &Case, ties: &Ties) -> Result<Permit, Denied> {
    by_drafter(
        cx.judge(WITHDRAW).on(&case.id),
        case.procedure().kind,
        ties.drafts.as_ref(),
    )
}

fn by_drafter(
    judgement: Judgement<'_>,
    kind: ProcedureKind,
    acting: Option<&Acting>,
) -> Result<Permit, Denied> {
    let judgement = judgement.signed_in()?;
    Ok(by(judgement, acting, "not_drafter")?
        .keeping(kept_by(kind))
        .permit())
}

/// Whoever acts has to act as something, and the entry names the role in which they do.
fn by<'a>(
    judgement: Judgement<'a>,
    acting: Option<&Acting>,
    why: &'static str,
) -> Result<Judgement<'a>, Denied> {
    let right = acting.map(|acting| acting.right);
    judgement.authorised(right.unwrap_or_default(), why)
}

/// Each party of a step that consults says its word; nobody on what they applied for.
pub(super) fn may_consult(cx: &Cx, case: &Case, ties: &Ties) -> Result<Permit, Denied> {
    let judgement = by_party(cx.judge(CONSULT).on(&case.id), ties)?;
    Ok(judgement.keeping(kept_by(case.procedure().kind)).permit())
}

/// The party of a step that decides does so; nobody on what they applied for. Another division of the work on a system or
/// of its cost is consented to by nobody before all who are consulted agreed (shiroishi:10-3, shiroishi:23-3).
pub(super) fn may_decide(cx: &Cx, case: &Case, ties: &Ties) -> Result<Permit, Denied> {
    let kind = case.procedure().kind;
    let judgement = cx.judge(DECIDE).on(&case.id);
    if matches!(
        kind,
        ProcedureKind::WorkDivision | ProcedureKind::CostDivision
    ) {
        let step = case.waiting_step().map(|(_, step)| step.kind);
        let agreed = step.is_none_or(|step| step == StepKind::Decide);
        let judgement = judgement.require(kept_by(kind), agreed, "consents_missing")?;
        return Ok(by_party(judgement, ties)?.permit());
    }
    let judgement = by_party(judgement, ties)?;
    Ok(judgement.keeping(kept_by(kind)).permit())
}

fn by_party<'a>(judgement: Judgement<'a>, ties: &Ties) -> Result<Judgement<'a>, Denied> {
    let judgement = judgement.signed_in()?;
    let acting = ties.tasks.first().map(|(_, acting)| acting);
    let own = ties.barred && acting.is_none();
    let judgement = judgement.authorised(!own, "own_case")?;
    by(judgement, acting, "not_your_step")
}

/// What the one who acts may do with a case, for its page to offer.
pub(super) fn rights(case: &Case, ties: &Ties) -> Rights {
    let drafts = ties.drafts.is_some();
    let waits = |decides: bool| {
        let step = case.waiting_step().map(|(_, step)| step.kind);
        step.is_some_and(|kind| (kind == StepKind::Decide) == decides) && !ties.tasks.is_empty()
    };
    let open = case.state.is_open_to_edits();
    Rights {
        edit: drafts && open,
        submit: drafts && open,
        withdraw: drafts && (open || case.state == CaseState::UnderWay),
        consult: waits(false),
        decide: waits(true),
        copy: drafts,
    }
}
