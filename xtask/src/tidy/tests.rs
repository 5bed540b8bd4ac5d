//! Each rule on something good and something bad.

use super::tree::{Dependency, Package, SourceFile, Tree};
use super::{Finding, RULES, attributes, direction, documents, manifests, places, words};

fn package(folder: &str, dependencies: &[&str]) -> Package {
    package_with(folder, dependencies, &[], "")
}

/// A package in `folder`, with its dependencies by name, those in tests apart, and its manifest.
fn package_with(folder: &str, dependencies: &[&str], in_tests: &[&str], manifest: &str) -> Package {
    let name = folder
        .trim_start_matches("crates/")
        .trim_start_matches("apps/")
        .replace('/', "-");
    let dependency = |dev: bool| {
        move |name: &&str| Dependency {
            name: (*name).to_owned(),
            dev,
        }
    };
    Package {
        name: format!("yakusho-{name}"),
        folder: folder.to_owned(),
        manifest: manifest.parse().unwrap(),
        dependencies: dependencies
            .iter()
            .map(dependency(false))
            .chain(in_tests.iter().map(dependency(true)))
            .collect(),
    }
}

fn tree(packages: Vec<Package>) -> Tree {
    Tree {
        packages,
        files: Vec::new(),
    }
}

/// A tree with these files, and the packages that own them.
fn files(files: &[(&str, &str)]) -> Tree {
    let folders = [
        "crates/kernel",
        "crates/messaging",
        "crates/messaging/web",
        "apps/batch",
        "migrations",
    ];
    Tree {
        packages: folders.map(|folder| package(folder, &[])).into(),
        files: files
            .iter()
            .map(|(path, text)| SourceFile::new(path, text))
            .collect(),
    }
}

/// What a rule finds, as it is printed.
fn found(check: fn(&Tree) -> Vec<Finding>, tree: &Tree) -> Vec<String> {
    check(tree).iter().map(ToString::to_string).collect()
}

const NOTHING: [&str; 0] = [];

#[test]
fn every_rule_has_a_name_of_its_own() {
    for (number, rule) in RULES.iter().enumerate() {
        assert!(
            RULES[..number].iter().all(|other| other.name != rule.name),
            "{}",
            rule.name
        );
    }
}

#[test]
fn dependencies_point_downwards() {
    let good = tree(vec![
        package("crates/koyomi", &[]),
        package("crates/regulation", &["yakusho-koyomi"]),
        package_with(
            "crates/kernel",
            &["yakusho-regulation", "serde"],
            &["yakusho-testkit"],
            "",
        ),
        package_with(
            "crates/accounts",
            &["yakusho-kernel"],
            &["yakusho-accounts"],
            "",
        ),
        package_with(
            "crates/messaging",
            &["yakusho-accounts", "yakusho-kernel"],
            &["yakusho-migrations"],
            "",
        ),
        package(
            "crates/messaging/web",
            &["yakusho-messaging", "yakusho-accounts", "yakusho-webkit"],
        ),
        package("crates/webkit", &["yakusho-kernel"]),
        package(
            "crates/testkit",
            &["yakusho-accounts", "yakusho-migrations"],
        ),
        package(
            "apps/server",
            &[
                "yakusho-messaging-web",
                "yakusho-webkit",
                "yakusho-messaging",
            ],
        ),
        package("apps/batch", &["yakusho-messaging"]),
        package_with("tests", &[], &["yakusho-server", "yakusho-testkit"], ""),
        package("migrations", &[]),
        package("xtask", &["yakusho-regulation"]),
    ]);
    assert_eq!(found(direction::packages, &good), NOTHING);
}

#[test]
fn dependencies_that_point_elsewhere_are_found() {
    let bad = tree(vec![
        package("crates/koyomi", &["yakusho-kernel"]),
        package("crates/kernel", &["yakusho-testkit"]),
        package("crates/accounts", &["yakusho-messaging"]),
        package("crates/messaging", &["yakusho-webkit"]),
        package("crates/messaging/web", &["yakusho-accounts-web"]),
        package("crates/accounts/web", &["yakusho-messaging"]),
        package_with("crates/webkit", &[], &["yakusho-accounts"], ""),
        package("crates/testkit", &[]),
        package("apps/batch", &["yakusho-webkit", "yakusho-accounts-web"]),
        package("apps/other", &[]),
    ]);
    let expected = [
        "crates/koyomi/Cargo.toml: yakusho-koyomi may not depend on yakusho-kernel",
        "crates/kernel/Cargo.toml: yakusho-kernel may not depend on yakusho-testkit",
        "crates/accounts/Cargo.toml: yakusho-accounts may not depend on yakusho-messaging",
        "crates/messaging/Cargo.toml: yakusho-messaging may not depend on yakusho-webkit",
        "crates/messaging/web/Cargo.toml: yakusho-messaging-web may not depend on yakusho-accounts-web",
        "crates/accounts/web/Cargo.toml: yakusho-accounts-web may not depend on yakusho-messaging",
        "crates/webkit/Cargo.toml: yakusho-webkit may not depend in its tests on yakusho-accounts",
        "apps/batch/Cargo.toml: yakusho-batch may not depend on yakusho-webkit",
        "apps/batch/Cargo.toml: yakusho-batch may not depend on yakusho-accounts-web",
        "apps/other/Cargo.toml: yakusho-other has no place in the direction of dependencies",
    ];
    assert_eq!(found(direction::packages, &bad), expected);
}

#[test]
fn libraries_stay_in_their_layers() {
    let good = tree(vec![
        package("crates/messaging", &["sea-orm"]),
        package("crates/messaging/web", &["poem"]),
    ]);
    assert_eq!(found(direction::libraries, &good), NOTHING);

    let bad = tree(vec![
        package_with("crates/webkit", &[], &["sea-orm"], ""),
        package("crates/messaging", &["poem-openapi"]),
        package("apps/batch", &["poem"]),
    ]);
    let expected = [
        "crates/webkit/Cargo.toml: yakusho-webkit may not use sea-orm",
        "crates/messaging/Cargo.toml: yakusho-messaging may not use poem-openapi",
        "apps/batch/Cargo.toml: yakusho-batch may not use poem",
    ];
    assert_eq!(found(direction::libraries, &bad), expected);
}

const INHERITS: &str = "
[package]
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true
publish.workspace = true
[lints]
workspace = true
";

#[test]
fn manifests_inherit() {
    let good = tree(vec![package_with("crates/koyomi", &[], &[], INHERITS)]);
    assert_eq!(found(manifests::inherit, &good), NOTHING);

    let bad = INHERITS
        .replace("edition.workspace = true", "edition = '2024'")
        .replace("[lints]", "[other]");
    let bad = tree(vec![package_with("crates/koyomi", &[], &[], &bad)]);
    let expected = [
        "crates/koyomi/Cargo.toml: `edition.workspace = true` is missing",
        "crates/koyomi/Cargo.toml: `[lints] workspace = true` is missing",
    ];
    assert_eq!(found(manifests::inherit, &bad), expected);
}

#[test]
fn dependencies_come_from_the_root() {
    let good =
        "[dependencies]\nserde.workspace = true\ntoml = { workspace = true, optional = true }
[dev-dependencies]
poem = { workspace = true, features = ['test'] }
yakusho-accounts = { workspace = true, features = ['testing'] }\n";
    let good = tree(vec![package_with("crates/koyomi", &[], &[], good)]);
    assert_eq!(found(manifests::shared_versions, &good), NOTHING);

    let bad = "
[dependencies]
serde = '1'
[dev-dependencies]
toml = { workspace = true, features = ['parse'] }
[target.'cfg(unix)'.build-dependencies]
cc = { path = '../cc' }
";
    let bad = tree(vec![package_with("crates/koyomi", &[], &[], bad)]);
    let expected = [
        "crates/koyomi/Cargo.toml: `serde.workspace = true` is missing",
        "crates/koyomi/Cargo.toml: features of toml belong to the root's manifest",
        "crates/koyomi/Cargo.toml: `cc.workspace = true` is missing",
    ];
    assert_eq!(found(manifests::shared_versions, &bad), expected);
}

#[test]
fn queries_stand_in_stores() {
    let good = files(&[
        ("crates/messaging/src/board/store.rs", "use sea_orm::Set;"),
        (
            "crates/messaging/src/board/store/list.rs",
            "use sea_orm::Set;",
        ),
        ("crates/messaging/src/entity/post.rs", "use sea_orm::Set;"),
        (
            "crates/messaging/src/board/service.rs",
            "// not sea_orm\nlet x = \"sea_orm\";",
        ),
        ("crates/kernel/src/tx.rs", "use sea_orm::Set;"),
        ("migrations/src/lib.rs", "use sea_orm_migration::prelude;"),
    ]);
    assert_eq!(found(places::stores, &good), NOTHING);

    let bad = files(&[(
        "crates/messaging/src/board/service.rs",
        "//! x\nuse sea_orm::Set;",
    )]);
    let expected =
        ["crates/messaging/src/board/service.rs:2: sea-orm belongs to store.rs and the entities"];
    assert_eq!(found(places::stores, &bad), expected);
}

#[test]
fn permits_are_made_by_policies() {
    let good = files(&[
        (
            "crates/messaging/src/board/policy.rs",
            "cx.judge(POST)\n    .permit()",
        ),
        (
            "crates/kernel/src/judgement.rs",
            "//! x\ncx.judge(ACT).permit()",
        ),
        (
            "crates/messaging/src/board/rules.rs",
            "rule!(X).judge(city, today, holds); // cx.judge(x)",
        ),
    ]);
    assert_eq!(found(places::permits, &good), NOTHING);

    let bad = files(&[(
        "crates/messaging/web/src/board.rs",
        "let permit = cx\n  .judge(POST)\n  .permit();",
    )]);
    assert_eq!(
        found(places::permits, &bad),
        ["crates/messaging/web/src/board.rs:3: only a policy makes a permit"]
    );
}

#[test]
fn the_kernel_asks_its_own_tables() {
    let migrations = [
        (
            "migrations/src/kernel.rs",
            "vec![\n    table(\n        \"notices\",",
        ),
        (
            "migrations/src/mail.rs",
            "let boxes = table(\"boxes\", []);\nvec![\n  table(\n    \"mails\",",
        ),
    ];
    let asks = "//! x \"boxes\"\n.from_as(\"notices\", \"n\")\n    Mails = \"mails\",";
    let good = [&migrations[..], &[("crates/kernel/src/notice.rs", asks)]].concat();
    assert_eq!(found(places::tables, &files(&good)), NOTHING);

    let asks = ".from(\n  \"mails\",\n)\n.join_as(Inner, \"boxes\", \"b\")\n#[sea_orm(table_name = \"boxes\")]";
    let bad = [&migrations[..], &[("crates/kernel/src/notice.rs", asks)]].concat();
    let expected = [
        "crates/kernel/src/notice.rs:2: mails is a domain's table",
        "crates/kernel/src/notice.rs:4: boxes is a domain's table",
        "crates/kernel/src/notice.rs:5: boxes is a domain's table",
    ];
    assert_eq!(found(places::tables, &files(&bad)), expected);
}

#[test]
fn lints_are_expected_not_allowed() {
    let good = files(&[(
        "a.rs",
        "#[expect(unused, reason = \"allow(x)\")]\n#[cfg(x)]\nfn allow(a: [u8; 1]) {}",
    )]);
    assert_eq!(found(attributes::no_allow, &good), NOTHING);

    let bad = files(&[(
        "a.rs",
        "#![allow(unused)]\n#[cfg_attr(test,\n  allow(unused))]\nfn a() {}\n#[ allow (unused)]",
    )]);
    let expected = [
        "a.rs:1: `expect` it, with a reason",
        "a.rs:2: `expect` it, with a reason",
        "a.rs:5: `expect` it, with a reason",
    ];
    assert_eq!(found(attributes::no_allow, &bad), expected);
}

#[test]
fn tests_are_not_ignored() {
    let good = files(&[("a.rs", "#[test]\nfn ignores() { let ignore = 1; }")]);
    assert_eq!(found(attributes::no_ignore, &good), NOTHING);

    let bad = files(&[("a.rs", "#[test]\n#[ignore = \"slow\"]\nfn a() {}")]);
    assert_eq!(
        found(attributes::no_ignore, &bad),
        ["a.rs:2: a test runs, or is deleted"]
    );
}

#[test]
fn files_begin_with_a_header() {
    let good = files(&[("a.rs", "//! What for.\n"), ("a.css", "p {}")]);
    assert_eq!(found(attributes::headers, &good), NOTHING);

    let bad = files(&[("a.rs", "// What for.\n")]);
    assert_eq!(
        found(attributes::headers, &bad),
        ["a.rs:1: begins without a `//!` header"]
    );
}

#[test]
fn files_are_read_in_one_sitting() {
    let lines = "x\n".repeat(600);
    assert_eq!(
        found(
            attributes::length,
            &files(&[("a.rs", &lines), ("a.tsv", &lines.repeat(2))])
        ),
        NOTHING
    );

    let bad = files(&[("a.rs", &format!("{lines}x\n"))]);
    assert_eq!(
        found(attributes::length, &bad),
        ["a.rs:601: 601 lines; 600 are the most"]
    );
}

#[test]
fn documents_name_what_is_there() {
    let there = [
        ("crates/messaging/src/lib.rs", "fn posted() {}"),
        ("docs/more/b.md", "[up](../a.md#head) and `docs/more/`"),
    ];
    let good = "`posted` in `crates/messaging/src/lib.rs`, `crates/<domain>/web`, [b](more/b.md), [w](https://e.example/c.md)";
    let all = [&there[..], &[("docs/a.md", good)]].concat();
    assert_eq!(found(documents::places, &files(&all)), NOTHING);

    let bad = "`taken` in `crates/messaging/src/lib.rs`\n`crates/messaging/src/gone.rs` [c](c.md)";
    let all = [&there[..], &[("docs/a.md", bad)]].concat();
    assert_eq!(
        found(documents::places, &files(&all)),
        [
            "docs/a.md:1: there is no taken in crates/messaging/src/lib.rs",
            "docs/a.md:2: there is no crates/messaging/src/gone.rs",
            "docs/a.md:2: there is no docs/c.md",
        ]
    );
}

#[test]
fn nothing_is_left_undone() {
    assert_eq!(
        found(
            words::unfinished,
            &files(&[("a.md", "A method of ToDo lists, methods")])
        ),
        NOTHING
    );

    let word = concat!("TO", "DO");
    let bad = files(&[("a.md", &format!("x\n{word}: y"))]);
    assert_eq!(
        found(words::unfinished, &bad),
        [format!("a.md:2: `{word}` does not belong here")]
    );
}

#[test]
fn nothing_names_one_machine() {
    assert_eq!(
        found(
            words::elsewhere,
            &files(&[("a.md", "see docs/network/root.md")])
        ),
        NOTHING
    );

    let folder = concat!("/ro", "ot/");
    let bad = files(&[("a.sh", &format!("cd {folder}x"))]);
    assert_eq!(
        found(words::elsewhere, &bad),
        [format!("a.sh:1: `{folder}` does not belong here")]
    );
}
