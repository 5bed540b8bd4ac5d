//! A tree of files, and what becomes of it.

use std::collections::BTreeMap;

use yakusho_accounts::registration::Kind;
use yakusho_attachments::AttachmentId;

use crate::cabinet::FolderId;
use crate::document::{Category, DocumentForm, Retention};

/// The most files of a tree.
pub const MOST_FILES: usize = 10_000;

/// What is said of every document that an import makes.
#[derive(Clone, Debug)]
pub struct ImportForm {
    /// The folder into which the tree comes.
    pub folder: FolderId,
    /// What the documents are for (nogata:9(7)).
    pub category: Option<Category>,
    /// Which kind of information they are (nogata:8).
    pub registration: Option<Kind>,
    /// Their fiscal year, by the Western year in which that starts.
    pub fiscal_year: i32,
    /// How long they are kept.
    pub retention: Retention,
    /// That files come in although their names look as if there were personal information in them.
    pub all_the_same: bool,
}

impl ImportForm {
    /// A document of one file.
    pub(super) fn document(
        &self,
        folder: FolderId,
        title: &str,
        file: AttachmentId,
    ) -> DocumentForm {
        DocumentForm {
            folder,
            title: title.to_owned(),
            notes: String::new(),
            category: self.category,
            registration: self.registration,
            tags: Vec::new(),
            fiscal_year: self.fiscal_year,
            valid_from: None,
            valid_until: None,
            review_on: None,
            retention: self.retention,
            files: vec![file],
            all_the_same: self.all_the_same,
            reason: String::new(),
        }
    }
}

/// A file of a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Its way from the top of the tree, with `/` or `\` between, its own name last.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// Whether it can be read: it is not encrypted, and no link.
    pub readable: bool,
}

/// What becomes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It comes in, as a document of its own.
    Comes,
    /// It is left: a file of that name lies there already.
    IsThere,
    /// It is left: programs have it for themselves.
    Passing,
    /// It is left: there is nothing in it.
    Empty,
    /// It is left: its name looks as if there were personal information in it.
    Personal,
    /// It cannot come in: another of the tree has the same way.
    Twice,
    /// It cannot come in: it is larger than files may be.
    TooLarge,
    /// It cannot come in: it would lie deeper than folders may.
    TooDeep,
    /// It cannot come in: it, or a folder on its way, has a name that is too long or leads elsewhere.
    BadName,
    /// It cannot come in: a folder on its way is one in which the one who acts may not write.
    NotYours,
    /// It cannot come in: it is encrypted, a link, or broken.
    Unreadable,
}

impl Fate {
    /// Whether it is as it should be: nothing is wrong with the file.
    pub const fn is_fine(self) -> bool {
        matches!(
            self,
            Self::Comes | Self::IsThere | Self::Passing | Self::Empty
        )
    }
}

/// A file of a tree, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The folders on its way, from the top of the tree.
    pub(super) way: Vec<String>,
    /// Its own name.
    pub(super) name: String,
    /// Its size in bytes.
    pub size: u64,
    /// What becomes of it.
    pub fate: Fate,
}

impl Planned {
    /// Its way, with `/` between.
    pub fn path(&self) -> String {
        let mut path = self.way.join("/");
        if !path.is_empty() {
            path.push('/');
        }
        path + &self.name
    }

    /// Its own name.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// What becomes of a tree.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The files, in the order of the tree.
    pub files: Vec<Planned>,
    /// How many folders are to be made.
    pub folders: usize,
    /// The folders that are there, by their ways; the top's is empty.
    pub(super) places: BTreeMap<Vec<String>, FolderId>,
}

impl Plan {
    /// The files of that fate.
    pub fn of(&self, fate: Fate) -> impl Iterator<Item = &Planned> {
        self.files.iter().filter(move |file| file.fate == fate)
    }
}
