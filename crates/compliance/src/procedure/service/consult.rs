//! Saying one's word when consulted (協議).

use yakusho_kernel::{Audit, Conflict, Cx, Fault, Saved};

use super::access::{Deed, Found, hold_at, record};
use super::onward::{advance, turn_back};
use crate::procedure::model::{ActKind, Answers, CaseId, CaseState, Opinion, TaskState};
use crate::procedure::rules::Consulted;
use crate::procedure::{policy, rules, store};

/// Agrees or objects as a party of the step that waits. With enough agreement the next step waits; once there cannot be
/// enough any more, the case goes back to its author.
pub async fn consult(
    cx: &Cx,
    id: CaseId,
    revision: i32,
    opinion: Opinion,
) -> Result<Saved<CaseState>, Fault> {
    let tx = cx.begin().await?;
    let Found {
        mut case,
        ties,
        tasks,
    } = hold_at(&tx, id, revision).await?;
    let permit = policy::may_consult(cx, &case, &ties)?;
    case.expect(CaseState::UnderWay)?;
    let (task, acting) = ties.tasks.first().ok_or(Fault::NotFound)?;
    let (place, step) = case.waiting_step().ok_or(Conflict::CHANGED)?;
    let agreement = rules::agreement(step).ok_or(Conflict {
        code: "not_consulted",
    })?;
    let remark = rules::remark(&opinion.remark, !opinion.agrees)?;
    let (state, kind) = if opinion.agrees {
        (TaskState::Agreed, ActKind::Agreed)
    } else {
        (TaskState::Objected, ActKind::Objected)
    };
    case.acted(opinion.on, cx.now())?;
    store::finish(&tx, &permit, task.id, state).await?;
    let deed = Deed {
        kind,
        task: Some(task.id),
        acting: Some(acting),
        on: opinion.on,
        remark: remark.clone(),
        answers: Answers::new(),
    };
    record(&tx, &permit, &case, deed).await?;
    let own = tasks.into_iter().map(|mut other| {
        if other.id == task.id {
            other.state = state;
        }
        other
    });
    let words = rules::of_step(&case, &own.collect::<Vec<_>>(), place);
    match rules::consulted(agreement, &words) {
        Consulted::Open => {}
        Consulted::Agreed => {
            store::lapse(&tx, &permit, id).await?;
            advance(&tx, &permit, &mut case).await?;
        }
        Consulted::Failed => {
            let follows = Deed {
                kind: ActKind::SentBack,
                task: None,
                acting: None,
                on: opinion.on,
                remark: remark.clone(),
                answers: Answers::new(),
            };
            case.acts += 1;
            record(&tx, &permit, &case, follows).await?;
            turn_back(&tx, &permit, &mut case, remark.as_deref()).await?;
        }
    }
    store::save(&tx, &permit, &case).await?;
    let entry = Audit::of(permit, &id)
        .with("agrees", opinion.agrees)
        .with("on", opinion.on.to_string());
    Ok(tx.commit(entry, case.state).await?)
}
