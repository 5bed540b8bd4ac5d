//! What lies in a folder, for programs that see it as files.

use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait as _;
use sea_orm::{QueryOrder as _, QuerySelect as _};
use yakusho_kernel::{DbError, PersonId, Reading};

use super::rows::document;
use crate::cabinet::FolderId;
use crate::document::model::{Document, State};

/// The documents in a folder that a reader may see, the oldest first: what is registered, and their own drafts.
pub(crate) async fn lying_in(
    on: &impl Reading,
    folder: FolderId,
    reader: PersonId,
) -> Result<Vec<Document>, DbError> {
    let own = document::Column::Author.eq(reader);
    let draft = document::Column::State.eq(State::Draft.code()).and(own);
    let rows = document::Entity::find()
        .filter(document::Column::Folder.eq(folder))
        .filter(
            document::Column::State
                .eq(State::Registered.code())
                .or(draft),
        )
        .order_by_asc(document::Column::Id)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
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
