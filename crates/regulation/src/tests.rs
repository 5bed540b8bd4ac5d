//! Tests of the whole: profiles and their faults, dates of force, built-in data, marks, and the guide to profiles.

mod builtin;
mod clause;
mod documents;
mod faults;
mod force;
mod marks;
mod outside_bytes;
mod own_regulation;
mod procedure;
mod text;
mod value_faults;

use std::fs;

use tempfile::TempDir;

use crate::{City, ProfileError};

/// A small profile without fault, to be changed by each test.
const SMALL: &str = r#"[city]
id = "yamato"
code = "999997"
name = { ja = "大和市", en = "Yamato City" }

[[regulation]]
key = "nogata"
title = { ja = "大和市規程", en = "Yamato Rules" }
number = { ja = "令和3年庁達第4号", en = "Notice 4 of 2021" }
consolidated = 2021-07-01

[[rule]]
id = "suspension.by_supervisor"
clauses = ["nogata:11"]

[[role]]
id = "system_supervisor"
title = { ja = "総括責任者", en = "Supervisor" }
head_of = "総合政策部"

[[role]]
id = "system_administrator"
title = { ja = "管理者", en = "Administrator" }
head_of_section_with = "情報管理係"

[[values]]
password_min_length = 12
"#;

/// Loads `profile` from a file, with `files` beside it.
fn load_with(profile: &str, files: &[(&str, &str)]) -> Result<City, ProfileError> {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    let path = folder.path().join("yamato.toml");
    fs::write(&path, profile).unwrap();
    City::load(&path).map_err(|error| match error {
        ProfileError::Faulty(mut faults) => {
            for fault in &mut faults {
                let name = fault.file.rsplit('/').next().unwrap_or_default();
                fault.file = name.to_owned();
            }
            ProfileError::Faulty(faults)
        }
        other => other,
    })
}

fn load(profile: &str) -> City {
    load_with(profile, &[]).unwrap_or_else(|error| panic!("{error}"))
}

/// The faults of `profile`, each as `file:line:column: message`.
fn faults_of(profile: &str, files: &[(&str, &str)]) -> Vec<String> {
    let error = load_with(profile, files).expect_err("the profile should be refused");
    error.faults().iter().map(ToString::to_string).collect()
}

/// The small profile with one passage changed.
fn changed(from: &str, to: &str) -> String {
    assert_eq!(
        SMALL.matches(from).count(),
        1,
        "{from:?} should stand once in the small profile"
    );
    SMALL.replace(from, to)
}
