//! What the table keeps for the holders of a role is refused to all others, with the article; and no route fails,
//! whoever asks it for what is not there.

use yakusho_tests::{Database, Hall, NOTHING, Page, Route, Routes, Who};

use super::{ask, cites_a_rule, roles};
use crate::none;

#[tokio::test]
async fn every_route_asked_by_a_fixed_term_member() {
    asks_everything(Who::FixedTerm, Database::Sqlite).await;
}

#[tokio::test]
async fn every_route_asked_by_a_member_of_staff() {
    asks_everything(Who::Staff, Database::Sqlite).await;
}

#[tokio::test]
async fn every_route_asked_by_the_head_of_a_section() {
    asks_everything(Who::Head, Database::Sqlite).await;
}

#[tokio::test]
async fn every_route_asked_by_the_administrator() {
    asks_everything(Who::Administrator, Database::Sqlite).await;
}

#[tokio::test]
async fn every_route_asked_by_the_supervisor() {
    asks_everything(Who::Supervisor, Database::Sqlite).await;
}

#[tokio::test]
async fn every_route_asked_by_a_member_of_staff_on_postgresql() {
    asks_everything(Who::Staff, Database::Postgres).await;
}

#[tokio::test]
async fn every_route_asked_by_the_administrator_on_postgresql() {
    asks_everything(Who::Administrator, Database::Postgres).await;
}

#[tokio::test]
async fn every_route_asked_by_the_supervisor_on_postgresql() {
    asks_everything(Who::Supervisor, Database::Postgres).await;
}

async fn asks_everything(who: Who, database: Database) {
    let hall = Hall::start("model", database).await;
    let routes = Routes::of(&hall);
    let roles = roles(who);
    let mut client = hall.signed_in(who).await;
    let mut csrf = client.csrf().await;
    let mut wrong = Vec::new();
    for route in routes.all() {
        let answer = ask(&client, route, &route.with(NOTHING), &csrf).await;
        if route.kind.is_for_programs() && !route.access.is_open() {
            // A session opens nothing to whoever is no browser.
            if answer.status != 401 {
                wrong.push(format!("{}: {answer:?}", route.name()));
            }
            continue;
        }
        let admitted = route.access.admits(&roles);
        if !is_fine(route, &answer, admitted) {
            wrong.push(format!("{}: {answer:?}", route.name()));
        }
        // Signing out is a route, too, as is ending every session.
        if !route.is_get() && client.get("/").await.status != 200 {
            client = hall.signed_in(who).await;
            csrf = client.csrf().await;
        }
    }
    none(&wrong);
}

/// Whether the answer is one that the table expects, for something that is not there.
fn is_fine(route: &Route, answer: &Page, admitted: bool) -> bool {
    match answer.status {
        403 => cites_a_rule(answer),
        _ if !admitted => false,
        200..400 => !route.is_get() || !route.has_parameters() || route.access.is_open(),
        400 | 404 | 409 | 415 | 422 => true,
        // Attempts are counted.
        401 | 429 => route.access.is_open(),
        _ => false,
    }
}
