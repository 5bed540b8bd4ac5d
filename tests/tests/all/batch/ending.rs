//! The code with which the program ends says what became of the night.

use std::fs;
use std::process::{Command, Output};

use yakusho_tests::{Database, Hall};

const DONE: i32 = 0;
const FAILED: i32 = 1;
const MISCONFIGURED: i32 = 2;

#[tokio::test]
async fn it_tells_done_from_failed_from_misconfigured() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    assert_eq!(ends(hall.batch().arg("nightly"), ""), DONE);
    assert_eq!(ends(hall.batch().args(["job", "board"]), ""), DONE);
    let unknown = hall.batch().args(["job", "nothing"]).output();
    assert_eq!(code(&unknown.expect("an end")), MISCONFIGURED);
    let fault = hall.folder().join("wrong.toml");
    fs::write(&fault, "city = \"nowhere\"\n").expect("a configuration");
    let mut wrong = hall.batch();
    let wrong = wrong.arg("nightly").env("YAKUSHO_CITY", "nowhere");
    assert_eq!(ends(wrong, "nowhere"), MISCONFIGURED);
}

#[tokio::test]
async fn without_its_tables_it_fails_and_says_what_to_do() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let empty = tempfile::tempdir().expect("a folder");
    let mut night = hall.batch();
    night.arg("nightly").env("YAKUSHO_DATA", empty.path());
    assert_eq!(ends(&mut night, "yakusho-batch migrate"), FAILED);
}

/// Runs it to its end, and returns its code; what it complains of holds `words`.
fn ends(night: &mut Command, words: &str) -> i32 {
    let output = night.output().expect("an end");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains(words), "{said}");
    code(&output)
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("an end by itself")
}
