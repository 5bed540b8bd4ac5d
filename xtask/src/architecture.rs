//! ARCHITECTURE.md against the code: its map of the packages, and its table of what may depend on what.
//!
//! Each stands in the first fenced block after its mark, `<!-- map -->` or `<!-- direction -->`. A line of the map is
//! `path — package — what it is for`; the table is the one that [`direction`] enforces.

use std::fs;
use std::path::Path;

use crate::error::{Context, Failure, Result};
use crate::tidy::direction;
use crate::workspace::Workspace;

const FILE: &str = "ARCHITECTURE.md";

/// Fails unless the page tells the truth about the packages.
pub(crate) fn check(workspace: &Workspace) -> Result {
    let text = fs::read_to_string(workspace.root().join(Path::new(FILE))).context(FILE)?;
    let mut packages = Vec::new();
    for package in workspace.packages() {
        packages.push((
            workspace.folder(package)?.to_owned(),
            package.name.to_string(),
        ));
    }
    let mut wrong = map_faults(block(&text, "map")?, &packages);
    let expected = direction::describe();
    if block(&text, "direction")? != expected {
        wrong.push(format!(
            "the block after `<!-- direction -->` is not:\n{expected}"
        ));
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(format!("{FILE}: {}", wrong.join("\n"))))
    }
}

/// The inside of the first fenced block after the mark.
fn block<'a>(text: &'a str, mark: &str) -> Result<&'a str> {
    let inside = || {
        let (_, after) = text.split_once(&format!("<!-- {mark} -->"))?;
        let (_, fenced) = after.split_once("```")?;
        let (_, inside) = fenced.split_once('\n')?;
        Some(inside.split_once("```")?.0.trim_end())
    };
    inside().context(format_args!(
        "{FILE} has no fenced block after `<!-- {mark} -->`"
    ))
}

/// Where the map differs from the packages, given as folder and name.
fn map_faults(map: &str, packages: &[(String, String)]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = Vec::new();
    for line in map.lines().filter(|line| !line.trim().is_empty()) {
        let parts: Vec<&str> = line.splitn(3, " — ").map(str::trim).collect();
        match parts[..] {
            [folder, name, purpose] if !purpose.is_empty() => {
                if seen.contains(&(folder, name)) {
                    faults.push(format!("{name} is in the map twice"));
                } else if !packages
                    .iter()
                    .any(|(path, package)| path == folder && package == name)
                {
                    faults.push(format!(
                        "the map has {name} at {folder}, the workspace has not"
                    ));
                }
                seen.push((folder, name));
            }
            _ => faults.push(format!("not `path — package — what it is for`: {line}")),
        }
    }
    for (folder, name) in packages {
        if !seen.contains(&(folder, name)) {
            faults.push(format!("the map lacks {folder} — {name}"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::{block, map_faults};

    fn packages() -> Vec<(String, String)> {
        [("crates/a", "yakusho-a"), ("xtask", "xtask")]
            .map(|(path, name)| (path.to_owned(), name.to_owned()))
            .into()
    }

    #[test]
    fn a_map_of_all_packages_is_right() {
        let map = "crates/a — yakusho-a — does a — and more\nxtask — xtask — tasks";
        assert_eq!(map_faults(map, &packages()), Vec::<String>::new());
    }

    #[test]
    fn a_map_that_lacks_repeats_or_invents_is_wrong() {
        let map = "crates/a — yakusho-a — does a\ncrates/a — yakusho-a — again\ncrates/b — yakusho-b — no\nnonsense";
        let faults = map_faults(map, &packages());
        assert_eq!(faults.len(), 4, "{faults:?}");
        assert!(faults[3].contains("the map lacks xtask"), "{faults:?}");
    }

    #[test]
    fn a_block_is_found_by_its_mark() {
        let text = "# x\n<!-- map -->\n```text\none\ntwo\n```\n<!-- direction -->\n```\n```\n";
        assert_eq!(block(text, "map").unwrap(), "one\ntwo");
        assert_eq!(block(text, "direction").unwrap(), "");
        assert!(block(text, "other").is_err());
    }
}
