//! The tasks of this repository: `cargo xtask demo`, `test`, `check`, `tidy`, `articles`.
#![expect(
    clippy::print_stdout,
    reason = "tasks speak to the person at the terminal"
)]

mod architecture;
mod check;
mod error;
mod postgres;
mod process;
mod report;
mod system;
mod test;
mod tidy;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use error::Result;
use workspace::Workspace;

/// The tasks of this repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Check what can be told without running: format, lints, documentation, licences, tidy
    Check,
    /// Run every test, on SQLite, on a PostgreSQL of its own and in a browser
    Test(test::Options),
    /// Check the rules of the house alone: direction of dependencies, and what stands in which file
    Tidy,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result {
    let task = Task::parse();
    process::watch_interrupts()?;
    match task {
        Task::Check => check::run(),
        Task::Test(options) => test::run(&options),
        Task::Tidy => tidy::run(&Workspace::load()?),
    }
}
