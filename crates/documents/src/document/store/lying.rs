//! What lies in a folder, for programs that see it as files; and how much in a cabinet, for whoever hands it over.

use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Condition, Expr, ExprTrait as _};
use sea_orm::{FromQueryResult, QueryOrder as _, QuerySelect as _, Select};
use yakusho_attachments::Attachment;
use yakusho_kernel::stored::from_json;
use yakusho_kernel::{DbError, PersonId, Reading, Timestamp};

use super::rows::document;
use crate::cabinet::store::rows::folder;
use crate::cabinet::{FolderId, Passing};
use crate::document::model::{Document, State};

/// The documents in a folder that a reader may see, the oldest first: what is registered, and their own drafts.
pub(crate) async fn lying_in(
    on: &impl Reading,
    folder: FolderId,
    reader: PersonId,
) -> Result<Vec<Document>, DbError> {
    let rows = lying(reader)
        .filter(document::Column::Folder.eq(folder))
        .order_by_asc(document::Column::Id)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// The files of what lies in these folders, as [`lying_in`], each with its folder.
pub(crate) async fn files_in(
    on: &impl Reading,
    folders: &[FolderId],
    reader: PersonId,
) -> Result<Vec<(FolderId, Vec<Attachment>)>, DbError> {
    let rows: Vec<(FolderId, Json)> = lying(reader)
        .filter(document::Column::Folder.is_in(folders.iter().copied()))
        .select_only()
        .columns([document::Column::Folder, document::Column::Files])
        .into_tuple()
        .all(&on.conn())
        .await?;
    rows.into_iter()
        .map(|(folder, files)| Ok((folder, from_json(files)?)))
        .collect()
}

/// What is registered, and a reader's own drafts.
fn lying(reader: PersonId) -> Select<document::Entity> {
    let own = document::Column::Author.eq(reader);
    let draft = document::Column::State.eq(State::Draft.code()).and(own);
    let registered = document::Column::State.eq(State::Registered.code());
    document::Entity::find().filter(registered.or(draft))
}

/// Those of the ids that are of documents in these folders.
pub(crate) async fn among(
    on: &impl Reading,
    folders: &[FolderId],
    ids: &[Uuid],
) -> Result<BTreeSet<Uuid>, DbError> {
    let rows: Vec<Uuid> = document::Entity::find()
        .select_only()
        .column(document::Column::Id)
        .filter(document::Column::Folder.is_in(folders.iter().copied()))
        .filter(document::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().collect())
}

#[derive(FromQueryResult)]
struct Counted {
    registered: i64,
    drafts: i64,
    reviews: i64,
    locked: i64,
}

/// How many documents there are in a cabinet, by what whoever takes it over is told.
pub(crate) async fn passing(
    on: &impl Reading,
    cabinet: FolderId,
    now: Timestamp,
) -> Result<Passing, DbError> {
    let counted = |of: Condition| Expr::Case(Box::new(Expr::case(of, 1))).count();
    let is = |state: State| Condition::all().add(document::Column::State.eq(state.code()));
    let registered = || is(State::Registered);
    let folder_of = Expr::col((folder::Entity, folder::Column::Id))
        .equals((document::Entity, document::Column::Folder));
    let mut find = document::Entity::find()
        .select_only()
        .column_as(counted(registered()), "registered")
        .column_as(counted(is(State::Draft)), "drafts")
        .column_as(
            counted(registered().add(document::Column::ReviewOn.is_not_null())),
            "reviews",
        )
        .column_as(
            counted(registered().add(document::Column::LockedUntil.gt(now))),
            "locked",
        )
        .filter(folder::Column::Cabinet.eq(cabinet));
    sea_orm::QueryTrait::query(&mut find).inner_join(folder::Entity, folder_of);
    let found = find.into_model::<Counted>().one(&on.conn()).await?;
    Ok(found.map_or_else(Passing::default, |found| Passing {
        registered: found.registered.unsigned_abs(),
        drafts: found.drafts.unsigned_abs(),
        reviews: found.reviews.unsigned_abs(),
        locked: found.locked.unsigned_abs(),
    }))
}
