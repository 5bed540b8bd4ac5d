//! What may stand in some files only.

use std::collections::BTreeSet;

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

/// The migrations whose tables are the kernel's.
const KERNELS: [&str; 3] = [
    "migrations/src/kernel.rs",
    "migrations/src/reference.rs",
    "migrations/src/requests.rs",
];

/// The kernel asks no table but its own: whatever it knew of a domain, no other product could do without.
pub(super) fn tables(tree: &Tree) -> Vec<Finding> {
    let migrations = tree
        .files
        .iter()
        .filter(|file| file.path.starts_with("migrations/src/") && !KERNELS.contains(&&*file.path));
    let others: BTreeSet<&str> = migrations.flat_map(|file| tables_of(&file.text)).collect();
    let kernel = tree
        .files
        .iter()
        .filter(|file| file.path.starts_with("crates/kernel/src/"));
    kernel
        .flat_map(|file| {
            let named = file.text.lines().enumerate().flat_map(|(number, line)| {
                let tables = tables_named(line);
                tables.map(move |table| (number, table))
            });
            named
                .filter(|(_, table)| others.contains(table))
                .map(|(number, table)| file.finding(number, format!("{table} is a domain's table")))
        })
        .collect()
}

/// The tables that a migration makes.
fn tables_of(text: &str) -> impl Iterator<Item = &str> {
    let made = text.split(" table(").skip(1);
    made.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
}

/// What stands in quotes where a query or an entity names its table: as an argument, or as that of the attribute.
fn tables_named(line: &str) -> impl Iterator<Item = &str> {
    let quotes = line.match_indices('"').map(|(at, _)| at);
    let quotes: Vec<usize> = quotes.collect();
    let pairs = quotes.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    let pairs: Vec<_> = pairs.collect();
    pairs.into_iter().filter_map(move |(begin, end)| {
        let before = line[..begin].trim_end();
        let is_named =
            before.is_empty() || before.ends_with(['(', ',']) || before.ends_with("table_name =");
        is_named.then(|| &line[begin + 1..end])
    })
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
