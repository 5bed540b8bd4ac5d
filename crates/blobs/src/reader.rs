//! Reading a blob piece by piece.

use std::{
    ops::Range,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream, stream::BoxStream};
use sha2::{Digest, Sha256};
use tokio::io::AsyncRead;
use tokio_util::io::StreamReader;

use crate::{BlobError, BlobHash};

/// A blob, or a part of it, as a stream of pieces.
///
/// Where the bytes turn out not to be those of the hash, or to be too few, the stream ends with
/// [`BlobError::Corrupt`] in place of its last piece: what was promised as a whole is never
/// complete and wrong. A part cannot be checked against the hash, only for its length.
pub struct BlobReader {
    size: u64,
    range: Range<u64>,
    pieces: BoxStream<'static, Result<Bytes, BlobError>>,
}

impl BlobReader {
    /// The whole blob, checked on the way.
    pub(crate) fn whole(
        hash: BlobHash,
        size: u64,
        pieces: impl Stream<Item = Result<Bytes, BlobError>> + Send + 'static,
    ) -> Self {
        let range = 0..size;
        let pieces = checked(pieces, size, hash, Some(Sha256::new()));
        Self {
            size,
            range,
            pieces,
        }
    }

    /// A part of the blob.
    pub(crate) fn part(
        hash: BlobHash,
        size: u64,
        range: Range<u64>,
        pieces: impl Stream<Item = Result<Bytes, BlobError>> + Send + 'static,
    ) -> Self {
        let pieces = checked(pieces, range.end - range.start, hash, None);
        Self {
            size,
            range,
            pieces,
        }
    }

    /// The size of the whole blob, in bytes.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Which bytes of the blob the stream gives.
    pub const fn range(&self) -> &Range<u64> {
        &self.range
    }

    /// The same as a reader, for what takes one.
    pub fn into_async_read(self) -> impl AsyncRead + Send + Unpin + 'static {
        StreamReader::new(self)
    }
}

impl Stream for BlobReader {
    type Item = Result<Bytes, BlobError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.pieces.poll_next_unpin(cx)
    }
}

/// The part of a range that lies within a blob.
pub(crate) fn clamp(range: &Range<u64>, size: u64) -> Result<Range<u64>, BlobError> {
    let end = range.end.min(size);
    if range.start < end {
        Ok(range.start..end)
    } else {
        Err(BlobError::OutsideRange { size })
    }
}

/// Passes pieces on as long as they can be those of the blob.
fn checked(
    pieces: impl Stream<Item = Result<Bytes, BlobError>> + Send + 'static,
    expected: u64,
    hash: BlobHash,
    hasher: Option<Sha256>,
) -> BoxStream<'static, Result<Bytes, BlobError>> {
    let check = Check {
        expected,
        seen: 0,
        hash,
        hasher,
    };
    let state = (Box::pin(pieces), check);
    stream::try_unfold(state, |(mut pieces, mut check)| async move {
        let piece = pieces.next().await.transpose()?;
        check.take(piece.as_deref().unwrap_or_default())?;
        if piece.is_none() {
            check.end()?;
        }
        Ok(piece.map(|piece| (piece, (pieces, check))))
    })
    .boxed()
}

/// What is known of the pieces so far.
struct Check {
    expected: u64,
    seen: u64,
    hash: BlobHash,
    hasher: Option<Sha256>,
}

impl Check {
    fn take(&mut self, piece: &[u8]) -> Result<(), BlobError> {
        self.seen += piece.len() as u64;
        if let Some(hasher) = &mut self.hasher {
            hasher.update(piece);
        }
        if self.seen < self.expected {
            return Ok(());
        }
        self.end()
    }

    fn end(&self) -> Result<(), BlobError> {
        let right = self
            .hasher
            .as_ref()
            .is_none_or(|hasher| BlobHash::finish(hasher.clone()) == self.hash);
        if self.seen == self.expected && right {
            Ok(())
        } else {
            Err(BlobError::Corrupt(self.hash))
        }
    }
}
