//! What belongs to a backup.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt as _, AsyncRead, BufReader, Lines};
use yakusho_audit_chain::Digest;
use yakusho_blobs::{BlobHash, Blobs};

use crate::Failure;

/// The word by which a manifest is known.
const FORMAT: &str = "yakusho-backup/1";

/// The page on which a backup stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    pub(super) format: String,
    /// The program that made it.
    pub(super) version: String,
    /// The code of the municipality.
    pub(super) city: String,
    /// When it was begun (RFC 3339, UTC).
    pub(super) made_at: String,
    pub(super) database: Database,
    /// How far the audit trail was sealed at the least.
    pub(super) audit: Sealed,
    pub(super) files: Files,
}

/// The copy of the database.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Database {
    pub(super) kind: Kind,
    pub(super) blob: BlobHash,
    pub(super) bytes: u64,
}

/// Which database it is of; a backup of one is not restored to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    /// A database file.
    Sqlite,
    /// An archive of `pg_dump`.
    Postgres,
}

/// The end of the sealed trail.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sealed {
    pub(super) seq: u64,
    pub(super) hash: Digest,
}

/// The files.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Files {
    pub(super) count: u64,
    pub(super) bytes: u64,
    /// A blob that lists them: a hash a line.
    pub(super) list: BlobHash,
}

impl Manifest {
    pub(super) fn new(
        city: &str,
        made_at: String,
        database: Database,
        audit: Sealed,
        files: Files,
    ) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            city: city.to_owned(),
            made_at,
            database,
            audit,
            files,
        }
    }

    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let named = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(path).map_err(|error| named(&error))?;
        let manifest: Self = serde_json::from_str(&text).map_err(|error| named(&error))?;
        if manifest.format != FORMAT {
            return Err(named(&"not a backup that this program knows").into());
        }
        Ok(manifest)
    }

    /// Writes it into the folder as a whole or not at all, and says where.
    pub(super) fn write(&self, folder: &Path) -> Result<PathBuf, Failure> {
        let path = folder.join(format!("{}.json", self.made_at.replace(':', "")));
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer_pretty(&mut file, self)?;
        file.write_all(b"\n")?;
        file.as_file().sync_all()?;
        file.persist_noclobber(&path)?;
        std::fs::File::open(folder)?.sync_all()?;
        Ok(path)
    }

    /// The files that it names, one after the other.
    pub(super) async fn files(&self, store: &Blobs) -> Result<FileList, Failure> {
        let list = store.open(&self.files.list).await?.into_async_read();
        let list: Box<dyn AsyncRead + Send + Unpin> = Box::new(list);
        Ok(FileList(BufReader::new(list).lines()))
    }

    /// The manifests in a folder, the newest first.
    pub(super) fn all(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if is_manifest(&path) {
                found.push(path);
            }
        }
        found.sort_unstable_by(|one, other| other.cmp(one));
        Ok(found)
    }
}

/// Whether a file is named as [`Manifest::write`] names one, `2026-11-22T021500.000Z.json`: others lay theirs beside.
fn is_manifest(path: &Path) -> bool {
    const LIKE: &[u8] = b"0000-00-00T000000.000Z";
    let like = |digit: u8| if digit.is_ascii_digit() { b'0' } else { digit };
    let stem = path.file_stem().map(OsStr::as_encoded_bytes);
    let stem = stem.unwrap_or_default().iter().copied().map(like);
    stem.eq(LIKE.iter().copied()) && path.extension() == Some(OsStr::new("json"))
}

/// The files of a backup, read from its list line by line.
pub(super) struct FileList(Lines<BufReader<Box<dyn AsyncRead + Send + Unpin>>>);

impl FileList {
    /// The next one; none at the end.
    pub(super) async fn next(&mut self) -> Result<Option<BlobHash>, Failure> {
        let line = self.0.next_line().await?;
        Ok(line.map(|line| line.parse()).transpose()?)
    }
}
