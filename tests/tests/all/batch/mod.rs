//! The batch program, as the operator and the operator's timer run it.

mod at_once;
mod bootstrap;
mod dry_run;
mod ending;
mod killed;
pub(crate) mod mail;
mod maintenance;
mod readmit;
mod resting;
mod several_hosts;
mod told;

use reqwest::Method;
use serde_json::{Value, json};
use yakusho_tests::{Client, Database, Hall, Who};

/// The day of the order, so far ahead that no server carries it out by itself, and still within the known holidays.
const DAY: &str = "2049-04-01";

/// A hall in which the administrator has scheduled a personnel order, and a program that speaks for the administrator.
async fn with_an_order(database: Database) -> (Hall, Client, String) {
    let hall = Hall::start("nogata", database).await;
    let (program, order) = order_of(&hall, DAY).await;
    (hall, program, order)
}

/// Schedules a personnel order of that day, as a program that speaks for the administrator.
async fn order_of(hall: &Hall, day: &str) -> (Client, String) {
    let scopes = ["read", "write", "admin"];
    let browser = hall.signed_in(Who::Administrator).await;
    let password = &hall.account(Who::Administrator).password;
    let token = browser.token(password, &scopes).await;
    let program = hall.client().with_token(&token);
    let number = |who| hall.account(who).id.trim_start_matches('s');
    let line = |line: u32, number: &str, unit: &str, post: &str| {
        let cells = json!({ "kind": "任命", "number": number, "unit": unit, "post": post });
        json!({ "line": line, "cells": cells })
    };
    let draft = json!({
        "title": "人事異動",
        "takes_effect_on": day,
        "lines": [
            line(1, number(Who::Administrator), "00003", "企画政策課長"),
            line(2, number(Who::Head), "00004", "情報政策課長"),
        ],
    });
    let made = program.json(Method::POST, "/api/v1/orders", &draft).await;
    assert_eq!(made.status, 201, "{made:?}");
    let id = made.json()["id"].as_str().map(str::to_owned);
    let order = format!("/api/v1/orders/{}", id.expect("the id of an order"));
    let revision = shown(&program, &order).await["revision"].clone();
    let (schedule, of) = (
        format!("{order}/schedule"),
        json!({ "revision": revision, "at_once": true }),
    );
    let scheduled = program.json(Method::POST, &schedule, &of).await;
    assert!(scheduled.status < 300, "{scheduled:?}");
    (program, order)
}

/// How often an act stands on record.
async fn recorded(program: &Client, act: &str) -> usize {
    let entries = program
        .get(&format!("/api/v1/audit/entries?act={act}"))
        .await;
    let entries = entries.json()["items"].as_array().map(Vec::len);
    entries.expect("a list of entries")
}

/// An order, as the API shows it.
async fn shown(program: &Client, order: &str) -> Value {
    let answer = program.get(order).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()
}
