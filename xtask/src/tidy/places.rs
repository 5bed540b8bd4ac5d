//! What may stand in some files only.

use super::tree::{Package, SourceFile, Tree};
use super::{Finding, direction};

/// The crate of the kernel, where permits are made and the database is opened.
const KERNEL: &str = "crates/kernel/";

/// Where a domain talks to its tables: store.rs or store/, the entities, and tests of how the database answers.
pub(super) fn stores(tree: &Tree) -> Vec<Finding> {
    let within_domain = tree
        .files
        .iter()
        .filter(|file| owner(tree, file).is_some_and(direction::keeps_stores));
    let talks = ["store", "entity", "entities", "plans"];
    let elsewhere =
        within_domain.filter(|file| !talks.iter().any(|module| is_module(file, module)));
    lines(
        elsewhere,
        "sea_orm",
        "sea-orm belongs to store.rs and the entities",
    )
}

/// A judgement ends in `.permit()`, the only way to make a permit, and only a policy judges; tests may stand for one.
pub(super) fn permits(tree: &Tree) -> Vec<Finding> {
    let elsewhere = tree.files.iter().filter(|file| {
        !is_module(file, "policy") && !is_module(file, "tests") && !file.path.starts_with(KERNEL)
    });
    lines(elsewhere, ".permit()", "only a policy makes a permit")
}

/// Whether the file is the module of that name, or lies in its folder.
fn is_module(file: &SourceFile, name: &str) -> bool {
    file.name().strip_suffix(".rs") == Some(name) || file.is_within(name)
}

/// The package that the file belongs to.
fn owner<'a>(tree: &'a Tree, file: &SourceFile) -> Option<&'a Package> {
    let within = |package: &&Package| {
        file.path
            .strip_prefix(&package.folder)
            .is_some_and(|rest| rest.starts_with('/'))
    };
    tree.packages
        .iter()
        .filter(within)
        .max_by_key(|package| package.folder.len())
}

fn lines<'a>(
    files: impl Iterator<Item = &'a SourceFile>,
    word: &str,
    message: &str,
) -> Vec<Finding> {
    files
        .flat_map(|file| {
            file.code_lines_with(word)
                .into_iter()
                .map(|line| file.finding(line, message))
        })
        .collect()
}
