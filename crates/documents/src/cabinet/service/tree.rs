//! Looking through the tree of folders, and moving folders in it.

use yakusho_accounts::directory;
use yakusho_kernel::{Audit, Cx, Fault, Saved};

use super::access::{Found, find, find_at, lineage, near};
use super::hand_over::passed;
use super::keep::free;
use crate::cabinet::model::{FolderId, FolderRow, FolderView};
use crate::cabinet::{policy, rules, store};

/// The cabinets that the one who acts may see.
pub async fn cabinets(cx: &Cx) -> Result<Vec<FolderRow>, Fault> {
    Ok(store::cabinets(&cx.reader(), &policy::reach(cx)).await?)
}

/// Every folder in which the one who acts may write: where something may be put.
pub async fn places(cx: &Cx) -> Result<Vec<FolderRow>, Fault> {
    Ok(store::places(&cx.reader(), &policy::reach(cx)).await?)
}

/// A folder, with the way to it and the folders in it.
pub async fn show(cx: &Cx, id: FolderId) -> Result<FolderView, Fault> {
    let on = cx.reader();
    let Found { folder, level } = find(&on, cx, id).await?;
    let path = lineage(&on, cx, &folder).await?;
    let folders = store::children(&on, id, &policy::reach(cx)).await?;
    let mut names = directory::unit_names(&on, cx.today(), &[folder.section]).await?;
    Ok(FolderView {
        section_name: names.remove(&folder.section).unwrap_or_default(),
        member: policy::member(cx, folder.section).holds(),
        level,
        path,
        folders,
        folder,
    })
}

/// Moves a folder with all that is in it into another one, also of another section.
pub async fn move_to(
    cx: &Cx,
    id: FolderId,
    revision: i32,
    into: FolderId,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found { mut folder, level } = find_at(&tx, cx, id, revision).await?;
    let target = near(&tx, cx, "parent", into).await?;
    let permit = policy::may_move(cx, &folder, level, (&target.folder, target.level))?;
    rules::is_folder(&folder)?;
    // In one order, so that two who move at once do not wait for each other.
    let mut cabinets = [folder.cabinet, target.folder.cabinet];
    cabinets.sort_unstable();
    for cabinet in cabinets {
        store::lock(&tx, cabinet).await?;
    }
    let target = near(&tx, cx, "parent", into).await?.folder;
    rules::not_into_itself(&folder, &store::path(&tx, &target).await?)?;
    let below = store::below(&tx, &folder).await?;
    let deepest = below.iter().map(|below| below.depth).max();
    rules::fits(&target, deepest.unwrap_or(folder.depth) - folder.depth)?;
    free(&tx, Some(into), target.section, &folder.name, Some(id)).await?;
    let ids: Vec<FolderId> = below.iter().map(|below| below.id).collect();
    let from = folder.section;
    let deeper = target.depth + 1 - folder.depth;
    let whole = (target.cabinet, target.section);
    store::shift(&tx, &permit, &ids, whole, deeper).await?;
    if !folder.has_own_rights() {
        store::inherit(&tx, &permit, &ids, folder.rights, target.rights).await?;
        folder.rights = target.rights;
    }
    folder.parent = Some(into);
    folder.cabinet = target.cabinet;
    folder.section = target.section;
    folder.depth = target.depth + 1;
    folder.changed_at = cx.now();
    store::save(&tx, &permit, &folder).await?;
    if from != target.section {
        store::pass_on(&tx, &permit, &ids, from, target.section).await?;
        passed(&tx, &folder, from, &[target.section]).await?;
    }
    let entry = Audit::of(permit, &id).with("into", into.to_string());
    Ok(tx.commit(entry, ()).await?)
}
