//! What documents name is there: files and folders, what is said to stand in a file, and where links lead.

use std::path::Path;

use super::Finding;
use super::tree::{SourceFile, Tree};

/// The folders whose files documents name by their path from the root.
const ROOTS: [&str; 7] = [
    "apps/",
    "bench/",
    "crates/",
    "docs/",
    "migrations/",
    "tests/",
    "xtask/",
];

/// Finds names of what is not there.
pub(super) fn places(tree: &Tree) -> Vec<Finding> {
    let documents = tree.files.iter().filter(|file| is_document(&file.path));
    let lines = documents.flat_map(|file| {
        let lines = file.text.lines().enumerate();
        lines.map(move |(number, line)| (file, number, line))
    });
    lines
        .flat_map(|(file, number, line)| {
            let wrong = named(tree, line).into_iter().chain(links(tree, file, line));
            wrong.map(move |message| file.finding(number, message))
        })
        .collect()
}

fn is_document(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end == "md")
}

/// Paths between backticks, and names that are said to stand in a file: `name` in `path`.
fn named(tree: &Tree, line: &str) -> Vec<String> {
    let parts: Vec<&str> = line.split('`').collect();
    let mut wrong = Vec::new();
    for at in (1..parts.len()).step_by(2) {
        let path = parts[at];
        if !is_path(path) {
            continue;
        }
        if !is_there(tree, path) {
            wrong.push(format!("there is no {path}"));
        } else if at > 2 && parts[at - 1] == " in " {
            let name = parts[at - 2];
            let within = tree.files.iter().find(|file| file.path == path);
            if is_name(name) && within.is_some_and(|file| !file.text.contains(name)) {
                wrong.push(format!("there is no {name} in {path}"));
            }
        }
    }
    wrong
}

/// Whether it names a place from the root, and not one of a kind.
fn is_path(span: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/._-".contains(letter);
    ROOTS.iter().any(|root| span.starts_with(root)) && span.chars().all(plain)
}

fn is_name(span: &str) -> bool {
    span.chars()
        .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

/// Links to other files of the repository.
fn links(tree: &Tree, file: &SourceFile, line: &str) -> Vec<String> {
    let targets = line.split("](").skip(1);
    let targets = targets.filter_map(|rest| rest.split(')').next());
    targets
        .map(|target| target.split('#').next().unwrap_or(target))
        .filter(|target| is_document(target) && !target.contains("://"))
        .map(|target| resolved(file, target))
        .filter(|target| !is_there(tree, target))
        .map(|target| format!("there is no {target}"))
        .collect()
}

/// The path from the root of what a file calls so.
fn resolved(file: &SourceFile, target: &str) -> String {
    let mut parts: Vec<&str> = file.path.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn is_there(tree: &Tree, path: &str) -> bool {
    let path = path.trim_end_matches('/');
    tree.files.iter().any(|file| {
        let rest = file.path.strip_prefix(path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}
