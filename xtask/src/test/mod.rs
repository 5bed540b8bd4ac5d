//! `cargo xtask test`: every test, on both databases and in a browser, and the proof of the regulation.

mod counterproof;
mod junit;
mod nextest;
mod surroundings;

use yakusho_regulation::marks;

use crate::articles::{self, Results};
use crate::error::{Context, Failure, Result};
use crate::process;
use crate::workspace::Workspace;
pub(crate) use junit::Outcomes;
pub(crate) use nextest::Nextest;
pub(crate) use surroundings::Surroundings;

/// What to test.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only these tests: a part of their names, or a filter expression of nextest such as `package(yakusho-koyomi)`
    #[arg(long, value_name = "FILTER")]
    only: Option<String>,
    /// The inner loop: no whole-system tests and no counter-proof
    #[arg(long)]
    fast: bool,
}

/// What `--fast` leaves out: the whole-system tests.
const FAST: &str = "not package(yakusho-tests)";

impl Options {
    /// The tests with that in their names.
    pub(crate) fn only(filter: &str) -> Self {
        Self {
            only: Some(filter.to_owned()),
            fast: false,
        }
    }

    /// The tests chosen, as nextest's filter expression; none for all.
    fn filter(&self) -> Option<String> {
        let only = self.only.as_ref().map(|only| {
            if only.contains('(') {
                only.clone()
            } else {
                format!("test({only})")
            }
        });
        match (only, self.fast) {
            (None, false) => None,
            (Some(only), false) => Some(only),
            (None, true) => Some(FAST.to_owned()),
            (Some(only), true) => Some(format!("({only}) & {FAST}")),
        }
    }
}

/// Builds and runs the tests, and judges by them how the regulation is kept.
pub(crate) fn run(options: &Options) -> Result {
    let workspace = &Workspace::load()?;
    let surroundings = if options.fast {
        println!("fast: without whole-system tests and counter-proof");
        Surroundings::of_packages(workspace)?
    } else {
        Surroundings::of_the_whole(workspace)?
    };
    let nextest = Nextest::build(workspace, &surroundings)?;
    if options.only.is_none() {
        Results::forget(workspace)?;
    }
    let outcomes = nextest.run(options.filter().as_deref())?;
    if outcomes.failures() > 0 {
        println!("{}", outcomes.summary());
        return Err(Failure::new("tests failed"));
    }
    doctests(workspace, &surroundings)?;
    let judged = if options.fast {
        Ok(())
    } else {
        judge(options, &nextest, &outcomes)
    };
    println!("{}", outcomes.summary());
    judged
}

/// Says by the outcomes how the regulation is kept; of a part of the tests, only what that part claims.
fn judge(options: &Options, nextest: &Nextest<'_>, outcomes: &Outcomes) -> Result {
    let results = prove(nextest, outcomes)?;
    if options.only.is_some() {
        return articles::print(&results, |clause| results.claimed(clause.id()));
    }
    results.save(nextest.workspace)?;
    articles::print(&results, |_| true)
}

/// Runs only the packages of which a source claims a clause, and keeps what they show.
pub(crate) fn run_claiming(workspace: &Workspace) -> Result<Results> {
    println!("there are no results yet: running the tests that claim clauses");
    let surroundings = Surroundings::of_the_whole(workspace)?;
    let nextest = Nextest::build(workspace, &surroundings)?;
    let results = match claiming(workspace)? {
        None => Results::default(),
        Some(filter) => prove(&nextest, &nextest.run(Some(&filter))?)?,
    };
    results.save(workspace)?;
    Ok(results)
}

/// The packages of which a source claims a clause, as nextest's filter expression; none if there are none.
fn claiming(workspace: &Workspace) -> Result<Option<String>> {
    let mut files = workspace.files()?;
    files.retain(|(_, text)| text.contains("keeps!(\""));
    let mut claiming = Vec::new();
    for package in workspace.packages() {
        let folder = format!("{}/", workspace.folder(package)?);
        if files.iter().any(|(path, _)| path.starts_with(&folder)) {
            claiming.push(format!("package({})", package.name));
        }
    }
    Ok((!claiming.is_empty()).then(|| claiming.join(" | ")))
}

/// Puts together what passed, what was written down, and what fails with rules switched off.
fn prove(nextest: &Nextest<'_>, outcomes: &Outcomes) -> Result<Results> {
    let records = marks::read(nextest.surroundings.marks()).context("cannot read the marks")?;
    let mut results = Results::new(outcomes.passed(), records);
    results.trials = counterproof::run(nextest, &articles::tests_to_try(&results))?;
    Ok(results)
}

/// Runs what the documentation shows, of the packages that show anything.
fn doctests(workspace: &Workspace, surroundings: &Surroundings) -> Result {
    for package in workspace.with_doctests() {
        let mut test = workspace.cargo();
        test.args(["test", "--quiet", "--doc", "--package", &package.name]);
        surroundings.apply(&mut test);
        process::run(&mut test)?;
    }
    Ok(())
}
