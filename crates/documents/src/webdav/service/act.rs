//! Making folders, and taking things away.

use yakusho_kernel::{Cx, Fault};

use super::keep::drop_row;
use super::tree;
use crate::cabinet::{self, FolderRow};
use crate::document::{self, DocumentForm};
use crate::webdav::model::{Found, MISPLACED, Node};
use crate::webdav::names;

/// The reason on record for what a program took away: it gives none of its own.
pub(super) const BY_A_PROGRAM: &str = "WebDAV";

/// Makes a folder at an address where nothing is. Cabinets are founded on their page.
pub async fn make_folder(cx: &Cx, found: &Found) -> Result<(), Fault> {
    let Node::Folder(row) = found.parent() else {
        return Err(MISPLACED.into());
    };
    // What programs call so holds what they put into the bin, or note of a folder.
    if names::is_passing(&found.name) {
        return Err(MISPLACED.into());
    }
    let _ = cabinet::add(cx, row.folder.id, &found.name, 0).await?;
    Ok(())
}

/// Takes away what is there: one's own document is withdrawn, a file of several left out by an edit, a folder removed with
/// what is in it as far as that may go. What stays is told, each by its way from there, with why.
pub async fn remove(cx: &Cx, found: &Found) -> Result<Vec<(Vec<String>, Fault)>, Fault> {
    match &found.node {
        None => Err(Fault::NotFound),
        Some(Node::Folder(row)) => {
            // A cabinet is removed on its page.
            if row.folder.parent.is_none() {
                return Err(MISPLACED.into());
            }
            let mut left = Vec::new();
            clear(cx, row, &mut Vec::new(), &mut left).await?;
            Ok(left)
        }
        Some(node) => {
            one(cx, found, node).await?;
            Ok(Vec::new())
        }
    }
}

/// Takes away a file, or a document of several.
pub(super) async fn one(cx: &Cx, found: &Found, node: &Node) -> Result<(), Fault> {
    match node {
        Node::Loose(loose) => drop_row(cx, loose, None).await,
        Node::File(lying, file) if lying.content.files.len() > 1 => {
            let files = lying.content.files.iter().map(|one| one.id);
            let files = files.filter(|one| *one != file.id).collect();
            let folder = found.folder().ok_or(MISPLACED)?.id;
            let form = DocumentForm::of(folder, &lying.content, files);
            let _ = document::edit(cx, lying.id, lying.revision, form).await?;
            Ok(())
        }
        Node::File(lying, _) | Node::Document(lying) => {
            lying.expect_passing()?;
            let _ = document::withdraw(cx, lying.id, lying.revision, BY_A_PROGRAM).await?;
            Ok(())
        }
        Node::Root | Node::Section(_) | Node::Folder(_) => Err(MISPLACED.into()),
    }
}

/// Removes a folder with what is in it; says whether all of it went.
async fn clear(
    cx: &Cx,
    row: &FolderRow,
    way: &mut Vec<String>,
    left: &mut Vec<(Vec<String>, Fault)>,
) -> Result<bool, Fault> {
    let mut whole = true;
    let here = Node::Folder(Box::new(row.clone()));
    for (name, node) in tree::children(cx, &here).await? {
        way.push(name.clone());
        let gone = if let Node::Folder(below) = &node {
            Box::pin(clear(cx, below, way, left)).await?
        } else {
            let there = Found {
                above: vec![here.clone()],
                name,
                node: None,
            };
            gone(one(cx, &there, &node).await, way, left)?
        };
        whole &= gone;
        way.pop();
    }
    if whole {
        let removed = cabinet::remove(cx, row.folder.id, row.folder.revision).await;
        whole = gone(removed.map(|_| ()), way, left)?;
    }
    Ok(whole)
}

/// Whether it went; why not is noted, unless the system failed.
fn gone(
    outcome: Result<(), Fault>,
    way: &[String],
    left: &mut Vec<(Vec<String>, Fault)>,
) -> Result<bool, Fault> {
    match outcome {
        Ok(()) => Ok(true),
        Err(fault @ (Fault::Unavailable(_) | Fault::Internal(_))) => Err(fault),
        Err(fault) => {
            left.push((way.to_vec(), fault));
            Ok(false)
        }
    }
}
