//! What changes something is refused without the session's token, and where another site sends it.

use yakusho_tests::{Database, Hall, NOTHING, Route, Routes, Who};

use super::ask;
use crate::none;

#[tokio::test]
async fn nothing_changes_without_the_sessions_token() {
    sends_no_token(Database::Sqlite).await;
}

#[tokio::test]
async fn nothing_changes_without_the_sessions_token_on_postgresql() {
    sends_no_token(Database::Postgres).await;
}

async fn sends_no_token(database: Database) {
    let hall = Hall::start("model", database).await;
    let client = hall.signed_in(Who::Administrator).await;
    let mut tried = 0;
    let mut wrong = Vec::new();
    for route in changing(&Routes::of(&hall)) {
        for csrf in ["", NOTHING] {
            tried += 1;
            let answer = ask(&client, route, &route.with(NOTHING), csrf).await;
            if answer.status != refusal(route) {
                wrong.push(format!("{}: {answer:?}", route.name()));
            }
        }
    }
    assert!(tried > 0);
    none(&wrong);
}

#[tokio::test]
async fn nothing_changes_on_another_sites_word() {
    sends_from_elsewhere(Database::Sqlite).await;
}

#[tokio::test]
async fn nothing_changes_on_another_sites_word_on_postgresql() {
    sends_from_elsewhere(Database::Postgres).await;
}

async fn sends_from_elsewhere(database: Database) {
    let hall = Hall::start("model", database).await;
    let client = hall.signed_in(Who::Administrator).await;
    let csrf = client.csrf().await;
    let mut wrong = Vec::new();
    for route in changing(&Routes::of(&hall)) {
        let request = client.request(route.method(), &route.with(NOTHING));
        let request = request
            .header("X-CSRF-Token", &csrf)
            .header("Origin", "https://example.com");
        let answer = client.send(request).await;
        if answer.status != 403 {
            wrong.push(format!("{}: {answer:?}", route.name()));
        }
    }
    none(&wrong);
}

/// What may change something, but for what leads programs of calendars to their own, which changes nothing.
fn changing(routes: &Routes) -> impl Iterator<Item = &Route> {
    let leads = |route: &Route| route.kind.is_dav() && route.access.is_open();
    let all = routes.all().iter();
    all.filter(move |route| !route.method().is_safe() && !leads(route))
}

/// How what comes without the token is refused: where only programs come in, a session is nobody's.
fn refusal(route: &Route) -> u16 {
    if route.kind.is_for_programs() {
        401
    } else {
        403
    }
}
