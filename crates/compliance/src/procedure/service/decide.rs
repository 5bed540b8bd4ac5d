//! Deciding (決裁).

use yakusho_kernel::{Audit, Conflict, Cx, Fault, Saved};
use yakusho_regulation::procedure::StepKind;

use super::access::{Deed, Found, hold_at, record};
use super::draw_up::admit;
use super::onward::{advance, tell_applicant, turn_back};
use crate::notices;
use crate::procedure::model::{ActKind, CaseId, CaseState, Decision, TaskState, Verdict};
use crate::procedure::{answers, effect, policy, rules, store};

/// Grants, refuses or sends back, as the party of the step that waits. The conditions of a grant are part of it; a
/// refusal or sending back gives its reason. To grant or refuse, the fields of the step are filled in.
pub async fn decide(
    cx: &Cx,
    id: CaseId,
    revision: i32,
    decision: Decision,
) -> Result<Saved<CaseState>, Fault> {
    let tx = cx.begin().await?;
    let Found { mut case, ties, .. } = hold_at(&tx, id, revision).await?;
    let permit = policy::may_decide(cx, &case, &ties)?;
    case.expect(CaseState::UnderWay)?;
    let (task, acting) = ties.tasks.first().ok_or(Fault::NotFound)?;
    let step = case.waiting_step().map(|(_, step)| step);
    let step = step
        .filter(|step| step.kind == StepKind::Decide)
        .ok_or(Conflict {
            code: "not_decided_yet",
        })?;
    let grants = decision.verdict == Verdict::Grant;
    let remark = rules::remark(&decision.remark, !grants)?;
    let answers = answers::parse(&step.fields, &decision.answers)?;
    admit(&tx, cx, &step.fields, &answers).await?;
    if decision.verdict != Verdict::SendBack {
        let mut invalid = effect::undecided(&tx, &case, step, &answers).await?;
        answers::complete(&mut invalid, &step.fields, &answers, 0);
        invalid.check()?;
    }
    case.acted(decision.on, cx.now())?;
    store::finish(&tx, &permit, task.id, TaskState::Decided).await?;
    let deed = Deed {
        kind: match decision.verdict {
            Verdict::Grant => ActKind::Granted,
            Verdict::Refuse => ActKind::Refused,
            Verdict::SendBack => ActKind::SentBack,
        },
        task: Some(task.id),
        acting: Some(acting),
        on: decision.on,
        remark: remark.clone(),
        answers,
    };
    record(&tx, &permit, &case, deed).await?;
    match decision.verdict {
        Verdict::Grant => {
            case.conditions = rules::together(case.conditions.take(), remark);
            advance(&tx, &permit, &mut case).await?;
        }
        Verdict::Refuse => {
            case.decide(CaseState::Refused, decision.on, None);
            tell_applicant(&tx, &case, notices::REFUSED, remark.as_deref()).await?;
        }
        Verdict::SendBack => {
            case.conditions = None;
            turn_back(&tx, &permit, &mut case, remark.as_deref()).await?;
        }
    }
    store::save(&tx, &permit, &case).await?;
    let entry = Audit::of(permit, &id)
        .with("verdict", decision.verdict.code())
        .with("on", decision.on.to_string());
    Ok(tx.commit(entry, case.state).await?)
}
