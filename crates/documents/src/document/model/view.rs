//! Documents as their readers get them.

use time::Date;
use yakusho_kernel::{Authorship, PersonId, Timestamp, UnitId};

use super::{Category, Content, Decision, DocumentId, Lock, Number, Removal, Retention, State};
use crate::cabinet::{Folder, FolderId, Level};

/// Which documents a list shows, those that were changed last first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// What lies in a folder.
    Folder(FolderId),
    /// Everything that one may see.
    All,
    /// One's own drafts.
    Drafts,
    /// What one holds locked.
    Locked,
    /// What was to be looked through by today, in folders where one may write.
    Stale,
    /// What is kept no longer, in folders that one manages.
    Expired,
}

/// What a list is narrowed down to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// What is for this.
    pub category: Option<Category>,
    /// What is of this fiscal year.
    pub fiscal_year: Option<i32>,
    /// What has this tag.
    pub tag: Option<String>,
}

/// A document in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    /// Its id.
    pub id: DocumentId,
    /// The folder in which it lies.
    pub folder: FolderId,
    /// The folder's name.
    pub folder_name: String,
    /// What it is called; empty where a marker stands in its place.
    pub title: String,
    /// What it is for.
    pub category: Category,
    /// How far it has come.
    pub state: State,
    /// Its fiscal year.
    pub fiscal_year: i32,
    /// Its number, once it is registered.
    pub number: Option<Number>,
    /// Until when it holds.
    pub valid_until: Option<Date>,
    /// When it is to be looked through again.
    pub review_on: Option<Date>,
    /// How many files it has.
    pub files: usize,
    /// Who holds it locked now, if somebody does.
    pub lock: Option<Lock>,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// That it was taken down, if it was.
    pub removal: Option<Removal>,
}

/// A document.
#[derive(Clone, Debug)]
pub struct DocumentView {
    /// Its id.
    pub id: DocumentId,
    /// The folder in which it lies.
    pub folder: Folder,
    /// The folders that it lies in, from the cabinet on, as far as the reader may see them.
    pub path: Vec<Folder>,
    /// What the folder's section is called today.
    pub section_name: String,
    /// What it says; none where it was taken back or down.
    pub content: Option<Content>,
    /// Who wrote it, shown to those of its section.
    pub by: Option<Authorship>,
    /// How far it has come.
    pub state: State,
    /// Its number, once it is registered.
    pub number: Option<Number>,
    /// That it was registered although it looked as if there were personal information in it.
    pub decision: Option<Decision>,
    /// Its version, from 1.
    pub version: i32,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// The last day until which it is kept; none where that is for ever.
    pub kept_until: Option<Date>,
    /// To be given back with a change, so that a change made meanwhile is noticed.
    pub revision: i32,
    /// Who holds it locked now, if somebody does.
    pub lock: Option<Lock>,
    /// That it was taken down, if it was.
    pub removal: Option<Removal>,
    /// What the reader may do with it.
    pub may: Rights,
}

/// A version of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionView {
    /// Its number, from 1.
    pub number: i32,
    /// What the document said then.
    pub content: Content,
    /// Whether the reader may have the files of then.
    pub files_open: bool,
    /// Whether it may be put in place of the present one.
    pub restore: bool,
    /// Whether the document would then be kept for a shorter time, for which a reason is asked.
    pub shortens: bool,
}

/// What somebody may do with a document, for its page to offer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the rights are independent of each other"
)]
pub struct Rights {
    /// What they may do in its folder.
    pub level: Option<Level>,
    /// Register it.
    pub register: bool,
    /// Change it.
    pub edit: bool,
    /// Change it, once whoever holds it locked has given that back.
    pub edit_later: bool,
    /// Take a lock on it.
    pub lock: bool,
    /// Give a lock back.
    pub unlock: bool,
    /// Break another's lock.
    pub break_lock: bool,
    /// Move it.
    pub relocate: bool,
    /// Copy it.
    pub copy: bool,
    /// Keep it as it is, until another day.
    pub review: bool,
    /// Take it back.
    pub withdraw: bool,
    /// Take it down.
    pub remove: bool,
    /// Put it up again.
    pub reinstate: bool,
    /// See what it said.
    pub evidence: bool,
    /// Dispose of it, its time being over.
    pub dispose: bool,
}

/// What became of a document that was to be registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registered {
    /// It is, under that number.
    Numbered(i32),
    /// It is of the fifth kind (nogata:8(5)): the administrator was asked, and it stays a draft until then.
    Uncleared,
}

/// What was disposed of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disposal {
    /// The document.
    pub id: DocumentId,
    /// Its section at that time.
    pub section: UnitId,
    /// The section's name at that time.
    pub section_name: String,
    /// The name of the section that gave its number.
    pub numbered_as: String,
    /// Its fiscal year.
    pub fiscal_year: i32,
    /// Its number.
    pub number: i32,
    /// What it was called.
    pub title: String,
    /// What it was for.
    pub category: Category,
    /// How long it was kept.
    pub retention: Retention,
    /// Until when it had to be.
    pub kept_until: Date,
    /// How many versions went.
    pub versions: i32,
    /// How many files went.
    pub files: i32,
    /// When.
    pub disposed_at: Timestamp,
    /// By whom.
    pub disposed_by: PersonId,
    /// Why.
    pub reason: String,
}
