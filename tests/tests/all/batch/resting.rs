//! What belongs to a function rests while that is switched off, at night too, and goes on afterwards.

use reqwest::Method;
use serde_json::json;
use yakusho_tests::{Client, Database, Hall, Who, run};

/// The day on which a confirmation is owed, far ahead of any other.
const DUE: &str = "2049-04-01";

#[tokio::test]
async fn a_function_that_is_switched_off_reminds_nobody() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let browser = hall.signed_in(Who::Administrator).await;
    let password = &hall.account(Who::Administrator).password;
    let token = browser.token(password, &["read", "write", "admin"]).await;
    let program = hall.client().with_token(&token);
    owe_a_confirmation(&hall, &program).await;

    switch(&program, false).await;
    let said = night(&hall);
    assert!(
        said.contains("circulations: its function is switched off"),
        "{said}"
    );

    switch(&program, true).await;
    let said = night(&hall);
    assert!(said.contains("circulations: reminded 1"), "{said}");
}

/// Sends somebody a circulation that is to be confirmed by that day.
async fn owe_a_confirmation(hall: &Hall, program: &Client) {
    let number = hall.account(Who::Staff).id.trim_start_matches('s');
    let found = format!("/api/v1/people?q={number}");
    let found = program.get(&found).await.json();
    let report = json!({
        "kind": "circulation",
        "title": "点検",
        "body": "確かめてください。",
        "people": [found["items"][0]["id"]],
        "registration": "pressing",
        "due": DUE,
    });
    let path = "/api/v1/circulations";
    let written = program.json(Method::POST, path, &report).await;
    assert_eq!(written.status, 200, "{written:?}");
    let written = written.json();
    let id = written["id"].as_str().expect("an id");
    let send = format!("{path}/{id}/send");
    let sent = program
        .json(Method::POST, &send, &json!({ "revision": 1 }))
        .await;
    assert_eq!(sent.status, 200, "{sent:?}");
}

async fn switch(program: &Client, on: bool) {
    let to = json!({ "on": on, "reason": "点検のため" });
    let switched = program
        .json(Method::PUT, "/api/v1/functions/circulation", &to)
        .await;
    assert_eq!(switched.status, 204, "{switched:?}");
}

/// The night of the day on which it is owed.
fn night(hall: &Hall) -> String {
    let mut night = hall.batch();
    night.args(["job", "circulations", "--as-of", DUE]);
    run(night)
}
