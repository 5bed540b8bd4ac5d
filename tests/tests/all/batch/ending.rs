//! The code with which the program ends says what became of the night.

use std::fs;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tokio::time::sleep;
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

#[tokio::test]
async fn a_run_that_is_told_to_stop_gives_the_lock_back() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let mut was_stopped = false;
    for after in [40, 80, 160, 320, 640].map(Duration::from_millis) {
        let mut night = hall.batch();
        let night = night.arg("nightly").stderr(Stdio::piped()).spawn();
        let night = night.expect("the batch program");
        sleep(after).await;
        let id = Pid::from_raw(night.id().try_into().expect("a process"));
        kill(id, Signal::SIGTERM).expect("a signal");
        let ended = night.wait_with_output().expect("an end");
        let said = String::from_utf8_lossy(&ended.stderr);
        was_stopped |= ended.status.code() == Some(FAILED) && said.contains("told to stop");
        assert_eq!(ends(hall.batch().args(["job", "board"]), ""), DONE);
    }
    assert!(was_stopped);
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
