//! Reading cases.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use time::Date;
use yakusho_attachments::{AttachmentId, Bearer};
use yakusho_kernel::{Cursor, Cx, Fault, Page, UnitId};
use yakusho_regulation::{Procedure, ProcedureKind};

use super::access::{Found, find};
use crate::procedure::model::{
    Case, CaseId, CaseRow, CaseView, Content, RegisterRow, StepProgress, StepView, Task, TaskView,
    Tray,
};
use crate::procedure::{policy, store};

/// The form of a procedure as it is today, with the sections for which the reader can draw it up.
pub fn form(cx: &Cx, kind: ProcedureKind) -> Result<(Procedure, Vec<UnitId>), Fault> {
    let procedure = cx
        .city()
        .procedure(kind, cx.today())
        .ok_or(Fault::NotFound)?;
    Ok((procedure.clone(), policy::sections(cx, procedure)))
}

/// A page of a tray.
pub async fn list(
    cx: &Cx,
    tray: &Tray,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<CaseRow>, Fault> {
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    let after = after.map(key).transpose()?;
    let rows = store::page(&cx.reader(), &scope, tray, after, size + 1).await?;
    Ok(Page::of(rows, size, |(_, place)| *place).map(|(row, _)| row))
}

fn key<K: DeserializeOwned>(cursor: &Cursor) -> Result<K, Fault> {
    Ok(cursor.key()?)
}

/// How many steps wait for the reader: the navigation and the portal say it.
#[derive(Clone, Copy)]
struct Waiting(u64);

/// How many steps wait for the reader: asked once in a request.
pub async fn waiting(cx: &Cx) -> Result<u64, Fault> {
    let Some(scope) = policy::scope(cx) else {
        return Ok(0);
    };
    let on = cx.reader();
    let ask = async { store::count_waiting(&on, &scope).await.map(Waiting) };
    Ok(cx.asked_once(ask).await?.0)
}

/// The registers that there are, by fiscal year, the latest first.
pub async fn registers(cx: &Cx) -> Result<Vec<RegisterRow>, Fault> {
    policy::scope(cx).ok_or(Fault::NotFound)?;
    Ok(store::registers(&cx.reader()).await?)
}

/// A case on its own page.
pub async fn show(cx: &Cx, id: CaseId) -> Result<CaseView, Fault> {
    let on = cx.reader();
    let Found { case, tasks, ties } = find(&on, cx, id).await?;
    let acts = store::acts(&on, id).await?;
    let may = policy::rights(&case, &ties);
    Ok(CaseView {
        id,
        definition: Arc::clone(&case.definition),
        by: case.by,
        state: case.state,
        number: case.number,
        submitted_on: case.submitted_on,
        decided_on: case.decided_on,
        steps: steps(&case, &tasks),
        acts,
        created_at: case.created_at,
        changed_at: case.changed_at,
        version: case.version,
        revision: case.revision,
        may,
        conditions: case.conditions,
        subject: case.subject,
        content: case.content,
    })
}

/// The steps of a case in its last round.
fn steps(case: &Case, tasks: &[Task]) -> Vec<StepView> {
    let round: Vec<&Task> = tasks
        .iter()
        .filter(|task| task.round == case.round)
        .collect();
    let places = 0..case.procedure().steps.len();
    let step = |place: usize| {
        let own = round.iter().filter(|task| task.step == place);
        let tasks: Vec<TaskView> = own.map(|task| TaskView::of(task)).collect();
        let progress = match (case.step, tasks.is_empty()) {
            (Some(waiting), _) if waiting == place => StepProgress::Waiting,
            (_, true) => StepProgress::Ahead,
            (_, false) => StepProgress::Done,
        };
        StepView { progress, tasks }
    };
    places.map(step).collect()
}

impl TaskView {
    fn of(task: &Task) -> Self {
        Self {
            id: task.id,
            holder: task.holder,
            due: task.due,
            state: task.state,
        }
    }
}

/// What a case said in one of its versions.
pub async fn version(cx: &Cx, id: CaseId, number: i32) -> Result<(CaseView, Content, Date), Fault> {
    let view = show(cx, id).await?;
    let kept = yakusho_kernel::version(&cx.reader(), &id, number).await?;
    let kept = kept.ok_or(Fault::NotFound)?;
    let content = serde_json::from_value(kept.content).map_err(Fault::internal)?;
    Ok((view, content, kept.at.date()))
}

impl Bearer for CaseId {
    /// Whoever sees a case has its files, those of its earlier versions included.
    async fn lets(&self, cx: &Cx, _: AttachmentId) -> Result<bool, Fault> {
        find(&cx.reader(), cx, *self).await.map(|_| true)
    }
}
