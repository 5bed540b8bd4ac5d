//! Submitting cases, and taking them back.

use time::Date;
use yakusho_kernel::{Audit, Cx, Fault, Saved};
use yakusho_koyomi::FiscalYear;

use super::access::{Deed, Found, hold_at, record};
use super::onward::{advance, tell};
use crate::notices;
use crate::procedure::model::{ActKind, Answers, CaseId, CaseNumber, CaseState, Holder, TaskState};
use crate::procedure::{answers, effect, parties, policy, rules, store};

/// Submits a draft, or a case that was sent back, on that day: it gets its number, and its first step waits.
pub async fn submit(
    cx: &Cx,
    id: CaseId,
    revision: i32,
    on: Date,
) -> Result<Saved<CaseNumber>, Fault> {
    let tx = cx.begin().await?;
    let Found { mut case, ties, .. } = hold_at(&tx, id, revision).await?;
    let permit = policy::may_submit(cx, &case, &ties)?;
    let acting = ties.drafts.ok_or(Fault::NotFound)?;
    case.expect_open_to_edits()?;
    let content = &case.content;
    let mut invalid = effect::unsaid(cx, &case);
    let fields = &case.procedure().fields;
    answers::complete(&mut invalid, fields, &content.answers, content.files.len());
    invalid.check()?;
    effect::check(&tx, &case).await?;
    parties::expect_all(&tx, &case).await?;
    case.acted(on, cx.now())?;
    let number = if let Some(number) = case.number {
        number
    } else {
        let register = &case.procedure().register;
        store::next_number(&tx, &permit, register, FiscalYear::of(on)).await?
    };
    case.submit(acting.by, number, on);
    let deed = Deed {
        kind: ActKind::Submitted,
        task: None,
        acting: Some(&acting),
        on,
        remark: None,
        answers: Answers::new(),
    };
    record(&tx, &permit, &case, deed).await?;
    advance(&tx, &permit, &mut case).await?;
    store::save(&tx, &permit, &case).await?;
    let entry = Audit::of(permit, &id)
        .with("number", number.number)
        .with("on", on.to_string())
        .with("version_number", case.version);
    Ok(tx.commit(entry, number).await?)
}

/// Takes a case back (取下げ) that is not decided, for a reason that those are told for whom it waits. A number that it
/// has, it keeps.
pub async fn withdraw(
    cx: &Cx,
    id: CaseId,
    revision: i32,
    reason: &str,
    on: Date,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found {
        mut case,
        ties,
        tasks,
    } = hold_at(&tx, id, revision).await?;
    let permit = policy::may_withdraw(cx, &case, &ties)?;
    let acting = ties.drafts.ok_or(Fault::NotFound)?;
    if case.state != CaseState::UnderWay {
        case.expect_open_to_edits()?;
    }
    let reason = rules::remark(reason, case.number.is_some())?;
    case.acted(on, cx.now())?;
    let waiting = tasks.iter().filter(|task| task.state == TaskState::Waiting);
    let waiting: Vec<Holder> = waiting.map(|task| task.holder).collect();
    let people = parties::people(&tx, cx.today(), &waiting).await?;
    tell(
        &tx,
        &case,
        notices::WITHDRAWN,
        &people,
        None,
        reason.as_deref(),
    )
    .await?;
    let deed = Deed {
        kind: ActKind::Withdrawn,
        task: None,
        acting: Some(&acting),
        on,
        remark: reason,
        answers: Answers::new(),
    };
    record(&tx, &permit, &case, deed).await?;
    store::lapse(&tx, &permit, id).await?;
    case.rest(CaseState::Withdrawn);
    store::save(&tx, &permit, &case).await?;
    let entry = Audit::of(permit, &id).with("on", on.to_string());
    Ok(tx.commit(entry, ()).await?)
}
