//! Making a backup.

use std::path::Path;

use tokio::io::{AsyncWriteExt as _, BufWriter};
use yakusho_audit::seal;
use yakusho_blobs::{BlobHash, Blobs};
use yakusho_config::{Config, Surroundings};
use yakusho_kernel::{Cx, Part};

use super::manifest::{Database, Files, Manifest, Sealed};
use super::{database, hold, say, store};
use crate::Failure;
use crate::run::{self, Ending};

/// How many files are looked up in one go.
const PAGE: usize = 1_000;

pub(super) async fn run(config: &Config, folder: &Path) -> Result<Ending, Failure> {
    std::fs::create_dir_all(folder)?;
    let Some(_held) = hold(folder)? else {
        return Ok(Ending::Locked);
    };
    let surroundings = crate::opened(config, None).await?;
    let cx = Cx::system(&surroundings.env, Part("batch.backup"));
    // No job beside it: a sweep could take away a file that the copy of the database still names.
    let making = Box::pin(make(config, &surroundings, &cx, folder));
    let made = run::alone(&cx, config.job_lease, making).await?;
    let Some(manifest) = made else {
        return Ok(Ending::Locked);
    };
    say(&manifest.display().to_string());
    Ok(Ending::Done)
}

async fn make(
    config: &Config,
    surroundings: &Surroundings,
    cx: &Cx,
    folder: &Path,
) -> Result<std::path::PathBuf, Failure> {
    let store = store(folder).await?;
    seal::seal(cx).await?;
    let sealed = seal::head(cx).await?;
    let database = copy_database(config, surroundings, folder, &store).await?;
    let files = copy_files(&surroundings.blobs, folder, &store).await?;
    let audit = Sealed {
        seq: sealed.seq,
        hash: sealed.hash,
    };
    let city = config.city.municipal_code();
    Manifest::new(city, cx.now().to_string(), database, audit, files).write(folder)
}

async fn copy_database(
    config: &Config,
    surroundings: &Surroundings,
    folder: &Path,
    store: &Blobs,
) -> Result<Database, Failure> {
    let spool = tempfile::tempdir_in(folder)?;
    let copy = spool.path().join("database");
    database::copy(config, &surroundings.env, &copy).await?;
    let stored = store
        .put(tokio::fs::File::open(&copy).await?, u64::MAX)
        .await?;
    Ok(Database {
        kind: database::kind(config),
        blob: stored.hash,
        bytes: stored.size,
    })
}

/// Copies the files that the store of backups has not, and lists all.
async fn copy_files(from: &Blobs, folder: &Path, store: &Blobs) -> Result<Files, Failure> {
    let spool = tempfile::tempdir_in(folder)?;
    let path = spool.path().join("list");
    let mut list = BufWriter::new(tokio::fs::File::create_new(&path).await?);
    let (mut count, mut bytes) = (0, 0);
    let mut after: Option<BlobHash> = None;
    loop {
        let page = from.list(after.as_ref(), PAGE).await?;
        for file in &page {
            if store.size(&file.hash).await.is_err() {
                let reader = from.open(&file.hash).await?.into_async_read();
                store.put(reader, u64::MAX).await?;
            }
            list.write_all(format!("{}\n", file.hash).as_bytes())
                .await?;
            count += 1;
            bytes += file.size;
        }
        after = page.last().map(|file| file.hash);
        if page.len() < PAGE {
            break;
        }
    }
    list.flush().await?;
    let list = tokio::fs::File::open(&path).await?;
    let list = store.put(list, u64::MAX).await?.hash;
    Ok(Files { count, bytes, list })
}
