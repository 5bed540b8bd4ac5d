//! Whatever bytes come in, by whichever door, the server answers them, and never with a fault of its own.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;
use reqwest::Method;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, HeaderValue};
use yakusho_testkit::{any_text, samples};
use yakusho_tests::{Client, Database, Hall, Kind, Page, Route, Routes, Who};

/// Parameters by which lists and forms are asked for something.
const PARAMETERS: [&str; 16] = [
    "after", "q", "view", "unit", "from", "until", "day", "act", "rule", "person", "limit", "step",
    "who", "login", "on", "known",
];

/// Bytes of a body: none that make sense, and forms, files and JSON that nearly do.
fn any_body() -> impl Strategy<Value = (&'static str, Vec<u8>)> {
    const FORM: &str = "application/x-www-form-urlencoded";
    const JSON: &str = "application/json";
    const FILES: &str = "multipart/form-data; boundary=b";
    let junk = || prop::collection::vec(any::<u8>(), 0..300);
    let pairs = || {
        prop::collection::vec(
            (
                "(title|body|name|files|due|csrf|number|[a-z_]{1,8})",
                any_text(),
            ),
            0..6,
        )
    };
    let json = pairs().prop_map(|pairs| {
        let object: serde_json::Map<_, _> = pairs
            .into_iter()
            .map(|(key, text)| (key, text.into()))
            .collect();
        (
            JSON,
            serde_json::Value::Object(object).to_string().into_bytes(),
        )
    });
    let form = pairs().prop_map(|pairs| {
        let url = reqwest::Url::parse_with_params("http://h/", pairs).expect("an address");
        (FORM, url.query().unwrap_or_default().as_bytes().to_vec())
    });
    let part = (
        "(; name=\"?[a-z]{0,6}\"?)?(; filename\\*?=\"?[ -~あ]{0,9}\"?)?",
        "(Content-Type: [ -~]{0,20}\r\n)?",
        "(\r\n){0,2}",
        junk(),
        "(\r\n)?--b(--)?(\r\n)?",
    );
    let parts = prop::collection::vec(part, 0..4).prop_map(|parts| {
        let mut bytes = b"--b\r\n".to_vec();
        for (names, kind, gap, content, end) in parts {
            let head = [
                "Content-Disposition: form-data",
                &names,
                "\r\n",
                &kind,
                &gap,
            ]
            .concat();
            bytes.extend_from_slice(head.as_bytes());
            bytes.extend(content);
            bytes.extend_from_slice(end.as_bytes());
        }
        (FILES, bytes)
    });
    let kinds = prop::sample::select(vec![FORM, JSON, FILES, "text/csv", ""]);
    prop_oneof![(kinds, junk()), json, form, parts]
}

/// A header's value as bytes; what no header may hold is left out.
fn header(text: &str) -> HeaderValue {
    let bytes = text.bytes().filter(|byte| *byte >= b' ' && *byte != 0x7f);
    HeaderValue::from_bytes(&bytes.collect::<Vec<_>>()).expect("the value of a header")
}

#[track_caller]
fn answered(answer: &Page, asked: &dyn std::fmt::Debug) {
    assert!(answer.status < 500, "{asked:?}: {answer:?}");
}

#[tokio::test]
async fn addresses_on_sqlite() {
    asks_by_address(Database::Sqlite).await;
}

#[tokio::test]
async fn addresses_on_postgresql() {
    asks_by_address(Database::Postgres).await;
}

/// Searches, cursors, days and ids in addresses.
async fn asks_by_address(database: Database) {
    let hall = Hall::start("model", database).await;
    let client = hall.signed_in(Who::Administrator).await;
    let routes = Routes::of(&hall);
    let reading = |route: &&Route| route.is_get() && route.kind != Kind::Events;
    let reading: Vec<_> = routes.all().iter().filter(reading).cloned().collect();
    let asked = (
        prop::sample::select(reading),
        prop_oneof![Just(yakusho_tests::NOTHING.to_owned()), "[!-~あ]{1,40}"],
        prop::collection::vec((prop::sample::select(&PARAMETERS[..]), any_text()), 1..4),
    );
    for (route, part, query) in samples(asked, 300) {
        let part = utf8_percent_encode(&part, NON_ALPHANUMERIC).to_string();
        let url = reqwest::Url::parse_with_params("http://h/", &query).expect("an address");
        let path = format!("{}?{}", route.with(&part), url.query().unwrap_or_default());
        answered(&client.get(&path).await, &(route.name(), part, query));
    }
}

#[tokio::test]
async fn bodies_on_sqlite() {
    sends_bodies(Database::Sqlite).await;
}

#[tokio::test]
async fn bodies_on_postgresql() {
    sends_bodies(Database::Postgres).await;
}

/// Forms, files and JSON, to every door that takes any.
async fn sends_bodies(database: Database) {
    let hall = Hall::start("model", database).await;
    let (mut client, mut csrf) = at_the_door(&hall).await;
    let routes = Routes::of(&hall);
    let taking: Vec<_> = routes
        .all()
        .iter()
        .filter(|route| !route.is_get())
        .cloned()
        .collect();
    let sent = (prop::sample::select(taking), any_body(), any_text());
    for (route, (kind, body), key) in samples(sent, 300) {
        let request = client.request(route.method(), &route.with(yakusho_tests::NOTHING));
        let request = request
            .header("X-CSRF-Token", &csrf)
            .header("Idempotency-Key", header(&key))
            .header("Origin", &hall.url);
        let sent = request.header(CONTENT_TYPE, kind).body(body.clone());
        answered(&client.send(sent).await, &(route.name(), kind, body));
        // Signing out takes any body.
        if client.get("/").await.status != 200 {
            (client, csrf) = at_the_door(&hall).await;
        }
    }
}

async fn at_the_door(hall: &Hall) -> (Client, String) {
    let client = hall.signed_in(Who::Administrator).await;
    let csrf = client.csrf().await;
    (client, csrf)
}

#[tokio::test]
async fn tokens_cookies_and_passwords_on_sqlite() {
    shows_anything(Database::Sqlite).await;
}

#[tokio::test]
async fn tokens_cookies_and_passwords_on_postgresql() {
    shows_anything(Database::Postgres).await;
}

/// What should let somebody in, and lets nobody.
async fn shows_anything(database: Database) {
    let hall = Hall::start("model", database).await;
    let stranger = hall.client();
    let who = hall.signed_in(Who::Staff).await;
    let token = who
        .token(&hall.account(Who::Staff).password, &["read"])
        .await;
    let nearly = prop_oneof![
        any_text(),
        (0..token.len(), "[ -~]?").prop_map(move |(at, other)| {
            let mut nearly = token.clone();
            nearly.replace_range(at..=at, &other);
            nearly
        }),
    ];
    let genuine = who.get("/api/v1/me").await;
    assert_eq!(genuine.status, 200, "{genuine:?}");
    for (text, cookie, password) in samples((nearly, any_text(), any_text()), 100) {
        let me = || stranger.request(Method::GET, "/api/v1/me");
        let bearer = me().header(AUTHORIZATION, header(&format!("Bearer {text}")));
        answered(&stranger.send(bearer).await, &text);
        for name in ["yakusho", "session", "__Host-session", "lang"] {
            let worn = me().header(COOKIE, header(&format!("{name}={cookie}; {cookie}")));
            assert_eq!(stranger.send(worn).await.status, 401, "{cookie:?}");
        }
        let attempt = serde_json::json!({ "id": text, "password": password });
        let refused = stranger
            .json(Method::POST, "/api/v1/session", &attempt)
            .await;
        assert!(
            matches!(refused.status, 403 | 422 | 429),
            "{attempt}: {refused:?}"
        );
    }
}
