//! Programs that a task runs: started, watched, and ended when the task is interrupted.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::error::{Context, Failure, Result};

/// Set once ctrl-c was pressed or the task was asked to end.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// How often a running program is looked at.
const POLL: Duration = Duration::from_millis(20);

/// How long a program that got the same ctrl-c may take to end by itself.
const GRACE: Duration = Duration::from_secs(3);

/// Takes interrupts as a wish to stop, so that what was started is ended and removed before the task ends.
pub(crate) fn watch_interrupts() -> Result {
    ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::Relaxed))
        .context("cannot watch for ctrl-c")
}

/// Whether the task was interrupted.
pub(crate) fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::Relaxed)
}

/// Fails if the task was interrupted.
pub(crate) fn check_interrupted() -> Result {
    if interrupted() {
        Err(Failure::new("interrupted"))
    } else {
        Ok(())
    }
}

/// The program's name and arguments, for messages.
fn line(command: &Command) -> String {
    let name = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    std::iter::once(name)
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs the program to its end with our own terminal.
pub(crate) fn status(command: &mut Command) -> Result<ExitStatus> {
    check_interrupted()?;
    let mut child = command
        .spawn()
        .context(format_args!("cannot run `{}`", line(command)))?;
    let mut asked: Option<Instant> = None;
    loop {
        if let Some(status) = child.try_wait().context("cannot wait for a program")? {
            check_interrupted()?;
            return Ok(status);
        }
        if interrupted() && asked.get_or_insert_with(Instant::now).elapsed() > GRACE {
            end(&mut child, Signal::SIGTERM);
        }
        thread::sleep(POLL);
    }
}

/// Runs the program with our own terminal, and fails unless it succeeds.
pub(crate) fn run(command: &mut Command) -> Result {
    let status = status(command)?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "`{}` failed ({status})",
            line(command)
        )))
    }
}

/// Runs the program and returns what it printed, or fails with what it complained of.
pub(crate) fn capture(command: &mut Command) -> Result<String> {
    check_interrupted()?;
    let output = command
        .stdin(Stdio::null())
        .output()
        .context(format_args!("cannot run `{}`", line(command)))?;
    if output.status.success() {
        return String::from_utf8(output.stdout)
            .context(format_args!("`{}` printed no text", line(command)));
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Failure::new(format!(
        "`{}` failed ({}): {}",
        line(command),
        output.status,
        said.trim_end()
    )))
}

/// Runs the program with its output in `log`, of which only the end is shown, and only if it fails.
pub(crate) fn run_logged(command: &mut Command, log: &Path) -> Result {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).context(folder.display())?;
    }
    let out = File::create(log).context(log.display())?;
    let err = out.try_clone().context(log.display())?;
    let outcome = run(command.stdin(Stdio::null()).stdout(out).stderr(err));
    outcome.map_err(|failure| Failure::new(format!("{failure}\n{}", tail(log))))
}

/// The last lines of a log.
pub(crate) fn tail(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(15)..].join("\n")
}

/// Asks the program to end by `signal`, and makes it after ten seconds.
pub(crate) fn end(child: &mut Child, signal: Signal) {
    if let Ok(id) = i32::try_from(child.id()) {
        // It may have ended by itself in the meantime.
        let _ = kill(Pid::from_raw(id), signal);
    }
    let since = Instant::now();
    while since.elapsed() < Duration::from_secs(10) {
        if !matches!(child.try_wait(), Ok(None)) {
            return;
        }
        thread::sleep(POLL);
    }
    let _ = child.kill();
    let _ = child.wait();
}
