//! Moving documents from folder to folder, and copying them.

use serde_json::json;
use yakusho_attachments as attachments;
use yakusho_kernel::{Audit, Authorship, Cx, Fault, Notice, Saved};

use super::access::{Found, find, find_at, section_name};
use crate::cabinet::FolderId;
use crate::cabinet::service::{heads, near};
use crate::document::model::{Document, DocumentId};
use crate::document::{policy, store};
use crate::notices;

/// Moves a document into another folder, also of another section, whose heads are then told.
pub async fn move_to(
    cx: &Cx,
    id: DocumentId,
    revision: i32,
    into: FolderId,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found {
        mut document,
        folder,
        ties,
    } = find_at(&tx, cx, id, revision).await?;
    let target = near(&tx, cx, "folder", into).await?;
    let away = target.folder.section != folder.section;
    let permit = policy::may_move(cx, &document, ties, away, target.level)?;
    document.expect_stands()?;
    document.folder = into;
    document.changed_at = cx.now();
    store::save(&tx, &permit, &document).await?;
    if away {
        let from = section_name(&tx, cx, &folder).await?;
        let notice = Notice::new(notices::DOCUMENT_CAME, &id)
            .keyed(document.revision.to_string())
            .params(json!({ "title": document.content.title, "from": from }));
        tx.notify(&heads(&tx, &[target.folder.section]).await?, &notice)
            .await?;
    }
    let entry = Audit::of(permit, &id)
        .with("out_of", folder.id.to_string())
        .with("into", into.to_string());
    Ok(tx.commit(entry, ()).await?)
}

/// Copies a document into a folder, as a draft of one's own.
pub async fn copy(cx: &Cx, id: DocumentId, into: FolderId) -> Result<Saved<DocumentId>, Fault> {
    let by = Authorship::of(cx)?;
    let tx = cx.begin().await?;
    let Found { document, .. } = find(&tx, cx, id).await?;
    let target = near(&tx, cx, "folder", into).await?;
    let permit = policy::may_copy(cx, &document, target.level)?;
    document.expect_stands()?;
    let (new, content) = (cx.new_id(), document.content);
    let mut copy = Document::new(new, into, by, content, document.decision, cx.now());
    copy.content.files = attachments::copies(&tx, &permit, &new, &copy.content.files).await?;
    store::insert(&tx, &permit, &copy).await?;
    let version = tx.keep_first_version(&new, &copy.content)?;
    let entry = Audit::of(permit, &new)
        .version(&version)
        .with("copy_of", id.to_string());
    Ok(tx.commit(entry, new).await?)
}
