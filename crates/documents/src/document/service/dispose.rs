//! Disposal of documents whose time is over.

use yakusho_attachments as attachments;
use yakusho_kernel::{
    Audit, Authorship, Conflict, Cursor, Cx, Fault, Invalid, Page, Reason, Saved, Standing,
};

use super::access::{Found, content, find_at, section_name};
use super::remove::given;
use crate::document::model::{Disposal, DocumentId};
use crate::document::{policy, store};
use crate::webdav::store as webdav_store;

/// Disposes of a document: what it said goes, with every version and file; a record of what it was stays.
///
/// # Errors
/// The conflict `still_kept` before its time is over, `unnumbered` of what was never registered.
pub async fn dispose(
    cx: &Cx,
    id: DocumentId,
    revision: i32,
    reason: &str,
) -> Result<Saved<()>, Fault> {
    let reason = given(reason)?;
    if reason.is_empty() {
        return Err(Invalid::field("reason", Reason::Required).into());
    }
    let tx = cx.begin().await?;
    let Found {
        document,
        folder,
        ties,
    } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_dispose(cx, &document, ties)?;
    let kept_until = document.expect_expired(cx.today())?;
    let number = document
        .number
        .clone()
        .ok_or(Conflict { code: "unnumbered" })?;
    // What was taken down has its words in its versions alone.
    let words = content(&tx, &id, document.version).await?;
    let versions = tx.erase_versions(&permit, &id).await?;
    let files = attachments::dispose(&tx, &permit, &id).await?;
    let record = Disposal {
        id,
        section: folder.section,
        section_name: section_name(&tx, cx, &folder).await?,
        numbered_as: number.section_name,
        fiscal_year: words.fiscal_year,
        number: number.number,
        title: words.title,
        category: words.category,
        retention: words.retention,
        kept_until,
        versions: i32::try_from(versions).unwrap_or(i32::MAX),
        files: i32::try_from(files).unwrap_or(i32::MAX),
        disposed_at: cx.now(),
        disposed_by: Authorship::of(cx)?.hand,
        reason,
    };
    webdav_store::forget(&tx, &permit, id).await?;
    store::dispose(&tx, &permit, &document, &record).await?;
    let entry = Audit::of(permit, &id)
        .with("versions", record.versions)
        .with("files", record.files);
    Ok(tx.commit(entry, ()).await?)
}

/// What the sections of the one who acts disposed of, the last first.
pub async fn disposals(
    cx: &Cx,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Disposal>, Fault> {
    let standing = cx.actor().standing();
    let sections = standing.map(Standing::units).unwrap_or_default();
    let after = after.map(Cursor::key).transpose()?;
    let rows = store::disposals(&cx.reader(), &sections, after, size + 1).await?;
    Ok(Page::of(rows, size, |row| (row.disposed_at, row.id)))
}
