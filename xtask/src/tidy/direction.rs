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

/// What is below the domains and has a web crate all the same, which the domains' web crates build on.
const SHARED_WEB: &str = "attachments/web";

/// A row of the table: who, and on what it may depend.
type Row = (&'static str, &'static [&'static str]);

/// What each kind of package may depend on, and with it on all that those may depend on. `domain` and `web` stand for
/// all of them, `own domain` for the one in whose folder a web crate lies.
const DIRECTION: [Row; 28] = [
    ("koyomi", &[]),
    ("regulation", &["koyomi"]),
    ("kernel", &["regulation"]),
    ("blobs", &["kernel"]),
    ("audit-chain", &[]),
    ("audit", &["kernel", "audit-chain"]),
    ("sheet", &["kernel"]),
    ("file-text", &[]),
    ("attachments", &["blobs", "file-text", "search"]),
    ("accounts", &["blobs", "audit", "sheet"]),
    ("personal-text", &[]),
    ("print", &[]),
    ("search", &["kernel"]),
    (
        "domain",
        &["accounts", "attachments", "personal-text", "search"],
    ),
    ("webkit", &["blobs", "audit", "sheet"]),
    (SHARED_WEB, &["attachments", "webkit"]),
    ("audience", &["accounts", "webkit"]),
    ("dav", &["webkit"]),
    (
        "web",
        &["own domain", "audience", "dav", "print", SHARED_WEB],
    ),
    ("migrations", &[]),
    ("config", &["blobs"]),
    ("batch", &["config", "domain", "migrations"]),
    ("seed", &["config", "domain", "migrations"]),
    ("server", &["config", "domain", "migrations", "web"]),
    ("testkit", &["domain", "migrations"]),
    ("tests", &["server", "batch", "seed", "testkit"]),
    ("bench", &["config", "domain"]),
    ("xtask", &["regulation"]),
];

/// What any package may use in its tests besides.
const IN_TESTS: [&str; 2] = ["testkit", "migrations"];

/// Libraries that belong to some layers alone: their names, and who may use them.
const LIBRARIES: [(&[&str], &[&str]); 2] = [
    (
        &["sea-orm", "sea-orm-migration", "sqlx"],
        &[
            "kernel",
            "blobs",
            "audit",
            "attachments",
            "accounts",
            "search",
            "domain",
            "migrations",
            "testkit",
            "tests",
            "bench",
        ],
    ),
    (
        &["poem", "poem-openapi"],
        &[
            "webkit", SHARED_WEB, "audience", "dav", "web", "server", "tests", "bench",
        ],
    ),
];

impl<'a> Layer<'a> {
    fn of(folder: &'a str) -> Self {
        let parts: Vec<&str> = folder.split('/').collect();
        match parts[..] {
            ["crates", "attachments", "web"] => Self::Named(SHARED_WEB),
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

    /// Whether the table's `name` means this layer, in the row of `from`.
    fn is_called(self, name: &str, from: Layer<'_>) -> bool {
        match (name, self, from) {
            ("domain", Self::Domain(_), _) | ("web", Self::Web(_), _) => true,
            ("own domain", Self::Domain(to) | Self::Named(to), Layer::Web(own)) => to == own,
            (_, Self::Named(to), _) => to == name,
            _ => false,
        }
    }
}

fn row(name: &str) -> Option<&'static Row> {
    let name = if name == "own domain" { "domain" } else { name };
    DIRECTION.iter().find(|(who, _)| *who == name)
}

/// Whether `names`, or what they may depend on in their turn, mean `to`, in the row of `from`.
fn reaches(names: &[&str], to: Layer<'_>, from: Layer<'_>) -> bool {
    names.iter().any(|name| {
        to.is_called(name, from) || row(name).is_some_and(|(_, below)| reaches(below, to, from))
    })
}

/// Packages depend on what lies below them, as [`DIRECTION`] has it. One may name itself for its own tests, to have what
/// it offers to those of others.
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
            let fine_in_tests = to == from || IN_TESTS.iter().any(|name| to.is_called(name, from));
            let fine = reaches(allowed, to, from) || dependency.dev && fine_in_tests;
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
        Layer::Domain(_) | Layer::Named("accounts" | "attachments" | "blobs" | "search")
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
        format!("{who:<16}→ {allowed}")
    });
    lines.collect::<Vec<_>>().join("\n")
}
