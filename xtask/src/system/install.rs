//! How the parts of the system are installed.

use std::fs;
use std::path::Path;
use std::process::Command;

use nix::unistd::Uid;

use super::find::{find, home};
use super::{Origin, Part};
use crate::error::{Context, Failure, Result};
use crate::process;
use crate::workspace::Workspace;

/// Installs what Debian carries, or says in one line what is missing.
pub(super) fn by_apt(workspace: &Workspace, parts: &[Part]) -> Result {
    if !Uid::effective().is_root() || !Path::new("/usr/bin/apt-get").is_file() {
        let missing: Vec<String> = parts.iter().map(|part| part.advice()).collect();
        return Err(Failure::new(format!("missing: {}", missing.join(", "))));
    }
    let packages: Vec<&str> = parts
        .iter()
        .flat_map(|part| match part.origin() {
            Origin::Debian(packages) => packages,
            Origin::Cargo { .. } | Origin::Npm { .. } | Origin::Pip { .. } => &[],
        })
        .copied()
        .collect();
    println!("installing {} by apt", packages.join(" "));
    let log = workspace.tools().join("apt.log");
    process::run_logged(apt().args(["update", "-qq"]), &log)?;
    process::run_logged(
        apt()
            .args(["install", "-y", "--no-install-recommends"])
            .args(&packages),
        &log,
    )
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Installs what Debian does not carry into a folder of its own under `target/tools`.
pub(super) fn into_tools(workspace: &Workspace, part: Part) -> Result {
    let home = home(workspace, part);
    let name = part.name();
    println!("installing {name} into {}", home.display());
    fs::create_dir_all(&home).context(home.display())?;
    let log = workspace.tools().join(format!("{name}.log"));
    let outcome = match part.origin() {
        Origin::Debian(_) => Ok(()),
        // Unoptimised it builds in a fifth of the time, and is quick enough for what it does here.
        Origin::Cargo { version, flags } => process::run_logged(
            workspace
                .cargo()
                .args([
                    "install",
                    "--locked",
                    "--profile",
                    "dev",
                    "--config",
                    "profile.dev.debug=0",
                ])
                .args(flags)
                .arg("--root")
                .arg(&home)
                .arg(format!("{name}@{version}")),
            &log,
        ),
        Origin::Npm { version } => process::run_logged(
            workspace
                .command("npm")
                .args([
                    "install",
                    "--no-save",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                ])
                .arg(&home)
                .arg(format!("{name}@{version}")),
            &log,
        ),
        Origin::Pip { version, besides } => {
            let package = format!("{name}=={version}");
            pip(workspace, &home, &package, besides, &log).and_then(|()| match part {
                Part::CaldavTests => source(workspace, &home, &package, &log),
                _ => Ok(()),
            })
        }
    };
    outcome.map_err(|failure| Failure::new(format!("missing: {}; {failure}", part.advice())))
}

fn pip(workspace: &Workspace, home: &Path, package: &str, besides: &[&str], log: &Path) -> Result {
    let python = find(workspace, Part::Python).context(Part::Python.advice())?;
    process::run_logged(
        workspace.command(python).args(["-m", "venv"]).arg(home),
        log,
    )?;
    process::run_logged(
        workspace
            .command(home.join("bin/python"))
            .args(["-m", "pip", "install", "--quiet", package])
            .args(besides),
        log,
    )
}

/// Lays the source of a package beside it, which has its tests.
fn source(workspace: &Workspace, home: &Path, package: &str, log: &Path) -> Result {
    let (fetched, source) = (home.join("fetched"), home.join("source"));
    process::run_logged(
        workspace
            .command(home.join("bin/python"))
            .args(["-m", "pip", "download", "--quiet", "--no-deps"])
            .args(["--no-binary", ":all:", package, "--dest"])
            .arg(&fetched),
        log,
    )?;
    let archive = fs::read_dir(&fetched).context(fetched.display())?.next();
    let archive = archive.context("no source was fetched")?;
    let archive = archive.context(fetched.display())?.path();
    fs::create_dir_all(&source).context(source.display())?;
    process::run_logged(
        workspace
            .command("tar")
            .args(["--extract", "--strip-components=1", "--file"])
            .arg(&archive)
            .arg("--directory")
            .arg(&source),
        log,
    )
}
