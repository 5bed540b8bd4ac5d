//! Handing cabinets over from section to section.

use serde_json::json;
use yakusho_accounts::directory;
use yakusho_accounts::role;
use yakusho_kernel::{
    Audit, Conflict, Cx, DbError, Fault, Invalid, Notice, Permit, PersonId, Reading, Reason, Saved,
    Tx, UnitId,
};
use yakusho_regulation::Role;

use super::access::find;
use super::keep::{free, stands};
use crate::cabinet::model::{Folder, FolderId, HandOver};
use crate::cabinet::{policy, rules, store};
use crate::document::store::passing;
use crate::notices;

/// Hands a cabinet over to another section, with the rights that its own section had in it. Those who lead the other
/// section are told.
pub async fn hand_over(
    cx: &Cx,
    id: FolderId,
    revision: i32,
    to: UnitId,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let (cabinet, permit) = to_pass(&tx, cx, id, to).await?;
    Conflict::CHANGED.unless(cabinet.revision == revision)?;
    store::lock(&tx, id).await?;
    free(&tx, None, to, &cabinet.name, None).await?;
    let ids: Vec<FolderId> = store::below(&tx, &cabinet)
        .await?
        .iter()
        .map(|one| one.id)
        .collect();
    store::pass(&tx, &permit, &ids, to, None).await?;
    store::pass_on(&tx, &permit, &ids, cabinet.section, to).await?;
    passed(&tx, &cabinet, cabinet.section, &[to]).await?;
    let entry = Audit::of(permit, &id)
        .with("out_of", cabinet.section.to_string())
        .with("section", to.to_string());
    Ok(tx.commit(entry, ()).await?)
}

/// The cabinet, if the one who acts may hand it over to that section.
async fn to_pass(
    on: &impl Reading,
    cx: &Cx,
    id: FolderId,
    to: UnitId,
) -> Result<(Folder, Permit), Fault> {
    let seen = match find(on, cx, id).await {
        Ok(found) => Some(found.level),
        Err(Fault::NotFound) => None,
        Err(fault) => return Err(fault),
    };
    let cabinet = store::find(on, id).await?.ok_or(Fault::NotFound)?;
    let orphan = stands(on, cx, cabinet.section).await.is_err();
    if seen.is_none() && !(orphan && cx.actor().holds(Role::SystemAdministrator)) {
        return Err(Fault::NotFound);
    }
    let permit = policy::may_hand_over(cx, &cabinet, seen, orphan)?;
    let whole = Conflict { code: "is_folder" };
    whole.unless(cabinet.parent.is_none())?;
    stands(on, cx, to).await?;
    if to == cabinet.section {
        return Err(Invalid::field("section", Reason::Code("same_section")).into());
    }
    Ok((cabinet, permit))
}

/// What handing a cabinet over to that section would bring about, for whoever may do it.
pub async fn handing_over(cx: &Cx, id: FolderId, to: UnitId) -> Result<HandOver, Fault> {
    let on = cx.reader();
    let (cabinet, _) = to_pass(&on, cx, id, to).await?;
    let from = cabinet.section;
    let below = store::below(&on, &cabinet).await?;
    let units = directory::units(&on, cx.today()).await?;
    let above = |unit: UnitId| {
        let parent = |id: &UnitId| units.iter().find(|node| node.id == *id)?.parent;
        std::iter::successors(Some(unit), parent).collect::<Vec<_>>()
    };
    let name = |unit: UnitId| {
        let node = units.iter().find(|node| node.id == unit);
        node.map(|node| node.placed_name.clone())
            .unwrap_or_default()
    };
    let grants = store::grants_in(&on, id).await?;
    let mut changes = Vec::new();
    for place in below.iter().filter(|folder| folder.has_own_rights()) {
        let given = grants.get(&place.id).map_or(&[][..], Vec::as_slice);
        changes.extend(rules::changes(place, given, &above(from), &above(to)));
    }
    Ok(HandOver {
        from_name: name(from),
        to_name: name(to),
        folders: below.len().saturating_sub(1),
        passing: passing(&on, id, cx.now()).await?,
        changes,
    })
}

/// Tells those who lead the sections that a folder is theirs now.
pub(crate) async fn passed(
    tx: &Tx,
    folder: &Folder,
    from: UnitId,
    to: &[UnitId],
) -> Result<(), DbError> {
    let mut names = directory::unit_names(tx, tx.cx().today(), &[from]).await?;
    let from = names.remove(&from).unwrap_or_default();
    let notice = Notice::new(notices::HANDED_OVER, &folder.id)
        .keyed(folder.revision.to_string())
        .params(json!({ "name": folder.name, "from": from }));
    tx.notify(&heads(tx, to).await?, &notice).await
}

/// Those who lead units, as far as there are any today, each once.
pub(crate) async fn heads(on: &Tx, units: &[UnitId]) -> Result<Vec<PersonId>, DbError> {
    role::leaders(on, on.cx().today(), units).await
}

/// The cabinets whose section is no more, for the administrator to hand over.
pub async fn without_section(cx: &Cx) -> Result<Vec<Folder>, Fault> {
    let _ = policy::may_list_orphans(cx)?;
    let on = cx.reader();
    Ok(orphans(&on, cx).await?)
}

async fn orphans(on: &impl Reading, cx: &Cx) -> Result<Vec<Folder>, DbError> {
    let units = directory::units(on, cx.today()).await?;
    let sections = store::by_section(on).await?;
    let gone: Vec<UnitId> = sections
        .into_iter()
        .map(|(section, _)| section)
        .filter(|section| units.iter().all(|unit| unit.id != *section))
        .collect();
    store::of_sections(on, &gone).await
}
