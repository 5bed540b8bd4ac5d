//! `cargo xtask check`: everything about the code that can be told without running it.

use std::thread;

use crate::error::{Failure, Result};
use crate::report::{Outcome, Report};
use crate::system::{self, Part};
use crate::workspace::Workspace;
use crate::{architecture, generated, process, tidy};

/// Runs every check, the quick ones first, and fails if any did.
pub(crate) fn run() -> Result {
    let workspace = &Workspace::load()?;
    let mut report = Report::new();
    let [_] = system::resolve(workspace, [Part::Make])?;
    // The tools may have to be built, which goes well beside the lints.
    let tools = thread::scope(|scope| {
        let tools = scope.spawn(|| system::resolve(workspace, [Part::Deny, Part::Machete]));
        report.step("tidy", || tidy::run(workspace).map(passed));
        report.step("architecture", || {
            architecture::check(workspace).map(passed)
        });
        report.step("generated", || generated::check(workspace).map(passed));
        report.step("made elsewhere", || generated::elsewhere(workspace));
        report.step("format", || cargo(workspace, &["fmt", "--all", "--check"]));
        report.step("clippy", || {
            cargo(
                workspace,
                &[
                    "clippy",
                    "--workspace",
                    "--all-targets",
                    "--quiet",
                    "--",
                    "-D",
                    "warnings",
                ],
            )
        });
        report.step("documentation", || {
            let mut doc = workspace.cargo();
            doc.args([
                "doc",
                "--workspace",
                "--no-deps",
                "--document-private-items",
                "--quiet",
            ]);
            process::run(doc.env("RUSTDOCFLAGS", "-D warnings")).map(passed)
        });
        tools
            .join()
            .unwrap_or_else(|_| Err(Failure::new("looking for tools ended abruptly")))
    });
    match tools {
        Ok([deny, machete]) => {
            let deny = || {
                let mut command = workspace.command(&deny);
                command.args(["--log-level", "error"]);
                command
            };
            report.step("deny", || {
                process::run(deny().args(["check", "bans", "licenses", "sources"])).map(passed)
            });
            report.step("advisories", || advisories(&mut deny()));
            report.step("unused", || {
                process::run(workspace.command(&machete).arg(".")).map(passed)
            });
        }
        Err(failure) => report.step("tools", || Err(failure)),
    }
    let failed = report.finish();
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(format!("check: {} failed", failed.join(", "))))
    }
}

const fn passed((): ()) -> Outcome {
    Outcome::Passed
}

fn cargo(workspace: &Workspace, arguments: &[&str]) -> Result<Outcome> {
    process::run(workspace.cargo().args(arguments)).map(passed)
}

/// Known security faults, of which the list has to be fetched: without a network that is said, and passed over.
fn advisories(deny: &mut std::process::Command) -> Result<Outcome> {
    match process::capture(deny.args(["check", "advisories"])) {
        Ok(_) => Ok(Outcome::Passed),
        Err(failure)
            if failure
                .to_string()
                .contains("failed to fetch advisory database") =>
        {
            Ok(Outcome::NotChecked("no network".to_owned()))
        }
        Err(failure) => Err(failure),
    }
}
