//! Reading a backup through.

use std::path::Path;

use super::manifest::Manifest;
use super::{folder_of, say, store};
use crate::Failure;
use crate::run::Ending;

pub(super) async fn run(manifest: &Path) -> Result<Ending, Failure> {
    let backup = Manifest::read(manifest)?;
    let store = store(folder_of(manifest)).await?;
    let files = backup.files(&store).await?;
    let mut bad = Vec::new();
    for hash in std::iter::once(&backup.database.blob).chain(&files) {
        if let Err(error) = store.verify(hash).await {
            bad.push(error.to_string());
        }
    }
    if files.len() as u64 != backup.files.count {
        bad.push(format!(
            "the list names {} files, the manifest {}",
            files.len(),
            backup.files.count
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
