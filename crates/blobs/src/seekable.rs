//! Reading a blob here and there, for what knows of no tasks.

use std::io::{self, Read, Seek, SeekFrom};

use tokio::{io::AsyncReadExt as _, runtime::Handle};

use crate::{BlobError, BlobHash, Blobs};

/// How much is fetched at a time.
const PIECE: u64 = 256 * 1024;

/// A blob that is read from any place, as a file is: for a thread that may wait, such as one of
/// [`spawn_blocking`](tokio::task::spawn_blocking). On a thread that runs tasks it panics.
///
/// A piece is in memory, whatever the size. What is read is not checked against the hash.
#[derive(Clone, Debug)]
pub struct SeekableBlob {
    blobs: Blobs,
    hash: BlobHash,
    size: u64,
    at: u64,
    /// What was fetched last, and where it stands.
    piece: Vec<u8>,
    from: u64,
    runtime: Handle,
}

impl Blobs {
    /// A blob that is read from any place.
    pub async fn seekable(&self, hash: &BlobHash) -> Result<SeekableBlob, BlobError> {
        Ok(SeekableBlob {
            blobs: self.clone(),
            hash: *hash,
            size: self.size(hash).await?,
            at: 0,
            piece: Vec::new(),
            from: 0,
            runtime: Handle::current(),
        })
    }
}

impl SeekableBlob {
    /// What of the piece at hand stands at the place.
    fn at_hand(&self) -> &[u8] {
        let skipped = self.at.checked_sub(self.from);
        let skipped = skipped.and_then(|skipped| usize::try_from(skipped).ok());
        skipped
            .and_then(|skipped| self.piece.get(skipped..))
            .unwrap_or_default()
    }

    async fn fetch(&self) -> Result<Vec<u8>, io::Error> {
        let range = self.at..self.size.min(self.at + PIECE);
        let mut piece = Vec::new();
        let reader = self.blobs.open_range(&self.hash, range).await?;
        reader.into_async_read().read_to_end(&mut piece).await?;
        Ok(piece)
    }
}

impl Read for SeekableBlob {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.size {
            return Ok(0);
        }
        if self.at_hand().is_empty() {
            self.piece = self.runtime.block_on(self.fetch())?;
            self.from = self.at;
        }
        let read = Read::read(&mut self.at_hand(), into)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for SeekableBlob {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let to = match to {
            SeekFrom::Start(to) => Some(to),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = to.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
