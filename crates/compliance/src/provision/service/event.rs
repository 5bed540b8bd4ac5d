//! Inspections, accidents, and what became of the data at the end.

use yakusho_attachments as attachments;
use yakusho_kernel::{Audit, Authorship, Conflict, Cx, Fault, Invalid, Permit, Reason, Saved, Tx};

use super::access::{general, heads, hold, hold_at, tell};
use super::agreement::keep;
use crate::doer::Doer;
use crate::provision::model::{
    AgreementState, Event, EventForm, EventId, EventKind, Provision, ProvisionId,
};
use crate::provision::{notices, policy, rules, store};

/// That nothing is owed: the agreement has not ended, or nothing was released under it.
const NOTHING_OWED: Conflict = Conflict {
    code: "nothing_owed",
};

/// Records an inspection or an accident. Of an accident the general manager and those who answer for the section are told.
pub async fn record_event(
    cx: &Cx,
    id: ProvisionId,
    form: EventForm,
) -> Result<Saved<EventId>, Fault> {
    if form.kind.closes() {
        return Err(Invalid::field("kind", Reason::Unknown).into());
    }
    let tx = cx.begin().await?;
    let (provision, agreement, ties) = hold(&tx, id).await?;
    let permit = policy::may_record(cx, &provision, &ties)?;
    agreement.expect_concluded()?;
    let concluded = agreement.concluded.as_ref().map(|(on, _)| *on);
    rules::done_on(form.on, cx.today(), concluded)?;
    let kind = form.kind;
    let doer = Doer::of(&tx, Authorship::of(cx)?).await?;
    let event = write(&tx, &permit, &provision, form, doer).await?;
    if kind == EventKind::Accident {
        let mut people = general(&tx, cx.today()).await?;
        people.extend(heads(&tx, cx.today(), provision.section).await?);
        let key = event.id.to_string();
        tell(&tx, &provision, notices::ACCIDENT, key, people).await?;
    }
    let entry = Audit::of(permit, &id)
        .with("kind", kind.code())
        .with("event", event.id.to_string())
        .with("on", event.on.to_string());
    Ok(tx.commit(entry, event.id).await?)
}

/// Records that what was released was returned or disposed of, with the certificate: the agreement is closed.
///
/// # Errors
/// [`Fault::Conflict`] where the agreement has not ended, or nothing was released under it; [`Fault::Invalid`] in `files`
/// where there is no certificate.
pub async fn return_data(
    cx: &Cx,
    id: ProvisionId,
    revision: i32,
    form: EventForm,
) -> Result<Saved<()>, Fault> {
    if !form.kind.closes() {
        return Err(Invalid::field("kind", Reason::Unknown).into());
    }
    let tx = cx.begin().await?;
    let (provision, mut agreement, ties) = hold_at(&tx, id, revision).await?;
    let permit = policy::may_close(cx, &provision, &ties)?;
    agreement.expect_concluded()?;
    NOTHING_OWED.unless(agreement.due.is_some() && agreement.until() <= cx.today())?;
    let last = store::last_release(&tx, id).await?;
    rules::done_on(form.on, cx.today(), last)?;
    let acting = ties.manager.ok_or(Fault::NotFound)?;
    let doer = Doer::of(&tx, acting.by).await?;
    write(&tx, &permit, &provision, form, doer).await?;
    let people = general(&tx, cx.today()).await?;
    tell(&tx, &provision, notices::RETURNED, String::new(), people).await?;
    agreement.state = AgreementState::Closed;
    keep(tx, permit, agreement).await
}

async fn write(
    tx: &Tx,
    permit: &Permit,
    provision: &Provision,
    form: EventForm,
    doer: Doer,
) -> Result<Event, Fault> {
    let (what, how) = rules::account(&form)?;
    let files = attachments::take(tx, permit, &provision.id, &form.files).await?;
    let event = Event {
        id: tx.cx().new_id(),
        provision: provision.id,
        kind: form.kind,
        on: form.on,
        what,
        how,
        files,
        at: tx.cx().now(),
        doer,
    };
    store::insert_event(tx, permit, &event).await?;
    Ok(event)
}
