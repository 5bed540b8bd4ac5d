//! Words that do not belong in this repository. They are put together here from halves, so as not to find themselves.

use super::Finding;
use super::tree::{Tree, has_word};

/// Notes of something left undone.
const UNFINISHED: [&str; 6] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("To be ", "filled"),
    concat!("unimplemented", "!"),
    concat!("todo", "!"),
];

/// Places on one machine, and hosts that only package managers should know.
const ELSEWHERE: [&str; 9] = [
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("../sha", "red"),
    concat!("crates.io", "/api"),
    concat!("index.crates", ".io"),
    concat!("static.crates", ".io"),
    concat!("registry.npm", "js"),
    concat!("pypi.org", "/simple"),
    concat!("deb.debian", ".org"),
];

/// Nothing says of itself that it is unfinished.
pub(super) fn unfinished(tree: &Tree) -> Vec<Finding> {
    find(tree, &UNFINISHED)
}

/// Nothing names a folder of one machine or the host of a registry.
pub(super) fn elsewhere(tree: &Tree) -> Vec<Finding> {
    find(tree, &ELSEWHERE)
}

fn find(tree: &Tree, words: &[&str]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| file.name() != "Cargo.lock") {
        for (number, line) in file.text.lines().enumerate() {
            let here = words.iter().filter(|word| has_word(line, word));
            findings.extend(
                here.map(|word| file.finding(number, format!("`{word}` does not belong here"))),
            );
        }
    }
    findings
}
