//! Files that hang on posts, circulations and their comments.
//!
//! # Invariants
//! - A file's bytes are stored before the transaction that refers to them; a crash in between leaves bytes without
//!   a reference, which [`sweep`] finds, and never a reference without its bytes.
//! - A file hangs on one thing for good. What it is left out of by an edit still has it for its earlier versions.
//! - Only its uploader may hang a file on something, and only once. Whoever may read the thing may have its files.
//! - The store of blobs is this domain's own: no other refers to what is in it.

mod model;
mod policy;
mod service;
pub(crate) mod store;

pub use model::{Attachment, AttachmentId, FileName, MOST_FILES};
pub use service::{Swept, loose, receive, sweep, upload};
pub(crate) use service::{copies, open, take};

use yakusho_blobs::BlobError;
use yakusho_kernel::{DbError, Denied, Fault, Invalid, Reason};

use crate::NoAuthor;

/// Why a file could not be taken, handed out or swept.
#[derive(Debug, thiserror::Error)]
pub enum AttachmentError {
    /// There is no such file, or not for this reader.
    #[error("no such file")]
    NotFound,
    /// A rule refuses.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// What was sent cannot be taken.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// Whoever sent it broke off.
    #[error("the sender broke off")]
    BrokenOff,
    /// A part of the system has no files of its own.
    #[error(transparent)]
    NoAuthor(#[from] NoAuthor),
    /// The store of blobs failed.
    #[error(transparent)]
    Blob(BlobError),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<BlobError> for AttachmentError {
    fn from(error: BlobError) -> Self {
        match error {
            BlobError::TooLarge { limit } => {
                let max = i64::try_from(limit).unwrap_or(i64::MAX);
                Self::Invalid(Invalid::field("file", Reason::OutOfRange { min: 0, max }))
            }
            BlobError::Sender(_) => Self::BrokenOff,
            other => Self::Blob(other),
        }
    }
}

impl From<AttachmentError> for Fault {
    fn from(error: AttachmentError) -> Self {
        match error {
            AttachmentError::NotFound => Self::NotFound,
            AttachmentError::Denied(denied) => denied.into(),
            AttachmentError::Invalid(invalid) => invalid.into(),
            AttachmentError::BrokenOff => Invalid::field("file", Reason::Malformed).into(),
            AttachmentError::NoAuthor(error) => error.into(),
            AttachmentError::Blob(error @ BlobError::Unavailable(_)) => {
                Self::Unavailable(error.into())
            }
            AttachmentError::Blob(error) => Self::internal(error),
            AttachmentError::Db(error) => error.into(),
        }
    }
}
