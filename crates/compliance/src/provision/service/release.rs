//! Releasing data.

use yakusho_accounts::directory;
use yakusho_kernel::{Audit, Authorship, Cx, Fault, Invalid, Reason, Saved, Tx};

use super::agreement::granted_by;
use crate::doer::Doer;
use crate::procedure::CaseId;
use crate::provision::model::{Agreement, Release, ReleaseForm, ReleaseId};
use crate::provision::{policy, rules, store};

/// Records that data were handed over, by the consultation that allows it.
///
/// # Errors
/// [`Fault::Denied`] by the article, where the consultation was not submitted and granted, or no agreement was in force on
/// that day.
pub async fn release(cx: &Cx, case: CaseId, form: ReleaseForm) -> Result<Saved<ReleaseId>, Fault> {
    let tx = cx.begin().await?;
    let (view, provision, ties) = granted_by(&tx, case).await?;
    let agreement = match &provision {
        Some(provision) => {
            store::lock(&tx, provision.id).await?;
            store::agreement_on(&tx, provision.id).await?
        }
        None => None,
    };
    let agreed = agreement
        .as_ref()
        .is_some_and(|agreement| agreement.is_in_force(form.on));
    let permit = policy::may_release(cx, &ties, view.state, agreed)?;
    let provision = provision.ok_or(Fault::NotFound)?;
    rules::done_on(form.on, cx.today(), Some(provision.granted_on))?;
    if form.on < provision.days.0 || form.on > provision.days.1 {
        return Err(Invalid::field("on", Reason::Code("outside_provision")).into());
    }
    let said = rules::said(&form)?;
    let handed_name = called(&tx, &form).await?;
    let doer = Doer::of(&tx, Authorship::of(cx)?).await?;
    let release = Release {
        id: cx.new_id(),
        provision: provision.id,
        on: form.on,
        what: said.what,
        records: form.records,
        digest: said.digest,
        how: said.how,
        received_by: said.received_by,
        handed_by: form.handed_by,
        handed_name,
        at: cx.now(),
        doer,
    };
    store::insert_release(&tx, &permit, &release).await?;
    if let Some(agreement) = agreement.filter(|agreement| agreement.due.is_none()) {
        let due = Some(rules::due(cx, agreement.until()));
        store::save_agreement(&tx, &permit, &Agreement { due, ..agreement }).await?;
    }
    let entry = Audit::of(permit, &provision.id)
        .with("release", release.id.to_string())
        .with("on", form.on.to_string())
        .with("records", release.records)
        .with("sha256", release.digest.clone());
    Ok(tx.commit(entry, release.id).await?)
}

/// The title and name of whoever handed the data over, who is employed on that day.
async fn called(tx: &Tx, form: &ReleaseForm) -> Result<String, Fault> {
    let mut cards = directory::people(tx, form.on, &[form.handed_by]).await?;
    let unknown = || Invalid::field("handed_by", Reason::Unknown);
    let card = cards.remove(&form.handed_by).ok_or_else(unknown)?;
    Ok(format!("{} {}", card.post_title, card.name)
        .trim()
        .to_owned())
}
