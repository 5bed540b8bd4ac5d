//! `yakusho-batch`: the nightly jobs, one command each and all together, and what the operator does at the
//! machine.
//!
//! It ends with 0 when all went well, 1 when a job or a command failed, 2 when the configuration or the command
//! line is at fault, and 3 when another run holds the lock.

mod jobs;
mod run;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use time::Date;
use yakusho_config::{Config, Surroundings};
use yakusho_kernel::{Clock, Env, Timestamp};

use crate::run::{Ending, Job};

/// The exit codes besides 0 and 1.
const MISCONFIGURED: u8 = 2;
const LOCKED: u8 = 3;

/// What fails a command: told to the operator as it stands.
type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The nightly jobs, and what the operator does at the machine.
#[derive(Parser)]
#[command(name = "yakusho-batch", version)]
struct Arguments {
    /// The configuration file, the same as the server's
    #[arg(long, env = "YAKUSHO_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Bring the schema up to date
    Migrate,
    /// Run every nightly job, in order
    Nightly(When),
    /// Run one nightly job
    Job {
        /// Which one
        #[arg(value_parser = names())]
        name: String,
        #[command(flatten)]
        when: When,
    },
}

/// When, and whether for good.
#[derive(Args)]
struct When {
    /// Run as though it were that day, written as 2026-11-22
    #[arg(long, value_name = "DATE", value_parser = yakusho_koyomi::parse_date)]
    as_of: Option<Date>,
    /// Say what would be done, and change nothing
    #[arg(long)]
    dry_run: bool,
}

fn names() -> Vec<&'static str> {
    jobs::NIGHTLY.iter().map(|job| job.name).collect()
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let config = match Config::load(arguments.config.as_deref(), std::env::vars()) {
        Ok(config) => config,
        Err(error) => {
            complain(&error);
            return ExitCode::from(MISCONFIGURED);
        }
    };
    match obey(&config, arguments.command).await {
        Ok(Ending::Done) => ExitCode::SUCCESS,
        Ok(Ending::Failed) => ExitCode::FAILURE,
        Ok(Ending::Locked) => {
            complain(&"another run is under way; nothing was done");
            ExitCode::from(LOCKED)
        }
        Err(failure) => {
            complain(&failure);
            ExitCode::FAILURE
        }
    }
}

#[expect(
    clippy::print_stderr,
    reason = "the fault is for the one who typed the command"
)]
fn complain(what: &dyn std::fmt::Display) {
    eprintln!("yakusho-batch: {what}");
}

async fn obey(config: &Config, command: Command) -> Result<Ending, Failure> {
    match command {
        Command::Migrate => {
            let surroundings = Surroundings::open(config, Clock::system()).await?;
            yakusho_migrations::up(surroundings.env.db().for_migrations()).await?;
            Ok(Ending::Done)
        }
        Command::Nightly(when) => night(config, &when, jobs::NIGHTLY).await,
        Command::Job { name, when } => {
            let job: Vec<Job> = jobs::NIGHTLY
                .iter()
                .filter(|job| job.name == name)
                .copied()
                .collect();
            night(config, &when, &job).await
        }
    }
}

async fn night(config: &Config, when: &When, jobs: &[Job]) -> Result<Ending, Failure> {
    let surroundings = Surroundings::open(config, clock(when.as_of)).await?;
    let env = &surroundings.env;
    if yakusho_migrations::pending(env.db().for_migrations()).await? > 0 {
        return Err("the schema is not up to date: run `yakusho-batch migrate` first".into());
    }
    if !when.dry_run {
        return Ok(run::all(env, jobs, false).await?);
    }
    let folder = tempfile::tempdir_in(&config.data)?;
    let db = env.db().rehearse(folder.path()).await?;
    let rehearsed = Env::new(
        db,
        env.clock().clone(),
        env.rng().clone(),
        env.city().clone(),
    );
    Ok(run::all(&rehearsed, jobs, true).await?)
}

/// The system's clock; as of another day, one that shows its first moment now.
fn clock(as_of: Option<Date>) -> Clock {
    let system = Clock::system();
    match as_of {
        Some(day) if day != system.now().date() => Clock::system_set_to(Timestamp::start_of(day)),
        _ => system,
    }
}
