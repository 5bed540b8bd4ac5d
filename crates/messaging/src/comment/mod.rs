//! Comments on posts and circulations.
//!
//! # Invariants
//! - Every wording of a comment is kept as a version; an edited comment says so.
//! - Its author takes a comment back freely. Whoever takes another's down gives a reason (nogata:10(6)). Either way a
//!   marker stays in its place, and the words stay as evidence in its versions.
//! - Whether a thing takes comments, and who manages them, is for the thing to say: it hands in a thread.

mod model;
mod policy;
mod service;
mod store;

pub(crate) use model::Thread;
pub use model::{Comment, CommentId};
pub(crate) use service::{edit, page, remove, write};

use yakusho_kernel::{Conflict, DbError, Denied, Fault, Invalid, PageError};

use crate::NoAuthor;

/// Why a comment could not be written, changed or removed.
#[derive(Debug, thiserror::Error)]
pub enum CommentError {
    /// There is no such comment.
    #[error("no such comment")]
    NotFound,
    /// A rule refuses.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// What was entered cannot be taken.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// It was changed or removed meanwhile.
    #[error("changed meanwhile")]
    Changed,
    /// The cursor is none.
    #[error(transparent)]
    Page(#[from] PageError),
    /// A part of the system has no words of its own.
    #[error(transparent)]
    NoAuthor(#[from] NoAuthor),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<CommentError> for Fault {
    fn from(error: CommentError) -> Self {
        match error {
            CommentError::NotFound => Self::NotFound,
            CommentError::Denied(denied) => denied.into(),
            CommentError::Invalid(invalid) => invalid.into(),
            CommentError::Changed => Conflict::CHANGED.into(),
            CommentError::Page(error) => error.into(),
            CommentError::NoAuthor(error) => error.into(),
            CommentError::Db(error) => error.into(),
        }
    }
}
