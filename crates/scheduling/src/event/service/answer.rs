//! Answering whether one takes part, and confirming what was proposed.

use serde_json::json;
use yakusho_kernel::{Audit, Cx, Fault, Notice, PersonId, Saved};

use super::access::{acting, answering, hold};
use super::tell::{host, said, tell};
use crate::event::model::{Answer, EventId};
use crate::event::{notices, policy, store};

/// Says whether a person takes part: oneself, or one for whom the actor writes.
pub async fn answer(
    cx: &Cx,
    id: EventId,
    person: PersonId,
    answer: Answer,
) -> Result<Saved<()>, Fault> {
    let cx = answering(cx, person).await?;
    let tx = cx.begin().await?;
    let found = hold(&tx, id, None).await?;
    let permit = policy::may_answer(&cx, &found.calendars, &found.event, person)?;
    store::answer(&tx, &permit, id, &[person], answer).await?;
    store::note(&tx, &permit, &[found.event.root()]).await?;
    let host = host(&found.event);
    if cx.actor().person() != Some(host) {
        let mut params = said(&tx, &found.event).await?;
        if let Some(params) = params.as_object_mut() {
            params.insert("answer".to_owned(), json!(answer.code()));
        }
        // Told again whenever the answer changes, but not twice of the same.
        let key = format!("{} {person} {}", found.event.version, cx.now().millis());
        let notice = Notice::new(notices::ANSWERED, &id)
            .keyed(key)
            .params(params);
        tx.notify(&[host], &notice).await?;
    }
    let entry = Audit::of(permit, &id)
        .with("answer", answer.code())
        .with("for", person.to_string());
    Ok(tx.commit(entry, ()).await?)
}

/// Confirms what was proposed or tentative.
pub async fn confirm(cx: &Cx, id: EventId, revision: i32) -> Result<Saved<()>, Fault> {
    let cx = acting(cx, id).await?;
    let tx = cx.begin().await?;
    let found = hold(&tx, id, Some(revision)).await?;
    let permit = policy::may_confirm(&cx, &found.calendars, &found.event)?;
    let mut event = found.event;
    event.confirm(cx.now())?;
    let version = tx.keep_version(&id, &event.content).await?;
    event.version = version.number;
    store::save(&tx, &permit, &event).await?;
    store::note(&tx, &permit, &[event.root()]).await?;
    tell(&tx, &event, &event.content.participants, notices::DECIDED).await?;
    tell(&tx, &event, &[event.by.hand], notices::DECIDED).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), ())
        .await?)
}
