//! The route table, and what becomes of addresses that it does not have.

use poem::http::StatusCode;
use serde_json::Value;
use yakusho_regulation::Role;
use yakusho_webkit::{Access, App, Ground, Kind, Offer, OfferFault, Routes, Say, Settings, Words};

use crate::book;
use crate::site::{Browser, CLERK, Town, json};

#[poem::handler]
fn nothing() {}

#[tokio::test]
async fn every_route_stands_in_the_table_and_answers() {
    let town = Town::new().await;
    assert_eq!(
        town.app.entries().len(),
        App::entries_of(&[book::offer()]).len()
    );
    let find = |method: &str, path: &str| {
        let mut found = town.app.entries().iter();
        found
            .find(|entry| entry.method == method && entry.path == path)
            .unwrap_or_else(|| panic!("{method} {path}"))
            .clone()
    };
    let entry = find("POST", "/book/files");
    assert_eq!(
        (entry.kind, entry.function, entry.api),
        (Kind::Upload, Some("book"), false)
    );
    let entry = find("GET", "/api/v1/guests/:id");
    assert_eq!(
        (entry.access, entry.function, entry.api),
        (Access::User, Some("book"), true)
    );
    assert!(
        entry.handler.ends_with("BookApi getGuest"),
        "{}",
        entry.handler
    );
    let entry = find("POST", "/api/v1/door");
    assert_eq!((entry.access, entry.kind), (Access::Public, Kind::Attempt));
    let entry = find("GET", "/api/v1/office");
    assert_eq!(entry.access, Access::Role(Role::SystemAdministrator));
    let written = serde_json::to_value(&entry).unwrap();
    assert_eq!(written["access"]["role"], "system_administrator");
    assert_eq!(written["method"], "GET");
}

/// What is wrong with a site of these offers.
async fn fault(offers: impl IntoIterator<Item = Offer>) -> Option<OfferFault> {
    let town = Town::new().await;
    let ground = Ground {
        env: town.world.env.clone(),
        blobs: town.app.site().blobs().clone(),
        settings: Settings::default(),
        authenticator: town.accounts.clone(),
    };
    App::new(ground, offers).err()
}

#[tokio::test]
async fn a_route_cannot_be_given_twice() {
    let routes = Routes::new()
        .get("/a", Access::User, nothing)
        .post("/a", Access::User, nothing);
    assert_eq!(fault([Offer::new(routes)]).await, None);
    let routes = Routes::new()
        .get("/a", Access::User, nothing)
        .get("/a", Access::Public, nothing);
    assert_eq!(
        fault([Offer::new(routes)]).await,
        Some(OfferFault::Twice("GET /a".to_owned()))
    );
    let routes = Routes::new().get("/", Access::Public, nothing);
    assert_eq!(
        fault([Offer::new(routes)]).await,
        Some(OfferFault::Twice("GET /".to_owned()))
    );
}

#[tokio::test]
async fn a_code_cannot_have_two_texts() {
    let offer = |say: Say| {
        let words = Words::default().code("closed", say);
        Offer::new(Routes::new()).words(&words)
    };
    let same = [offer(|_| "closed".into()), offer(|_| "closed".into())];
    assert_eq!(fault(same).await, None);
    let torn = [offer(|_| "closed".into()), offer(|_| "shut".into())];
    assert_eq!(fault(torn).await, Some(OfferFault::Code("closed")));
}

#[tokio::test]
async fn a_method_that_is_not_there_is_refused_with_those_that_are() {
    let town = Town::new().await;
    let page = town.client.delete("/book").signed_in(CLERK).send().await;
    page.assert_status(StatusCode::METHOD_NOT_ALLOWED);
    page.assert_header("allow", "GET, POST");
    let answer = town.client.put("/api/v1/guests").send().await;
    answer.assert_status(StatusCode::METHOD_NOT_ALLOWED);
    answer.assert_content_type("application/problem+json");
}

#[tokio::test]
async fn head_answers_like_get_without_the_body() {
    let town = Town::new().await;
    let page = town.client.head("/book").signed_in(CLERK).send().await;
    page.assert_status_is_ok();
    page.assert_content_type("text/html; charset=utf-8");
    page.assert_text("").await;
    town.client
        .head("/book")
        .send()
        .await
        .assert_status(StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_does_not_exist_is_not_found_however_it_is_asked() {
    let town = Town::new().await;
    for path in [
        "/none",
        "/none/at/all",
        "/book/",
        "/book/new/x",
        "//",
        "/%00",
        "/%E3%81%82",
    ] {
        for method in ["GET", "POST", "DELETE"] {
            let request = town
                .client
                .request(method.parse().unwrap(), path)
                .signed_in(CLERK);
            let page = request.send().await;
            assert_eq!(page.0.status(), StatusCode::NOT_FOUND, "{method} {path}");
            page.assert_content_type("text/html; charset=utf-8");
        }
    }
    let answer = town.client.get("/api/v2/guests").send().await;
    answer.assert_status(StatusCode::NOT_FOUND);
    answer.assert_content_type("application/problem+json");
}

#[tokio::test]
async fn the_description_of_the_api_says_what_the_guards_do() {
    let town = Town::new().await;
    // Whoever writes a program reads it before they have an account.
    let answer = town.client.get("/api/v1/openapi.json").send().await;
    answer.assert_content_type("application/json");
    let document = json(answer).await;
    assert_eq!(document["servers"][0]["url"], "/api/v1");
    let list = &document["paths"]["/guests"]["get"];
    assert_eq!(list["operationId"], "listGuests");
    assert_eq!(
        list["security"],
        serde_json::json!([{"session": []}, {"token": []}])
    );
    for status in ["200", "401", "403", "404", "422"] {
        assert!(list["responses"][status].is_object(), "{status}");
    }
    let knock = &document["paths"]["/door"]["post"];
    assert_eq!(
        (&knock["security"], &knock["responses"]["401"]),
        (&Value::Null, &Value::Null)
    );
    assert!(document["components"]["schemas"]["Problem"].is_object());
    assert!(document["components"]["schemas"]["NewGuest"].is_object());
}
