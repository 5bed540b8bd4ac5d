//! The workspace as cargo sees it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cargo_metadata::camino::Utf8Path;
use cargo_metadata::{Metadata, MetadataCommand, Package, TargetKind};

use crate::error::{Context, Failure, Result};
use crate::process;

/// The feature by which a package can run with a rule switched off, to show that its tests notice.
const COUNTERPROOF: &str = "counterproof";

/// The repository's packages and folders.
pub(crate) struct Workspace {
    metadata: Metadata,
}

impl Workspace {
    /// Asks cargo, without resolving what lies outside the workspace.
    pub(crate) fn load() -> Result<Self> {
        let metadata = MetadataCommand::new()
            .no_deps()
            .exec()
            .context("cannot read the workspace")?;
        Ok(Self { metadata })
    }

    /// The repository's folder.
    pub(crate) fn root(&self) -> &Path {
        self.metadata.workspace_root.as_std_path()
    }

    /// Where cargo builds.
    pub(crate) fn target(&self) -> &Path {
        self.metadata.target_directory.as_std_path()
    }

    /// Where tools of the project's own are kept.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target().join("tools")
    }

    /// The packages of this repository.
    pub(crate) fn packages(&self) -> Vec<&Package> {
        self.metadata.workspace_packages()
    }

    /// A package's folder, from the root, with `/` between its parts.
    pub(crate) fn folder<'a>(&self, package: &'a Package) -> Result<&'a str> {
        package
            .manifest_path
            .parent()
            .and_then(|folder| folder.strip_prefix(&self.metadata.workspace_root).ok())
            .map(Utf8Path::as_str)
            .ok_or_else(|| Failure::new(format!("{} lies outside the workspace", package.name)))
    }

    /// Every file that git tracks or would: its path from the root, with `/` between its parts.
    pub(crate) fn paths(&self) -> Result<Vec<String>> {
        let mut git = self.command("git");
        let list = process::capture(git.args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ]))?;
        Ok(list.split_terminator('\0').map(str::to_owned).collect())
    }

    /// Every text file among them, with its text.
    pub(crate) fn files(&self) -> Result<Vec<(String, String)>> {
        // A file may be deleted and not yet committed so; one that is not text has nothing to read.
        let text = |path: &str| fs::read_to_string(self.root().join(path)).ok();
        Ok(self
            .paths()?
            .into_iter()
            .filter_map(|path| text(&path).map(|text| (path, text)))
            .collect())
    }

    /// A cargo command at the root, by the cargo that runs us.
    pub(crate) fn cargo(&self) -> Command {
        self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// Any command, run at the root.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.root());
        // What cargo tells this program of itself is not told on: build scripts that ask for it would run anew, and all that
        // stands on them be built again, each time that cargo is called by hand and by this program in turn.
        for (name, _) in env::vars_os() {
            let of_package = ["CARGO_PKG_", "CARGO_MANIFEST_"];
            let told = name.to_string_lossy();
            if of_package.iter().any(|begins| told.starts_with(begins)) {
                command.env_remove(&name);
            }
        }
        command
    }

    /// `--features a/counterproof,b/counterproof` for all packages that have it, or nothing.
    pub(crate) fn counterproof_features(&self) -> Vec<String> {
        let having: Vec<String> = self
            .packages()
            .iter()
            .filter(|package| package.features.contains_key(COUNTERPROOF))
            .map(|package| format!("{}/{COUNTERPROOF}", package.name))
            .collect();
        if having.is_empty() {
            Vec::new()
        } else {
            vec!["--features".to_owned(), having.join(",")]
        }
    }

    /// The packages whose documentation holds tests.
    pub(crate) fn with_doctests(&self) -> Vec<&Package> {
        let has = |package: &Package| {
            package
                .targets
                .iter()
                .any(|target| target.doctest && target.kind.contains(&TargetKind::Lib))
        };
        self.packages()
            .into_iter()
            .filter(|package| has(package))
            .collect()
    }
}
