//! Removing old backups.

use std::collections::HashSet;
use std::path::Path;

use yakusho_blobs::{BlobHash, Blobs};

use super::manifest::Manifest;
use super::{hold, say, store};
use crate::Failure;
use crate::run::Ending;

/// How many blobs are looked at in one go.
const PAGE: usize = 1_000;

pub(super) async fn run(folder: &Path, keep: usize) -> Result<Ending, Failure> {
    let Some(_held) = hold(folder)? else {
        return Ok(Ending::Locked);
    };
    let store = store(folder).await?;
    let all = Manifest::all(folder)?;
    let (kept, old) = all.split_at(keep.min(all.len()));
    let mut needed = HashSet::new();
    for path in kept {
        let backup = Manifest::read(path)?;
        needed.extend([backup.database.blob, backup.files.list]);
        let mut files = backup.files(&store).await?;
        while let Some(hash) = files.next().await? {
            needed.insert(hash);
        }
    }
    for path in old {
        std::fs::remove_file(path)?;
    }
    let removed = sweep(&store, &needed).await?;
    say(&format!(
        "{} backups and {removed} blobs removed, {} backups kept",
        old.len(),
        kept.len()
    ));
    Ok(Ending::Done)
}

async fn sweep(store: &Blobs, needed: &HashSet<BlobHash>) -> Result<u64, Failure> {
    let mut removed = 0;
    let mut after: Option<BlobHash> = None;
    loop {
        let page = store.list(after.as_ref(), PAGE).await?;
        for blob in page.iter().filter(|blob| !needed.contains(&blob.hash)) {
            store.remove(&blob.hash).await?;
            removed += 1;
        }
        after = page.last().map(|blob| blob.hash);
        if page.len() < PAGE {
            return Ok(removed);
        }
    }
}
