//! Moving and copying.

use yakusho_attachments::{self as attachments, Attachment};
use yakusho_kernel::{Cx, Fault, Saved};

use super::act::{BY_A_PROGRAM, make_folder, one, remove};
use super::keep::{drop_row, named, pass, put, written};
use super::{property, tree};
use crate::cabinet;
use crate::document::{self, DocumentForm, DocumentId};
use crate::webdav::model::{Found, Loose, Lying, MISPLACED, Node};
use crate::webdav::names;

/// What could not be done, each by its way from the address.
type Left = Vec<(Vec<String>, Fault)>;

/// Moves what is there to another address; what stands there is written over. A file over a file is its next version.
///
/// # Errors
/// As those of [`keep`](super::keep()).
pub async fn relocate(cx: &Cx, from: &Found, to: &Found) -> Result<Left, Fault> {
    let Some(node) = &from.node else {
        return Err(Fault::NotFound);
    };
    let mut to = to.clone();
    if let Some(there) = &to.node
        && (there.is_collection() || node.is_collection())
    {
        let left = remove(cx, &to).await?;
        if !left.is_empty() {
            return Ok(left);
        }
        to.node = None;
    }
    match node {
        Node::Root | Node::Section(_) => Err(MISPLACED.into()),
        Node::Folder(row) => {
            let Node::Folder(into) = to.parent() else {
                return Err(MISPLACED.into());
            };
            let mut revision = row.folder.revision;
            if !from.is_beside(&to) {
                let _ = cabinet::move_to(cx, row.folder.id, revision, into.folder.id).await?;
                revision += 1;
            }
            if names::plain(&row.folder.name) != to.name {
                let position = row.folder.position;
                let _ = cabinet::rename(cx, row.folder.id, revision, &to.name, position).await?;
            }
            Ok(Vec::new())
        }
        Node::Loose(loose) => loose_to(cx, from, loose, &to).await,
        Node::Document(lying) => document_to(cx, lying, from, &to).await,
        Node::File(lying, file) => file_to(cx, (lying, file), from, &to).await,
    }
}

/// Moves a file that is no document's: it becomes one's, where its new name is one to be kept.
async fn loose_to(cx: &Cx, from: &Found, loose: &Loose, to: &Found) -> Result<Left, Fault> {
    if let Some((document, was)) = &loose.aside {
        let beside = from.is_beside(to);
        if beside && *was == to.name && to.node.is_none() {
            drop_row(cx, loose, None).await?;
            return Ok(Vec::new());
        }
        if beside && names::is_passing(&to.name) {
            put(cx, to, loose.id, None, loose.aside.clone()).await?;
            return Ok(Vec::new());
        }
        // It is given another name for good.
        let aside = tree::aside_in(cx, from.parent(), *document, was).await?;
        let (lying, file) = aside.ok_or(Fault::NotFound)?;
        drop_row(cx, loose, None).await?;
        let from = from.with(Some(Node::File(lying.clone(), file.clone())));
        return file_to(cx, (&lying, &file), &from, to).await;
    }
    match &loose.file {
        Some(file) if !names::is_passing(&to.name) => {
            // What hangs on it goes over as if it had stood there.
            let over = to.node.clone();
            let there = Found {
                node: over.or_else(|| Some(Node::Loose(Box::new(loose.clone())))),
                ..to.clone()
            };
            written(cx, &there, file.clone(), None).await?;
            if to.node.is_some() {
                drop_row(cx, loose, None).await?;
            }
        }
        file => put(cx, to, loose.id, file.as_ref().map(|file| file.id), None).await?,
    }
    Ok(Vec::new())
}

/// Moves a document of several files.
async fn document_to(cx: &Cx, lying: &Lying, from: &Found, to: &Found) -> Result<Left, Fault> {
    let Node::Folder(into) = to.parent() else {
        return Err(MISPLACED.into());
    };
    if !from.is_beside(to) {
        let _ = document::move_to(cx, lying.id, lying.revision, into.folder.id).await?;
    }
    if names::plain(&lying.content.title) != to.name {
        retitle(cx, lying.id, &to.name).await?;
    }
    Ok(Vec::new())
}

async fn retitle(cx: &Cx, id: DocumentId, title: &str) -> Result<(), Fault> {
    let view = document::show(cx, id).await?;
    let content = view.content.ok_or(Fault::NotFound)?;
    let files = content.files.iter().map(|file| file.id).collect();
    let form = DocumentForm {
        title: title.to_owned(),
        ..DocumentForm::of(view.folder.id, &content, files)
    };
    let _ = document::edit(cx, id, view.revision, form).await?;
    Ok(())
}

/// Moves a document's file.
async fn file_to(
    cx: &Cx,
    (lying, file): (&Lying, &Attachment),
    from: &Found,
    to: &Found,
) -> Result<Left, Fault> {
    if names::is_passing(&to.name) {
        return put_aside(cx, (lying, file), from, to).await;
    }
    let loose = tree::loose(cx, to.parent()).await?;
    let of_name = |(_, was): &(DocumentId, String)| *was == to.name;
    let over_aside = loose
        .iter()
        .any(|one| one.aside.as_ref().is_some_and(of_name));
    let only = lying.content.files.len() == 1;
    match to.parent() {
        Node::Folder(into) if only && to.node.is_none() && !over_aside => {
            if !from.is_beside(to) {
                let _ = document::move_to(cx, lying.id, lying.revision, into.folder.id).await?;
            }
            rename(cx, lying.id, file, &to.name).await?;
        }
        Node::Document(_) if from.is_beside(to) && to.node.is_none() && !over_aside => {
            rename(cx, lying.id, file, &to.name).await?;
        }
        _ => {
            if only {
                lying.expect_passing()?;
            }
            if only && !document::show(cx, lying.id).await?.may.withdraw {
                // Refused, and on record, before anything is written.
                let _ = document::withdraw(cx, lying.id, lying.revision, BY_A_PROGRAM).await?;
                return Ok(Vec::new());
            }
            written(cx, to, file.clone(), Some(&lying.content)).await?;
            let node = tree::beneath(cx, from.parent(), &from.name).await?;
            let node = node.ok_or(Fault::NotFound)?;
            one(cx, from, &node).await?;
        }
    }
    Ok(Vec::new())
}

/// Notes that a program put a document's file aside under a name of its own, as some do before they write it anew: the
/// document stays as it is.
async fn put_aside(
    cx: &Cx,
    (lying, file): (&Lying, &Attachment),
    from: &Found,
    to: &Found,
) -> Result<Left, Fault> {
    if !from.is_beside(to) || !lying.writes {
        return Err(MISPLACED.into());
    }
    let aside = (lying.id, names::plain(file.name.as_str()));
    put(cx, to, cx.new_id(), None, Some(aside)).await?;
    Ok(Vec::new())
}

/// Gives a document's file another name, and the document another title where it was called as the file was.
async fn rename(cx: &Cx, id: DocumentId, file: &Attachment, name: &str) -> Result<(), Fault> {
    if names::plain(file.name.as_str()) == name {
        return Ok(());
    }
    let view = document::show(cx, id).await?;
    let content = view.content.ok_or(Fault::NotFound)?;
    let renamed = named(cx, file.clone(), name).await?;
    let files = content.files.iter();
    let files = files.map(|one| {
        if one.id == file.id {
            renamed.id
        } else {
            one.id
        }
    });
    let form = DocumentForm::of(view.folder.id, &content, files.collect());
    let is_called_so = content.title == names::stem(file.name.as_str());
    let form = if is_called_so && content.files.len() == 1 {
        DocumentForm {
            title: names::stem(name).to_owned(),
            ..form
        }
    } else {
        form
    };
    let _ = document::edit(cx, id, view.revision, form).await?;
    Ok(())
}

/// Copies what is there to another address, with all that is in it if it is to be `deep`; what stands there is written over.
///
/// # Errors
/// As those of [`keep`](super::keep()).
pub async fn copy(cx: &Cx, from: &Found, to: &Found, deep: bool) -> Result<Left, Fault> {
    let Some(node) = &from.node else {
        return Err(Fault::NotFound);
    };
    let mut to = to.clone();
    if let Some(there) = &to.node
        && (there.is_collection() || node.is_collection())
    {
        let left = remove(cx, &to).await?;
        if !left.is_empty() {
            return Ok(left);
        }
        to.node = None;
    }
    let mut left = Vec::new();
    copied(cx, node, &to, deep, &mut Vec::new(), &mut left).await?;
    Ok(left)
}

async fn copied(
    cx: &Cx,
    node: &Node,
    to: &Found,
    deep: bool,
    way: &mut Vec<String>,
    left: &mut Left,
) -> Result<(), Fault> {
    match node {
        Node::Root | Node::Section(_) => return Err(MISPLACED.into()),
        Node::Folder(_) => {
            make_folder(cx, to).await?;
            let here = tree::beneath(cx, to.parent(), &to.name).await?;
            let here = here.ok_or(Fault::NotFound)?;
            property::copy(cx, node, &here).await?;
            let mut above = to.above.clone();
            above.push(here);
            let children = if deep {
                tree::children(cx, node).await?
            } else {
                Vec::new()
            };
            for (name, child) in children {
                let there = Found {
                    above: above.clone(),
                    name: name.clone(),
                    node: None,
                };
                way.push(name);
                match Box::pin(copied(cx, &child, &there, deep, way, left)).await {
                    Err(fault @ (Fault::Unavailable(_) | Fault::Internal(_))) => return Err(fault),
                    Err(fault) => left.push((way.clone(), fault)),
                    Ok(()) => {}
                }
                way.pop();
            }
            return Ok(());
        }
        Node::Document(lying) => {
            let Node::Folder(into) = to.parent() else {
                return Err(MISPLACED.into());
            };
            let id = *document::copy(cx, lying.id, into.folder.id).await?;
            if names::plain(&lying.content.title) != to.name {
                retitle(cx, id, &to.name).await?;
            }
            registered(cx, id).await?;
        }
        Node::File(lying, file) => bytes(cx, Some(file), Some(lying), to).await?,
        Node::Loose(loose) => bytes(cx, loose.file.as_ref(), None, to).await?,
    }
    let new = tree::beneath(cx, to.parent(), &to.name).await?;
    match new {
        Some(new) => property::copy(cx, node, &new).await,
        None => Ok(()),
    }
}

/// Registers a draft where the one who acts may; what stands against that leaves it a draft.
async fn registered(cx: &Cx, id: DocumentId) -> Result<(), Fault> {
    let view = document::show(cx, id).await?;
    if !view.may.register {
        return Ok(());
    }
    match document::register(cx, id, view.revision)
        .await
        .map(Saved::into_inner)
    {
        Ok(_) | Err(Fault::Invalid(_) | Fault::Denied(_) | Fault::Conflict(_)) => Ok(()),
        Err(fault) => Err(fault),
    }
}

/// Writes the bytes of a file at another address.
async fn bytes(
    cx: &Cx,
    file: Option<&Attachment>,
    like: Option<&Lying>,
    to: &Found,
) -> Result<(), Fault> {
    let file = match file {
        Some(file) => Some(attachments::again(cx, file, &to.name).await?.into_inner()),
        None => None,
    };
    match file {
        Some(file) if !names::is_passing(&to.name) => {
            written(cx, to, file, like.map(|like| &like.content)).await?;
        }
        file => {
            pass(cx, to, file).await?;
        }
    }
    Ok(())
}
