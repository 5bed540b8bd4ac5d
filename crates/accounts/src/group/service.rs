//! Making, editing and using groups.

use yakusho_kernel::{Audit, Conflict, Cursor, Cx, Fault, Invalid, Page, Reading, Reason, Saved};

use super::model::{Group, GroupDraft, GroupId, GroupRow, Member};
use super::{policy, store};
use crate::directory::{self, Audience};

/// Makes a group.
pub async fn make(cx: &Cx, draft: GroupDraft) -> Result<Saved<GroupId>, Fault> {
    let draft = draft.parse()?;
    let id: GroupId = cx.new_id();
    let tx = cx.begin().await?;
    let permit = policy::may_make(cx, id, draft.unit)?;
    let owner = cx.actor().person().ok_or(Fault::NotFound)?;
    check(cx, &tx, id, &draft, &[]).await?;
    let row = GroupRow {
        id,
        name: draft.name.clone(),
        owner,
        unit: draft.unit,
        revision: 1,
    };
    store::insert(&tx, &permit, &row, &draft.members).await?;
    let version = tx.keep_version(&id, &draft).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), id)
        .await?)
}

/// Has a group be otherwise.
pub async fn edit(
    cx: &Cx,
    id: GroupId,
    revision: i32,
    draft: GroupDraft,
) -> Result<Saved<()>, Fault> {
    let draft = draft.parse()?;
    let tx = cx.begin().await?;
    let row = readable(cx, &tx, id).await?;
    let permit = policy::may_edit(cx, policy::EDIT, &row, draft.unit)?;
    let before = store::members(&tx, id).await?;
    check(cx, &tx, id, &draft, &before).await?;
    let row = GroupRow {
        name: draft.name.clone(),
        unit: draft.unit,
        revision,
        ..row
    };
    Conflict::CHANGED.unless(store::replace(&tx, &permit, &row, &draft.members).await?)?;
    let version = tx.keep_version(&id, &draft).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), ())
        .await?)
}

/// Deletes a group; its versions stay.
pub async fn delete(cx: &Cx, id: GroupId, revision: i32) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let row = readable(cx, &tx, id).await?;
    let permit = policy::may_edit(cx, policy::DELETE, &row, row.unit)?;
    Conflict::CHANGED.unless(store::delete(&tx, &permit, id, revision).await?)?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// A page of the groups that the actor may use, by name.
pub async fn list(cx: &Cx, after: Option<&Cursor>, size: usize) -> Result<Page<GroupRow>, Fault> {
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    let after = after.map(Cursor::key).transpose()?;
    let rows = store::list(&cx.reader(), &scope, after, size + 1).await?;
    Ok(Page::of(rows, size, |row| (row.name.clone(), row.id)))
}

/// A group with whom it names.
pub async fn get(cx: &Cx, id: GroupId) -> Result<Group, Fault> {
    let row = readable(cx, &cx.reader(), id).await?;
    let members = store::members(&cx.reader(), id).await?;
    Ok(Group { row, members })
}

/// That the actor may use all of these groups; to be asked before an audience with groups is taken.
pub async fn usable(cx: &Cx, on: &impl Reading, groups: &[GroupId]) -> Result<(), Fault> {
    if groups.is_empty() {
        return Ok(());
    }
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    let found = store::usable(on, &scope, groups).await?;
    if groups.iter().all(|group| found.contains(group)) {
        Ok(())
    } else {
        Err(Fault::NotFound)
    }
}

async fn readable(cx: &Cx, on: &impl Reading, id: GroupId) -> Result<GroupRow, Fault> {
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    let row = store::one(on, &scope, id).await?;
    row.ok_or(Fault::NotFound)
}

/// That whoever it did not name before is there, the groups for the actor, and that the group is not, at any depth, within
/// itself. Who has left since, and posts and units that are no more, stay named.
async fn check(
    cx: &Cx,
    on: &impl Reading,
    id: GroupId,
    draft: &GroupDraft,
    before: &[Member],
) -> Result<(), Fault> {
    let mut added = Audience::default();
    for member in &draft.members {
        match *member {
            Member::Group(group) => added.groups.push(group),
            named if before.contains(&named) => {}
            Member::Person(person) => added.people.push(person),
            Member::Post(post) => added.posts.push(post),
            Member::Unit(unit) => added.units.push(unit),
        }
    }
    let admitted = directory::admit(cx, on, added).await;
    let admitted = admitted.map_err(|error| match error {
        Fault::Invalid(_) => Invalid::field("members", Reason::Unknown).into(),
        other => other,
    })?;
    let within = admitted.groups;
    if within.is_empty() {
        return Ok(());
    }
    if store::within(on, &within).await?.contains(&id) {
        return Err(Invalid::field("members", Reason::Code("group_circle")).into());
    }
    Ok(())
}
