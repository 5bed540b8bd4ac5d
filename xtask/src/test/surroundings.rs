//! What tests find around them: a database server, a browser, tools, and folders of their own.

use std::fmt::Display;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::error::{Context, Result};
use crate::postgres::Postgres;
use crate::system::{self, Part};
use crate::workspace::Workspace;

/// All of it, ended and removed when dropped.
pub(crate) struct Surroundings {
    nextest: PathBuf,
    /// Where marks are written.
    marks: PathBuf,
    variables: Vec<(&'static str, String)>,
    _postgres: Postgres,
    /// For the temporary files of tests, of which a killed one leaves some.
    _temporary: TempDir,
}

impl Surroundings {
    /// For the tests of packages by themselves.
    pub(super) fn of_packages(workspace: &Workspace) -> Result<Self> {
        let parts = [Part::Nextest, Part::Postgres, Part::Make];
        let [nextest, server, _] = system::resolve(workspace, parts)?;
        Self::new(workspace, nextest, &server, "debug", Vec::new())
    }

    /// For the tests of faults, on the programs as they are released.
    pub(crate) fn of_faults(workspace: &Workspace) -> Result<Self> {
        let parts = [Part::Nextest, Part::Postgres, Part::Make, Part::Strace];
        let [nextest, server, _, _] = system::resolve(workspace, parts)?;
        Self::new(workspace, nextest, &server, "release", Vec::new())
    }

    /// Tells the tests one thing more.
    pub(crate) fn tell(&mut self, variable: &'static str, value: impl Display) {
        self.variables.push((variable, value.to_string()));
    }

    /// For all tests, those of the whole system too.
    pub(super) fn of_the_whole(workspace: &Workspace) -> Result<Self> {
        let parts = [
            Part::Nextest,
            Part::Postgres,
            Part::Chromium,
            Part::Chromedriver,
            Part::AxeCore,
            Part::OidcProvider,
            Part::Npm,
            Part::Schemathesis,
            Part::Vdirsyncer,
            Part::CaldavTests,
            Part::Scim2Cli,
            Part::Aiosmtpd,
            Part::JapaneseFonts,
            Part::Make,
            Part::Strace,
            Part::Systemd,
            Part::Litmus,
            Part::Cadaver,
            Part::Rclone,
        ];
        let [
            nextest,
            server,
            chromium,
            chromedriver,
            axe,
            oidc_provider,
            _,
            schemathesis,
            vdirsyncer,
            caldav,
            scim,
            aiosmtpd,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
        ] = system::resolve(workspace, parts)?;
        let variables = vec![
            ("YAKUSHO_CHROMIUM", text(&chromium)),
            ("YAKUSHO_CHROMEDRIVER", text(&chromedriver)),
            ("YAKUSHO_AXE", text(&axe)),
            ("YAKUSHO_OIDC_PROVIDER", text(&oidc_provider)),
            ("YAKUSHO_SCHEMATHESIS", text(&schemathesis)),
            ("YAKUSHO_VDIRSYNCER", text(&vdirsyncer)),
            ("YAKUSHO_CALDAV_TESTS", text(&caldav)),
            ("YAKUSHO_SCIM2", text(&scim)),
            ("YAKUSHO_AIOSMTPD", text(&aiosmtpd)),
        ];
        Self::new(workspace, nextest, &server, "debug", variables)
    }

    fn new(
        workspace: &Workspace,
        nextest: PathBuf,
        server: &Path,
        built: &str,
        mut variables: Vec<(&'static str, String)>,
    ) -> Result<Self> {
        let marks = workspace.target().join("marks");
        if marks.exists() {
            fs::remove_dir_all(&marks).context(marks.display())?;
        }
        fs::create_dir_all(&marks).context(marks.display())?;
        // Passable for others, since a server that a test starts may run as somebody else.
        let temporary = tempfile::Builder::new()
            .prefix("yakusho-test-")
            .permissions(fs::Permissions::from_mode(0o711))
            .tempdir()
            .context("no temporary folder")?;
        let postgres = Postgres::start(server)?;
        variables.push(("YAKUSHO_TEST_POSTGRES", postgres.url()));
        variables.push(("YAKUSHO_POSTGRES", text(server)));
        variables.push(("YAKUSHO_BIN_DIR", text(&workspace.target().join(built))));
        variables.push(("TMPDIR", text(temporary.path())));
        Ok(Self {
            nextest,
            marks,
            variables,
            _postgres: postgres,
            _temporary: temporary,
        })
    }

    /// The program that runs the tests.
    pub(super) fn nextest(&self) -> &Path {
        &self.nextest
    }

    /// The folder of marks, empty at the start.
    pub(super) fn marks(&self) -> &Path {
        &self.marks
    }

    /// Tells a command where everything is.
    pub(super) fn apply(&self, command: &mut Command) {
        for (name, value) in &self.variables {
            command.env(name, value);
        }
    }
}

fn text(path: &Path) -> String {
    path.display().to_string()
}
