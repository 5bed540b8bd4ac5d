//! `cargo xtask articles`: each clause of the regulation, the rule that keeps it, the code and the test that show it.

mod results;
mod verdict;

use std::collections::BTreeSet;
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;

use yakusho_regulation::{City, Clause, Register, marks};

use crate::error::{Context, Failure, Result};
use crate::test;
use crate::workspace::Workspace;
pub(crate) use results::{Results, Trial};
pub(crate) use verdict::tests_to_try;
use verdict::{Status, Verdict, judge};

/// What to print.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only the clauses of this city; the model city keeps them all
    #[arg(long, value_parser = City::BUILTIN)]
    city: Option<String>,
    /// Take the marks from this folder, not those of the last run
    #[arg(long, value_name = "DIR")]
    marks: Option<PathBuf>,
}

/// Prints where each clause stands by the last run of the tests; without one, runs those tests that claim clauses.
pub(crate) fn run(options: &Options) -> Result {
    let workspace = Workspace::load()?;
    let last = Results::load(&workspace)?;
    let mut results = last.map_or_else(|| test::run_claiming(&workspace), Ok)?;
    if Results::are_stale(&workspace)? {
        eprintln!("note: files have changed since the tests that this goes by");
    }
    if let Some(folder) = &options.marks {
        results.records = marks::read(folder).context(folder.display())?;
    }
    let city = options.city.as_deref().filter(|city| *city != "model");
    print(&results, |clause| {
        city.is_none_or(|city| clause.id().regulation() == city)
    })
}

/// Prints the clauses that `chosen` takes, and fails if one stands where it should not.
pub(crate) fn print(results: &Results, chosen: impl Fn(&Clause) -> bool) -> Result {
    let (mut proven, mut exception, mut planned, mut wrong) = (0, 0, 0, Vec::new());
    let mut page = String::new();
    for clause in Register::builtin()
        .clauses()
        .iter()
        .filter(|clause| chosen(clause))
    {
        let verdict = judge(clause.id(), clause.kind(), clause.standing(), results);
        match verdict.status {
            Status::Proven => proven += 1,
            Status::Exception => exception += 1,
            Status::Planned => planned += 1,
            Status::Wrong(_) => wrong.push(clause.id().to_string()),
        }
        page.extend(lines(clause, &verdict).into_iter().map(|line| line + "\n"));
    }
    let last = format!("{proven} proven, {exception} exception, {planned} planned\n");
    match io::stdout().write_all((page + &last).as_bytes()) {
        // Whoever reads only the beginning has had enough.
        Err(fault) if fault.kind() == ErrorKind::BrokenPipe => {}
        outcome => outcome.context("cannot print")?,
    }
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "neither proven, excepted nor planned as they should be: {}",
        wrong.join(", ")
    )))
}

/// A line for each rule of the clause: clause, status, rule, code, test; and below, what is wrong.
fn lines(clause: &Clause, verdict: &Verdict) -> Vec<String> {
    let (id, status) = (clause.id().to_string(), verdict.status.name());
    let mut lines = Vec::new();
    if verdict.proofs.is_empty() {
        lines.push(format!("{id:<24}{status}"));
    }
    for proof in &verdict.proofs {
        let (rule, code, tests) = (proof.rule.id(), list(&proof.code), list(&proof.tests));
        lines.push(format!("{id:<24}{status:<11}{rule:<32}{code}  {tests}"));
    }
    if let Status::Wrong(faults) = &verdict.status {
        lines.extend(faults.iter().map(|fault| format!("    {fault}")));
    }
    lines
}

fn list(items: &BTreeSet<String>) -> String {
    let items: Vec<&str> = items.iter().map(String::as_str).collect();
    if items.is_empty() {
        "-".to_owned()
    } else {
        items.join(", ")
    }
}
