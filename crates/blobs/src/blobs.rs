//! The store, whichever kind it is.

use std::{fmt, ops::Range, path::PathBuf, sync::Arc};

use futures_util::TryStreamExt;
use time::OffsetDateTime;
use tokio::io::AsyncRead;

use crate::{BlobError, BlobHash, BlobReader, S3Config, Stored, disk::Disk, s3::S3};

/// A store of blobs. A clone is the same store.
#[derive(Clone)]
pub struct Blobs {
    place: Arc<Place>,
}

enum Place {
    Disk(Disk),
    S3(S3),
}

/// A blob in a list of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// Its address.
    pub hash: BlobHash,
    /// Its size, in bytes.
    pub size: u64,
    /// When it was stored last, by the clock of the folder's or the object store's machine.
    pub stored_at: OffsetDateTime,
}

impl Blobs {
    /// The store in a folder, which is created if need be. Several processes of one machine may
    /// use it; what a crashed one left half-written is cleared when the first of them opens it.
    ///
    /// A file of the folder is durable when its bytes and the folders above it are synchronised,
    /// so the folder must be on a file system that keeps that promise, and knows locks.
    pub async fn on_disk(root: impl Into<PathBuf>) -> Result<Self, BlobError> {
        let place = Arc::new(Place::Disk(Disk::open(root.into()).await?));
        Ok(Self { place })
    }

    /// The store in a bucket. Nothing is asked of the object store yet; a wrong setting that
    /// cannot be seen from here shows with the first blob.
    pub fn s3(config: &S3Config) -> Result<Self, BlobError> {
        let place = Arc::new(Place::S3(S3::new(config)?));
        Ok(Self { place })
    }

    /// Stores all that `reader` gives, if it is at most `limit` bytes.
    ///
    /// Returns when the blob is durable. On an error, or if the call is dropped half-way, nothing
    /// is left behind; but that a large upload to an object store, if dropped, leaves parts which
    /// are no blob and which the bucket's own rule ends (see [`S3Config`]).
    pub async fn put(&self, reader: impl AsyncRead, limit: u64) -> Result<Stored, BlobError> {
        match &*self.place {
            Place::Disk(disk) => disk.put(reader, limit).await,
            Place::S3(s3) => s3.put(reader, limit).await,
        }
    }

    /// Reads a blob, checking it on the way.
    pub async fn open(&self, hash: &BlobHash) -> Result<BlobReader, BlobError> {
        match &*self.place {
            Place::Disk(disk) => disk.open_blob(*hash).await,
            Place::S3(s3) => s3.open_blob(*hash).await,
        }
    }

    /// Reads the bytes of a range, as far as the blob has them; [`BlobError::OutsideRange`] if it
    /// has none.
    pub async fn open_range(
        &self,
        hash: &BlobHash,
        range: Range<u64>,
    ) -> Result<BlobReader, BlobError> {
        match &*self.place {
            Place::Disk(disk) => disk.open_range(*hash, &range).await,
            Place::S3(s3) => s3.open_range(*hash, &range).await,
        }
    }

    /// The size of a blob in bytes, without reading it.
    pub async fn size(&self, hash: &BlobHash) -> Result<u64, BlobError> {
        match &*self.place {
            Place::Disk(disk) => disk.size(*hash).await,
            Place::S3(s3) => s3.size(*hash).await,
        }
    }

    /// Reads a blob through and returns its size if it is whole, [`BlobError::Corrupt`] if not.
    pub async fn verify(&self, hash: &BlobHash) -> Result<u64, BlobError> {
        let reader = self.open(hash).await?;
        let size = reader.size();
        reader.try_for_each(|_| async { Ok(()) }).await?;
        Ok(size)
    }

    /// Removes a blob for good; one that is not there is no error, so that an act that broke off
    /// can be repeated.
    ///
    /// For a disposal act alone, and for blobs that nothing ever referred to: the caller has made
    /// sure that nothing refers to the blob, and that nobody is about to store it anew.
    pub async fn remove(&self, hash: &BlobHash) -> Result<(), BlobError> {
        match &*self.place {
            Place::Disk(disk) => disk.remove(*hash).await,
            Place::S3(s3) => s3.remove(*hash).await,
        }
    }

    /// Removes a blob that nothing refers to, unless it was stored again since `before`; says whether it did.
    pub async fn remove_old(
        &self,
        hash: &BlobHash,
        before: OffsetDateTime,
    ) -> Result<bool, BlobError> {
        let stored_at = match &*self.place {
            Place::Disk(disk) => disk.stored_at(*hash).await?,
            Place::S3(s3) => s3.stored_at(*hash).await?,
        };
        let old = stored_at.is_some_and(|at| at < before);
        if old {
            self.remove(hash).await?;
        }
        Ok(old)
    }

    /// At most `limit` blobs in the order of their hashes, those after `after`; for the nightly
    /// verification, page by page. Fewer than `limit` are the last page.
    pub async fn list(
        &self,
        after: Option<&BlobHash>,
        limit: usize,
    ) -> Result<Vec<Listed>, BlobError> {
        let after = after.copied();
        match &*self.place {
            Place::Disk(disk) => disk.list(after, limit).await,
            Place::S3(s3) => s3.list(after, limit).await,
        }
    }
}

impl fmt::Debug for Blobs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place: &dyn fmt::Debug = match &*self.place {
            Place::Disk(disk) => disk,
            Place::S3(s3) => s3,
        };
        f.debug_tuple("Blobs").field(place).finish()
    }
}
