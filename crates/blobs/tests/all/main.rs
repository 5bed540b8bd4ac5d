//! What holds of every store, then what each kind has of its own.
#![expect(clippy::unwrap_used, reason = "a test fails by a panic")]

mod any_store;
mod disk;
mod hash;
mod s3;
mod server;

use bytes::Bytes;
use futures_util::TryStreamExt;
use yakusho_blobs::{BlobError, BlobHash, BlobReader, Blobs, Stored};

/// More than any blob here.
const NO_LIMIT: u64 = u64::MAX;

/// Bytes that differ along the way, so that a misplaced piece shows.
fn sample(len: usize) -> Vec<u8> {
    (0..len)
        .map(|i| (i * 31 + i / 253).to_le_bytes()[0])
        .collect()
}

async fn put(blobs: &Blobs, bytes: &[u8]) -> Stored {
    blobs.put(bytes, NO_LIMIT).await.unwrap()
}

async fn read(reader: BlobReader) -> Result<Vec<u8>, BlobError> {
    let pieces: Vec<Bytes> = reader.try_collect().await?;
    Ok(pieces.concat())
}

async fn hashes(blobs: &Blobs) -> Vec<BlobHash> {
    let all = blobs.list(None, usize::MAX).await.unwrap();
    all.iter().map(|listed| listed.hash).collect()
}
