//! `yakusho-server`: serves one town hall's pages and its API.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use yakusho_config::{Config, logging};
use yakusho_file_text::asked;
use yakusho_server::{compose, provider, route_table, serve, until_told_to_stop};

/// What one thread allocates and another frees, as SQLite's rows, is no cause to wait for each other; and memory is given
/// back that the comparing of passwords took, where the system's allocator keeps it for each thread that ever compared.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// The exit code where the configuration is at fault, and trying again does not help.
const MISCONFIGURED: u8 = 2;

/// Serves one town hall's pages and its API.
#[derive(Parser)]
#[command(name = "yakusho-server", version)]
struct Arguments {
    /// The configuration file; variables that begin with `YAKUSHO_` override it
    #[arg(long, env = "YAKUSHO_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// Print every setting with its value and where it comes from, and end
    #[arg(long)]
    print_config: bool,
    /// Print the route table as JSON, and end
    #[arg(long)]
    print_routes: bool,
}

fn main() -> ExitCode {
    // This very program, started by itself to take a file apart, is nothing else.
    asked(std::env::args_os()).unwrap_or_else(run)
}

#[tokio::main]
async fn run() -> ExitCode {
    let arguments = Arguments::parse();
    if arguments.print_routes {
        print(&route_table(&compose(None)));
        return ExitCode::SUCCESS;
    }
    let config = match Config::load(arguments.config.as_deref(), std::env::vars()) {
        Ok(config) => config,
        Err(error) => {
            complain("the configuration is at fault", &error);
            return ExitCode::from(MISCONFIGURED);
        }
    };
    if arguments.print_config {
        print(&config.print());
        return ExitCode::SUCCESS;
    }
    logging::begin(&config);
    let provider = match provider(&config) {
        Ok(provider) => provider,
        Err(error) => {
            complain("the configuration is at fault", &error);
            return ExitCode::from(MISCONFIGURED);
        }
    };
    let served = match until_told_to_stop() {
        Ok(stop) => serve(&config, compose(provider), stop).await,
        Err(error) => Err(error.into()),
    };
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "the server cannot run");
            ExitCode::FAILURE
        }
    }
}

/// Prints what the operator asked for. Whoever reads it may have seen enough and gone.
fn print(text: &str) {
    let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
}

#[expect(clippy::print_stderr, reason = "there is no log yet")]
fn complain(what: &str, error: &dyn std::error::Error) {
    eprintln!("yakusho-server: {what}:\n{error}");
}
