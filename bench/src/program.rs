//! The programs that are measured: started, looked at, and ended.

use std::fs::{self, File};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, SysconfVar, sysconf};

use crate::Failure;
use crate::load::{self, Answer};

/// How long a program may take to answer first.
const PATIENCE: Duration = Duration::from_mins(1);

/// Where the programs are.
#[derive(Clone, Debug)]
pub(crate) struct Programs(pub(crate) PathBuf);

impl Programs {
    /// A program, without settings of the person's own.
    pub(crate) fn command(&self, name: &str) -> Command {
        neutral(Command::new(self.0.join(name)))
    }

    /// The same on these processors alone, given as `taskset` has them.
    pub(crate) fn command_on(&self, name: &str, processors: &str) -> Command {
        let mut command = Command::new("taskset");
        command
            .args(["--cpu-list", processors])
            .arg(self.0.join(name));
        neutral(command)
    }
}

fn neutral(mut command: Command) -> Command {
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("YAKUSHO_") {
            command.env_remove(name);
        }
    }
    command
}

/// Runs a command to its end, with its output in `log`.
pub(crate) fn run(mut command: Command, log: &Path) -> Result<(), Failure> {
    let out = File::create(log)?;
    command.stdout(out.try_clone()?).stderr(out);
    let status = command.stdin(Stdio::null()).status()?;
    if status.success() {
        return Ok(());
    }
    let program = command.get_program().to_string_lossy().into_owned();
    let said = fs::read_to_string(log).unwrap_or_default();
    Err(format!("{program} failed ({status}): {said}").into())
}

/// An address of this machine that was free a moment ago.
pub(crate) fn free_address() -> Result<SocketAddr, Failure> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?)
}

/// A server that runs. Dropped, it ends.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    pub(crate) address: SocketAddr,
    /// How long it took from its start to its first answer.
    pub(crate) first_answer: Duration,
}

impl Running {
    /// Starts it, with its output in `log`, and waits until it gives that request a good answer.
    pub(crate) async fn start(
        mut command: Command,
        address: SocketAddr,
        log: &Path,
        request: impl Fn() -> load::Asked,
    ) -> Result<Self, Failure> {
        let out = File::create(log)?;
        command.stdout(out.try_clone()?).stderr(out);
        let since = Instant::now();
        let mut child = command.stdin(Stdio::null()).spawn()?;
        loop {
            match load::ask(address, request()).await {
                Ok(Answer { status, .. }) if status.is_success() => break,
                _ if since.elapsed() < PATIENCE && child.try_wait()?.is_none() => {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
                told => {
                    let _ = child.kill();
                    let said = fs::read_to_string(log).unwrap_or_default();
                    return Err(format!("a server does not answer: {told:?}\n{said}").into());
                }
            }
        }
        Ok(Self {
            first_answer: since.elapsed(),
            child,
            address,
        })
    }

    /// How long it has had the processors.
    pub(crate) fn cpu(&self) -> Result<Duration, Failure> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // Its name, in brackets, may hold anything; the times are the 12th and 13th figure after it.
        let (_, figures) = stat.rsplit_once(')').ok_or("no processor time")?;
        let ticks: u64 = figures
            .split_whitespace()
            .skip(11)
            .take(2)
            .map(str::parse::<u64>)
            .sum::<Result<_, _>>()?;
        let second = sysconf(SysconfVar::CLK_TCK)?.ok_or("no clock ticks")?;
        Ok(Duration::from_millis(
            ticks * 1_000 / u64::try_from(second)?,
        ))
    }

    /// Its resident memory at its highest so far, or since it was [forgotten](Self::forget_peak), in bytes.
    pub(crate) fn peak(&self) -> Result<u64, Failure> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB"));
        let kilobytes: u64 = kilobytes.ok_or("no resident memory")?.trim().parse()?;
        Ok(kilobytes * 1_024)
    }

    /// Has the peak of its memory counted anew from now on.
    pub(crate) fn forget_peak(&self) -> Result<(), Failure> {
        Ok(fs::write(
            format!("/proc/{}/clear_refs", self.child.id()),
            "5",
        )?)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Ok(id) = i32::try_from(self.child.id()) {
            let _ = kill(Pid::from_raw(id), Signal::SIGTERM);
        }
        let since = Instant::now();
        while since.elapsed() < Duration::from_secs(30) {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
