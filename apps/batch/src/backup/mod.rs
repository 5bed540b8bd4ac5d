//! `yakusho-batch backup`: the town hall as of one moment, kept beside others in one folder.
//!
//! A backup's folder holds a store of blobs and, for each backup, a manifest that names what belongs to it: the copy of
//! the database and every file, by their SHA-256. What two backups share lies there once. The manifest is written last,
//! so that a backup that broke off is none.
//!
//! # Invariants
//! - The database is copied in one transaction, and files after it: whatever a row refers to was there before the row.
//!   No nightly job runs meanwhile, so none of them is swept away.
//! - Keys are not in it: a backup that is stolen signs nothing and opens no second factor.
//! - One program writes in a folder of backups at a time: what a new backup counts on is not pruned meanwhile.
//! - A town hall is restored only where there is none yet.

mod check;
mod database;
mod make;
mod manifest;
mod prune;
mod restore;

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use clap::Subcommand;
use yakusho_blobs::Blobs;
use yakusho_config::Config;

use crate::Failure;
use crate::run::Ending;

/// What is done with backups.
#[derive(Subcommand)]
pub(crate) enum BackupCommand {
    /// Back up database and files as of now, while the server runs
    Make {
        /// The folder of the backups
        folder: PathBuf,
    },
    /// Read a backup through and compare it with its manifest; needs neither configuration nor database
    Check {
        /// The manifest: a `.json` in the folder of the backups
        manifest: PathBuf,
    },
    /// Restore a backup to where the configuration says, which must be empty
    Restore {
        /// The manifest: a `.json` in the folder of the backups
        manifest: PathBuf,
    },
    /// Remove all but the newest backups
    Prune {
        /// The folder of the backups
        folder: PathBuf,
        /// How many to keep
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
        keep: u16,
    },
}

impl BackupCommand {
    /// Whether it does without the town hall's configuration.
    pub(crate) const fn stands_alone(&self) -> bool {
        matches!(self, Self::Check { .. } | Self::Prune { .. })
    }
}

/// Does what needs no configuration.
pub(crate) async fn obey_alone(command: &BackupCommand) -> Result<Ending, Failure> {
    match command {
        BackupCommand::Check { manifest } => check::run(manifest).await,
        BackupCommand::Prune { folder, keep } => prune::run(folder, usize::from(*keep)).await,
        BackupCommand::Make { .. } | BackupCommand::Restore { .. } => Ok(Ending::Done),
    }
}

/// Does it at the town hall that is configured.
pub(crate) async fn obey(config: &Config, command: BackupCommand) -> Result<Ending, Failure> {
    match command {
        BackupCommand::Make { folder } => make::run(config, &folder).await,
        BackupCommand::Restore { manifest } => restore::run(config, &manifest).await,
        alone => obey_alone(&alone).await,
    }
}

/// The store of blobs in a folder of backups.
async fn store(folder: &Path) -> Result<Blobs, Failure> {
    Ok(Blobs::on_disk(folder.join("blobs")).await?)
}

/// Holds the folder of backups until it is dropped; none while another program does.
fn hold(folder: &Path) -> Result<Option<File>, Failure> {
    let held = File::create(folder.join(".lock"))?;
    match held.try_lock() {
        Ok(()) => Ok(Some(held)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// The folder in which a manifest lies.
fn folder_of(manifest: &Path) -> &Path {
    match manifest.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[expect(clippy::print_stdout, reason = "it is what the operator asked for")]
fn say(what: &str) {
    println!("{what}");
}
