//! The bulletin board (nogata:3(2)): users write to all users, or to those who may read a category.
//!
//! # Invariants
//! - Others see a post from its publication (or the later time it names) until its end, by the clock alone: no job has
//!   to run for it.
//! - Publishing writes nothing for its readers. A row says who has read or confirmed; what nobody marked and is newer
//!   than one's mark of "all read" is unread. A mark silences; it never counts as having read.
//! - A confirmation that was asked for is never taken off a reader, and one that was given never taken back.
//! - Every save keeps a version (nogata:10(1)). Words that were taken back or down leave the post for good and stay in
//!   its versions, which readers then no longer get (nogata:10(6)).
//! - A post that others see says which kind of information it is, where the city asks for it (nogata:8).

pub(crate) mod model;
pub mod nightly;
pub(crate) mod policy;
mod rules;
mod service;
pub(crate) mod store;

pub use model::{
    Approval, Approver, Asked, BoardPostId, Category, CategoryForm, CategoryId, CategorySettings,
    Confirmation, Content, Decision, Listed, Pending, PostForm, PostRow, PostState, PostView,
    Published, ReaderRow, ReaderState, ReadersBySection, Reading, Rights, Shelf, ShelfRow,
};
pub use policy::EDIT_CATEGORIES;
pub use service::{
    add_category, all_categories, attachment, categories, change_category, comment, comments,
    compare, confirm, decide, draft, edit, edit_comment, evidence, list, mark_all_read, overview,
    publish, readers, readers_by_section, readers_csv, reinstate, remind, remove, remove_comment,
    restore, see, show, versions, withdraw,
};

pub(crate) use service::{oldest, readership, shelves, unmarked};
use yakusho_kernel::{Conflict, DbError, Denied, Fault, Invalid, PageError};

use yakusho_koyomi::HolidaysUnknown;

use crate::NoAuthor;
use crate::attachment::AttachmentError;
use crate::comment::CommentError;

/// Why the board could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum BoardError {
    /// There is no such thing, or not for this reader.
    #[error("not found")]
    NotFound,
    /// A rule refuses.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// What was entered cannot be taken.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// It was changed since it was read.
    #[error("changed meanwhile")]
    Changed,
    /// It is not, or no longer, in a state in which this can be done; the code says in which it is.
    #[error("not possible for what is {0}")]
    State(&'static str),
    /// The cursor is none.
    #[error(transparent)]
    Page(#[from] PageError),
    /// A part of the system has no words of its own.
    #[error(transparent)]
    NoAuthor(#[from] NoAuthor),
    /// An audience.
    #[error(transparent)]
    Audience(#[from] Fault),
    /// A file.
    #[error(transparent)]
    Attachment(#[from] AttachmentError),
    /// A comment.
    #[error(transparent)]
    Comment(#[from] CommentError),
    /// A table could not be written.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// The calendar does not reach so far.
    #[error(transparent)]
    Calendar(#[from] HolidaysUnknown),
    /// A stored version is not what a version of a post is.
    #[error("a version that cannot be read")]
    Version(#[from] serde_json::Error),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<BoardError> for Fault {
    fn from(error: BoardError) -> Self {
        match error {
            BoardError::NotFound => Self::NotFound,
            BoardError::Denied(denied) => denied.into(),
            BoardError::Invalid(invalid) => invalid.into(),
            BoardError::Changed => Conflict::CHANGED.into(),
            BoardError::State(code) => Conflict { code }.into(),
            BoardError::Page(error) => error.into(),
            BoardError::NoAuthor(error) => error.into(),
            BoardError::Audience(fault) => fault,
            BoardError::Attachment(error) => error.into(),
            BoardError::Comment(error) => error.into(),
            BoardError::Csv(error) => Self::internal(error),
            BoardError::Calendar(error) => Self::internal(error),
            BoardError::Version(error) => Self::internal(error),
            BoardError::Db(error) => error.into(),
        }
    }
}
