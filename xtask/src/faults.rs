//! `cargo xtask faults`: the programs as they are released, while something fails, again and again.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::error::{Context, Failure, Result};
use crate::process;
use crate::test::{Nextest, Outcomes, Surroundings};
use crate::workspace::Workspace;

/// How often each fault is tried; the tests of `cargo xtask test` do it a few times.
const ROUNDS: [(&str, &str); 6] = [
    ("YAKUSHO_TEST_KILLS_SQLITE", "100"),
    ("YAKUSHO_TEST_KILLS_POSTGRESQL", "50"),
    ("YAKUSHO_TEST_OUTAGES", "10"),
    ("YAKUSHO_TEST_PROMOTIONS", "10"),
    ("YAKUSHO_TEST_FIGHT_SECONDS", "60"),
    ("YAKUSHO_TEST_CABINET_ACTS", "10000"),
];

/// How many inputs each parser of outside bytes is given.
const INPUTS: u32 = 20_000;

/// The tests of faults, and those that give parsers whatever comes.
const FAULTS: &str = "package(yakusho-tests) & test(/^faults::/)";
const PARSERS: &str = "test(/(^|::)outside_bytes::/)";

/// The tests that tamper with a sealed trail, and how often each does.
const TAMPERING: &str = "package(yakusho-audit-chain) & test(/^tampering::(an?|swapped)_.*_found/)";
const TAMPERINGS: u32 = 200;

/// Runs everything at full length, and says in figures what was done.
pub(crate) fn run() -> Result {
    let workspace = &Workspace::load()?;
    let mut surroundings = Surroundings::of_faults(workspace)?;
    process::run(
        workspace
            .cargo()
            .args(["build", "--release", "--workspace", "--bins"]),
    )?;
    let figures = tempfile::tempdir().context("no temporary folder")?;
    surroundings.tell("YAKUSHO_TEST_FIGURES", figures.path().display());
    for (variable, rounds) in ROUNDS {
        surroundings.tell(variable, rounds);
    }
    // Before the variable is there, which these would take for theirs.
    let tampered = Nextest::build(workspace, &surroundings)?.run(Some(TAMPERING))?;
    surroundings.tell("PROPTEST_CASES", INPUTS);
    let nextest = Nextest::build(workspace, &surroundings)?;
    let outcomes = nextest.run(Some(&format!("({FAULTS}) | {PARSERS}")))?;
    print(&figures, &tampered, &outcomes)?;
    if tampered.failures() + outcomes.failures() > 0 {
        return Err(Failure::new("what is promised of faults does not hold"));
    }
    Ok(())
}

/// A line for each kind of fault, one for the trail, and one for the parsers.
fn print(figures: &TempDir, tampered: &Outcomes, outcomes: &Outcomes) -> Result {
    println!("──");
    let folder = fs::read_dir(figures.path()).context("no figures")?;
    let mut files: Vec<_> = folder
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.sort();
    for file in &files {
        let done = fs::read_to_string(file).context(file.display())?;
        println!("{:<26}{done}", name(file));
    }
    let found = tampered.passed().count();
    println!(
        "{:<26}ways {found}, tried each {TAMPERINGS}",
        "trail tampered with"
    );
    let parsers = outcomes
        .passed()
        .filter(|test| test.contains("outside_bytes::"));
    let count = parsers.count();
    println!(
        "{:<26}tests {count}, inputs of each {INPUTS}",
        "bytes from outside"
    );
    println!("{}", outcomes.summary());
    Ok(())
}

fn name(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
