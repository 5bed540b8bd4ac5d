//! `yakusho-batch`: the nightly jobs, one command each and all together, and what the operator does at the
//! machine.
//!
//! It ends with 0 when all went well, 1 when a job or a command failed, 2 when the configuration or the command
//! line is at fault, 3 when another run holds the lock, and 4 when what was to be founded is founded already.

mod audit;
mod backup;
mod jobs;
mod run;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, Parser, Subcommand};
use time::Date;
use yakusho_accounts::account::{
    self, Bootstrapped, FirstAdministrator, Incumbent, NotBootstrapped,
};
use yakusho_accounts::{directory, mailing};
use yakusho_config::{Config, Surroundings, logging};
use yakusho_file_text::asked;
use yakusho_kernel::{Clock, Cx, Env, Fault, Part, Timestamp};
use yakusho_koyomi::HOLIDAY_YEARS;

use crate::run::{Ending, Job};

/// The exit codes besides 0 and 1.
const MISCONFIGURED: u8 = 2;
const LOCKED: u8 = 3;
const FOUNDED: u8 = 4;

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
    /// Open the account of the first administrator; until they sign in, the same again issues another one-time password
    Bootstrap {
        /// The staff number
        #[arg(long)]
        number: String,
        /// The name, family name first
        #[arg(long)]
        name: String,
        /// Its reading in kana
        #[arg(long)]
        kana: String,
        /// The ID to sign in with
        #[arg(long)]
        id: String,
    },
    /// Open the way in again to whoever the administrator may not help: the system supervisor
    Readmit {
        /// The ID
        #[arg(long)]
        id: String,
    },
    /// The audit trail: take it out, check it, sign it
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Back up and restore
    #[command(subcommand)]
    Backup(backup::BackupCommand),
    /// Make the index of search anew: until it ends, not everything is found
    RebuildSearch,
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
    /// Run as though it were that day, written as 2026-11-22: one that is past with --dry-run alone
    #[arg(long, value_name = "DATE", value_parser = yakusho_koyomi::parse_date)]
    as_of: Option<Date>,
    /// Say what would be done, and change nothing
    #[arg(long)]
    dry_run: bool,
}

impl Command {
    /// When it is to run, of those that ask.
    const fn when(&self) -> Option<&When> {
        match self {
            Self::Nightly(when) | Self::Job { when, .. } => Some(when),
            _ => None,
        }
    }
}

impl When {
    /// What is wrong with it. As of a day that is past, the jobs would take what is so today for not yet so, and ask, tell
    /// and delete by that.
    fn wrong(&self, today: Date) -> Option<String> {
        let past = self.as_of.filter(|day| *day < today && !self.dry_run)?;
        Some(format!(
            "--as-of {past} is past (today is {today}): only --dry-run may go back; nothing was done"
        ))
    }
}

/// The names of the jobs, each with what it does for whoever asks for help.
fn names() -> PossibleValuesParser {
    let named = |job: &Job| PossibleValue::new(job.name).help(job.about);
    jobs::NIGHTLY.iter().map(named).into()
}

fn main() -> ExitCode {
    // This very program, started by itself to take a file apart, is nothing else.
    asked(std::env::args_os()).unwrap_or_else(run)
}

#[tokio::main]
async fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let today = Clock::system().now().date();
    let when = arguments.command.when();
    if let Some(wrong) = when.and_then(|when| when.wrong(today)) {
        complain(&wrong);
        return ExitCode::from(MISCONFIGURED);
    }
    if let Command::Audit(audit::AuditCommand::Verify(verify)) = &arguments.command {
        return ended(verify.run());
    }
    if let Command::Backup(command) = &arguments.command
        && command.stands_alone()
    {
        return ended(backup::obey_alone(command).await);
    }
    let config = match Config::load(arguments.config.as_deref(), std::env::vars()) {
        Ok(config) => config,
        Err(error) => {
            complain(&error);
            return ExitCode::from(MISCONFIGURED);
        }
    };
    logging::begin(&config);
    ended(obey(&config, arguments.command).await)
}

fn ended(ending: Result<Ending, Failure>) -> ExitCode {
    match ending {
        Ok(Ending::Done) => ExitCode::SUCCESS,
        Ok(Ending::Failed) => ExitCode::FAILURE,
        Ok(Ending::Stopped) => {
            complain(&"told to stop; what was not done yet is left to the next run");
            ExitCode::FAILURE
        }
        Ok(Ending::Locked) => {
            complain(&"another run is under way; nothing was done");
            ExitCode::from(LOCKED)
        }
        Ok(Ending::Mistyped) => ExitCode::from(MISCONFIGURED),
        Ok(Ending::Founded) => {
            complain(&"an administrator has signed in already; nothing was done");
            ExitCode::from(FOUNDED)
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
            let surroundings =
                Surroundings::open(config, Clock::system(), mailing::lay_aside).await?;
            yakusho_migrations::up(surroundings.env.db().for_migrations()).await?;
            Ok(Ending::Done)
        }
        Command::Bootstrap {
            number,
            name,
            kana,
            id,
        } => {
            let surroundings = opened(config, None).await?;
            let cx = Cx::system(&surroundings.env, Part("console"));
            let first = FirstAdministrator {
                login: id,
                number,
                name,
                kana,
            };
            match account::bootstrap(&cx, first).await {
                Ok(begun) => {
                    tell(&cx, &begun.into_inner()).await?;
                    Ok(Ending::Done)
                }
                Err(NotBootstrapped::SignedIn(_)) => Ok(Ending::Founded),
                Err(NotBootstrapped::Other(kept)) => {
                    complain(&other_than(&kept));
                    Ok(Ending::Mistyped)
                }
                Err(NotBootstrapped::Fault(fault)) => Err(described(fault)),
            }
        }
        Command::Readmit { id } => {
            let surroundings = opened(config, None).await?;
            let cx = Cx::system(&surroundings.env, Part("console"));
            let readmitted = account::readmit(&cx, &id).await.map_err(described)?;
            tell(&cx, &readmitted.into_inner()).await?;
            Ok(Ending::Done)
        }
        Command::Audit(command) => audit::obey(config, command).await,
        Command::Backup(command) => backup::obey(config, command).await,
        Command::RebuildSearch => {
            let surroundings = opened(config, None).await?;
            let cx = Cx::system(&surroundings.env, Part("console"));
            let _ = yakusho_search::rebuild(&cx).await?;
            let sources = jobs::sources();
            let caught = yakusho_search::catch_up(&cx, &sources).await?;
            let _ = yakusho_search::count_common(&cx).await?;
            report(&format!("{} things can be found", caught.things));
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
    let surroundings = opened(config, when.as_of).await?;
    let env = &surroundings.env;
    let last = *HOLIDAY_YEARS.end();
    if env.clock().now().date().year() >= last {
        complain(&format!(
            "the public holidays are known to the end of {last}: what counts working days beyond it needs a later version"
        ));
    }
    if !when.dry_run {
        let ending = run::all(env, &surroundings.blobs, config, jobs, false).await?;
        surroundings.close().await?;
        return Ok(ending);
    }
    let folder = tempfile::tempdir_in(&config.data)?;
    let db = env.db().rehearse(folder.path()).await?;
    let rehearsed = Env::new(
        db,
        env.clock().clone(),
        env.rng().clone(),
        env.city().clone(),
        env.keys().clone(),
        Some(mailing::lay_aside),
    );
    Ok(run::all(&rehearsed, &surroundings.blobs, config, jobs, true).await?)
}

/// Opens database and files, and makes sure that the schema is the one that this program knows.
async fn opened(config: &Config, as_of: Option<Date>) -> Result<Surroundings, Failure> {
    let surroundings = Surroundings::open(config, clock(as_of), mailing::lay_aside).await?;
    let schema = yakusho_migrations::schema(surroundings.env.db().for_migrations()).await?;
    schema.known()?;
    if schema.pending > 0 {
        return Err("the schema is not up to date: run `yakusho-batch migrate` first".into());
    }
    Ok(surroundings)
}

/// The option in which a field was typed.
fn option(field: &str) -> String {
    let name = if field == "login" { "id" } else { field };
    format!("--{name}")
}

/// Who is the administrator already, and what was typed otherwise.
fn other_than(kept: &Incumbent) -> String {
    let Incumbent {
        number, name, kana, ..
    } = kept;
    let id = kept.login.as_ref().map_or_else(
        || "who has no ID yet".to_owned(),
        |login| format!("with the ID {}", login.as_str()),
    );
    let differing: Vec<String> = kept.differing.iter().map(|field| option(field)).collect();
    format!(
        "the administrator is {name} ({kana}), number {number}, {id}; nothing was done\n\
         otherwise than that: {}",
        differing.join(", ")
    )
}

/// What is wrong with what was typed, field by field.
fn described(error: Fault) -> Failure {
    match &error {
        Fault::Invalid(invalid) => {
            let fields: Vec<_> = invalid
                .errors
                .iter()
                .map(|at| {
                    let reason = at.reason.code().replace('_', " ");
                    format!("{}: {reason}", option(&at.field))
                })
                .collect();
            fields.join("\n").into()
        }
        Fault::Denied(denied) => format!("refused: {}", denied.why.replace('_', " ")).into(),
        _ => error.into(),
    }
}

#[expect(clippy::print_stdout, reason = "the operator asked for it")]
fn report(what: &str) {
    println!("{what}");
}

#[expect(clippy::print_stdout, reason = "the operator hands it over")]
async fn tell(cx: &Cx, begun: &Bootstrapped) -> Result<(), Failure> {
    let whose = directory::people(&cx.reader(), cx.today(), &[begun.person]).await?;
    if let Some(card) = whose.get(&begun.person) {
        println!("whose: {} ({})", card.name, card.number);
    }
    println!("ID: {}", begun.login);
    if !begun.is_new {
        println!("the account was there already; no earlier one-time password opens it any more");
    }
    println!("one-time password: {}", begun.issued.password.reveal());
    println!(
        "good until {}; it must be changed at the first sign-in",
        begun.issued.expires_at
    );
    Ok(())
}

/// The system's clock; as of another day, one that shows its first moment now.
fn clock(as_of: Option<Date>) -> Clock {
    let system = Clock::system();
    match as_of {
        Some(day) if day != system.now().date() => system.set_to(Timestamp::start_of(day)),
        _ => system,
    }
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    #[test]
    fn a_day_that_is_past_is_tried_out_alone() {
        let today = date!(2026 - 11 - 22);
        let wrong = |as_of, dry_run| When { as_of, dry_run }.wrong(today).is_some();
        assert!(wrong(today.previous_day(), false));
        assert!(!wrong(today.previous_day(), true));
        assert!(!wrong(Some(today), false));
        assert!(!wrong(today.next_day(), false));
        assert!(!wrong(None, false));
    }
}
