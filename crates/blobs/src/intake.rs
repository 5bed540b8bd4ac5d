//! Taking a blob in: its bytes go to a file that no one else sees, and are hashed on the way.

use std::pin::pin;

use sha2::{Digest, Sha256};
use tokio::{
    fs::File,
    io::{AsyncRead, AsyncReadExt, AsyncWriteExt},
};

use crate::{BlobError, BlobHash, kind};

/// How much is read, hashed and written at a time.
const PIECE: usize = 128 * 1024;

/// A blob that is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// Its address.
    pub hash: BlobHash,
    /// Its size, in bytes.
    pub size: u64,
    /// What it is by its first bytes, and never by what its name or its sender says, e.g. `application/pdf`. What nobody
    /// recognises is `application/octet-stream`.
    pub media_type: &'static str,
}

/// Writes all that `reader` gives to `file`, as long as it is at most `limit` bytes.
pub(crate) async fn receive(
    reader: impl AsyncRead,
    limit: u64,
    file: &mut File,
) -> Result<Stored, BlobError> {
    let mut reader = pin!(reader);
    let mut buffer = vec![0; PIECE];
    let mut hasher = Sha256::new();
    let mut head = Vec::with_capacity(kind::HEAD);
    let mut size = 0;
    loop {
        let read = reader.read(&mut buffer).await.map_err(BlobError::Sender)?;
        if read == 0 {
            break;
        }
        size += read as u64;
        if size > limit {
            return Err(BlobError::TooLarge { limit });
        }
        let missing = kind::HEAD - head.len();
        head.extend_from_slice(&buffer[..read.min(missing)]);
        hasher.update(&buffer[..read]);
        file.write_all(&buffer[..read])
            .await
            .map_err(BlobError::unavailable)?;
    }
    file.flush().await.map_err(BlobError::unavailable)?;
    let hash = BlobHash::finish(hasher);
    Ok(Stored {
        hash,
        size,
        media_type: kind::media_type(&head),
    })
}
