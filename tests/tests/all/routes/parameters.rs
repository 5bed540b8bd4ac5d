//! Operations of the API take the parameters that they describe, say which one is wrong, and say it in the caller's
//! language.

use serde_json::Value;
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
    let mut tried = 0;
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
            let answer = ask(&client, route, &format!("{path}?no_such=1"), &csrf).await;
            if !names_it(&answer, 400, "unknown_parameter", "no_such") {
                wrong.push(format!("{}: {answer:?}", route.name()));
            }
            if names.iter().any(|name| name == "limit") {
                let answer = ask(&client, route, &format!("{path}?limit=0"), &csrf).await;
                if !names_it(&answer, 400, "malformed", "limit") {
                    wrong.push(format!("{}: {answer:?}", route.name()));
                }
            }
            if names.iter().any(|name| name == "after") && !route.has_parameters() {
                let asked = asked(path.trim_start_matches("/api/v1"), NOTHING);
                let path = format!("{path}?{asked}after=%21");
                let answer = ask(&client, route, &path, &csrf).await;
                // What the holders of another role alone may list is refused first.
                if answer.status != 403 && !names_it(&answer, 422, "malformed", "after") {
                    wrong.push(format!("{}: {answer:?}", route.name()));
                }
            }
        }
    }
    assert!(tried > 200, "only {tried} operations were tried");
    none(&wrong);
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
    let path = route.path.strip_prefix("/api/v1")?;
    let parts = path.split('/').map(|part| match part.strip_prefix(':') {
        Some(name) => format!("{{{name}}}"),
        None => part.to_owned(),
    });
    let path = parts.collect::<Vec<_>>().join("/");
    let operation = described["paths"].get(&path)?;
    let operation = operation.get(route.method.to_lowercase())?;
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let names = parameters
        .filter(|parameter| parameter["in"] == "query")
        .filter_map(|parameter| parameter["name"].as_str().map(str::to_owned));
    Some(names.collect())
}

fn names_it(answer: &Page, status: u16, code: &str, name: &str) -> bool {
    let error = &answer.json()["errors"][0];
    answer.status == status && error["code"] == code && error["field"] == name
}
