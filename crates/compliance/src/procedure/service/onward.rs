//! From step to step.

use yakusho_accounts::calendar;
use yakusho_kernel::{Fault, Notice, Permit, PersonId, Tx};
use yakusho_regulation::procedure::StepKind;

use super::access::said;
use crate::notices;
use crate::procedure::model::{Case, CaseState, Holder, Task, TaskState};
use crate::procedure::{effect, parties, rules, store};

/// Has a case take its next step, and those after it as long as nothing waits; at the end it is granted, and what that
/// causes is done.
pub(super) async fn advance(tx: &Tx, permit: &Permit, case: &mut Case) -> Result<(), Fault> {
    let definition = std::sync::Arc::clone(&case.definition);
    let mut place = case.step.map_or(0, |done| done + 1);
    while let Some(step) = definition.procedure.steps.get(place) {
        case.step = Some(place);
        let holders = parties::of_step(tx, case, step).await?;
        let informs = step.kind == StepKind::Inform;
        let state = if informs {
            TaskState::Told
        } else {
            TaskState::Waiting
        };
        open(tx, permit, case, place, &holders, state).await?;
        if !informs {
            return Ok(());
        }
        place += 1;
    }
    grant(tx, permit, case).await
}

async fn open(
    tx: &Tx,
    permit: &Permit,
    case: &Case,
    step: usize,
    holders: &[Holder],
    state: TaskState,
) -> Result<(), Fault> {
    let cx = tx.cx();
    let waits = state == TaskState::Waiting;
    let due = if waits {
        let calendar = calendar::of(tx).await?;
        rules::due(&calendar, cx.today(), case.procedure().deadline)?
    } else {
        None
    };
    let tasks: Vec<Task> = holders
        .iter()
        .map(|holder| Task {
            id: cx.new_id(),
            case: case.id,
            round: case.round,
            step,
            holder: *holder,
            due,
            state,
            opened_at: cx.now(),
        })
        .collect();
    store::open(tx, permit, &tasks).await?;
    let kind = if waits {
        notices::WAITING
    } else {
        notices::TOLD
    };
    let people = parties::people(tx, cx.today(), holders).await?;
    tell(tx, case, kind, &people, due, None).await
}

async fn grant(tx: &Tx, permit: &Permit, case: &mut Case) -> Result<(), Fault> {
    let on = case.acted_on.unwrap_or(tx.cx().today());
    let conditions = case.conditions.take();
    case.decide(CaseState::Granted, on, conditions);
    effect::granted(tx, permit, case)?;
    tell_applicant(tx, case, notices::GRANTED, None).await
}

/// Ends what waits in a case, and has it rest in that state; its applicant is told why.
pub(super) async fn turn_back(
    tx: &Tx,
    permit: &Permit,
    case: &mut Case,
    reason: Option<&str>,
) -> Result<(), Fault> {
    store::lapse(tx, permit, case.id).await?;
    case.rest(CaseState::SentBack);
    tell_applicant(tx, case, notices::SENT_BACK, reason).await
}

/// Tells whoever drew it up and whoever submitted it.
pub(super) async fn tell_applicant(
    tx: &Tx,
    case: &Case,
    kind: &'static str,
    reason: Option<&str>,
) -> Result<(), Fault> {
    let applicants = std::iter::once(&case.by).chain(&case.submitted);
    let people: Vec<PersonId> = applicants.flat_map(|by| [by.author, by.hand]).collect();
    tell(tx, case, kind, &people, None, reason).await
}

/// Tells people of a case, each once a round and a step.
pub(super) async fn tell(
    tx: &Tx,
    case: &Case,
    kind: &'static str,
    people: &[PersonId],
    due: Option<time::Date>,
    reason: Option<&str>,
) -> Result<(), Fault> {
    let mut people: Vec<PersonId> = people.to_vec();
    people.sort_unstable();
    people.dedup();
    people.retain(|person| Some(*person) != tx.cx().actor().person());
    let key = format!("{} {}", case.round, case.step.unwrap_or_default());
    let notice = Notice::new(kind, &case.id)
        .keyed(key)
        .params(said(case, due, reason));
    Ok(tx.notify(&people, &notice).await?)
}
