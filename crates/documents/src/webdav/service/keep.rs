//! Writing files.

use uuid::Uuid;
use yakusho_accounts::registration::Kind;
use yakusho_attachments::{self as attachments, Attachment, AttachmentId, FileName};
use yakusho_kernel::{Authorship, Cx, Fault, Invalid, Permit, Reason};
use yakusho_koyomi::FiscalYear;

use super::tree;
use crate::cabinet::service::near;
use crate::cabinet::{FolderId, FolderRow};
use crate::document::{self, Category, Content, DocumentForm, DocumentId, Retention};
use crate::webdav::model::{Found, Loose, LooseRow, Lying, MISPLACED, Node, Thing};
use crate::webdav::{names, policy, store};

/// Writes a file that was uploaded: the next version of the document's that is there, or a new document. What programs keep
/// for a while, and what is empty, is kept beside the documents. Says whether nothing was there before.
///
/// # Errors
/// The conflict `changed_meanwhile`, where the address is to be looked up anew; [`MISPLACED`] where no file can be.
pub async fn keep(cx: &Cx, found: &Found, file: Attachment) -> Result<bool, Fault> {
    if names::is_passing(&found.name) {
        let file = Some(file).filter(|file| file.size > 0);
        return pass(cx, found, file).await;
    }
    let is_empty = matches!(&found.node, Some(Node::File(_, there)) if there.size == 0);
    if file.size == 0 && !is_empty {
        return pass(cx, found, None).await;
    }
    written(cx, found, file, None).await
}

/// Refuses whoever may not write there, before anything is sent.
///
/// # Errors
/// As those of [`keep()`].
pub fn may_keep(cx: &Cx, found: &Found) -> Result<(), Fault> {
    admitted(cx, found).map(|_| ())
}

/// Where a file is to lie, and that it may.
fn admitted(cx: &Cx, found: &Found) -> Result<(Uuid, Permit), Fault> {
    let within = found.parent();
    let (place, reference) = within.place().zip(within.reference()).ok_or(MISPLACED)?;
    let writes = within.writes() && found.node.as_ref().is_none_or(Node::writes);
    Ok((place, policy::may_pass(cx, &reference, writes)?))
}

/// Keeps a file beside the documents, for its maker alone.
pub(super) async fn pass(cx: &Cx, found: &Found, file: Option<Attachment>) -> Result<bool, Fault> {
    let id = match &found.node {
        Some(Node::Loose(loose)) if loose.aside.is_none() => loose.id,
        _ => cx.new_id(),
    };
    put(cx, found, id, file.map(|file| file.id), None).await?;
    Ok(found.node.is_none())
}

/// Has a row stand at an address.
pub(super) async fn put(
    cx: &Cx,
    found: &Found,
    id: crate::webdav::LooseId,
    file: Option<AttachmentId>,
    aside: Option<(DocumentId, String)>,
) -> Result<(), Fault> {
    let (place, permit) = admitted(cx, found)?;
    let tx = cx.begin().await?;
    let row = LooseRow {
        id,
        place,
        name: found.name.clone(),
        file,
        aside,
        at: cx.now(),
    };
    store::put_loose(&tx, &permit, Authorship::of(cx)?.hand, row).await?;
    Ok(tx.commit_unaudited().await?)
}

/// Forgets a row; what hangs on it goes over to what came in its place, if anything did.
pub(super) async fn drop_row(cx: &Cx, loose: &Loose, to: Option<&Thing>) -> Result<(), Fault> {
    let permit = policy::may_pass(cx, &loose.id, true)?;
    let tx = cx.begin().await?;
    if let Some(to) = to {
        store::pass_on(&tx, &permit, loose.id, to).await?;
    } else {
        store::forget(&tx, &permit, loose.id).await?;
        store::release_all(&tx, &permit, loose.id).await?;
    }
    store::drop_loose(&tx, &permit, loose.id).await?;
    Ok(tx.commit_unaudited().await?)
}

/// Writes a file into what is kept: over a document's, over the one that was put aside from there, or as a new one that says
/// of itself what another does.
pub(super) async fn written(
    cx: &Cx,
    found: &Found,
    file: Attachment,
    like: Option<&Content>,
) -> Result<bool, Fault> {
    let within = found.parent();
    let aside = tree::loose(cx, within).await?.into_iter().find_map(|one| {
        let (document, was) = one.aside.clone()?;
        (was == found.name).then_some((one, document))
    });
    let over = match &aside {
        Some((_, document)) => tree::aside_in(cx, within, *document, &found.name).await?,
        None => match tree::beneath(cx, within, &found.name).await? {
            Some(Node::File(lying, old)) => Some((lying, old)),
            Some(_) => return Err(MISPLACED.into()),
            None => None,
        },
    };
    let folder = found.folder().ok_or(MISPLACED)?.id;
    let is_new = over.is_none();
    let thing = if let Some((lying, old)) = over {
        replace(cx, folder, &lying, &old, file).await?;
        if let Some((row, _)) = &aside {
            // What was put aside is what the document held before.
            let before = attachments::again(cx, &old, &row.name).await?;
            let there = Found {
                name: row.name.clone(),
                ..found.with(None)
            };
            put(cx, &there, row.id, Some(before.id), None).await?;
        }
        Node::File(lying, old).thing()
    } else {
        new(cx, within, found, file, like).await?
    };
    if let Some(Node::Loose(loose)) = &found.node {
        drop_row(cx, loose, thing.as_ref().filter(|_| is_new)).await?;
        if let Some(thing) = thing.filter(|_| is_new) {
            super::lock::settle(cx, &thing).await?;
        }
    }
    Ok(found.node.is_none())
}

/// The file under the name that it is to have.
///
/// # Errors
/// The field `file`, where files cannot be called so.
pub(super) async fn named(cx: &Cx, file: Attachment, name: &str) -> Result<Attachment, Fault> {
    if FileName::of(name).as_str() != name {
        let max = FileName::MAX;
        return Err(Invalid::field("file", Reason::TooLong { max }).into());
    }
    if file.name.as_str() == name {
        return Ok(file);
    }
    Ok(attachments::again(cx, &file, name).await?.into_inner())
}

/// Writes a file over one of a document. The same bytes again are no new version.
async fn replace(
    cx: &Cx,
    folder: FolderId,
    lying: &Lying,
    old: &Attachment,
    file: Attachment,
) -> Result<(), Fault> {
    if old.hash == file.hash {
        return Ok(());
    }
    let file = named(cx, file, old.name.as_str()).await?;
    let files = lying.content.files.iter();
    let files = files.map(|one| if one.id == old.id { file.id } else { one.id });
    let form = DocumentForm::of(folder, &lying.content, files.collect());
    let _ = document::edit(cx, lying.id, lying.revision, form).await?;
    Ok(())
}

/// A new document, or another file of one that has several.
async fn new(
    cx: &Cx,
    within: &Node,
    found: &Found,
    file: Attachment,
    like: Option<&Content>,
) -> Result<Option<Thing>, Fault> {
    let file = named(cx, file, &found.name).await?;
    match within {
        Node::Folder(row) => {
            let id = register(cx, row, &found.name, file.id, like).await?;
            Ok(Some(Thing::whole(id)))
        }
        Node::Document(lying) => {
            let files = lying.content.files.iter().map(|one| one.id);
            let files = files.chain([file.id]).collect();
            let folder = found.folder().ok_or(MISPLACED)?.id;
            let form = DocumentForm::of(folder, &lying.content, files);
            let _ = document::edit(cx, lying.id, lying.revision, form).await?;
            Ok(Some(Thing {
                id: lying.id.into(),
                file: found.name.clone(),
            }))
        }
        _ => Err(MISPLACED.into()),
    }
}

/// A document with that file, registered by the section where the one who acts belongs to it, and else their draft.
async fn register(
    cx: &Cx,
    row: &FolderRow,
    name: &str,
    file: AttachmentId,
    like: Option<&Content>,
) -> Result<DocumentId, Fault> {
    let folder = row.folder.id;
    let title = names::stem(name).to_owned();
    let form = match like {
        Some(content) => DocumentForm {
            title,
            review_on: content.review_on.filter(|day| *day > cx.today()),
            ..DocumentForm::of(folder, content, vec![file])
        },
        None => DocumentForm {
            folder,
            title,
            notes: String::new(),
            category: Some(Category::Other),
            registration: Some(Kind::Shared),
            tags: Vec::new(),
            fiscal_year: FiscalYear::of(cx.today()).year(),
            valid_from: None,
            valid_until: None,
            review_on: None,
            retention: Retention::Years5,
            files: vec![file],
            all_the_same: true,
            reason: String::new(),
        },
    };
    let new = document::prepared(cx, form)?;
    let tx = cx.begin().await?;
    let place = near(&tx, cx, "folder", folder).await?;
    Ok(document::enter(tx, &place, new).await?.into_inner())
}
