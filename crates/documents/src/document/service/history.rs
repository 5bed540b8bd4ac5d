//! Versions of a document: listed, compared, restored; and what a marker stands in place of.

use yakusho_kernel::{Audited, Cursor, Cx, Fault, Page, Saved, Timestamp, versions_before};

use super::access::{Found, content, find, find_at};
use super::remove::given;
use super::write::rewrite;
use crate::document::model::{Content, Document, DocumentId, State, VersionView};
use crate::document::policy::{self, Ties};
use crate::document::rules;

/// A page of the versions of a document that the reader may see, the newest first: all for those who may change it, those
/// since it was registered for everyone who reads it. Each with its number, its time and its title.
pub async fn versions(
    cx: &Cx,
    id: DocumentId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<(i32, Timestamp, String)>, Fault> {
    let on = cx.reader();
    let Found { document, ties, .. } = find(&on, cx, id).await?;
    let from = readable_from(cx, &document, ties);
    let before = after.map(Cursor::key).transpose()?.unwrap_or(i32::MAX);
    let kept = versions_before(&on, &id, before, size as u64 + 1).await?;
    let seen = kept
        .into_iter()
        .filter(|kept| from.is_some_and(|from| from <= kept.number));
    let rows = seen.map(|kept| {
        let content: Content = serde_json::from_value(kept.content).map_err(Fault::internal)?;
        Ok((kept.number, kept.at, content.title))
    });
    let rows = rows.collect::<Result<Vec<_>, Fault>>()?;
    Ok(Page::of(rows, size, |(number, ..)| *number))
}

/// A version of a document, with the files that it had then for those who may change the document.
pub async fn version(cx: &Cx, id: DocumentId, number: i32) -> Result<VersionView, Fault> {
    let on = cx.reader();
    let Found { document, ties, .. } = find(&on, cx, id).await?;
    let from = readable_from(cx, &document, ties);
    if from.is_none_or(|from| number < from) {
        return Err(Fault::NotFound);
    }
    let content = content(&on, &id, number).await?;
    let current = number == document.version;
    let registered = document.state == State::Registered;
    Ok(VersionView {
        number,
        files_open: current || policy::may_edit(cx, &document, ties).is_ok(),
        restore: !current && policy::rights(cx, &document, ties).edit,
        shortens: registered && document.content.retention.exceeds(content.retention),
        content,
    })
}

/// Two versions of a document, to be compared.
pub async fn compare(
    cx: &Cx,
    id: DocumentId,
    before: i32,
    after: i32,
) -> Result<(Content, Content), Fault> {
    let on = cx.reader();
    let Found { document, ties, .. } = find(&on, cx, id).await?;
    let from = readable_from(cx, &document, ties);
    if from.is_none_or(|from| before < from || after < from) {
        return Err(Fault::NotFound);
    }
    Ok((
        content(&on, &id, before).await?,
        content(&on, &id, after).await?,
    ))
}

/// Puts an earlier version in place of the present one, as a new version, with the files that it had; for a reason, if
/// what is registered is then kept for a shorter time.
pub async fn restore(
    cx: &Cx,
    id: DocumentId,
    revision: i32,
    number: i32,
    reason: &str,
) -> Result<Saved<()>, Fault> {
    let reason = given(reason)?;
    let tx = cx.begin().await?;
    let found = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_edit(cx, &found.document, found.ties)?;
    let earlier = content(&tx, &id, number).await?;
    // It was decided on when it was written.
    let decision = rules::decision(cx, &earlier, found.document.decision.as_ref(), true)?;
    rewrite(tx, found, permit, (earlier, decision), reason).await
}

/// What a marker stands in place of: for the supervisor, and on record.
pub async fn evidence(cx: &Cx, id: DocumentId) -> Result<Audited<Content>, Fault> {
    let on = cx.reader();
    let Found { document, .. } = find(&on, cx, id).await?;
    if !document.state.is_gone() {
        return Err(Fault::NotFound);
    }
    let permit = policy::may_see_evidence(cx, &document)?;
    let words = content(&on, &id, document.version).await?;
    Ok(cx.disclose(permit, Some(&id), words).await?)
}

/// The first version that the reader may see; none of what was taken back or down.
fn readable_from(cx: &Cx, document: &Document, ties: Ties) -> Option<i32> {
    if document.state.is_gone() {
        None
    } else if policy::may_edit(cx, document, ties).is_ok() {
        Some(1)
    } else {
        document.first_version
    }
}
