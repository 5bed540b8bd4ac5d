//! What programs see.

use time::Duration;
use uuid::Uuid;
use yakusho_attachments::{Attachment, AttachmentId};
use yakusho_kernel::{Conflict, PersonId, Ref, Subject as _, Timestamp, UnitId, typed_id};

use crate::cabinet::{Folder, FolderRow, Level};
use crate::document::model::{Document, Lock};
use crate::document::{Content, DocumentId, Retention, State};

typed_id! {
    /// A file that is no document's.
    pub struct LooseId = "document.webdav_file";
    /// A token of a lock.
    pub(super) struct LockId = "document.webdav_lock";
}

/// The longest that a lock is given for; programs that go on working ask again.
pub const LONGEST_LOCK: Duration = Duration::hours(1);

/// For how long a file that is no document's is kept.
pub(super) const KEPT: Duration = Duration::days(1);

/// A document, as far as programs see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lying {
    /// The document.
    pub id: DocumentId,
    /// What it says, with its files.
    pub content: Content,
    /// How far it has come.
    pub state: State,
    /// At which revision it was read.
    pub revision: i32,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// Who holds it locked now.
    pub lock: Option<Lock>,
    /// Whether the one who acts may change it.
    pub writes: bool,
}

impl Lying {
    pub(super) fn of(document: Document, level: Level, now: Timestamp) -> Self {
        Self {
            lock: document.locked(now),
            id: document.id,
            content: document.content,
            state: document.state,
            revision: document.revision,
            created_at: document.created_at,
            changed_at: document.changed_at,
            writes: document.state == State::Draft || level >= Level::Write,
        }
    }
}

/// A file that is no document's: its maker's alone, for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loose {
    /// Its id.
    pub id: LooseId,
    /// The folder, or the document of several files, in which it lies.
    pub place: Uuid,
    /// Its name.
    pub name: String,
    /// What it holds; none where it is empty.
    pub file: Option<Attachment>,
    /// The document whose file was put aside under this name, and that file's name.
    pub aside: Option<(DocumentId, String)>,
    /// When it was last written.
    pub at: Timestamp,
}

/// A row of the table behind it.
#[derive(Clone, Debug)]
pub(super) struct LooseRow {
    pub(super) id: LooseId,
    pub(super) place: Uuid,
    pub(super) name: String,
    pub(super) file: Option<AttachmentId>,
    pub(super) aside: Option<(DocumentId, String)>,
    pub(super) at: Timestamp,
}

/// What an address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// The top: the sections that have cabinets to be seen.
    Root,
    /// A section, with its cabinets.
    Section(UnitId),
    /// A cabinet, or a folder in one.
    Folder(Box<FolderRow>),
    /// A document of several files, as a folder with them.
    Document(Box<Lying>),
    /// A file of a document.
    File(Box<Lying>, Box<Attachment>),
    /// A file that is no document's.
    Loose(Box<Loose>),
}

/// What locks and properties of programs hang on: a folder, a document, a file of one that has several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Thing {
    /// The folder, document or loose file.
    pub id: Uuid,
    /// The file's name, in a document of several.
    pub file: String,
}

impl Thing {
    pub(super) fn whole(id: impl Into<Uuid>) -> Self {
        Self {
            id: id.into(),
            file: String::new(),
        }
    }
}

impl Node {
    /// Whether there is something in it.
    pub const fn is_collection(&self) -> bool {
        !matches!(self, Self::File(..) | Self::Loose(_))
    }

    /// What hangs on it; none where nothing can.
    pub fn thing(&self) -> Option<Thing> {
        match self {
            Self::Root | Self::Section(_) => None,
            Self::Folder(row) => Some(Thing::whole(row.folder.id)),
            Self::Document(lying) => Some(Thing::whole(lying.id)),
            Self::File(lying, _) if lying.content.files.len() == 1 => Some(Thing::whole(lying.id)),
            Self::File(lying, file) => Some(Thing {
                id: lying.id.into(),
                file: file.name.as_str().to_owned(),
            }),
            Self::Loose(loose) => Some(match &loose.aside {
                Some((document, was)) => Thing {
                    id: (*document).into(),
                    file: if loose.place == Uuid::from(*document) {
                        was.clone()
                    } else {
                        String::new()
                    },
                },
                None => Thing::whole(loose.id),
            }),
        }
    }

    /// Whether the one who acts may write here.
    pub fn writes(&self) -> bool {
        match self {
            Self::Root | Self::Section(_) => false,
            Self::Folder(row) => row.level >= Level::Write,
            Self::Document(lying) | Self::File(lying, _) => lying.writes,
            Self::Loose(_) => true,
        }
    }

    /// What the audit trail knows it by.
    pub(super) fn reference(&self) -> Option<Ref> {
        match self {
            Self::Root | Self::Section(_) => None,
            Self::Folder(row) => Some(row.folder.id.reference()),
            Self::Document(lying) | Self::File(lying, _) => Some(lying.id.reference()),
            Self::Loose(loose) => Some(loose.id.reference()),
        }
    }

    /// The document that is written when this is.
    pub(super) const fn document(&self) -> Option<&Lying> {
        match self {
            Self::Document(lying) | Self::File(lying, _) => Some(lying),
            _ => None,
        }
    }

    /// Where files lie in it: the id of a folder, or of a document of several.
    pub(super) fn place(&self) -> Option<Uuid> {
        match self {
            Self::Folder(row) => Some(row.folder.id.into()),
            Self::Document(lying) => Some(lying.id.into()),
            _ => None,
        }
    }
}

/// Where an address leads.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it lies in, from the top down; empty for the top itself.
    pub above: Vec<Node>,
    /// Its name as it was asked for.
    pub name: String,
    /// What is there; none where nothing is.
    pub node: Option<Node>,
}

impl Found {
    /// What it lies in.
    pub fn parent(&self) -> &Node {
        self.above.last().unwrap_or(&Node::Root)
    }

    /// The nearest folder that it lies in.
    pub(super) fn folder(&self) -> Option<&Folder> {
        self.above.iter().rev().find_map(|above| match above {
            Node::Folder(row) => Some(&row.folder),
            _ => None,
        })
    }

    /// Whether two lie in the same place.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        self.parent().place() == other.parent().place()
    }

    /// The same address, with something else there.
    pub(super) fn with(&self, node: Option<Node>) -> Self {
        Self {
            node,
            ..self.clone()
        }
    }
}

/// A token of a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The token.
    pub token: Uuid,
    /// What it is on.
    pub thing: Thing,
    /// Whose it is.
    pub person: PersonId,
    /// What the program said of its owner, as XML.
    pub owner: String,
    /// Whether no other may be held beside it.
    pub exclusive: bool,
    /// Whether it is on all that is below, too.
    pub deep: bool,
    /// Until when.
    pub until: Timestamp,
    /// Until when the document was held locked before by its page.
    pub(super) before: Option<Timestamp>,
}

/// A lock that is asked for.
#[derive(Clone, Debug)]
pub struct Wish {
    /// What the program says of its owner, as XML.
    pub owner: String,
    /// Whether no other may be held beside it.
    pub exclusive: bool,
    /// Whether it is on all that is below, too.
    pub deep: bool,
    /// For how long; as long as may be, if none.
    pub length: Option<Duration>,
}

/// That something cannot be in a place, or be done with what is there.
pub const MISPLACED: Conflict = Conflict {
    code: "webdav_misplaced",
};

/// That what is kept for ever goes on its page alone, where a reason is asked for.
const KEPT_FOR_EVER: Conflict = Conflict {
    code: "kept_for_ever",
};

impl Lying {
    /// That a program may take it away.
    pub(super) fn expect_passing(&self) -> Result<(), Conflict> {
        let registered = self.state == State::Registered;
        KEPT_FOR_EVER.unless(!registered || self.content.retention != Retention::Permanent)
    }
}

/// A property that a program keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dead {
    /// The namespace of its name.
    pub space: String,
    /// Its name there.
    pub local: String,
    /// The whole element, as text that stands by itself; none to take it away.
    pub element: Option<String>,
}
