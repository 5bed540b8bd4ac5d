//! Finding a case, with how it stands to the one who acts.

use serde_json::{Value, json};
use time::Date;
use yakusho_accounts::directory;
use yakusho_kernel::{Conflict, Cx, Fault, Permit, Reading, Tx};
use yakusho_regulation::{Lang, Procedure};

use crate::procedure::model::{
    Act, ActKind, Acting, Answers, Case, CaseId, CaseNumber, Task, TaskId,
};
use crate::procedure::policy::Ties;
use crate::procedure::{policy, store};

/// A case, its tasks, and what it is to the one who acts.
pub(super) struct Found {
    pub(super) case: Case,
    pub(super) tasks: Vec<Task>,
    pub(super) ties: Ties,
}

/// The case, if the one who acts may see that it exists.
pub(super) async fn find(on: &impl Reading, cx: &Cx, id: CaseId) -> Result<Found, Fault> {
    let case = store::find(on, id).await?.ok_or(Fault::NotFound)?;
    let tasks = store::tasks(on, id).await?;
    let ties = policy::ties(cx, &case, &tasks);
    if !ties.sees {
        return Err(Fault::NotFound);
    }
    Ok(Found { case, tasks, ties })
}

/// The same for an act that changes it, if it is still as it was when it was read: nobody else does until this one ends.
pub(super) async fn hold_at(tx: &Tx, id: CaseId, revision: i32) -> Result<Found, Fault> {
    store::lock(tx, id).await?;
    let found = find(tx, tx.cx(), id).await?;
    Conflict::CHANGED.unless(found.case.revision == revision)?;
    Ok(found)
}

/// What every notice about a case says.
pub(super) fn said(case: &Case, due: Option<Date>, reason: Option<&str>) -> Value {
    told(case.procedure(), case.number, &case.subject, due, reason)
}

/// The same of a case that is known as far as lists know it.
pub(in crate::procedure) fn told(
    procedure: &Procedure,
    number: Option<CaseNumber>,
    subject: &str,
    due: Option<Date>,
    reason: Option<&str>,
) -> Value {
    let title = |lang| procedure.title(lang);
    json!({
        "procedure": { "ja": title(Lang::Ja), "en": title(Lang::En) },
        "number": number.map(|number| [number.year.year(), number.number]),
        "subject": subject,
        "due": due.map(|due| due.to_string()),
        "reason": reason,
    })
}

/// What is written down of an act.
pub(super) struct Deed<'a> {
    pub(super) kind: ActKind,
    pub(super) task: Option<TaskId>,
    /// By whom; nobody where it follows from others.
    pub(super) acting: Option<&'a Acting>,
    pub(super) on: Date,
    pub(super) remark: Option<String>,
    /// What was filled in with it.
    pub(super) answers: Answers,
}

/// Writes the last act of a case down, with the names of those who did it as they are today.
pub(super) async fn record(
    tx: &Tx,
    permit: &Permit,
    case: &Case,
    deed: Deed<'_>,
) -> Result<(), Fault> {
    let by = deed.acting.map(|acting| acting.by);
    let people: Vec<_> = by.iter().flat_map(|by| [by.author, by.hand]).collect();
    let cards = directory::people(tx, tx.cx().today(), &people).await?;
    let called = |person| match cards.get(&person) {
        Some(card) => format!("{} {}", card.post_title, card.name)
            .trim()
            .to_owned(),
        None => String::new(),
    };
    let act = Act {
        id: tx.cx().new_id(),
        kind: deed.kind,
        round: case.round,
        step: case.step,
        task: deed.task,
        on: deed.on,
        at: tx.cx().now(),
        by,
        name: by.map(|by| called(by.author)).unwrap_or_default(),
        hand_name: by
            .filter(|by| by.author != by.hand)
            .map(|by| called(by.hand)),
        remark: deed.remark,
        answers: deed.answers,
    };
    Ok(store::record(tx, permit, case, &act)?)
}
