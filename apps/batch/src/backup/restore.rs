//! Restoring a backup, and checking what came of it.

use std::path::Path;

use yakusho_accounts::mailing;
use yakusho_audit::seal;
use yakusho_blobs::Blobs;
use yakusho_config::{Config, Surroundings};
use yakusho_kernel::{Clock, Cx, Jobs, Part};

use super::manifest::Manifest;
use super::{database, folder_of, say, store};
use crate::Failure;
use crate::run::Ending;

pub(super) async fn run(config: &Config, manifest: &Path) -> Result<Ending, Failure> {
    let backup = Manifest::read(manifest)?;
    if backup.database.kind != database::kind(config) {
        return Err(
            "the backup is of another kind of database than the configuration names".into(),
        );
    }
    if backup.city != config.city.municipal_code() {
        return Err(format!("the backup is of the municipality {}", backup.city).into());
    }
    let store = store(folder_of(manifest)).await?;
    std::fs::create_dir_all(&config.data)?;
    let spool = tempfile::tempdir_in(&config.data)?;
    let copy = spool.path().join("database");
    fetch(&store, &backup, &copy).await?;
    database::restore(config, &copy).await?;
    let surroundings = Surroundings::open(config, Clock::system(), mailing::lay_aside).await?;
    let files = restore_files(&backup, &store, &surroundings.blobs).await?;
    let schema = yakusho_migrations::schema(surroundings.env.db().for_migrations()).await?;
    schema.known()?;
    if schema.pending > 0 {
        say("the backup is of an earlier version: run `yakusho-batch migrate` next");
    }
    let cx = Cx::system(&surroundings.env, Part("batch.restore"));
    check_trail(&cx, &backup).await?;
    Jobs(&cx).free_all().await?;
    say(&format!(
        "restored the town hall of {}: {files} files",
        backup.made_at
    ));
    Ok(Ending::Done)
}

async fn fetch(store: &Blobs, backup: &Manifest, to: &Path) -> Result<(), Failure> {
    let mut reader = store.open(&backup.database.blob).await?.into_async_read();
    let mut file = tokio::fs::File::create_new(to).await?;
    tokio::io::copy(&mut reader, &mut file).await?;
    Ok(file.sync_all().await?)
}

async fn restore_files(backup: &Manifest, store: &Blobs, to: &Blobs) -> Result<usize, Failure> {
    let mut files = backup.files(store).await?;
    let mut count = 0;
    while let Some(hash) = files.next().await? {
        let reader = store.open(&hash).await?.into_async_read();
        to.put(reader, u64::MAX).await?;
        count += 1;
    }
    Ok(count)
}

/// The trail must be whole, and reach as far as it did when the backup was made.
async fn check_trail(cx: &Cx, backup: &Manifest) -> Result<(), Failure> {
    if let Some(seq) = seal::first_broken(cx).await? {
        return Err(format!("the audit trail is broken at entry {seq}").into());
    }
    if seal::hash_at(cx, backup.audit.seq).await? != Some(backup.audit.hash) {
        return Err("the audit trail is not the one of the manifest".into());
    }
    Ok(())
}
