//! Operations of the API take the parameters that they describe, say which one is wrong, and say it in the caller's
//! language.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use yakusho_tests::{Client, Database, Hall, NOTHING, Page, Route, Routes, Who};

use super::paging::asked;
use super::{ask, roles};
use crate::none;

#[tokio::test]
async fn no_operation_ignores_a_parameter_that_it_does_not_know() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let routes = Routes::of(&hall);
    let described = described(&hall.signed_in(Who::Staff).await).await;
    let mut wrong = Vec::new();
    let (mut tried, mut days_tried) = (0, 0);
    for who in [Who::Administrator, Who::Supervisor] {
        let client = hall.signed_in(who).await;
        let csrf = client.csrf().await;
        let operations = routes.all().iter().filter(|route| route.api);
        for route in operations.filter(|route| route.access.admits(&roles(who))) {
            let Some(names) = names(&described, route) else {
                continue;
            };
            tried += 1;
            let path = route.with(NOTHING);
            let required = asked(path.trim_start_matches("/api/v1"), NOTHING);
            let answer = ask(&client, route, &format!("{path}?no_such=1"), &csrf).await;
            if !names_it(&answer, 400, "unknown_parameter", "no_such") {
                wrong.push(format!("{}: {answer:?}", route.name()));
            }
            if names.iter().any(|name| name == "limit") {
                let answer = ask(&client, route, &format!("{path}?{required}limit=0"), &csrf).await;
                if !names_it(&answer, 400, "malformed", "limit") {
                    wrong.push(format!("{}: {answer:?}", route.name()));
                }
            }
            for day in days(&described, route) {
                let answer = ask(&client, route, &format!("{path}?{day}=9999-12-31"), &csrf).await;
                if !names_it(&answer, 422, "year_beyond", &day) {
                    wrong.push(format!("{}: {answer:?}", route.name()));
                }
                days_tried += 1;
            }
            let lists = route.method == "GET" && !route.has_parameters();
            if lists && names.iter().any(|name| name == "after") {
                let path = format!("{path}?{required}after=%21");
                let answer = ask(&client, route, &path, &csrf).await;
                // What the holders of another role alone may list is refused first.
                if answer.status != 403 && !names_it(&answer, 422, "malformed", "after") {
                    wrong.push(format!("{}: {answer:?}", route.name()));
                }
            }
        }
    }
    assert!(tried > 200, "only {tried} operations were tried");
    assert!(days_tried > 20, "only {days_tried} days were tried");
    none(&wrong);
}

/// The names of the first and the last day of a period.
const PERIODS: [[&str; 2]; 2] = [["from", "until"], ["first", "last"]];

#[tokio::test]
async fn a_period_that_ends_before_it_begins_is_refused_at_its_end() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let routes = Routes::of(&hall);
    let described = described(&hall.client()).await;
    let (mut wrong, mut tried) = (Vec::new(), BTreeSet::new());
    for who in [Who::Administrator, Who::Supervisor] {
        let client = hall.signed_in(who).await;
        let operations = routes.all().iter().filter(|route| route.api);
        let operations = operations.filter(|route| route.is_get() && !route.has_parameters());
        for route in operations.filter(|route| route.access.admits(&roles(who))) {
            let days = days(&described, route);
            let has = |name: &str| days.iter().any(|day| day == name);
            let Some([first, last]) = PERIODS
                .into_iter()
                .find(|[first, last]| has(first) && has(last))
            else {
                continue;
            };
            tried.insert(route.name());
            let path = route.with(NOTHING);
            let backwards = format!("{path}?{first}=2026-11-20&{last}=2026-11-19");
            let answer = client.get(&backwards).await;
            if !names_it(&answer, 422, "end_before_start", last) {
                wrong.push(format!("{}: {answer:?}", route.name()));
            }
        }
    }
    assert!(tried.len() > 7, "{tried:?}");
    none(&wrong);
    let clerk = hall.signed_in(Who::Staff).await;
    let page = clerk
        .visit("/search?q=a&from=2026-11-20&until=2026-11-19")
        .await;
    assert!(page.text().contains("開始より後にしてください"), "{page:?}");
}

#[tokio::test]
async fn no_operation_ignores_a_member_of_its_body_that_it_does_not_know() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let routes = Routes::of(&hall);
    let described = described(&hall.client()).await;
    let mut wrong = Vec::new();
    let mut tried = BTreeSet::new();
    for who in [Who::Administrator, Who::Supervisor] {
        let client = hall.signed_in(who).await;
        let csrf = client.csrf().await;
        let operations = routes.all().iter().filter(|route| route.api);
        for route in operations.filter(|route| route.access.admits(&roles(who))) {
            if !takes_json(&described, route) {
                continue;
            }
            tried.insert(route.name());
            let request = client.request(route.method(), &route.with(NOTHING));
            let request = request.header("X-CSRF-Token", &csrf);
            let answer = client.send(request.json(&json!({"no_such": 1}))).await;
            let problem = answer.json();
            let errors = problem["errors"].as_array().into_iter().flatten();
            let named = errors
                .filter(|error| error["field"] == "no_such" && error["code"] == "unknown_member");
            if answer.status != 422 || named.count() != 1 {
                wrong.push(format!("{}: {answer:?}", route.name()));
            }
        }
    }
    none(&wrong);
    let bodies = routes.all().iter();
    let bodies = bodies.filter(|route| takes_json(&described, route));
    assert_eq!(tried, bodies.map(Route::name).collect());
    assert!(tried.len() > 100, "only {} were tried", tried.len());
}

#[tokio::test]
async fn what_is_wrong_with_a_request_is_said_in_the_callers_language() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let clerk = hall.signed_in(Who::Staff).await;
    let path = "/api/v1/board/posts";
    let japanese = clerk.get(&format!("{path}?limit=many")).await.json();
    assert_eq!(japanese["detail"], "limitの形式が正しくありません。");
    let english = clerk.in_language("en");
    let answer = english.get(&format!("{path}?limit=many")).await.json();
    assert_eq!(answer["detail"], "limit is not in the expected form.");
    assert_eq!(answer["errors"][0]["message"], answer["detail"]);
    let answer = english.get(&format!("{path}?colour=red")).await.json();
    assert_eq!(answer["detail"], "There is no parameter of this name.");
    let csrf = clerk.csrf().await;
    let broken = |client: &Client| {
        let request = client.request(reqwest::Method::POST, path);
        let request = request.header("X-CSRF-Token", &csrf);
        request.header("Content-Type", "application/json").body("{")
    };
    let answer = clerk.send(broken(&clerk)).await.json();
    assert_eq!(answer["detail"], "送信された内容を読み取れませんでした。");
    let answer = english.send(broken(&english)).await.json();
    assert_eq!(answer["detail"], "What was sent could not be read.");
    assert_eq!(answer["errors"][0]["message"], "The body is no JSON.");
}

/// The description of the API.
async fn described(client: &Client) -> Value {
    client.get("/api/v1/openapi.json").await.json()
}

/// What the query of an operation may hold; none for a route that is no operation.
fn names(described: &Value, route: &Route) -> Option<Vec<String>> {
    Some(named(operation(described, route)?, |_| true))
}

/// The days that the query of an operation may hold.
fn days(described: &Value, route: &Route) -> Vec<String> {
    let is_day = |parameter: &Value| {
        let format = parameter["schema"]["format"].as_str();
        format.is_some_and(|format| format.ends_with("date"))
    };
    operation(described, route).map_or_else(Vec::new, |operation| named(operation, is_day))
}

/// The names of those parameters in the query of an operation.
fn named(operation: &Value, which: impl Fn(&Value) -> bool) -> Vec<String> {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    parameters
        .filter(|parameter| parameter["in"] == "query" && which(parameter))
        .filter_map(|parameter| parameter["name"].as_str().map(str::to_owned))
        .collect()
}

/// Whether a route is an operation that takes JSON.
fn takes_json(described: &Value, route: &Route) -> bool {
    let content = operation(described, route).map(|operation| &operation["requestBody"]["content"]);
    let kinds = content.and_then(Value::as_object).into_iter().flatten();
    kinds
        .into_iter()
        .any(|(kind, _)| kind.starts_with("application/json"))
}

/// What is described of a route; nothing of one that is no operation.
fn operation<'d>(described: &'d Value, route: &Route) -> Option<&'d Value> {
    let path = route.path.strip_prefix("/api/v1")?;
    let parts = path.split('/').map(|part| match part.strip_prefix(':') {
        Some(name) => format!("{{{name}}}"),
        None => part.to_owned(),
    });
    let path = parts.collect::<Vec<_>>().join("/");
    described["paths"]
        .get(&path)?
        .get(route.method.to_lowercase())
}

fn names_it(answer: &Page, status: u16, code: &str, name: &str) -> bool {
    let error = &answer.json()["errors"][0];
    answer.status == status && error["code"] == code && error["field"] == name
}
