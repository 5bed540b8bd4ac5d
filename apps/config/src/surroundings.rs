//! From a configuration to what acts run in.

use std::sync::Arc;

use yakusho_blobs::{BlobError, Blobs};
use yakusho_kernel::{Clock, Db, DbError, Env, Rng};

use crate::keys::{self, KeyFileError};
use crate::{BlobStore, Config};

/// What every program opens first.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// What acts run in.
    pub env: Arc<Env>,
    /// Files.
    pub blobs: Blobs,
}

/// Why they could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum SurroundingsError {
    /// The data folder cannot be made.
    #[error("the data folder {}: {cause}", folder.display())]
    Folder {
        /// The folder.
        folder: std::path::PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The database does not open.
    #[error("the database does not open: {}", inner(.0))]
    Db(#[from] DbError),
    /// There are no keys.
    #[error(transparent)]
    Keys(#[from] KeyFileError),
    /// The file store does not open.
    #[error("the file store does not open: {0}")]
    Blobs(#[from] BlobError),
}

fn inner(error: &DbError) -> String {
    std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string)
}

impl Surroundings {
    /// Opens keys, database and files. The clock is handed in, so that a job can run as of another day.
    pub async fn open(config: &Config, clock: Clock) -> Result<Self, SurroundingsError> {
        std::fs::create_dir_all(&config.data).map_err(|cause| SurroundingsError::Folder {
            folder: config.data.clone(),
            cause,
        })?;
        let rng = Rng::system();
        let keys = keys::of_file(&config.key_file, &rng)?;
        let db = Db::open(config.database_url.reveal()).await?;
        let blobs = match &config.blobs {
            BlobStore::Disk(folder) => Blobs::on_disk(folder).await?,
            BlobStore::S3(config) => Blobs::s3(config)?,
        };
        Ok(Self {
            env: Env::new(db, clock, rng, config.city.clone(), keys),
            blobs,
        })
    }
}
