//! `cargo xtask bench`: how fast and how large the server is, as ratios to a bare program.
//!
//! The programs are built with optimisation; `yakusho-bench` does the measuring. What it keeps lies in `target/bench`: town
//! halls, and the PostgreSQL server that some of them are on.

use crate::error::Result;
use crate::postgres::Postgres;
use crate::process;
use crate::system::{self, Part};
use crate::workspace::Workspace;

/// What to measure, and how to tell it.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// This scenario alone; may be given several times
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Print a list of objects instead of a table
    #[arg(long)]
    json: bool,
    /// This database alone
    #[arg(long, value_parser = ["sqlite", "postgres"])]
    database: Option<String>,
    /// A small town hall and short rounds: whether every scenario runs and is answered rightly; no targets
    #[arg(long)]
    short: bool,
}

/// The programs that are measured or that make what is measured.
const PROGRAMS: [&str; 4] = [
    "yakusho-server",
    "yakusho-seed",
    "yakusho-batch",
    "yakusho-bench",
];

/// Builds, measures, and fails where a target is missed.
pub(crate) fn run(options: &Options) -> Result {
    let workspace = &Workspace::load()?;
    let folder = workspace.target().join("bench");
    let databases: Vec<&str> = match &options.database {
        Some(one) => vec![one],
        None => vec!["sqlite", "postgres"],
    };
    let [_, radicale] = system::resolve(workspace, [Part::Make, Part::Radicale])?;
    let mut build = workspace.cargo();
    build.args(["build", "--release"]);
    build.args(PROGRAMS.iter().flat_map(|name| ["--package", name]));
    process::run(&mut build)?;

    let programs = workspace.target().join("release");
    let mut bench = workspace.command(programs.join("yakusho-bench"));
    bench.arg("--programs").arg(&programs);
    bench.arg("--folder").arg(&folder);
    bench.arg("--sources").arg(workspace.root());
    bench.arg("--radicale").arg(radicale);
    bench.args(databases.iter().flat_map(|name| ["--database", name]));
    bench.args(options.only.iter().flat_map(|name| ["--only", name]));
    bench.args(options.json.then_some("--json"));
    bench.args(options.short.then_some("--short"));
    let mut _server = None;
    if databases.contains(&"postgres") {
        let [tools] = system::resolve(workspace, [Part::Postgres])?;
        let postgres = Postgres::start_in(&folder.join("postgres"), &tools)?;
        bench.args(["--postgres", &postgres.url()]);
        bench.arg("--postgres-programs").arg(&tools);
        _server = Some(postgres);
    }
    process::run(&mut bench)
}
