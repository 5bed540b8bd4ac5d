//! What can go wrong with a blob.

use std::io;

use crate::BlobHash;

/// Why a blob could not be stored, read or removed.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// No blob has this hash.
    #[error("there is no blob {0}")]
    NotFound(BlobHash),
    /// What was sent is larger than the limit; nothing of it was kept.
    #[error("larger than the limit of {limit} bytes")]
    TooLarge {
        /// The limit, in bytes.
        limit: u64,
    },
    /// The stored bytes are not those of the hash. Storing the right ones again mends it.
    #[error("blob {0} is damaged")]
    Corrupt(BlobHash),
    /// No byte of the blob lies in the range that was asked for.
    #[error("the range lies outside the {size} bytes of the blob")]
    OutsideRange {
        /// The size of the blob, in bytes.
        size: u64,
    },
    /// Whoever sent the bytes broke off; nothing of them was kept.
    #[error("the sender broke off")]
    Sender(#[source] io::Error),
    /// The folder or the object store does not do what it should: full, not writable, not
    /// reachable.
    #[error("the blob store does not work")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl BlobError {
    pub(crate) fn unavailable(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Unavailable(cause.into())
    }
}

/// For readers and bodies that speak of errors as I/O errors.
impl From<BlobError> for io::Error {
    fn from(error: BlobError) -> Self {
        let kind = match &error {
            BlobError::NotFound(_) => io::ErrorKind::NotFound,
            BlobError::TooLarge { .. } => io::ErrorKind::FileTooLarge,
            BlobError::Corrupt(_) => io::ErrorKind::InvalidData,
            BlobError::OutsideRange { .. } => io::ErrorKind::InvalidInput,
            BlobError::Sender(cause) => cause.kind(),
            BlobError::Unavailable(_) => io::ErrorKind::Other,
        };
        Self::new(kind, error)
    }
}
