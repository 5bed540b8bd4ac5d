//! The tasks of this repository: `cargo xtask demo`, `test`, `faults`, `check`, `tidy`, `articles`, `bench`, `pictures`.
#![expect(
    clippy::print_stdout,
    reason = "tasks speak to the person at the terminal"
)]

mod architecture;
mod articles;
mod bench;
mod check;
mod demo;
mod error;
mod faults;
mod generated;
mod pictures;
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
    /// Set up a town hall to look at, and serve it
    Demo(demo::Options),
    /// Check what can be told without running: format, lints, documentation, licences, tidy, generated files
    Check,
    /// Run every test, on SQLite, on a PostgreSQL of its own and in a browser
    Test(test::Options),
    /// Try many times what may fail: kills, disks, databases, a standby promoted, and what comes from outside
    Faults,
    /// Show for each clause of the regulation the rule, the code and the test that keep it
    Articles(articles::Options),
    /// Measure the server beside a bare program on the same framework, driver and settings
    Bench(bench::Options),
    /// Make the pictures of the documentation anew
    Pictures,
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
        Task::Demo(options) => demo::run(&options),
        Task::Check => check::run(),
        Task::Test(options) => test::run(&options),
        Task::Faults => faults::run(),
        Task::Articles(options) => articles::run(&options),
        Task::Bench(options) => bench::run(&options),
        Task::Pictures => pictures::run(),
        Task::Tidy => tidy::run(&Workspace::load()?),
    }
}
