//! Makes a believable town hall for demonstration and measurement: never in a database that holds anything.

mod accounts;
mod board;
mod circulation;
mod city;
mod content;
mod contracts;
mod developments;
mod divisions;
mod documents;
mod duties;
mod events;
mod facilities;
mod forms;
mod inquiries;
mod measures;
mod names;
mod operators;
mod organisation;
mod past;
mod pledges;
mod provisions;
mod schedule;
mod under_way;
mod volume;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use indicatif::{ProgressBar, ProgressStyle};
use time::macros::date;
use yakusho_accounts::{directory, ledger, mailing};
use yakusho_config::{Config, Surroundings};
use yakusho_kernel::{Clock, Cx, Part, Rng};
use yakusho_regulation::Role;
use yakusho_search::Sources;

use crate::city::Plan;
use crate::organisation::Town;
use crate::past::Past;
use crate::volume::Volume;

/// The seed of what looks like chance: the same town hall for the same size and city.
const SEED: u64 = 402_044;

/// Fills an empty database with a believable town hall.
#[derive(Parser)]
#[command(name = "yakusho-seed", version)]
struct Arguments {
    /// The configuration file of the server.
    #[arg(long, env = "YAKUSHO_CONFIG")]
    config: Option<PathBuf>,
    /// How many people work there: 60 or more.
    #[arg(long, default_value_t = 300, value_parser = clap::value_parser!(u32).range(60..=1_000_000))]
    staff: u32,
    /// In about how many sections: unless told, the more people there are, the more a section has
    #[arg(long)]
    sections: Option<usize>,
    /// Where to write an account for each role, as CSV: role, id, password.
    #[arg(long)]
    accounts: Option<PathBuf>,
    /// Where to write personnel orders that move members to the next unit, as CSV
    #[arg(long, requires = "moved")]
    orders: Option<PathBuf>,
    /// How many people those orders move
    #[arg(long, default_value_t = 0)]
    moved: usize,
    /// How many people more get a password, as role `member`
    #[arg(long, default_value_t = 0)]
    passwords: usize,
    #[command(flatten)]
    volume: Volume,
}

#[tokio::main]
async fn main() -> ExitCode {
    match seed(&Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&*error);
            ExitCode::FAILURE
        }
    }
}

#[expect(
    clippy::print_stderr,
    reason = "the fault is for the one who typed the command"
)]
fn complain(error: &dyn std::error::Error) {
    eprintln!("yakusho-seed: {error}");
    let mut cause = error.source();
    while let Some(inner) = cause {
        eprintln!("  because: {inner}");
        cause = inner.source();
    }
}

async fn seed(arguments: &Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let config = Config::load(arguments.config.as_deref(), std::env::vars())?;
    let surroundings = Surroundings::open(&config, Clock::system(), mailing::lay_aside).await?;
    let env = &surroundings.env;
    yakusho_migrations::up(env.db().for_migrations()).await?;
    let cx = Cx::system(env, Part("seed"));
    if !directory::units(&cx.reader(), date!(2026 - 04 - 01))
        .await?
        .is_empty()
    {
        return Err("there is a town hall in this database already".into());
    }
    // Nothing was there before the index of search: all that comes is written into it.
    let _ = yakusho_search::catch_up(&cx, &Sources::new()).await?;
    let staff = usize::try_from(arguments.staff)?;
    let progress = bar((staff + arguments.volume.steps(staff)) as u64);
    progress.set_message("organisation");
    let rng = Rng::seeded(SEED);
    let plan = Plan::of(config.city.id(), staff, arguments.sections, &rng);
    let town = Town::of(plan, &cx);
    let _ = ledger::found(&cx, town.founding(&cx)).await?;
    progress.set_message("accounts");
    let wanted = accounts::Wanted {
        file: arguments.accounts.as_deref(),
        members: arguments.passwords,
    };
    let readers = accounts::fill(&cx, &town, wanted, &progress).await?;
    if let Some(file) = &arguments.orders {
        town.moves(arguments.moved, csv::Writer::from_path(file)?)?;
    }
    progress.set_message("board and circulations");
    let past = Past::of(env);
    let administrator = accounts::person_in(&cx, Role::SystemAdministrator).await?;
    let categories = board::fill(&past, &town, administrator).await?;
    circulation::fill(&past, &town, &Rng::seeded(SEED)).await?;
    under_way::fill(&past, &town, &categories).await?;
    progress.set_message("documents");
    documents::fill(&past, &town, administrator, &surroundings.blobs).await?;
    progress.set_message("facilities and schedule");
    let facilities = facilities::fill(&past, &town, administrator).await?;
    schedule::fill(&past, &town, &facilities).await?;
    facilities::book(&past, &town, &facilities).await?;
    progress.set_message("forms");
    forms::fill(&past, &town, administrator).await?;
    operators::fill(&past, &town, administrator).await?;
    duties::fill(&past, &town, administrator).await?;
    provisions::fill(&past, &town, administrator).await?;
    contracts::fill(&past, &town, administrator).await?;
    measures::fill(&past, administrator).await?;
    divisions::fill(&past, &town, administrator).await?;
    developments::fill(&past, &town, administrator).await?;
    pledges::fill(&past, &town, administrator).await?;
    inquiries::fill(&past, &town, administrator).await?;
    progress.set_message("volume");
    facilities::more(&past, administrator, arguments.volume.facilities).await?;
    events::fill(&past, &town, arguments.volume, &progress).await?;
    volume::fill(
        &past,
        &town,
        &categories,
        arguments.volume,
        &readers,
        &progress,
    )
    .await?;
    let _ = yakusho_search::count_common(&cx).await?;
    env.db().gather_statistics().await?;
    surroundings.close().await?;
    progress.finish_and_clear();
    Ok(())
}

fn bar(length: u64) -> ProgressBar {
    let bar = ProgressBar::new(length);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {msg} {elapsed}") {
        bar.set_style(style);
    }
    bar
}
