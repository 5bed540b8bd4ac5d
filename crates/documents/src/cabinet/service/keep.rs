//! Founding cabinets, and adding, renaming and removing folders.

use yakusho_accounts::directory;
use yakusho_kernel::{Audit, Conflict, Cx, Denied, Fault, Invalid, Reading, Reason, Saved, UnitId};

use super::access::{Found, find_at, near};
use super::rights::settled;
use crate::cabinet::model::{CabinetForm, Folder, FolderId, name};
use crate::cabinet::{policy, rules, store};
use crate::webdav::store as webdav_store;

/// Whether the actor may found a cabinet at all.
pub fn founding(cx: &Cx) -> Result<(), Denied> {
    policy::may_found_any(cx).map(drop)
}

/// Founds a cabinet of a section.
pub async fn found(cx: &Cx, form: CabinetForm) -> Result<Saved<FolderId>, Fault> {
    let name = name(&form.name)?;
    let permit = policy::may_found(cx, form.section)?;
    let tx = cx.begin().await?;
    stands(&tx, cx, form.section).await?;
    let rights = settled(&tx, form.rights).await?;
    free(&tx, None, form.section, &name, None).await?;
    let id = cx.new_id();
    let cabinet = Folder {
        id,
        cabinet: id,
        parent: None,
        section: form.section,
        name,
        depth: 0,
        position: form.position,
        rights: id,
        created_at: cx.now(),
        changed_at: cx.now(),
        revision: 1,
    };
    store::insert(&tx, &permit, &cabinet).await?;
    store::set(&tx, &permit, id, &rights.grants(form.section)).await?;
    let version = tx.keep_first_version(&id, &cabinet.name)?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), id)
        .await?)
}

/// Adds a folder to another.
pub async fn add(
    cx: &Cx,
    parent: FolderId,
    entered: &str,
    position: i32,
) -> Result<Saved<FolderId>, Fault> {
    let name = name(entered)?;
    let tx = cx.begin().await?;
    let Found {
        folder: parent,
        level,
    } = near(&tx, cx, "parent", parent).await?;
    let permit = policy::may_add(cx, &parent, level)?;
    rules::fits(&parent, 0)?;
    store::lock(&tx, parent.cabinet).await?;
    free(&tx, Some(parent.id), parent.section, &name, None).await?;
    let id = cx.new_id();
    let folder = Folder {
        id,
        parent: Some(parent.id),
        name,
        depth: parent.depth + 1,
        position,
        created_at: cx.now(),
        changed_at: cx.now(),
        revision: 1,
        ..parent
    };
    store::insert(&tx, &permit, &folder).await?;
    let version = tx.keep_first_version(&id, &folder.name)?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), id)
        .await?)
}

/// Renames a folder, if it is still at that revision, and puts it in its place among its neighbours.
pub async fn rename(
    cx: &Cx,
    id: FolderId,
    revision: i32,
    entered: &str,
    position: i32,
) -> Result<Saved<()>, Fault> {
    let name = name(entered)?;
    let tx = cx.begin().await?;
    let Found { mut folder, level } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_rename(cx, &folder, level)?;
    store::lock(&tx, folder.cabinet).await?;
    free(&tx, folder.parent, folder.section, &name, Some(id)).await?;
    folder.name = name;
    folder.position = position;
    folder.changed_at = cx.now();
    store::save(&tx, &permit, &folder).await?;
    let version = tx.keep_version(&id, &folder.name).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), ())
        .await?)
}

/// Removes an empty folder or cabinet. What is taken down in it counts: it goes when it is disposed of.
pub async fn remove(cx: &Cx, id: FolderId, revision: i32) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found { folder, level } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_remove(cx, &folder, level)?;
    store::lock(&tx, folder.cabinet).await?;
    let holds = Conflict { code: "not_empty" };
    holds.unless(store::is_empty(&tx, id).await?)?;
    store::remove(&tx, &permit, &folder).await?;
    webdav_store::forget(&tx, &permit, id).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Whether the section is one of today.
pub(super) async fn stands(on: &impl Reading, cx: &Cx, section: UnitId) -> Result<(), Fault> {
    let units = directory::units(on, cx.today()).await?;
    if units.iter().any(|unit| unit.id == section) {
        return Ok(());
    }
    Err(Invalid::field("section", Reason::Unknown).into())
}

/// Whether the name is free in that place.
pub(super) async fn free(
    on: &impl Reading,
    parent: Option<FolderId>,
    section: UnitId,
    name: &str,
    but: Option<FolderId>,
) -> Result<(), Fault> {
    if store::is_taken(on, parent, section, name, but).await? {
        return Err(Invalid::field("name", Reason::Taken).into());
    }
    Ok(())
}
