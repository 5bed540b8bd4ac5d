//! Which package may depend on which, and on which libraries.

use super::Finding;
use super::tree::{Package, Tree};

/// What a package is, by the folder it lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layer<'a> {
    /// One that the table below calls by its own name.
    Named(&'a str),
    /// `crates/<domain>`: what a part of the town hall can do.
    Domain(&'a str),
    /// `crates/<domain>/web`: its pages and JSON API.
    Web(&'a str),
}

/// A row of the table: who, and on what it may depend.
type Row = (&'static str, &'static [&'static str]);

/// What each kind of package may depend on, from the ground up. `domain` and `web` stand for all of them, `own domain`
/// for the one in whose folder a web crate lies. Any package may use `testkit` and `migrations` in its tests.
const DIRECTION: [Row; 14] = [
    ("koyomi", &[]),
    ("regulation", &["koyomi"]),
    ("kernel", &["regulation", "koyomi"]),
    ("blobs", &["kernel", "regulation", "koyomi"]),
    ("audit", &["kernel", "regulation", "koyomi"]),
    (
        "domain",
        &[
            "accounts",
            "audit",
            "blobs",
            "kernel",
            "regulation",
            "koyomi",
        ],
    ),
    (
        "webkit",
        &["audit", "blobs", "kernel", "regulation", "koyomi"],
    ),
    (
        "web",
        &[
            "own domain",
            "accounts",
            "webkit",
            "audit",
            "blobs",
            "kernel",
            "regulation",
            "koyomi",
        ],
    ),
    ("migrations", &[]),
    (
        "batch",
        &[
            "domain",
            "migrations",
            "audit",
            "blobs",
            "kernel",
            "regulation",
            "koyomi",
        ],
    ),
    (
        "server",
        &[
            "web",
            "webkit",
            "domain",
            "migrations",
            "audit",
            "blobs",
            "kernel",
            "regulation",
            "koyomi",
        ],
    ),
    (
        "testkit",
        &[
            "domain",
            "migrations",
            "audit",
            "blobs",
            "kernel",
            "regulation",
            "koyomi",
        ],
    ),
    (
        "tests",
        &[
            "server",
            "batch",
            "web",
            "webkit",
            "domain",
            "migrations",
            "audit",
            "blobs",
            "kernel",
            "regulation",
            "koyomi",
        ],
    ),
    ("xtask", &["regulation", "koyomi"]),
];

/// What any package may use in its tests besides.
const IN_TESTS: [&str; 2] = ["testkit", "migrations"];

/// Libraries that belong to some layers alone: their names, and who may use them.
const LIBRARIES: [(&[&str], &[&str]); 2] = [
    (
        &["sea-orm", "sea-orm-migration", "sqlx"],
        &[
            "kernel",
            "audit",
            "blobs",
            "domain",
            "migrations",
            "testkit",
            "tests",
        ],
    ),
    (
        &["poem", "poem-openapi"],
        &["webkit", "web", "server", "tests"],
    ),
];

impl<'a> Layer<'a> {
    fn of(folder: &'a str) -> Self {
        let parts: Vec<&str> = folder.split('/').collect();
        match parts[..] {
            ["crates", domain, "web"] => Self::Web(domain),
            ["crates", name] if row(name).is_none() => Self::Domain(name),
            ["crates" | "apps", name] | [name] => Self::Named(name),
            _ => Self::Named(folder),
        }
    }

    /// Its row in the table.
    const fn row(self) -> &'a str {
        match self {
            Self::Named(name) => name,
            Self::Domain(_) => "domain",
            Self::Web(_) => "web",
        }
    }

    /// Whether one of `names`, as the table writes them, means this layer for `from`.
    fn is_one_of(self, names: &[&str], from: Layer<'_>) -> bool {
        names.iter().any(|name| match (*name, self, from) {
            ("own domain", Self::Domain(to), Layer::Web(own)) => to == own,
            ("domain", Self::Domain(_), _) | ("web", Self::Web(_), _) => true,
            (name, Self::Named(to) | Self::Domain(to), _) => name == to,
            _ => false,
        })
    }
}

fn row(name: &str) -> Option<&'static Row> {
    DIRECTION.iter().find(|(who, _)| *who == name)
}

/// Packages depend on what lies below them, as [`DIRECTION`] has it.
pub(super) fn packages(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in &tree.packages {
        let from = Layer::of(&package.folder);
        let Some((_, allowed)) = row(from.row()) else {
            findings.push(package.finding(format!(
                "{} has no place in the direction of dependencies",
                package.name
            )));
            continue;
        };
        for dependency in &package.dependencies {
            let Some(target) = tree
                .packages
                .iter()
                .find(|other| other.name == dependency.name)
            else {
                continue;
            };
            let to = Layer::of(&target.folder);
            let fine =
                to.is_one_of(allowed, from) || dependency.dev && to.is_one_of(&IN_TESTS, from);
            if !fine {
                let kind = if dependency.dev {
                    "depend in its tests"
                } else {
                    "depend"
                };
                findings.push(package.finding(format!(
                    "{} may not {kind} on {}",
                    package.name, target.name
                )));
            }
        }
    }
    findings
}

/// The database's and the web's libraries stay in their layers, in tests too.
pub(super) fn libraries(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in &tree.packages {
        for (names, users) in LIBRARIES {
            if users.contains(&Layer::of(&package.folder).row()) {
                continue;
            }
            let uses = package
                .dependencies
                .iter()
                .filter(|dependency| names.contains(&dependency.name.as_str()));
            findings.extend(
                uses.map(|it| package.finding(format!("{} may not use {}", package.name, it.name))),
            );
        }
    }
    findings
}

/// Whether the files below this folder are of a domain, or store like one.
pub(super) fn keeps_stores(package: &Package) -> bool {
    matches!(
        Layer::of(&package.folder),
        Layer::Domain(_) | Layer::Named("blobs")
    )
}

/// The table as ARCHITECTURE.md shows it.
pub(crate) fn describe() -> String {
    let lines = DIRECTION.iter().map(|(who, allowed)| {
        let allowed = if allowed.is_empty() {
            "nothing".to_owned()
        } else {
            allowed.join(", ")
        };
        format!("{who:<11}→ {allowed}")
    });
    lines.collect::<Vec<_>>().join("\n")
}
