//! The disk of SQLite's file fails: first it does not make durable what was written, then it does not write at all.

use std::path::PathBuf;
use std::time::Duration;

use yakusho_tests::{Database, Hall, Injection, figures, files_of_sqlite};

use super::outage::Witness;

/// What has to succeed before a commit is acknowledged.
const SYNC: [&str; 2] = ["fsync", "fdatasync"];

/// What changes a file.
const WRITE: [&str; 5] = ["write", "pwrite64", "pwritev", "ftruncate", "fallocate"];

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_made_durable_is_not_acknowledged() {
    fails("fsync failing", &SYNC, "EIO", |_| Vec::new()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_file_that_cannot_be_written_is_told_and_written_again() {
    fails("SQLite's disk failing", &WRITE, "EIO", |hall| {
        files_of_sqlite(&hall.folder().join("yakusho.db"))
    })
    .await;
}

async fn fails(name: &str, calls: &[&str], error: &str, files: fn(&Hall) -> Vec<PathBuf>) {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let mut witness = Witness::of(&hall).await;
    let rounds = figures::rounds("YAKUSHO_TEST_OUTAGES", 2);
    let mut slowest = Duration::ZERO;
    let mut kept = None;
    for _ in 0..rounds {
        let fault = Injection::begin(hall.process(), calls, error, &files(&hall));
        witness.program_is_told(&hall).await;
        kept = Some(witness.person_is_told(&hall, false).await);
        fault.end();
        slowest = slowest.max(witness.recovers().await);
    }
    witness.sends_again(kept.expect("a form")).await;
    figures::tell(name, &witness.finds_everything(rounds, slowest).await);
}
