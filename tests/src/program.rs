//! The programs under test, and what they run on behalf of a test.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use yakusho_regulation::marks;

/// Switches a rule off in programs built for counter-proofs.
const OFF_VARIABLE: &str = "YAKUSHO_RULE_OFF";

/// How many of its last lines a program's log shows where the test failed.
const SHOWN_LINES: usize = 60;

/// The folder of the programs under test.
fn folder() -> PathBuf {
    if let Some(folder) = env::var_os("YAKUSHO_BIN_DIR") {
        return folder.into();
    }
    // A test's own program lies in `deps`, one folder below the others.
    let own = env::current_exe().expect("the path of the test program");
    own.ancestors()
        .nth(2)
        .expect("a folder of programs above the test's own")
        .to_owned()
}

/// Where this build keeps what tests leave or share: `target/NAME`, made if need be.
pub(crate) fn target(name: &str) -> PathBuf {
    let target = folder().parent().map(|folder| folder.join(name));
    let target = target.expect("a folder above that of the programs");
    fs::create_dir_all(&target).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
    target
}

/// The file of a program under test.
pub(crate) fn path(name: &str) -> PathBuf {
    let path = folder().join(name);
    assert!(
        path.is_file(),
        "{} is not built: run the tests by `cargo xtask test`, or `cargo build --workspace --bins` first",
        path.display()
    );
    path
}

/// A program under test, to be run on behalf of this test: its marks bear the test's name.
pub fn command(name: &str) -> Command {
    let mut command = Command::new(path(name));
    command.envs(marks::child_env());
    command
}

/// A program under test, to be run on behalf of no test: it leaves no marks, and keeps every rule.
pub(crate) fn neutral_command(name: &str) -> Command {
    let mut command = Command::new(path(name));
    command.env_remove(marks::FOLDER_VARIABLE);
    command.env_remove(marks::TEST_VARIABLE);
    command.env_remove(OFF_VARIABLE);
    command
}

/// Runs a program to its end, and returns what it printed.
///
/// # Panics
/// Where it fails, with what it complained of.
pub fn run(mut command: Command) -> String {
    let output = command
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(
        output.status.success(),
        "{command:?}: {}\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A program that serves until this is dropped, when it is asked to end, and made to if it does not. Where the test is
/// failing by then, its last lines are shown.
#[derive(Debug)]
pub struct Program {
    name: String,
    child: Child,
    log: PathBuf,
}

impl Program {
    /// Starts it, with what it prints in `log`.
    pub fn start(mut command: Command, log: &Path) -> Self {
        let out = File::create(log).expect("a file for the log");
        let err = out.try_clone().expect("a file for the log");
        let child = command
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(err)
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        Self {
            name: command.get_program().to_string_lossy().into_owned(),
            child,
            log: log.to_owned(),
        }
    }

    /// What it has printed so far.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// The id of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Asks it to end, waits until it has, and says whether it called that a success.
    pub fn end(&mut self, patience: Duration) -> bool {
        self.signal(Signal::SIGTERM);
        let mut waited = Duration::ZERO;
        while self.runs() && waited < patience {
            std::thread::sleep(POLL);
            waited += POLL;
        }
        if self.runs() {
            // It may end by itself at this very moment.
            let _ = self.child.kill();
        }
        self.child.wait().is_ok_and(|status| status.success())
    }

    /// Ends it at once, without a chance to tidy up.
    pub fn kill(&mut self) {
        self.child.kill().expect("a running program");
        self.child.wait().expect("the end of a killed program");
    }

    fn signal(&self, signal: Signal) {
        if let Ok(id) = i32::try_from(self.child.id()) {
            // It may have ended by itself.
            let _ = kill(Pid::from_raw(id), signal);
        }
    }
}

/// How often a program is looked at.
pub(crate) const POLL: Duration = Duration::from_millis(20);

impl Drop for Program {
    fn drop(&mut self) {
        if self.runs() {
            self.end(Duration::from_secs(5));
        }
        if std::thread::panicking() {
            let log = self.log();
            let lines: Vec<&str> = log.lines().collect();
            let last = &lines[lines.len().saturating_sub(SHOWN_LINES)..];
            eprintln!("--- {} said:\n{}\n---", self.name, last.join("\n"));
        }
    }
}
