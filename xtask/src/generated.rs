//! Files of the repository that a program makes. What can be made again by cargo alone is compared with what is there; the
//! rest is named with what makes it.
//!
//! The blocks of ARCHITECTURE.md are compared by [`crate::architecture`].

use std::process::Command;

use crate::error::{Failure, Result};
use crate::process;
use crate::report::Outcome;
use crate::workspace::Workspace;

/// What needs more than cargo, and by what it is made.
const ELSEWHERE: [(&str, &str); 2] = [
    (
        "docs/images/portal.png",
        "cargo xtask pictures, in a browser",
    ),
    (
        "tests/previous",
        "tests/previous/make.sh, by the release before",
    ),
];

/// Fails unless `Cargo.lock` is what cargo makes of the manifests.
pub(crate) fn check(workspace: &Workspace) -> Result {
    lock(workspace.cargo())
}

fn lock(mut cargo: Command) -> Result {
    process::capture(cargo.args(["metadata", "--locked", "--format-version", "1"])).map(drop)
}

/// Names what is not compared, each of which must be there.
pub(crate) fn elsewhere(workspace: &Workspace) -> Result<Outcome> {
    let mut named = Vec::new();
    for (path, by) in ELSEWHERE {
        if !workspace.root().join(path).exists() {
            return Err(Failure::new(format!("{path} is not there: {by}")));
        }
        named.push(format!("{path} ({by})"));
    }
    Ok(Outcome::NotChecked(named.join(", ")))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_lock_file_that_does_not_fit_the_manifests_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        let manifest =
            "[workspace]\n[package]\nname = 'alone'\nversion = '1.0.0'\nedition = '2024'\n";
        write("lib.rs", "");
        write("Cargo.toml", &format!("{manifest}[lib]\npath = 'lib.rs'\n"));
        let cargo = || {
            let mut cargo = Command::new(env!("CARGO"));
            cargo.current_dir(folder.path());
            cargo
        };
        process::capture(cargo().args(["metadata", "--format-version", "1"])).unwrap();
        lock(cargo()).unwrap();
        let lock_file = folder.path().join("Cargo.lock");
        let made = fs::read_to_string(&lock_file).unwrap();
        fs::write(&lock_file, made.replace("1.0.0", "1.0.1")).unwrap();
        assert!(lock(cargo()).is_err());
    }
}
