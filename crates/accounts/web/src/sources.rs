//! What the sources of the crates behind these pages declare, for tests that nothing in them is left without words.

use std::path::{Path, PathBuf};

use yakusho_regulation::Rule;

use crate::regulation::role_of;

/// The crates whose acts, things and refusals are named here.
const CRATES: [&str; 5] = [
    "accounts/src",
    "accounts/web/src",
    "audit/src",
    "kernel/src",
    "webkit/src",
];

/// What stands in the sources of those crates between two texts, tests and comments left out.
pub(crate) fn declared(before: &str, after: char) -> Vec<String> {
    let mut found = Vec::new();
    for source in files().iter().map(|file| code(file)) {
        let pieces = source.split(before).skip(1);
        found.extend(pieces.filter_map(|piece| {
            let (text, _) = piece.split_once(after)?;
            Some(text.to_owned())
        }));
    }
    found
}

/// The codes of refusals in policies: every text there that is not the name of an act.
pub(crate) fn refusals() -> Vec<String> {
    let policies = files()
        .into_iter()
        .filter(|file| file.ends_with("policy.rs"));
    let sources: Vec<String> = policies.map(|file| code(&file)).collect();
    let texts = sources
        .iter()
        .flat_map(|source| source.split('"').skip(1).step_by(2));
    texts
        .filter(|text| !text.is_empty() && !text.contains('.'))
        .map(str::to_owned)
        .collect()
}

fn files() -> Vec<PathBuf> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut folders: Vec<_> = CRATES.iter().map(|one| crates.join(one)).collect();
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs")
                && !path.ends_with("tests.rs")
            {
                files.push(path);
            }
        }
    }
    files
}

fn code(file: &Path) -> String {
    let source = std::fs::read_to_string(file).unwrap();
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    source.lines().filter(is_code).collect()
}

#[test]
fn every_refusal_has_words() {
    // These come from the kernel, and their words from webkit.
    let base = ["role", "signed_out"];
    let words = [
        vec![
            crate::sign_in::words(),
            crate::me::words(),
            crate::people::words(),
        ],
        crate::admin::words(),
    ]
    .concat();
    let refusals = refusals();

    assert!(refusals.len() > 40, "{} refusals", refusals.len());
    for code in refusals.iter().filter(|code| !base.contains(&&***code)) {
        for lang in [yakusho_webkit::Lang::Ja, yakusho_webkit::Lang::En] {
            let said = words.iter().any(|words| words.say(code, lang).is_some());
            assert!(said, "{code} has no words");
        }
    }
}

#[test]
fn an_article_names_the_role_that_its_policy_asks_for() {
    // Of the kinds of registration, one alone asks for a role.
    const ONE_KIND: &str = "KindOfRegistration";
    let calls = declared(".role(rule!(", '}');
    let asked: Vec<(&str, &str)> = calls
        .iter()
        .filter_map(|call| {
            let (rule, rest) = call.split_once("), Role::")?;
            let (role, _) = rest.split_once(')')?;
            Some((rule, role))
        })
        .filter(|(rule, _)| rule != &ONE_KIND)
        .collect();
    assert!(asked.len() > 10, "{asked:?}");
    for (name, role) in asked {
        let rule = Rule::ALL
            .iter()
            .find(|rule| format!("{rule:?}") == name)
            .unwrap();
        let told = role_of(*rule).map(|held| format!("{held:?}"));
        assert_eq!(told.as_deref(), Some(role), "{name}");
    }
}
