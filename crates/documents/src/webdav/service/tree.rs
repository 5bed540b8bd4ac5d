//! Looking through cabinets by names.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;
use yakusho_accounts::directory;
use yakusho_attachments::{self as attachments, Attachment, AttachmentId};
use yakusho_kernel::{Authorship, Cx, Fault, UnitId};

use crate::cabinet::service::reached;
use crate::cabinet::{self, FolderRow, store as cabinet_store};
use crate::document::{DocumentId, store as document_store};
use crate::webdav::model::{Found, Loose, LooseRow, Lying, Node};
use crate::webdav::{names, store};

/// Something in a place, before its name is told apart from others.
pub(super) struct Named {
    pub(super) name: String,
    pub(super) id: Uuid,
    pub(super) node: Node,
}

impl Named {
    fn folder(row: FolderRow) -> Self {
        Self {
            name: names::plain(&row.folder.name),
            id: row.folder.id.into(),
            node: Node::Folder(Box::new(row)),
        }
    }

    fn file(lying: &Lying, file: &Attachment) -> Self {
        Self {
            name: names::plain(file.name.as_str()),
            id: if lying.content.files.len() == 1 {
                lying.id.into()
            } else {
                file.id.into()
            },
            node: Node::File(Box::new(lying.clone()), Box::new(file.clone())),
        }
    }

    fn told_apart(&self) -> String {
        names::told_apart(&self.name, self.id, !self.node.is_collection())
    }
}

/// Where names lead, from the top down; none where what it would lie in is not there.
pub async fn find(cx: &Cx, parts: &[String]) -> Result<Option<Found>, Fault> {
    let Some((name, way)) = parts.split_last() else {
        return Ok(Some(Found {
            above: Vec::new(),
            name: String::new(),
            node: Some(Node::Root),
        }));
    };
    let mut above = vec![Node::Root];
    for part in way {
        let within = above.last().unwrap_or(&Node::Root);
        match child(cx, within, part).await? {
            Some(node) if node.is_collection() => above.push(node),
            _ => return Ok(None),
        }
    }
    let within = above.last().unwrap_or(&Node::Root);
    let node = child(cx, within, name).await?;
    Ok(Some(Found {
        above,
        name: names::plain(name),
        node,
    }))
}

/// What has that name in a place, for the programs of the one who acts.
async fn child(cx: &Cx, within: &Node, name: &str) -> Result<Option<Node>, Fault> {
    let wanted = names::plain(name);
    let loose = loose(cx, within).await?;
    let asides: BTreeSet<_> = asides(&loose).collect();
    if let Some(one) = loose
        .into_iter()
        .find(|one| names::plain(&one.name) == wanted)
    {
        return Ok(Some(Node::Loose(Box::new(one))));
    }
    let named = kept(cx, within).await?;
    let shown = named
        .into_iter()
        .filter(|one| !is_aside(&asides, &one.node));
    Ok(called(shown.collect(), &wanted))
}

/// The one of that name: the oldest that is called so, or the one that has it so as to be told apart.
fn called(named: Vec<Named>, wanted: &str) -> Option<Node> {
    let place = named.iter().position(|one| one.name == wanted);
    let place = place.or_else(|| named.iter().position(|one| one.told_apart() == wanted));
    named.into_iter().nth(place?).map(|one| one.node)
}

/// What of a place is kept in it, by its name, whatever programs put aside or wrote over for a while.
pub(super) async fn beneath(cx: &Cx, within: &Node, name: &str) -> Result<Option<Node>, Fault> {
    Ok(called(kept(cx, within).await?, &names::plain(name)))
}

/// What is in a place, each with the name that leads there.
pub async fn children(cx: &Cx, within: &Node) -> Result<Vec<(String, Node)>, Fault> {
    let loose = loose(cx, within).await?;
    let asides: BTreeSet<_> = asides(&loose).collect();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut all = Vec::new();
    for one in loose {
        let name = names::plain(&one.name);
        taken.insert(name.to_lowercase());
        all.push((name, Node::Loose(Box::new(one))));
    }
    // What is written over for a while is not there twice.
    let over: BTreeSet<String> = all.iter().map(|(name, _)| name.clone()).collect();
    let mut seen = BTreeSet::new();
    for one in kept(cx, within).await? {
        let is_oldest = seen.insert(one.name.clone());
        if is_aside(&asides, &one.node) || is_oldest && over.contains(&one.name) {
            continue;
        }
        // Names that differ in case alone are the same on some systems.
        let name = if taken.insert(one.name.to_lowercase()) {
            one.name
        } else {
            one.told_apart()
        };
        all.push((name, one.node));
    }
    Ok(all)
}

/// The documents' files that were put aside.
fn asides(loose: &[Loose]) -> impl Iterator<Item = (DocumentId, String)> {
    loose.iter().filter_map(|one| one.aside.clone())
}

fn is_aside(asides: &BTreeSet<(DocumentId, String)>, node: &Node) -> bool {
    let Node::File(lying, file) = node else {
        return false;
    };
    asides.contains(&(lying.id, names::plain(file.name.as_str())))
}

/// What is kept in a place: folders first, then documents, each by its age.
async fn kept(cx: &Cx, within: &Node) -> Result<Vec<Named>, Fault> {
    let on = cx.reader();
    let mut named: Vec<Named> = match within {
        Node::Root => return sections(cx).await,
        Node::Section(section) => {
            let mut cabinets = cabinet::cabinets(cx).await?;
            cabinets.retain(|row| row.folder.section == *section);
            cabinets.into_iter().map(Named::folder).collect()
        }
        Node::Folder(row) => {
            let id = row.folder.id;
            let reach = reached(cx);
            let folders = cabinet_store::children(&on, id, &reach).await?;
            let mut named: Vec<Named> = folders.into_iter().map(Named::folder).collect();
            named.sort_unstable_by_key(|one| one.id);
            let reader = Authorship::of(cx)?.author;
            for document in document_store::lying_in(&on, id, reader).await? {
                let lying = Lying::of(document, row.level, cx.now());
                match &lying.content.files[..] {
                    [] => {}
                    [file] => named.push(Named::file(&lying, file)),
                    _ => named.push(Named {
                        name: names::plain(&lying.content.title),
                        id: lying.id.into(),
                        node: Node::Document(Box::new(lying)),
                    }),
                }
            }
            return Ok(named);
        }
        Node::Document(lying) => {
            let files = lying.content.files.iter();
            files.map(|file| Named::file(lying, file)).collect()
        }
        Node::File(..) | Node::Loose(_) => Vec::new(),
    };
    named.sort_unstable_by_key(|one| one.id);
    Ok(named)
}

/// The sections that have cabinets to be seen.
async fn sections(cx: &Cx) -> Result<Vec<Named>, Fault> {
    let cabinets = cabinet::cabinets(cx).await?;
    let with: BTreeSet<UnitId> = cabinets.iter().map(|row| row.folder.section).collect();
    let units = directory::units(&cx.reader(), cx.today()).await?;
    let units = units.into_iter().filter(|unit| with.contains(&unit.id));
    let named = units.map(|unit| Named {
        name: names::plain(&unit.placed_name),
        id: unit.id.into(),
        node: Node::Section(unit.id),
    });
    Ok(named.collect())
}

/// What the one who acts keeps in a place for their programs.
pub(super) async fn loose(cx: &Cx, within: &Node) -> Result<Vec<Loose>, Fault> {
    let (Some(place), Some(person)) = (within.place(), cx.actor().person()) else {
        return Ok(Vec::new());
    };
    let rows = store::loose_in(&cx.reader(), place, person, cx.now()).await?;
    let ids: Vec<AttachmentId> = rows.iter().filter_map(|row| row.file).collect();
    let files = attachments::loose(cx, &ids).await?;
    let files: BTreeMap<AttachmentId, Attachment> =
        files.into_iter().map(|file| (file.id, file)).collect();
    let mut found = Vec::new();
    for row in rows {
        let file = match (&row.aside, row.file) {
            (Some((document, was)), _) => match put_aside(cx, within, *document, was).await? {
                Some(file) => Some(file),
                // The document has gone since, or is called otherwise.
                None => continue,
            },
            (None, Some(id)) => match files.get(&id) {
                Some(file) => Some(file.clone()),
                None => continue,
            },
            (None, None) => None,
        };
        found.push(shown(row, file));
    }
    Ok(found)
}

fn shown(row: LooseRow, file: Option<Attachment>) -> Loose {
    Loose {
        id: row.id,
        place: row.place,
        name: row.name,
        file,
        aside: row.aside,
        at: row.at,
    }
}

/// The file of a document that was put aside, if it is still there.
async fn put_aside(
    cx: &Cx,
    within: &Node,
    document: DocumentId,
    was: &str,
) -> Result<Option<Attachment>, Fault> {
    let file = aside_in(cx, within, document, was).await?;
    Ok(file.map(|(_, file)| *file))
}

/// The document whose file was put aside, with that file.
pub(super) async fn aside_in(
    cx: &Cx,
    within: &Node,
    document: DocumentId,
    was: &str,
) -> Result<Option<(Box<Lying>, Box<Attachment>)>, Fault> {
    let kept = kept(cx, within).await?;
    Ok(kept.into_iter().find_map(|one| match one.node {
        Node::File(lying, file) if lying.id == document && one.name == was => Some((lying, file)),
        _ => None,
    }))
}
