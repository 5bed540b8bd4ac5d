//! Finding folders, with what the one who acts may do in them.

use yakusho_kernel::{Conflict, Cx, DbError, Fault, Invalid, Reading, Reason};

use crate::cabinet::model::{Folder, FolderId, FolderRow, Level};
use crate::cabinet::policy::{self, Reach};
use crate::cabinet::store;
use crate::document::LOCKED;
use crate::webdav::store as webdav_store;

/// A folder, and what the one who acts may do in it.
pub(crate) struct Found {
    pub(crate) folder: Folder,
    pub(crate) level: Level,
}

/// How far the one who acts reaches.
pub(crate) fn reached(cx: &Cx) -> Reach {
    policy::reach(cx)
}

/// The folder, if the one who acts may see it.
pub(crate) async fn find(on: &impl Reading, cx: &Cx, id: FolderId) -> Result<Found, Fault> {
    let found = store::leveled(on, id, &policy::reach(cx)).await?;
    let FolderRow { folder, level } = found.ok_or(Fault::NotFound)?;
    Ok(Found { folder, level })
}

/// The same, if it is still as it was when it was read.
pub(super) async fn find_at(
    on: &impl Reading,
    cx: &Cx,
    id: FolderId,
    revision: i32,
) -> Result<Found, Fault> {
    let found = find(on, cx, id).await?;
    let person = cx.actor().person();
    let free = !webdav_store::holds_off(on, &found.folder, person, cx.now()).await?;
    LOCKED.unless(free)?;
    Conflict::CHANGED.unless(found.folder.revision == revision)?;
    Ok(found)
}

/// The folder that was chosen in that field.
pub(crate) async fn near(
    on: &impl Reading,
    cx: &Cx,
    field: &'static str,
    id: FolderId,
) -> Result<Found, Fault> {
    match find(on, cx, id).await {
        Err(Fault::NotFound) => Err(Invalid::field(field, Reason::Unknown).into()),
        other => other,
    }
}

/// The folders from the cabinet down to one, as far as the one who acts may see them.
pub(crate) async fn lineage(
    on: &impl Reading,
    cx: &Cx,
    to: &Folder,
) -> Result<Vec<Folder>, DbError> {
    let path = store::path(on, to).await?;
    let seen = store::some(on, path.iter().map(|folder| folder.id), &policy::reach(cx)).await?;
    let is_seen = |folder: &Folder| seen.iter().any(|row| row.folder.id == folder.id);
    Ok(path.into_iter().filter(is_seen).collect())
}
