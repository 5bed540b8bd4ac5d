//! Running tests by nextest.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;
use yakusho_regulation::marks::FOLDER_VARIABLE;

use super::junit::Outcomes;
use super::surroundings::Surroundings;
use crate::error::{Context, Failure, Result};
use crate::process;
use crate::workspace::Workspace;

/// nextest's exit code when tests failed, as against when it could not run them.
const TESTS_FAILED: i32 = 100;

/// The tests of the workspace, built with some features, in their surroundings.
pub(crate) struct Nextest<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) surroundings: &'a Surroundings,
    features: Vec<String>,
}

/// What nextest knows of the tests already built, so that it need not ask cargo each time.
pub(super) struct Built {
    folder: TempDir,
}

impl Built {
    /// Asks cargo once.
    pub(super) fn describe(nextest: &Nextest<'_>) -> Result<Self> {
        let folder = tempfile::tempdir().context("no temporary folder")?;
        let built = Self { folder };
        let mut list = nextest.workspace.command(nextest.surroundings.nextest());
        list.args([
            "nextest",
            "list",
            "--workspace",
            "--list-type=binaries-only",
            "--message-format=json",
        ]);
        let binaries = process::capture(list.args(&nextest.features))?;
        fs::write(built.binaries(), binaries).context("cannot keep what nextest knows")?;
        let mut metadata = nextest.workspace.cargo();
        let metadata =
            process::capture(metadata.args(["metadata", "--format-version=1", "--all-features"]))?;
        fs::write(built.metadata(), metadata).context("cannot keep what cargo knows")?;
        Ok(built)
    }

    fn binaries(&self) -> PathBuf {
        self.folder.path().join("binaries.json")
    }

    fn metadata(&self) -> PathBuf {
        self.folder.path().join("metadata.json")
    }
}

impl<'a> Nextest<'a> {
    /// Builds the programs and the tests, so that a rule can be switched off in them.
    pub(crate) fn build(workspace: &'a Workspace, surroundings: &'a Surroundings) -> Result<Self> {
        let features = workspace.counterproof_features();
        process::run(
            workspace
                .cargo()
                .args(["build", "--workspace", "--bins", "--tests"])
                .args(&features),
        )?;
        Ok(Self {
            workspace,
            surroundings,
            features,
        })
    }

    /// Runs the tests that the filter chooses, or all, and returns how each ended.
    pub(crate) fn run(&self, filter: Option<&str>) -> Result<Outcomes> {
        let mut command = self.command("ci");
        command.arg("--workspace").args(&self.features);
        if let Some(filter) = filter {
            command.args(["--filterset", filter]);
        }
        command.env(FOLDER_VARIABLE, self.surroundings.marks());
        self.outcomes("ci", &mut command)
    }

    /// Runs some tests as they were built, with a variable set, where it is right that they fail.
    pub(super) fn run_again(
        &self,
        built: &Built,
        filter: &str,
        variable: (&str, &str),
    ) -> Result<Outcomes> {
        let log = built.folder.path().join("log");
        let mut command = self.command("counterproof");
        command.arg("--binaries-metadata").arg(built.binaries());
        command.arg("--cargo-metadata").arg(built.metadata());
        command
            .args(["--filterset", filter])
            .env(variable.0, variable.1);
        command.stderr(File::create(&log).context(log.display())?);
        let outcomes = self.outcomes("counterproof", &mut command);
        outcomes.map_err(|failure| Failure::new(format!("{failure}\n{}", process::tail(&log))))
    }

    fn command(&self, profile: &str) -> Command {
        let mut command = self.workspace.command(self.surroundings.nextest());
        command.args(["nextest", "run", "--profile", profile]);
        self.surroundings.apply(&mut command);
        command
    }

    /// Runs nextest and reads its report.
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
