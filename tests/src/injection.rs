//! Calls to the system that fail, by the hand of strace, in a program that runs.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tempfile::TempDir;

use crate::program::POLL;

/// How long strace may take until it has hold of a program.
const PATIENCE: Duration = Duration::from_secs(20);

/// Calls that fail until this is dropped or ended.
#[derive(Debug)]
pub struct Injection {
    strace: Child,
    log: TempDir,
}

impl Injection {
    /// Has these calls of a program fail with that error; of files, those alone where any are named.
    ///
    /// # Panics
    /// Where strace is not there, or may not trace.
    pub fn begin(program: u32, calls: &[&str], error: &str, files: &[PathBuf]) -> Self {
        let log = tempfile::tempdir().expect("a folder for a log");
        let said = File::create(log.path().join("said")).expect("a file for a log");
        let calls = calls.join(",");
        let mut strace = Command::new("strace");
        strace.args(["-f", "-o", "/dev/null", "-p", &program.to_string()]);
        strace.args(["-e", &format!("trace={calls}")]);
        strace.args(["-e", &format!("inject={calls}:error={error}")]);
        for file in files {
            strace.arg("-P").arg(file);
        }
        let strace = strace
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(said)
            .spawn()
            .unwrap_or_else(|error| panic!("strace cannot be run (Debian: strace): {error}"));
        let mut begun = Self { strace, log };
        begun.wait();
        begun
    }

    /// Waits until every thread of the program is in its hold.
    fn wait(&mut self) {
        let since = Instant::now();
        while !self.said().contains("attached") {
            let runs = matches!(self.strace.try_wait(), Ok(None));
            assert!(
                runs && since.elapsed() < PATIENCE,
                "strace may not trace here: faults of the disk cannot be tried (in a container, allow SYS_PTRACE): {}",
                self.said()
            );
            std::thread::sleep(POLL);
        }
    }

    fn said(&self) -> String {
        fs::read_to_string(self.log.path().join("said")).unwrap_or_default()
    }

    /// Has the calls succeed again.
    pub fn end(self) {}
}

impl Drop for Injection {
    fn drop(&mut self) {
        if let Ok(id) = i32::try_from(self.strace.id()) {
            // It may have ended with the program.
            let _ = kill(Pid::from_raw(id), Signal::SIGINT);
        }
        let _ = self.strace.wait();
    }
}

/// The files that a SQLite database consists of and writes.
pub fn files_of_sqlite(database: &Path) -> Vec<PathBuf> {
    let beside = |end: &str| PathBuf::from(format!("{}{end}", database.display()));
    vec![database.to_owned(), beside("-wal")]
}
