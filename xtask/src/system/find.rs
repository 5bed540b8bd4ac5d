//! Where the parts of the system are looked for.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Origin, Part};
use crate::process;
use crate::workspace::Workspace;

/// The program, file or folder that stands for the part.
pub(super) fn find(workspace: &Workspace, part: Part) -> Option<PathBuf> {
    match part {
        Part::Chromium => on_path("chromium")
            .or_else(|| on_path("chromium-browser"))
            .or_else(|| on_path("google-chrome")),
        Part::Chromedriver => on_path("chromedriver"),
        Part::Postgres => postgres(),
        Part::JapaneseFonts => japanese_font(),
        Part::Make
        | Part::Strace
        | Part::Litmus
        | Part::Cadaver
        | Part::Rclone
        | Part::Systemd
        | Part::Npm => on_path(part.name()),
        Part::Python => [on_path("python3")?, PathBuf::from("/usr/bin/python3")]
            .into_iter()
            .find(|it| makes_venvs(it)),
        Part::AxeCore => file(home(workspace, part).join("node_modules/axe-core/axe.min.js")),
        Part::OidcProvider => {
            file(home(workspace, part).join("node_modules/oidc-provider/lib/index.js"))
        }
        Part::Schemathesis | Part::Vdirsyncer | Part::Radicale | Part::Aiosmtpd => {
            file(home(workspace, part).join("bin").join(part.name()))
        }
        Part::Scim2Cli => file(home(workspace, part).join("bin/scim2")),
        Part::CaldavTests => file(home(workspace, part).join("source/tests/test_caldav.py"))
            .and_then(|tests| Some(tests.ancestors().nth(3)?.to_owned())),
        Part::Nextest | Part::Deny | Part::Machete => on_path(part.name())
            .or_else(|| file(home(workspace, part).join("bin").join(part.name()))),
    }
}

/// The folder of `target/tools` that holds the part at its version.
pub(super) fn home(workspace: &Workspace, part: Part) -> PathBuf {
    let version = match part.origin() {
        Origin::Debian(_) => "",
        Origin::Cargo { version, .. } | Origin::Npm { version } | Origin::Pip { version, .. } => {
            version
        }
    };
    workspace.tools().join(format!("{}-{version}", part.name()))
}

fn file(path: PathBuf) -> Option<PathBuf> {
    path.is_file().then_some(path)
}

fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

/// Debian keeps the server programs off the path, in a folder for each version; the newest is taken.
fn postgres() -> Option<PathBuf> {
    let on_path =
        on_path("initdb").and_then(|link| Some(link.canonicalize().ok()?.parent()?.to_owned()));
    let version = |folder: &PathBuf| folder.file_name()?.to_str()?.parse::<u32>().ok();
    let of_debian = || {
        let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
        let folders = versions.filter_map(|entry| Some(entry.ok()?.path()));
        Some(folders.max_by_key(version)?.join("bin"))
    };
    on_path.or_else(of_debian).filter(|folder| {
        ["initdb", "postgres", "pg_isready"]
            .iter()
            .all(|it| folder.join(it).is_file())
    })
}

fn japanese_font() -> Option<PathBuf> {
    let list =
        process::capture(Command::new(on_path("fc-list")?).args([":lang=ja", "file"])).ok()?;
    list.lines()
        .next()
        .map(|line| PathBuf::from(line.trim_end_matches([':', ' '])))
}

fn makes_venvs(python: &Path) -> bool {
    process::capture(Command::new(python).args(["-c", "import ensurepip, venv"])).is_ok()
}
