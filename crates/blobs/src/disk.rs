//! Blobs in a folder: `ab/cd/abcd…`, and beside them `incoming/`, where they are written first.

use std::{
    fmt,
    fs::{self, File, TryLockError},
    io,
    ops::Range,
    path::{Path, PathBuf},
};

use futures_util::TryStreamExt;
use tempfile::{NamedTempFile, TempPath};
use time::OffsetDateTime;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncSeekExt};
use tokio_util::io::ReaderStream;

use crate::{
    BlobError, BlobHash, BlobReader, Stored, blobs::Listed, intake::receive, reader::clamp,
};

/// On the same file system as the blobs, so that a finished one moves in one step.
const INCOMING: &str = "incoming";

/// Every process that uses the folder holds a shared lock on this file.
const IN_USE: &str = "in-use.lock";

/// How much is read at a time.
const PIECE: usize = 64 * 1024;

pub(crate) struct Disk {
    root: PathBuf,
    /// Held, never read: it keeps another process from clearing what is being written.
    _in_use: File,
}

impl Disk {
    pub(crate) async fn open(root: PathBuf) -> Result<Self, BlobError> {
        blocking(move || {
            fs::create_dir_all(root.join(INCOMING))?;
            let in_use = File::create(root.join(IN_USE))?;
            match in_use.try_lock() {
                Ok(()) => {
                    clear(&root.join(INCOMING))?;
                    in_use.unlock()?;
                }
                Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(error)) => return Err(error),
            }
            in_use.lock_shared()?;
            Ok(Self {
                root,
                _in_use: in_use,
            })
        })
        .await
    }

    pub(crate) async fn put(
        &self,
        reader: impl AsyncRead,
        limit: u64,
    ) -> Result<Stored, BlobError> {
        let incoming = self.root.join(INCOMING);
        let (file, path) = blocking(|| NamedTempFile::new_in(incoming))
            .await?
            .into_parts();
        let mut file = tokio::fs::File::from_std(file);
        let stored = receive(reader, limit, &mut file).await?;
        file.sync_all().await.map_err(BlobError::unavailable)?;
        let root = self.root.clone();
        blocking(move || keep(&root, path, stored.hash)).await?;
        Ok(stored)
    }

    pub(crate) async fn open_blob(&self, hash: BlobHash) -> Result<BlobReader, BlobError> {
        let (file, size) = self.file(hash).await?;
        let pieces = ReaderStream::with_capacity(file, PIECE).map_err(BlobError::unavailable);
        Ok(BlobReader::whole(hash, size, pieces))
    }

    pub(crate) async fn open_range(
        &self,
        hash: BlobHash,
        range: &Range<u64>,
    ) -> Result<BlobReader, BlobError> {
        let (mut file, size) = self.file(hash).await?;
        let range = clamp(range, size)?;
        file.seek(io::SeekFrom::Start(range.start))
            .await
            .map_err(BlobError::unavailable)?;
        let part = file.take(range.end - range.start);
        let pieces = ReaderStream::with_capacity(part, PIECE).map_err(BlobError::unavailable);
        Ok(BlobReader::part(hash, size, range, pieces))
    }

    pub(crate) async fn size(&self, hash: BlobHash) -> Result<u64, BlobError> {
        match tokio::fs::metadata(path_of(&self.root, hash)).await {
            Ok(metadata) => Ok(metadata.len()),
            Err(error) => Err(self.missing(error, hash).await),
        }
    }

    /// When a blob was stored last; none that is not there.
    pub(crate) async fn stored_at(
        &self,
        hash: BlobHash,
    ) -> Result<Option<OffsetDateTime>, BlobError> {
        let path = path_of(&self.root, hash);
        blocking(move || match fs::metadata(path) {
            Ok(metadata) => Ok(Some(metadata.modified()?.into())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        })
        .await
    }

    pub(crate) async fn remove(&self, hash: BlobHash) -> Result<(), BlobError> {
        let (path, in_use) = (path_of(&self.root, hash), self.root.join(IN_USE));
        blocking(move || match fs::remove_file(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::metadata(in_use).map(|_| ())
            }
            removed => removed.and_then(|()| path.parent().map_or(Ok(()), sync_folder)),
        })
        .await
    }

    pub(crate) async fn list(
        &self,
        after: Option<BlobHash>,
        limit: usize,
    ) -> Result<Vec<Listed>, BlobError> {
        let root = self.root.clone();
        blocking(move || list(&root, after, limit)).await
    }

    async fn file(&self, hash: BlobHash) -> Result<(tokio::fs::File, u64), BlobError> {
        let opened = async {
            let file = tokio::fs::File::open(path_of(&self.root, hash)).await?;
            let size = file.metadata().await?.len();
            Ok((file, size))
        };
        match opened.await {
            Ok(opened) => Ok(opened),
            Err(error) => Err(self.missing(error, hash).await),
        }
    }

    /// What it means that a file cannot be opened: there is no such blob, or the whole folder is gone.
    async fn missing(&self, error: io::Error, hash: BlobHash) -> BlobError {
        let is_there = tokio::fs::metadata(self.root.join(IN_USE)).await.is_ok();
        match error.kind() {
            io::ErrorKind::NotFound if is_there => BlobError::NotFound(hash),
            _ => BlobError::unavailable(error),
        }
    }
}

impl fmt::Debug for Disk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.root, f)
    }
}

/// Moves a file that is written and synchronised to where its blob belongs. Each folder down to
/// it may be new, and is so only when the one above it is synchronised.
fn keep(root: &Path, file: TempPath, hash: BlobHash) -> io::Result<()> {
    let path = path_of(root, hash);
    let mut folders = path.ancestors().skip(1).take(3).peekable();
    if let Some(innermost) = folders.peek() {
        fs::create_dir_all(innermost)?;
    }
    file.persist(&path)?;
    folders.try_for_each(sync_folder)
}

fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Removes what writers that are no more left behind.
fn clear(incoming: &Path) -> io::Result<()> {
    fs::read_dir(incoming)?.try_for_each(|entry| fs::remove_file(entry?.path()))
}

fn list(root: &Path, after: Option<BlobHash>, limit: usize) -> io::Result<Vec<Listed>> {
    let after = after.map(|hash| hash.to_string()).unwrap_or_default();
    let is_past = |start: &str| after.get(..start.len()).is_some_and(|after| start < after);
    let mut found = Vec::new();
    for outer in hex_names(root, 2)? {
        if is_past(&outer) {
            continue;
        }
        for inner in hex_names(&root.join(&outer), 2)? {
            if is_past(&format!("{outer}{inner}")) {
                continue;
            }
            for name in hex_names(&root.join(&outer).join(&inner), 64)? {
                if found.len() == limit {
                    return Ok(found);
                }
                if name > after {
                    found.extend(listed(root, &name)?);
                }
            }
        }
    }
    Ok(found)
}

/// The names in a folder that are so many hexadecimal digits, in order.
fn hex_names(folder: &Path, digits: usize) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().into_string().unwrap_or_default();
        if name.len() == digits && name.bytes().all(|b| b.is_ascii_hexdigit()) {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// A blob by its name; `None` if it was removed just now, or the file is not where its blob is.
fn listed(root: &Path, name: &str) -> io::Result<Option<Listed>> {
    let Ok(hash) = name.parse() else {
        return Ok(None);
    };
    let metadata = match fs::metadata(path_of(root, hash)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        metadata => metadata?,
    };
    Ok(Some(Listed {
        hash,
        size: metadata.len(),
        stored_at: metadata.modified()?.into(),
    }))
}

fn path_of(root: &Path, hash: BlobHash) -> PathBuf {
    root.join(hash.path())
}

/// Runs file work where it may block.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, BlobError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(BlobError::unavailable)?
        .map_err(BlobError::unavailable)
}
