//! Running tests by nextest.

use std::fs;
use std::process::Command;

use super::Surroundings;
use super::junit::Outcomes;
use crate::error::{Context, Failure, Result};
use crate::process;
use crate::workspace::Workspace;

/// nextest's exit code when tests failed, as against when it could not run them.
const TESTS_FAILED: i32 = 100;

/// The tests of the workspace, built with some features, in their surroundings.
pub(super) struct Nextest<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) surroundings: &'a Surroundings,
    pub(super) features: Vec<String>,
}

impl Nextest<'_> {
    /// Runs the tests that the filter chooses, or all, and returns how each ended.
    pub(super) fn run(&self, profile: &str, filter: Option<&str>) -> Result<Outcomes> {
        let mut command = self.command(profile, filter);
        command.env("YAKUSHO_MARKS", &self.surroundings.marks);
        self.outcomes(profile, &mut command)
    }

    fn command(&self, profile: &str, filter: Option<&str>) -> Command {
        let mut command = self.workspace.command(&self.surroundings.nextest);
        command
            .args(["nextest", "run", "--workspace", "--profile", profile])
            .args(&self.features);
        if let Some(filter) = filter {
            command.args(["--filterset", filter]);
        }
        self.surroundings.apply(&mut command);
        command
    }

    fn outcomes(&self, profile: &str, command: &mut Command) -> Result<Outcomes> {
        let report = self
            .workspace
            .target()
            .join("nextest")
            .join(profile)
            .join("junit.xml");
        if report.exists() {
            fs::remove_file(&report).context(report.display())?;
        }
        let status = process::status(command)?;
        if !status.success() && status.code() != Some(TESTS_FAILED) {
            return Err(Failure::new(format!(
                "nextest could not run the tests ({status})"
            )));
        }
        let report = fs::read_to_string(&report).context(report.display())?;
        Outcomes::parse(&report)
    }
}
