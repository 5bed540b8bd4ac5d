//! The JSON API does what its description says, whatever is sent: schemathesis tries every operation that is described.

use std::process::Command;

use yakusho_tests::{Database, Hall, Who, run};

/// What is looked at in each answer.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";

/// How many made-up requests each operation is tried with at most, beside those that try each limit of its description.
const EXAMPLES: &str = "5";

#[tokio::test]
async fn every_operation_answers_the_administrator_as_described() {
    as_described(Who::Administrator, &["read", "write", "admin"]).await;
}

#[tokio::test]
async fn every_operation_answers_a_clerk_as_described() {
    as_described(Who::Staff, &["read", "write"]).await;
}

/// Operations by which acts come to rest: they are tried after all others.
const HALTING: &str = "/announcements";

async fn as_described(who: Who, scopes: &[&str]) {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let browser = hall.signed_in(who).await;
    let token = browser.token(&hall.account(who).password, scopes).await;
    tries(&hall, &token, ["2", "--exclude-path-regex"]);
    // Its workers get into each other's way where they begin with the same few.
    tries(&hall, &token, ["1", "--include-path-regex"]);
    // Whatever was tried, the token opened the door to the end.
    let program = hall.client().with_token(&token);
    let me = program.get("/api/v1/me").await;
    assert_eq!(me.status, 200, "{me:?}");
}

/// Has so many workers try the operations that halt acts, or all but those.
fn tries(hall: &Hall, token: &str, [workers, which]: [&str; 2]) {
    let program = std::env::var("YAKUSHO_SCHEMATHESIS");
    let program = program.expect("YAKUSHO_SCHEMATHESIS, as `cargo xtask test` sets it");
    let mut schemathesis = Command::new(program);
    schemathesis
        .current_dir(hall.folder())
        .arg("run")
        .arg(format!("{}/api/v1/openapi.json", hall.url))
        .args(["--header", &format!("Authorization: Bearer {token}")])
        .args(["--phases", "examples,coverage,fuzzing"])
        .args(["--checks", CHECKS, "--max-examples", EXAMPLES])
        .args(["--generation-deterministic", "--workers", workers])
        .args(["--no-color", "--warnings", "off", "--continue-on-failure"])
        .args([which, HALTING]);
    let said = run(schemathesis);
    assert!(said.contains("No issues found"), "{said}");
}
