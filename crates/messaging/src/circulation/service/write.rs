//! Writing and changing circulations.

use yakusho_attachments as attachments;
use yakusho_kernel::{Audit, Cx, Fault, Notice, Permit, Saved, Tx};

use super::access::{Found, find, hold_at};
use crate::audience::admit;
use crate::byline::{byline, others};
use crate::circulation::model::{
    Circulation, CirculationForm, CirculationId, CirculationState, Content, RecipientState,
};
use crate::circulation::orders::follow_posts;
use crate::circulation::{policy, rules, store};
use crate::versions::Change;
use crate::{Authorship, notices};

/// Begins a circulation that nobody else sees yet.
pub async fn draft(cx: &Cx, form: CirculationForm) -> Result<Saved<CirculationId>, Fault> {
    let (mut content, files) = form.parse()?;
    let tx = cx.begin().await?;
    let permit = policy::may_draft(cx, &content)?;
    content.audience = admit(&tx, "audience", content.audience).await?;
    let id: CirculationId = cx.new_id();
    let files = attachments::take(&tx, &permit, &id, &files).await?;
    begin(tx, permit, id, Content { files, ..content }).await
}

/// Begins a new circulation like one that was written before, with its files.
pub async fn copy(cx: &Cx, id: CirculationId) -> Result<Saved<CirculationId>, Fault> {
    let tx = cx.begin().await?;
    let Found {
        circulation, ties, ..
    } = find(&tx, cx, id).await?;
    if !policy::rights(&circulation, ties, None).copy {
        return Err(Fault::NotFound);
    }
    let content = circulation.content;
    let permit = policy::may_draft(cx, &content)?;
    let new: CirculationId = cx.new_id();
    let files = attachments::copies(&tx, &permit, &new, &content.files).await?;
    let content = Content {
        files,
        due: None,
        ..content
    };
    begin(tx, permit, new, content).await
}

async fn begin(
    tx: Tx,
    permit: Permit,
    id: CirculationId,
    content: Content,
) -> Result<Saved<CirculationId>, Fault> {
    let by = Authorship::of(tx.cx())?;
    let name = byline(&tx, tx.cx().today(), content.section, by).await?;
    let circulation = Circulation::new(id, by, name, content, tx.cx().now());
    let version = tx.keep_version(&id, &circulation.content).await?;
    store::insert(&tx, &permit, &circulation).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), id)
        .await?)
}

/// Changes a draft or an open circulation, if it is still at that revision. The version before it stays; of a material
/// change, those whom it reached are told, and those who have confirmed owe it again. Once it was sent, it goes to the same people in the same way.
pub async fn edit(
    cx: &Cx,
    id: CirculationId,
    revision: i32,
    form: CirculationForm,
    change: Change,
) -> Result<Saved<CirculationId>, Fault> {
    let (mut content, files) = form.parse()?;
    let tx = cx.begin().await?;
    let found = hold_at(&tx, id, revision).await?;
    content.audience = if found.circulation.state == CirculationState::Draft {
        admit(&tx, "audience", content.audience).await?
    } else {
        content.audience.distinct()
    };
    let permit = may_rewrite(cx, &found, &content)?;
    let files = attachments::take(&tx, &permit, &id, &files).await?;
    rewrite(tx, found, permit, Content { files, ..content }, change).await
}

/// Whether the circulation may have this content in place of its own.
pub(super) fn may_rewrite(cx: &Cx, found: &Found, content: &Content) -> Result<Permit, Fault> {
    let Found {
        circulation, ties, ..
    } = found;
    let permit = policy::may_edit(cx, circulation, *ties)?;
    if content.section != circulation.content.section {
        let _ = policy::may_draft(cx, content)?;
    }
    if circulation.state == CirculationState::Open {
        rules::ready(cx, content)?;
    }
    Ok(permit)
}

/// Puts the content in place of the circulation's own.
pub(super) async fn rewrite(
    tx: Tx,
    found: Found,
    permit: Permit,
    content: Content,
    change: Change,
) -> Result<Saved<CirculationId>, Fault> {
    let Found {
        mut circulation, ..
    } = found;
    let id = circulation.id;
    let version = tx.keep_version(&id, &content).await?;
    circulation.byline = byline(&tx, tx.cx().today(), content.section, circulation.by).await?;
    circulation.rewrite(content, version.number, change, tx.cx().now())?;
    store::save(&tx, &permit, &circulation).await?;
    if circulation.state == CirculationState::Open && change == Change::Material {
        let reached = [RecipientState::Pending, RecipientState::Confirmed];
        let people = store::people(&tx, id, &reached).await?;
        let notice = Notice::new(notices::CIRCULATION_CHANGED, &id)
            .keyed(version.number.to_string())
            .params(circulation.said());
        tx.notify(&others(&tx, people), &notice).await?;
        store::reopen(&tx, &permit, id).await?;
        let sent_on = circulation.sent_at.unwrap_or(tx.cx().now()).date();
        follow_posts(&tx, &permit, id, sent_on).await?;
    }
    let entry = Audit::of(permit, &id)
        .version(&version)
        .with("material", change == Change::Material);
    Ok(tx.commit(entry, id).await?)
}
