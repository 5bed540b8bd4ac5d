//! What litmus asks of a server.

use std::process::Command;

use yakusho_tests::{Database, Hall, run};

use super::Hand;

/// Its suites.
const SUITES: &str = "basic copymove props locks http";

#[tokio::test]
async fn litmus_finds_what_it_asks_for() {
    asked_by_litmus(Database::Sqlite).await;
}

#[tokio::test]
async fn litmus_finds_what_it_asks_for_on_postgresql() {
    asked_by_litmus(Database::Postgres).await;
}

async fn asked_by_litmus(database: Database) {
    let hall = Hall::start("nogata", database).await;
    let hand = Hand::of(&hall, "litmusの部屋").await;
    let mut litmus = Command::new("litmus");
    litmus
        .current_dir(hall.folder())
        .env("TESTS", SUITES)
        .arg("--keep-going")
        .arg(format!("{}{}", hall.url, hand.folder))
        .args([&hand.login, &hand.token]);
    let said = run(litmus);
    let suites = said.lines().filter(|line| line.starts_with("<- summary"));
    let suites: Vec<&str> = suites.collect();
    assert_eq!(suites.len(), SUITES.split(' ').count(), "{said}");
    assert!(
        suites.iter().all(|line| line.contains(" 0 failed")),
        "{said}"
    );
}
