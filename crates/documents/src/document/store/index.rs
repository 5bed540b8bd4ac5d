//! By what documents are found, and by whom.

use std::collections::HashMap;

use sea_orm::QuerySelect;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use yakusho_attachments::{Texts, texts};
use yakusho_kernel::{DbError, Permit, Reading, Subject as _, Tx, UnitId};
use yakusho_search::{Column, Entry, Seen, Which};

use super::rows::document;
use crate::cabinet::FolderId;
use crate::cabinet::policy::Reach;
use crate::cabinet::store::rows::folder;
use crate::cabinet::store::seen_in;
use crate::document::model::{Document, State};

/// Has a document be found by what it says now; what is not registered is not found.
pub(super) async fn index(tx: &Tx, permit: &Permit, document: &Document) -> Result<(), DbError> {
    if document.state != State::Registered {
        yakusho_search::forget(tx, permit, &document.id.reference());
        return Ok(());
    }
    let sections = sections(tx, &[document.folder]).await?;
    let section = sections.get(&document.folder).copied();
    let texts = texts(tx, &document.content.files).await?;
    yakusho_search::put(tx, permit, &entry(document, section, &texts))
}

/// Which section each folder is of.
async fn sections(
    on: &impl Reading,
    folders: &[FolderId],
) -> Result<HashMap<FolderId, UnitId>, DbError> {
    let rows: Vec<(FolderId, UnitId)> = folder::Entity::find()
        .select_only()
        .columns([folder::Column::Id, folder::Column::Section])
        .filter(folder::Column::Id.is_in(folders.iter().copied()))
        .into_tuple()
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().collect())
}

fn entry(document: &Document, section: Option<UnitId>, texts: &Texts) -> Entry {
    let content = &document.content;
    let said = [content.notes.as_str()];
    let tags = content.tags.iter().map(String::as_str);
    let files = texts.of(&content.files);
    let text: Vec<&str> = said.into_iter().chain(tags).chain(files).collect();
    Entry {
        item: document.id.reference(),
        place: Some(document.folder.into()),
        section,
        at: document.changed_at,
        title: content.title.clone(),
        text: text.join("\n"),
    }
}

/// What lies in folders where the actor has a right.
pub(crate) fn seen(reach: &Reach) -> Seen {
    let folders = Query::select()
        .column(folder::Column::Id)
        .from(folder::Entity)
        .and_where(Expr::col(folder::Column::RemovedAt).is_null())
        .and_where(Expr::col(folder::Column::Rights).in_subquery(seen_in(reach)))
        .take();
    Seen::only(Column::Place.of_entry().in_subquery(folders))
}

/// What is found of the documents that are meant, in their order, which nobody changes meanwhile.
pub(crate) async fn entries(tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
    let find = document::Entity::find();
    let find = find.filter(document::Column::State.eq(State::Registered.code()));
    let rows = which.of(find, document::Column::Id).all(&tx.conn()).await?;
    let folders: Vec<FolderId> = rows.iter().map(|row| row.folder).collect();
    let sections = sections(tx, &folders).await?;
    let documents = rows.into_iter().map(Document::try_from);
    let documents = documents.collect::<Result<Vec<_>, _>>()?;
    let files = documents
        .iter()
        .flat_map(|document| &document.content.files);
    let texts = texts(tx, files).await?;
    let entries = documents.iter().map(|document| {
        let section = sections.get(&document.folder).copied();
        entry(document, section, &texts)
    });
    Ok(entries.collect())
}
