//! `yakusho-bench`: measures the server beside a bare program on the same framework, driver and settings. `cargo xtask
//! bench` builds what it needs and runs it.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the figures are for the person at the terminal"
)]

mod hall;
mod inside;
mod load;
mod program;
mod radicale;
mod report;
mod scenario;
mod users;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use hall::{Database, Postgres, Yard};
use program::Programs;
use report::{Line, table};
use scenario::{NAMES, Pace};

/// What fails a run: told to the person as it stands.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Measures the server beside a bare program.
#[derive(Parser)]
struct Arguments {
    /// This scenario alone
    #[arg(long, value_name = "NAME", value_parser = NAMES)]
    only: Vec<String>,
    /// Print a list of objects instead of a table
    #[arg(long)]
    json: bool,
    /// A small town hall and short rounds: whether every scenario runs and is answered rightly; no targets
    #[arg(long)]
    short: bool,
    /// The databases to measure on
    #[arg(long, required = true)]
    database: Vec<Database>,
    /// The folder of the programs
    #[arg(long)]
    programs: PathBuf,
    /// The folder in which town halls are kept
    #[arg(long)]
    folder: PathBuf,
    /// The folder of the sources
    #[arg(long)]
    sources: PathBuf,
    /// A PostgreSQL server that keeps what it is told, as its superuser
    #[arg(long, requires = "postgres_programs")]
    postgres: Option<String>,
    /// The folder of its programs
    #[arg(long)]
    postgres_programs: Option<PathBuf>,
    /// The program of Radicale
    #[arg(long)]
    radicale: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(lines) => told(&arguments, &lines),
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<Vec<Line>, Failure> {
    std::fs::create_dir_all(&arguments.folder)?;
    let pace = if arguments.short {
        Pace::SHORT
    } else {
        Pace::FULL
    };
    let mut lines = Vec::new();
    for database in &arguments.database {
        let postgres = match database {
            Database::Sqlite => None,
            Database::Postgres => Some(Postgres {
                url: arguments.postgres.clone().ok_or("no PostgreSQL server")?,
                programs: arguments.postgres_programs.clone().unwrap_or_default(),
            }),
        };
        let yard = Yard {
            programs: Programs(arguments.programs.clone()),
            folder: arguments.folder.clone(),
            sources: arguments.sources.clone(),
            database: *database,
            postgres,
            radicale: arguments.radicale.clone(),
        };
        lines.extend(scenario::run(&yard, pace, &arguments.only)?);
    }
    Ok(lines)
}

fn told(arguments: &Arguments, lines: &[Line]) -> ExitCode {
    if arguments.json {
        match serde_json::to_string_pretty(lines) {
            Ok(json) => println!("{json}"),
            Err(error) => eprintln!("error: {error}"),
        }
    } else {
        print!("{}", table(lines));
    }
    let missed: Vec<&Line> = lines.iter().filter(|line| !line.holds()).collect();
    if arguments.short || missed.is_empty() {
        return ExitCode::SUCCESS;
    }
    for line in missed {
        eprintln!("missed: {line}");
    }
    ExitCode::FAILURE
}
