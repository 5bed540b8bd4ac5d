//! From a configuration to what acts run in.

use std::path::Path;
use std::sync::Arc;

use yakusho_blobs::{BlobError, Blobs};
use yakusho_kernel::{Clock, Db, DbError, Env, LayAside, Rng};

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

/// Makes the data folder where there is none, for its owner's eyes alone: what lies in it is then out of everybody
/// else's reach, whatever the umask. One that the operator made keeps the rights that it was given.
fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn inner(error: &DbError) -> String {
    std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string)
}

impl Surroundings {
    /// Opens keys, database and files. The clock is handed in, so that a job can run as of another day; what notices are
    /// laid aside by, since this package knows no domain.
    pub async fn open(
        config: &Config,
        clock: Clock,
        lay_aside: LayAside,
    ) -> Result<Self, SurroundingsError> {
        make_folder(&config.data).map_err(|cause| SurroundingsError::Folder {
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
            env: Env::new(db, clock, rng, config.city.clone(), keys, Some(lay_aside)),
            blobs,
        })
    }

    /// Closes the database. SQLite then takes what its write-ahead log holds into the file, and removes the log.
    pub async fn close(self) -> Result<(), DbError> {
        self.env.db().clone().close().await
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn the_data_folder_is_its_owners_alone_and_a_given_one_stays() {
        let ground = tempfile::tempdir().unwrap();
        let mode = |folder: &Path| std::fs::metadata(folder).unwrap().permissions().mode() & 0o777;
        let made = ground.path().join("var/data");
        make_folder(&made).unwrap();
        assert_eq!(mode(&made), 0o700);
        let shared = std::fs::Permissions::from_mode(0o750);
        std::fs::set_permissions(&made, shared).unwrap();
        make_folder(&made).unwrap();
        assert_eq!(mode(&made), 0o750);
    }
}
