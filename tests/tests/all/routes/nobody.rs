//! Without a session, a token or a secret address nothing answers but the way in.

use std::collections::BTreeSet;

use yakusho_tests::{Database, Hall, Kind, NOTHING, Route, Routes, Who, keeps};

use super::ask;
use crate::none;

/// What answers anyone, and why.
const OPEN: [(&str, &str); 22] = [
    ("GET /sign-in", "the way in"),
    ("POST /sign-in", "the way in"),
    ("GET /sign-in/code", "the way in"),
    ("GET /sign-in/passkey", "the way in"),
    ("GET /sign-in/provider", "the way in"),
    ("GET /sign-in/provider/answer", "the way in"),
    ("POST /sign-in/code", "the way in"),
    ("POST /sign-in/passkey", "the way in"),
    ("POST /api/v1/session", "the way in"),
    ("POST /api/v1/session/code", "the way in"),
    ("POST /language", "the language of the way in"),
    ("GET /assets/:hash/*path", "its static files"),
    (
        "GET /robots.txt",
        "a static file: nothing here is for search engines",
    ),
    ("GET /schedule/feed/:secret", "a secret address"),
    ("GET /duties/feed/:secret", "a secret address"),
    ("GET /.well-known/caldav", "where calendars begin"),
    ("PROPFIND /.well-known/caldav", "where calendars begin"),
    ("GET /dav", "where calendars begin"),
    ("OPTIONS /", "whether there is WebDAV on this server"),
    (
        "GET /api/v1/openapi.json",
        "what programs may ask: the same in every town hall",
    ),
    ("GET /health", "health"),
    ("GET /ready", "readiness"),
];

#[tokio::test]
async fn only_the_way_in_is_open() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let routes = Routes::of(&hall);
    let open = routes.all().iter().filter(|route| route.access.is_open());
    let open: BTreeSet<String> = open.map(Route::name).collect();
    let expected: BTreeSet<String> = OPEN.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(open, expected);
}

#[tokio::test]
async fn every_other_route_sends_nobody_to_the_way_in() {
    keeps!("nogata:2(2)");
    asks_everything(Database::Sqlite).await;
}

#[tokio::test]
async fn every_other_route_sends_nobody_to_the_way_in_on_postgresql() {
    asks_everything(Database::Postgres).await;
}

async fn asks_everything(database: Database) {
    let hall = Hall::start("nogata", database).await;
    let routes = Routes::of(&hall);
    let nobody = hall.client();
    let mut wrong = Vec::new();
    for route in routes.all() {
        let answer = ask(&nobody, route, &route.with(NOTHING), "").await;
        let to_sign_in = answer
            .location()
            .is_some_and(|to| to.starts_with("/sign-in"));
        let fine = match (route.access.is_open(), route.api) {
            (true, _) => answer.status < 500,
            // Errors of SCIM have no room for a code.
            (false, true) if route.kind == Kind::Scim => {
                answer.status == 401 && answer.json()["status"] == "401"
            }
            (false, true) => answer.status == 401 && answer.json()["code"] == "signed_out",
            (false, false) => answer.status == 303 && to_sign_in,
        };
        if !fine {
            wrong.push(format!("{}: {answer:?}", route.name()));
        }
    }
    none(&wrong);
    // Somebody who was given an account is let in.
    let clerk = hall.signed_in(Who::Staff).await;
    assert_eq!(clerk.get("/").await.status, 200);
}
