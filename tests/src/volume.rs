//! A small volume that can be filled: a file system in memory of its own, or, where nothing may be mounted, the shared
//! memory of a container, which is one as small.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use nix::sys::statvfs::statvfs;
use tempfile::TempDir;

/// How much one holds for a data folder, in bytes.
const SIZE: u64 = 64_000_000;

/// Shared memory of up to so many bytes is filled without asking.
const SMALL: u64 = 300_000_000;

/// A container's shared memory.
const SHARED: &str = "/dev/shm";

/// A small volume, given back when this is dropped.
#[derive(Debug)]
pub struct Volume {
    folder: TempDir,
    mounted: bool,
}

impl Volume {
    /// An empty volume for a data folder.
    ///
    /// # Panics
    /// Where none can be had.
    pub fn new() -> Self {
        Self::of(SIZE)
    }

    /// An empty volume of that size, in bytes.
    ///
    /// # Panics
    /// Where none can be had.
    pub fn of(size: u64) -> Self {
        let folder = tempfile::tempdir().expect("a folder for a volume");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "yakusho"])
            .arg(folder.path())
            .output();
        if mounted.is_ok_and(|mounted| mounted.status.success()) {
            let mounted = true;
            return Self { folder, mounted };
        }
        assert!(
            (size..=SMALL).contains(&room(Path::new(SHARED))),
            "no small volume to fill: run as root where tmpfs may be mounted, or in a container whose {SHARED} has {size} \
             to {SMALL} bytes"
        );
        Self {
            folder: TempDir::new_in(SHARED).expect("a folder in shared memory"),
            mounted: false,
        }
    }

    /// Its folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Fills it to the last byte.
    ///
    /// # Panics
    /// Where that fails for another reason than that it is full.
    pub fn fill(&self) {
        let mut ballast = File::create(self.ballast()).expect("a file to fill the volume");
        for piece in [1 << 20, 1 << 12, 1] {
            let piece = vec![0; piece];
            loop {
                match ballast.write_all(&piece) {
                    Ok(()) => {}
                    Err(full) if full.kind() == io::ErrorKind::StorageFull => break,
                    Err(other) => panic!("the volume cannot be filled: {other}"),
                }
            }
        }
    }

    /// Makes room again.
    ///
    /// # Panics
    /// Where it was not filled.
    pub fn make_room(&self) {
        fs::remove_file(self.ballast()).expect("what filled the volume");
    }

    fn ballast(&self) -> PathBuf {
        self.path().join("ballast")
    }
}

impl Default for Volume {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Volume {
    fn drop(&mut self) {
        if self.mounted {
            // Lazily: the server on it may take a moment to let go.
            let _ = Command::new("umount")
                .arg("--lazy")
                .arg(self.path())
                .status();
        }
    }
}

/// How much a volume holds, in bytes.
fn room(volume: &Path) -> u64 {
    statvfs(volume).map_or(u64::MAX, |facts| {
        facts.blocks().saturating_mul(facts.fragment_size())
    })
}
