//! Finding a document, with how the one who acts stands to it.

use serde_json::{Value, json};
use yakusho_attachments::{AttachmentId, Bearer};
use yakusho_kernel::{Conflict, Cx, DbError, Fault, Reading, Subject, version};

use crate::cabinet::Folder;
use crate::cabinet::service::reached;
use crate::document::model::{Content, Document, DocumentId};
use crate::document::policy::Ties;
use crate::document::rules::LOCKED;
use crate::document::{policy, store};
use crate::webdav::store as webdav_store;

/// A document, where it lies, and what it is to the one who acts.
pub(super) struct Found {
    pub(super) document: Document,
    pub(super) folder: Folder,
    pub(super) ties: Ties,
}

/// The document, if the one who acts may see that it exists.
pub(super) async fn find(on: &impl Reading, cx: &Cx, id: DocumentId) -> Result<Found, Fault> {
    let found = store::find(on, id, &reached(cx)).await?;
    let (document, folder, level) = found.ok_or(Fault::NotFound)?;
    let ties = policy::ties(cx, &document, &folder, level).ok_or(Fault::NotFound)?;
    Ok(Found {
        document,
        folder,
        ties,
    })
}

/// The same, if it is still as it was when it was read, and nobody else holds it locked.
pub(super) async fn find_at(
    on: &impl Reading,
    cx: &Cx,
    id: DocumentId,
    revision: i32,
) -> Result<Found, Fault> {
    let found = find(on, cx, id).await?;
    if let Some(person) = cx.actor().person() {
        found.document.expect_free(person, cx.now())?;
    }
    let person = cx.actor().person();
    let free = !webdav_store::holds_off(on, &found.folder, person, cx.now()).await?;
    LOCKED.unless(free)?;
    Conflict::CHANGED.unless(found.document.revision == revision)?;
    Ok(found)
}

/// The content of a version.
pub(super) async fn content(
    on: &impl Reading,
    subject: &impl Subject,
    number: i32,
) -> Result<Content, Fault> {
    let kept = version(on, subject, number).await?;
    let kept = kept.ok_or(Fault::NotFound)?;
    serde_json::from_value(kept.content).map_err(Fault::internal)
}

/// What every notice about a document says.
pub(in crate::document) fn title(document: &Document) -> Value {
    json!({ "title": document.content.title })
}

/// What the section of a folder is called today.
pub(in crate::document) async fn section_name(
    on: &impl Reading,
    cx: &Cx,
    folder: &Folder,
) -> Result<String, DbError> {
    let section = folder.section;
    let mut names = yakusho_accounts::directory::unit_names(on, cx.today(), &[section]).await?;
    Ok(names.remove(&section).unwrap_or_default())
}

impl Bearer for DocumentId {
    /// A file that a document has now is every reader's, an earlier one those people's who may change it, and one of what
    /// was taken down the supervisor's.
    async fn lets(&self, cx: &Cx, file: AttachmentId) -> Result<bool, Fault> {
        let Found { document, ties, .. } = find(&cx.reader(), cx, *self).await?;
        let current = document.content.files.iter().any(|known| known.id == file);
        Ok(if document.state.is_gone() {
            ties.supervises
        } else {
            current || policy::may_edit(cx, &document, ties).is_ok()
        })
    }
}
