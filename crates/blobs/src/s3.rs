//! Blobs in a bucket of an S3-compatible store.

use std::{fmt, io, ops::Range, path::PathBuf, time::Duration};

use futures_util::{StreamExt, TryStreamExt};
use object_store::{
    ClientOptions, GetOptions, MultipartUpload, ObjectMeta, ObjectStore, ObjectStoreExt,
    RetryConfig,
    aws::{AmazonS3, AmazonS3Builder},
    path::Path,
};
use serde::Deserialize;
use time::OffsetDateTime;
use tokio::{
    fs::File,
    io::{AsyncRead, AsyncReadExt, AsyncSeekExt},
};

use crate::{
    BlobError, BlobHash, BlobReader, Stored, blobs::Listed, intake::receive, reader::clamp,
};

/// What is sent at a time, and held in memory for it. A blob has at most 10,000 such parts.
const PART: u64 = 8 * 1024 * 1024;

/// The bucket and how to reach it.
///
/// The bucket must not keep old versions, or a disposal act would not reach the bytes; and should
/// end incomplete multipart uploads after a day, for those that a crash left.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct S3Config {
    /// The address of the store, `https://s3.example.lg.jp`. With `http://` nothing is encrypted
    /// on the way: only within one machine or a network of its own.
    pub endpoint: String,
    /// The region, as the store names it.
    pub region: String,
    /// The bucket, which must exist.
    pub bucket: String,
    /// What the keys of all blobs begin with, so that a bucket can be shared; empty for none.
    #[serde(default)]
    pub prefix: String,
    /// The name of the access key.
    pub access_key_id: String,
    /// Its secret.
    pub secret_access_key: String,
    /// A folder where a file waits on disk until its hash is known. What is there is without a
    /// name, and gone when the process is.
    pub spool: PathBuf,
}

fn modified(meta: &ObjectMeta) -> OffsetDateTime {
    std::time::SystemTime::from(meta.last_modified).into()
}

/// Without the secret.
impl fmt::Debug for S3Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S3Config")
            .field("endpoint", &self.endpoint)
            .field("region", &self.region)
            .field("bucket", &self.bucket)
            .field("prefix", &self.prefix)
            .field("access_key_id", &self.access_key_id)
            .field("spool", &self.spool)
            .finish_non_exhaustive()
    }
}

pub(crate) struct S3 {
    store: AmazonS3,
    config: S3Config,
}

impl S3 {
    pub(crate) fn new(config: &S3Config) -> Result<Self, BlobError> {
        // A large blob takes its time with a slow reader: what must not stall is each piece of it.
        let client = ClientOptions::new()
            .with_timeout_disabled()
            .with_connect_timeout(Duration::from_secs(5))
            .with_read_timeout(Duration::from_secs(30))
            .with_allow_http(config.endpoint.starts_with("http://"));
        // Someone waits for the answer.
        let retry = RetryConfig {
            max_retries: 3,
            retry_timeout: Duration::from_secs(15),
            ..RetryConfig::default()
        };
        let store = AmazonS3Builder::new()
            .with_endpoint(&config.endpoint)
            .with_region(&config.region)
            .with_bucket_name(&config.bucket)
            .with_access_key_id(&config.access_key_id)
            .with_secret_access_key(&config.secret_access_key)
            .with_client_options(client)
            .with_retry(retry)
            .with_disable_bulk_delete(true)
            .build()
            .map_err(BlobError::unavailable)?;
        let config = config.clone();
        Ok(Self { store, config })
    }

    pub(crate) async fn put(
        &self,
        reader: impl AsyncRead,
        limit: u64,
    ) -> Result<Stored, BlobError> {
        let mut file = spool(self.config.spool.clone())
            .await
            .map_err(BlobError::unavailable)?;
        let stored = receive(reader, limit, &mut file).await?;
        file.rewind().await.map_err(BlobError::unavailable)?;
        self.send(file, stored).await?;
        Ok(stored)
    }

    pub(crate) async fn open_blob(&self, hash: BlobHash) -> Result<BlobReader, BlobError> {
        let found = self
            .store
            .get(&self.key_of(hash))
            .await
            .map_err(|error| missing(error, hash))?;
        let size = found.meta.size;
        let pieces = found.into_stream().map_err(BlobError::unavailable);
        Ok(BlobReader::whole(hash, size, pieces))
    }

    pub(crate) async fn open_range(
        &self,
        hash: BlobHash,
        range: &Range<u64>,
    ) -> Result<BlobReader, BlobError> {
        let size = self.size(hash).await?;
        let range = clamp(range, size)?;
        let options = GetOptions::new().with_range(Some(range.clone()));
        let found = self
            .store
            .get_opts(&self.key_of(hash), options)
            .await
            .map_err(|error| missing(error, hash))?;
        let pieces = found.into_stream().map_err(BlobError::unavailable);
        Ok(BlobReader::part(hash, size, range, pieces))
    }

    pub(crate) async fn size(&self, hash: BlobHash) -> Result<u64, BlobError> {
        match self.store.head(&self.key_of(hash)).await {
            Ok(meta) => Ok(meta.size),
            Err(error) => Err(missing(error, hash)),
        }
    }

    /// When a blob was stored last; none that is not there.
    pub(crate) async fn stored_at(
        &self,
        hash: BlobHash,
    ) -> Result<Option<OffsetDateTime>, BlobError> {
        match self.store.head(&self.key_of(hash)).await {
            Ok(meta) => Ok(Some(modified(&meta))),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(BlobError::unavailable(error)),
        }
    }

    pub(crate) async fn remove(&self, hash: BlobHash) -> Result<(), BlobError> {
        match self.store.delete(&self.key_of(hash)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(BlobError::unavailable(error)),
        }
    }

    /// Relies on S3 listing keys in their order.
    pub(crate) async fn list(
        &self,
        after: Option<BlobHash>,
        limit: usize,
    ) -> Result<Vec<Listed>, BlobError> {
        let prefix = Path::from(self.config.prefix.as_str());
        let keys = match after {
            Some(hash) => self
                .store
                .list_with_offset(Some(&prefix), &self.key_of(hash)),
            None => self.store.list(Some(&prefix)),
        };
        keys.try_filter_map(async |meta| Ok(self.listed(&meta)))
            .take(limit)
            .try_collect()
            .await
            .map_err(BlobError::unavailable)
    }

    /// A blob by its key; `None` if the key is not where its blob would be.
    fn listed(&self, meta: &ObjectMeta) -> Option<Listed> {
        let hash = meta.location.filename()?.parse().ok()?;
        (self.key_of(hash) == meta.location).then(|| Listed {
            hash,
            size: meta.size,
            stored_at: modified(meta),
        })
    }

    fn key_of(&self, hash: BlobHash) -> Path {
        Path::from(format!("{}/{}", self.config.prefix, hash.path()))
    }

    async fn send(&self, mut file: File, stored: Stored) -> Result<(), BlobError> {
        let key = self.key_of(stored.hash);
        if stored.size <= PART {
            let part = next_part(&mut file).await.map_err(BlobError::unavailable)?;
            let put = self.store.put(&key, part.into()).await;
            return put.map(drop).map_err(BlobError::unavailable);
        }
        let mut upload = self
            .store
            .put_multipart(&key)
            .await
            .map_err(BlobError::unavailable)?;
        let sent = send_parts(&mut *upload, file).await;
        if sent.is_err() {
            // The first error is the one to be told.
            let _ = upload.abort().await;
        }
        sent
    }
}

impl fmt::Debug for S3 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.config.fmt(f)
    }
}

async fn send_parts(upload: &mut dyn MultipartUpload, mut file: File) -> Result<(), BlobError> {
    loop {
        let part = next_part(&mut file).await.map_err(BlobError::unavailable)?;
        if part.is_empty() {
            break;
        }
        let sent = upload.put_part(part.into()).await;
        sent.map_err(BlobError::unavailable)?;
    }
    let complete = upload.complete().await;
    complete.map(drop).map_err(BlobError::unavailable)
}

async fn next_part(file: &mut File) -> io::Result<Vec<u8>> {
    let mut part = Vec::new();
    file.take(PART).read_to_end(&mut part).await?;
    Ok(part)
}

/// A file in the spool folder that has no name, so that nothing is left of it.
async fn spool(folder: PathBuf) -> io::Result<File> {
    let create = move || {
        std::fs::create_dir_all(&folder)?;
        tempfile::tempfile_in(&folder)
    };
    let file = tokio::task::spawn_blocking(create).await??;
    Ok(File::from_std(file))
}

fn missing(error: object_store::Error, hash: BlobHash) -> BlobError {
    match error {
        object_store::Error::NotFound { .. } => BlobError::NotFound(hash),
        error => BlobError::unavailable(error),
    }
}
