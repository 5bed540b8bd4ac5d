//! The server's program, run with a configuration of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tempfile::TempDir;
use yakusho_testkit::free_port;

/// How long a program may take for anything.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A folder with a configuration.
pub struct Folder(TempDir);

impl Folder {
    /// A folder whose configuration has these lines, besides where data are kept.
    pub fn new(lines: &str) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        let data = folder.path("data");
        let config = format!("data = {:?}\n{lines}\n", data.display().to_string());
        fs::write(folder.path("yakusho.toml"), config).unwrap();
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The server's program with this configuration.
    pub fn command(&self) -> Command {
        let mut command = command();
        command.arg("--config").arg(self.path("yakusho.toml"));
        command
    }
}

/// The server's program, with nothing of this process's own settings.
pub fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yakusho-server"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("YAKUSHO_")) {
        command.env_remove(name);
    }
    command
}

/// Runs a program to its end, and says its exit code, and what it printed for the log and for the operator.
pub fn run(mut command: Command) -> (i32, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stderr), text(stdout))
}

/// A running server.
pub struct Running {
    child: Child,
    pub url: String,
    log: PathBuf,
}

impl Running {
    /// Starts the server, and waits until it answers.
    pub async fn start(folder: &Folder, variables: &[(&str, &str)]) -> Self {
        let mut running = Self::begin(folder, variables);
        let since = Instant::now();
        while reqwest::get(running.at("/health")).await.is_err() {
            running.goes_on(since);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        running
    }

    /// Asserts that it runs still, and has not taken too long.
    pub fn goes_on(&mut self, since: Instant) {
        let ended = self.child.try_wait().unwrap().is_some();
        assert!(!ended && since.elapsed() < PATIENCE, "{}", self.log());
    }

    /// Starts the server.
    pub fn begin(folder: &Folder, variables: &[(&str, &str)]) -> Self {
        let address = format!("127.0.0.1:{}", free_port());
        let log = folder.path("log");
        let child = folder
            .command()
            .env("YAKUSHO_LISTEN", &address)
            .envs(variables.iter().copied())
            .stderr(fs::File::create(&log).unwrap())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let url = format!("http://{address}");
        Self { child, url, log }
    }

    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap()
    }

    pub fn tell(&self, signal: Signal) {
        let id = i32::try_from(self.child.id()).unwrap();
        kill(Pid::from_raw(id), signal).unwrap();
    }

    /// Waits until it has ended, and says its exit code.
    pub async fn ended(&mut self) -> i32 {
        let since = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code().unwrap();
            }
            assert!(since.elapsed() < PATIENCE, "{}", self.log());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended already where the test went well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether a folder holds nothing, or is not there.
pub fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none())
}
