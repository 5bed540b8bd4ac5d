//! What every source file has, and has not.

use super::Finding;
use super::tree::{SourceFile, Tree};

/// The most lines of a file that people read; data may be longer.
const LONGEST: usize = 600;

/// The kinds of file that people read.
const READ: [&str; 6] = [".rs", ".js", ".css", ".html", ".sh", ".py"];

/// A lint is expected to fire, with a reason, and never allowed.
pub(super) fn no_allow(tree: &Tree) -> Vec<Finding> {
    find(tree, "allow(", "`expect` it, with a reason")
}

/// No test is left out.
pub(super) fn no_ignore(tree: &Tree) -> Vec<Finding> {
    find(tree, "ignore", "a test runs, or is deleted")
}

fn find(tree: &Tree, attribute: &str, message: &str) -> Vec<Finding> {
    let rust = tree.files.iter().filter(|file| file.is_rust());
    rust.flat_map(|file| {
        lines_with(&file.code, attribute)
            .into_iter()
            .map(|line| file.finding(line, message))
    })
    .collect()
}

/// The lines, from 0, that have the attribute, by itself or within `cfg_attr`.
fn lines_with(code: &str, wanted: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices('#') {
        let after = code[at + 1..].trim_start_matches('!').trim_start();
        let Some(attribute) = after.strip_prefix('[').map(up_to_its_end) else {
            continue;
        };
        let compact: String = attribute.split_whitespace().collect();
        let conditional =
            compact.starts_with("cfg_attr(") && compact.contains(&format!(",{wanted}"));
        if conditional || compact.starts_with(wanted) {
            found.push(code[..at].matches('\n').count());
        }
    }
    found
}

/// The inside of a bracket, from just after it opened.
fn up_to_its_end(rest: &str) -> &str {
    let mut depth = 1;
    for (at, c) in rest.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &rest[..at];
        }
    }
    rest
}

/// Every module begins with what it is for.
pub(super) fn headers(tree: &Tree) -> Vec<Finding> {
    let without = |file: &&SourceFile| file.is_rust() && !file.text.starts_with("//! ");
    tree.files
        .iter()
        .filter(without)
        .map(|file| file.finding(0, "begins without a `//!` header"))
        .collect()
}

/// No file is too long to be read in one sitting.
pub(super) fn length(tree: &Tree) -> Vec<Finding> {
    let read = tree
        .files
        .iter()
        .filter(|file| READ.iter().any(|end| file.path.ends_with(end)));
    let counted = read.map(|file| (file, file.text.lines().count()));
    let too_long = counted.filter(|(_, count)| *count > LONGEST);
    too_long
        .map(|(file, count)| {
            file.finding(LONGEST, format!("{count} lines; {LONGEST} are the most"))
        })
        .collect()
}
