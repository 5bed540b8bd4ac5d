//! Runs jobs: one after the other, under a lock, with a record of each.

use std::future::Future;
use std::io::IsTerminal as _;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};
use serde_json::{Map, Value};
use tokio::signal::unix::{SignalKind, signal};
use yakusho_accounts::function::{self, Function};
use yakusho_accounts::maintenance;
use yakusho_blobs::Blobs;
use yakusho_config::Config;
use yakusho_kernel::{Cx, DbError, Env, Fault, JobLock, Jobs, Part};

/// The name of the count of what a job could not do, where there is one.
pub(crate) const FAILED: &str = "failed";

/// What a job did: counts by name, e.g. `reminded: 12`.
pub(crate) type Summary = Vec<(&'static str, u64)>;

/// A future that a job runs as.
pub(crate) type Running<'a> = Pin<Box<dyn Future<Output = Result<Summary, Fault>> + Send + 'a>>;

/// A nightly job.
#[derive(Clone, Copy)]
pub(crate) struct Job {
    /// Its command, and its name in the record of runs.
    pub(crate) name: &'static str,
    /// What it does, for the operator.
    pub(crate) about: &'static str,
    /// The part of the system that its acts are recorded under.
    pub(crate) part: &'static str,
    /// The function that it belongs to: where that is switched off, it does nothing.
    pub(crate) function: Option<Function>,
    /// Whether it rests while acts rest for maintenance: what it would do is done by a later night.
    pub(crate) rests: bool,
    pub(crate) run: for<'a> fn(&'a Night) -> Running<'a>,
}

/// What a job works on.
pub(crate) struct Night {
    /// The system, acting as the job's part.
    pub(crate) cx: Cx,
    pub(crate) blobs: Blobs,
    pub(crate) config: Config,
    /// Whether nothing of what it does is to remain. The database sees to that for itself.
    pub(crate) rehearsal: bool,
}

/// How a run of jobs ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Every job did its work.
    Done,
    /// At least one failed; the others did theirs.
    Failed,
    /// Another run holds the lock.
    Locked,
    /// The program was told to stop.
    Stopped,
    /// What was typed does not fit what is there, and that was said: nothing was done.
    Mistyped,
    /// What was to be founded is founded already: nothing was done.
    Founded,
}

/// The lock that every run holds.
const LOCK: &str = "batch";

/// The lock was not kept up in time, and another run has it.
#[derive(Debug, thiserror::Error)]
#[error("another run took the lock")]
pub(crate) struct LockLost;

impl From<LockLost> for Fault {
    fn from(lost: LockLost) -> Self {
        Self::internal(lost)
    }
}

/// Runs the jobs in order. A job that fails does not keep the next from running.
pub(crate) async fn all(
    env: &Arc<Env>,
    blobs: &Blobs,
    config: &Config,
    jobs: &[Job],
    rehearsal: bool,
) -> Result<Ending, DbError> {
    let told_to_stop = told_to_stop();
    let keeper = Cx::system(env, Part("batch"));
    // A rehearsal leaves nothing behind, so it needs no lock and may run beside anything.
    let lock = if rehearsal {
        None
    } else {
        Jobs(&keeper).lock(LOCK, config.job_lease).await?
    };
    if lock.is_none() && !rehearsal {
        return Ok(Ending::Locked);
    }
    let all = async {
        let bars = MultiProgress::new();
        let mut ending = Ending::Done;
        for job in jobs {
            let night = Night {
                cx: Cx::system(env, Part(job.part)),
                blobs: blobs.clone(),
                config: config.clone(),
                rehearsal,
            };
            if !one(&night, job, lock.as_ref(), &bars).await? {
                ending = Ending::Failed;
            }
        }
        if !rehearsal {
            env.db().gather_statistics().await?;
        }
        Ok(ending)
    };
    let ended = tokio::select! {
        ended = all => ended,
        () = told_to_stop => Ok(Ending::Stopped),
    };
    if let Some(lock) = lock {
        lock.free().await?;
    }
    ended
}

/// Waits for SIGTERM, as service managers send it: the lock is then given back. Where that cannot be waited for, the lock
/// runs out by itself.
fn told_to_stop() -> impl Future<Output = ()> {
    let terminate = signal(SignalKind::terminate());
    async {
        match terminate {
            Ok(mut terminate) => drop(terminate.recv().await),
            Err(_) => std::future::pending().await,
        }
    }
}

/// Does something beside which no job may run; none if a run is under way.
pub(crate) async fn alone<T, E: From<DbError> + From<LockLost>>(
    cx: &Cx,
    lease: time::Duration,
    what: impl Future<Output = Result<T, E>>,
) -> Result<Option<T>, E> {
    let Some(lock) = Jobs(cx).lock(LOCK, lease).await? else {
        return Ok(None);
    };
    let done = kept_up(what, &lock).await;
    lock.free().await?;
    done.map(Some)
}

/// Runs one job; false if it failed.
async fn one(
    night: &Night,
    job: &Job,
    lock: Option<&JobLock<'_>>,
    bars: &MultiProgress,
) -> Result<bool, DbError> {
    let Night { cx, rehearsal, .. } = night;
    let started = cx.env().clock().now();
    if let Some(function) = job.function
        && !function::is_on(cx, function).await?
    {
        tell(job, *rehearsal, "its function is switched off");
        if !rehearsal {
            let off = Map::from_iter([("switched_off".to_owned(), true.into())]);
            let off = Value::Object(off);
            Jobs(cx).record(job.name, started, true, off).await?;
        }
        return Ok(true);
    }
    if job.rests
        && let Some(by) = maintenance::resting(cx).await?
    {
        let until = by.ends_at.map_or_else(
            || "the administrator ends it".to_owned(),
            |end| end.local().to_string(),
        );
        tell(
            job,
            *rehearsal,
            &format!("rests for maintenance, until {until}"),
        );
        if !rehearsal {
            let resting = Map::from_iter([("rests".to_owned(), true.into())]);
            let resting = Value::Object(resting);
            Jobs(cx).record(job.name, started, true, resting).await?;
        }
        return Ok(true);
    }
    let bar = bar(job, bars);
    let running = (job.run)(night);
    let outcome = match lock {
        Some(lock) => kept_up(running, lock).await,
        None => running.await,
    };
    bar.finish_and_clear();
    let (ok, summary) = match &outcome {
        Ok(counts) => (
            counts
                .iter()
                .all(|(name, count)| *name != FAILED || *count == 0),
            counts
                .iter()
                .map(|(name, count)| ((*name).to_owned(), (*count).into()))
                .collect(),
        ),
        Err(fault) => {
            tracing::error!(job = job.name, ?fault, "the job failed");
            (
                false,
                Map::from_iter([("error".to_owned(), Value::from(fault.to_string()))]),
            )
        }
    };
    say(job, outcome.as_ref().map_err(told), *rehearsal);
    if !rehearsal {
        Jobs(cx)
            .record(job.name, started, ok, Value::Object(summary))
            .await?;
    }
    Ok(ok)
}

/// What failed, with its cause: the operator is who mends it.
fn told(fault: &Fault) -> String {
    match fault {
        Fault::Internal(cause) | Fault::Unavailable(cause) => format!("{fault}: {cause}"),
        _ => fault.to_string(),
    }
}

/// Runs a job and keeps the lock up meanwhile; a lost lock ends the job, which takes back what is not committed.
async fn kept_up<T, E: From<DbError> + From<LockLost>>(
    running: impl Future<Output = Result<T, E>>,
    lock: &JobLock<'_>,
) -> Result<T, E> {
    let heartbeat = async {
        loop {
            tokio::time::sleep(lock.heartbeat()).await;
            if !lock.renew().await? {
                return Err(E::from(LockLost));
            }
        }
    };
    tokio::select! {
        outcome = running => outcome,
        lost = heartbeat => lost,
    }
}

/// A moving sign on a terminal; nothing elsewhere.
fn bar(job: &Job, bars: &MultiProgress) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = bars.add(ProgressBar::new_spinner());
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
        bar.set_style(style);
    }
    bar.set_message(job.about);
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

fn say(job: &Job, outcome: Result<&Summary, String>, rehearsal: bool) {
    let said = match outcome {
        Ok(counts) => {
            let counts: Vec<_> = counts
                .iter()
                .filter(|(_, count)| *count > 0)
                .map(|(name, count)| format!("{name} {count}"))
                .collect();
            if counts.is_empty() {
                "nothing to do".to_owned()
            } else {
                counts.join(", ")
            }
        }
        Err(fault) => format!("failed: {fault}"),
    };
    tell(job, rehearsal, &said);
}

#[expect(
    clippy::print_stdout,
    reason = "the summary is what the operator asked for"
)]
fn tell(job: &Job, rehearsal: bool, said: &str) {
    let rehearsed = if rehearsal { " (dry run)" } else { "" };
    println!("{}{rehearsed}: {said}", job.name);
}
