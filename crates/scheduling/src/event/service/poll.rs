//! Candidates: what people say to them, and deciding.

use yakusho_kernel::{Audit, Cx, Fault, Invalid, PersonId, Reason, Saved};

use super::access::{acting, answering, hold};
use super::facilities::{Facilities, follow};
use super::tell::tell;
use crate::event::model::{Answer, CandidateId, EventId};
use crate::event::{notices, policy, store};

/// Says which candidates suit a person: oneself, or one for whom the actor writes. What is not named stays as it was.
pub async fn answer_candidates(
    cx: &Cx,
    id: EventId,
    person: PersonId,
    said: &[(CandidateId, Answer)],
) -> Result<Saved<()>, Fault> {
    let cx = answering(cx, person).await?;
    let tx = cx.begin().await?;
    let found = hold(&tx, id, None).await?;
    let permit = policy::may_answer(&cx, &found.calendars, &found.event, person)?;
    let candidates = &found.event.content.candidates;
    let known = |(id, _): &(CandidateId, Answer)| candidates.iter().any(|it| it.id == *id);
    if said.is_empty() || !said.iter().all(known) {
        return Err(Invalid::field("candidates", Reason::Unknown).into());
    }
    store::put_candidate_answers(&tx, &permit, id, person, said).await?;
    let entry = Audit::of(permit, &id)
        .with("candidates", said.len())
        .with("for", person.to_string());
    Ok(tx.commit(entry, ()).await?)
}

/// Decides for a candidate, if the event is still at that revision. What people said to it is what they say to taking part;
/// the others stay in its versions.
pub async fn decide(
    cx: &Cx,
    id: EventId,
    revision: i32,
    candidate: CandidateId,
) -> Result<Saved<()>, Fault> {
    let cx = acting(cx, id).await?;
    let tx = cx.begin().await?;
    let found = hold(&tx, id, Some(revision)).await?;
    let permit = policy::may_decide(&cx, &found.calendars, &found.event)?;
    let mut event = found.event;
    event.decide(candidate, cx.now())?;
    let version = tx.keep_version(&id, &event.content).await?;
    event.version = version.number;
    store::save(&tx, &permit, &event).await?;
    store::move_to(&tx, &permit, &event, true).await?;
    follow(&tx, &permit, &[(&event, Facilities::KEPT)], &[]).await?;
    let said: Vec<(PersonId, Answer)> = store::candidate_answers(&tx, id)
        .await?
        .into_iter()
        .filter(|said| said.candidate == candidate)
        .map(|said| (said.person, said.answer))
        .collect();
    store::answers(&tx, &permit, id, &said).await?;
    store::note(&tx, &permit, &[event.root()]).await?;
    tell(&tx, &event, &event.content.participants, notices::DECIDED).await?;
    let entry = Audit::of(permit, &id)
        .version(&version)
        .with("candidate", candidate.to_string());
    Ok(tx.commit(entry, ()).await?)
}
