//! Reading a backup through.

use std::path::Path;

use super::manifest::Manifest;
use super::{folder_of, say, store};
use crate::Failure;
use crate::run::Ending;

pub(super) async fn run(manifest: &Path) -> Result<Ending, Failure> {
    let backup = Manifest::read(manifest)?;
    let store = store(folder_of(manifest)).await?;
    let mut bad = Vec::new();
    if let Err(error) = store.verify(&backup.database.blob).await {
        bad.push(error.to_string());
    }
    let mut files = backup.files(&store).await?;
    let mut count = 0;
    while let Some(hash) = files.next().await? {
        if let Err(error) = store.verify(&hash).await {
            bad.push(error.to_string());
        }
        count += 1;
    }
    if count != backup.files.count {
        let named = backup.files.count;
        bad.push(format!(
            "the list names {count} files, the manifest {named}"
        ));
    }
    for line in &bad {
        say(line);
    }
    if !bad.is_empty() {
        return Ok(Ending::Failed);
    }
    say(&format!(
        "whole: the database of {} ({} bytes) and {} files",
        backup.made_at, backup.database.bytes, backup.files.count
    ));
    Ok(Ending::Done)
}
