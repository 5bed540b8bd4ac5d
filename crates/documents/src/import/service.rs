//! Looking at a tree, and bringing in its files.

use std::collections::{BTreeMap, BTreeSet};

use yakusho_attachments::{Attachment, AttachmentId};
use yakusho_kernel::{Authorship, Cx, Fault, Invalid, Reading, Reason};

use super::model::{Fate, ImportForm, Incoming, MOST_FILES, Plan};
use super::plan::{self, Place, composed};
use crate::cabinet::service::{Found, near, reached};
use crate::cabinet::{self, FolderId, store as cabinet_store};
use crate::document::{self, policy, store as document_store};
use crate::webdav::names;

/// Says what would become of a tree in that folder; nothing is changed.
///
/// # Errors
/// The fields of the form, and `file` where the tree has more than [`MOST_FILES`] files.
pub async fn plan(cx: &Cx, form: &ImportForm, tree: &[Incoming]) -> Result<Plan, Fault> {
    let on = cx.reader();
    let Found { folder, level } = near(&on, cx, "folder", form.folder).await?;
    let _ = policy::may_draft(cx, &folder, level)?;
    fits(cx, form, tree)?;
    let folders = cabinet_store::below(&on, &folder).await?;
    let ids: Vec<FolderId> = folders.iter().map(|folder| folder.id).collect();
    let seen = cabinet_store::some(&on, ids.iter().copied(), &reached(cx)).await?;
    let levels = seen.into_iter().map(|row| (row.folder.id, row.level));
    let place = Place {
        folders: &folders,
        levels: &levels.collect(),
        files: &names_in(&on, cx, &ids).await?,
        limit: cx.city().values(cx.today()).upload_limit_bytes,
        all_the_same: form.all_the_same,
    };
    Ok(plan::plan(&place, tree))
}

/// Whether documents can be made of what was said, and so many.
fn fits(cx: &Cx, form: &ImportForm, tree: &[Incoming]) -> Result<(), Fault> {
    let any: AttachmentId = cx.new_id();
    let _ = document::prepared(cx, form.document(form.folder, "any", any))?;
    let mut invalid = Invalid::default();
    document::of_a_kind(cx, &mut invalid, form.registration);
    if tree.len() > MOST_FILES {
        invalid.push("file", Reason::TooMany { max: MOST_FILES });
    }
    Ok(invalid.check()?)
}

/// Brings a file of a plan in, which was uploaded: its folders where they are not there yet, and a document, registered by
/// the section where the one who acts belongs to it, and else their draft. Says what became of it: where one of that name
/// came to lie there meanwhile, it is left.
pub async fn bring(
    cx: &Cx,
    form: &ImportForm,
    plan: &mut Plan,
    at: usize,
    file: &Attachment,
) -> Result<Fate, Fault> {
    let planned = plan.files.get(at).cloned().ok_or(Fault::NotFound)?;
    let folder = reach(cx, plan, form.folder, &planned.way).await?;
    let title = names::stem(&planned.name);
    let new = document::prepared(cx, form.document(folder, title, file.id))?;
    let tx = cx.begin().await?;
    let place = near(&tx, cx, "folder", folder).await?;
    cabinet_store::lock(&tx, place.folder.cabinet).await?;
    let there = names_in(&tx, cx, &[folder]).await?;
    let is_there = there
        .get(&folder)
        .is_some_and(|names| names.contains(&planned.name));
    let fate = if is_there {
        tx.rollback().await;
        Fate::IsThere
    } else {
        let _ = document::enter(tx, &place, new).await?;
        Fate::Comes
    };
    if let Some(planned) = plan.files.get_mut(at) {
        planned.fate = Fate::IsThere;
    }
    Ok(fate)
}

/// The folder at the end of a way, with those before it, made where they are not there.
async fn reach(cx: &Cx, plan: &mut Plan, top: FolderId, way: &[String]) -> Result<FolderId, Fault> {
    let mut folder = top;
    for (at, name) in way.iter().enumerate() {
        let here = way.get(..=at).unwrap_or(way);
        folder = if let Some(there) = plan.places.get(here) {
            *there
        } else {
            let made = added(cx, folder, name).await?;
            plan.places.insert(here.to_vec(), made);
            made
        };
    }
    Ok(folder)
}

/// A folder of that name in another, which somebody may have made meanwhile: readers may not see theirs yet, as another
/// act does.
async fn added(cx: &Cx, parent: FolderId, name: &str) -> Result<FolderId, Fault> {
    let taken = match cabinet::add(cx, parent, name, 0).await {
        Ok(made) => return Ok(made.into_inner()),
        Err(fault) => fault,
    };
    let tx = cx.begin().await?;
    let beside = cabinet_store::children(&tx, parent, &reached(cx)).await?;
    tx.rollback().await;
    let mut beside = beside.into_iter().map(|row| row.folder);
    let there = beside.find(|folder| composed(&folder.name) == name);
    there.map(|folder| folder.id).ok_or(taken)
}

/// The names of the files that lie in folders, as far as the one who acts sees them.
async fn names_in(
    on: &impl Reading,
    cx: &Cx,
    folders: &[FolderId],
) -> Result<BTreeMap<FolderId, BTreeSet<String>>, Fault> {
    let reader = Authorship::of(cx)?.author;
    let mut names: BTreeMap<FolderId, BTreeSet<String>> = BTreeMap::new();
    for (folder, files) in document_store::files_in(on, folders, reader).await? {
        let files = files.iter().map(|file| composed(file.name.as_str()));
        names.entry(folder).or_default().extend(files);
    }
    Ok(names)
}
