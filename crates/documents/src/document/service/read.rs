//! Lists of documents, and one of them.

use yakusho_kernel::{Authorship, Cursor, Cx, Fault, Page};

use super::access::{Found, find, section_name};
use crate::cabinet::service::{find as find_folder, lineage, reached};
use crate::document::model::{DocumentId, DocumentRow, DocumentView, Filter, View, kept_until};
use crate::document::{policy, store};

/// A page of a list, those changed last first.
pub async fn list(
    cx: &Cx,
    view: View,
    filter: &Filter,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<DocumentRow>, Fault> {
    let by = Authorship::of(cx)?;
    let on = cx.reader();
    if let View::Folder(folder) = view {
        let _ = find_folder(&on, cx, folder).await?;
    }
    let reach = reached(cx);
    let whose = store::Whose {
        reach: &reach,
        reader: by.author,
        hand: by.hand,
        now: cx.now(),
    };
    let after = after.map(Cursor::key).transpose()?;
    let rows = store::page(&on, &whose, view, filter, after, size + 1).await?;
    Ok(Page::of(rows, size, |row| (row.changed_at, row.id)))
}

/// A document.
pub async fn show(cx: &Cx, id: DocumentId) -> Result<DocumentView, Fault> {
    let on = cx.reader();
    let Found {
        document,
        folder,
        ties,
    } = find(&on, cx, id).await?;
    let may = policy::rights(cx, &document, ties);
    let path = lineage(&on, cx, &folder).await?;
    let section_name = section_name(&on, cx, &folder).await?;
    let kept = kept_until(document.content.fiscal_year, document.content.retention);
    let lock = document.locked(cx.now());
    Ok(DocumentView {
        id,
        path,
        section_name,
        by: (ties.member.holds() || ties.own).then_some(document.by),
        state: document.state,
        number: document.number,
        decision: document.decision,
        version: document.version,
        created_at: document.created_at,
        changed_at: document.changed_at,
        kept_until: kept,
        revision: document.revision,
        lock,
        removal: document.removal,
        may,
        content: (!document.state.is_gone()).then_some(document.content),
        folder,
    })
}
