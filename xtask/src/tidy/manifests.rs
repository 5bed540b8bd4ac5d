//! What the packages' manifests have to inherit from the root.

use toml::{Table, Value};

use super::Finding;
use super::tree::Tree;

/// What is written once, at the root.
const INHERITED: [&str; 5] = ["version", "edition", "rust-version", "license", "publish"];

/// Every package inherits its version, edition and so on, and the lints.
pub(super) fn inherit(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in &tree.packages {
        let own = package.manifest.get("package").and_then(Value::as_table);
        for key in INHERITED {
            if !own.and_then(|own| own.get(key)).is_some_and(is_inherited) {
                findings.push(package.finding(format!("`{key}.workspace = true` is missing")));
            }
        }
        if !package.manifest.get("lints").is_some_and(is_inherited) {
            findings.push(package.finding("`[lints] workspace = true` is missing".to_owned()));
        }
    }
    findings
}

/// What libraries call the feature that is for tests alone.
const FOR_TESTS: &str = "test";

/// Every dependency comes from the root's table, with its version and features. What is offered to tests alone, such as
/// small towns by the house's own packages, is asked for where it is used, so that no program has it.
pub(super) fn shared_versions(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in &tree.packages {
        for (name, dependency) in dependencies(&package.manifest) {
            if !is_inherited(dependency) {
                findings.push(package.finding(format!("`{name}.workspace = true` is missing")));
            }
            let features = dependency.get("features").and_then(Value::as_array);
            let mut features = features.into_iter().flatten().filter_map(Value::as_str);
            if features.any(|feature| feature != FOR_TESTS) && !name.starts_with("yakusho-") {
                findings.push(
                    package.finding(format!("features of {name} belong to the root's manifest")),
                );
            }
        }
    }
    findings
}

/// The dependencies of all kinds, those for some targets only among them.
fn dependencies(manifest: &Table) -> Vec<(&String, &Value)> {
    let targets = manifest
        .get("target")
        .and_then(Value::as_table)
        .into_iter()
        .flat_map(Table::values);
    std::iter::once(manifest)
        .chain(targets.filter_map(Value::as_table))
        .flat_map(|table| {
            ["dependencies", "dev-dependencies", "build-dependencies"].map(|kind| table.get(kind))
        })
        .filter_map(|dependencies| dependencies?.as_table())
        .flatten()
        .collect()
}

fn is_inherited(value: &Value) -> bool {
    value.get("workspace").and_then(Value::as_bool) == Some(true)
}
