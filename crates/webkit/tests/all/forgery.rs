//! Requests that another site has a signed-in browser send.

use poem::http::StatusCode;
use yakusho_kernel::Scope;

use crate::site::{Browser, CLERK, CSRF, Town, by_token, clerk, json, text};

#[tokio::test]
async fn a_form_without_the_session_s_token_changes_nothing() {
    let town = Town::new().await;
    for token in [
        None,
        Some(""),
        Some("csrf-of-clerj"),
        Some("csrf-of-clerk2"),
    ] {
        let fields: Vec<_> = token.map(|token| ("csrf", token)).into_iter().collect();
        let page = town
            .client
            .post("/book")
            .signed_in(CLERK)
            .form_body(&fields);
        let page = page.send().await;
        page.assert_status(StatusCode::FORBIDDEN);
        assert!(
            text(page).await.contains("送信元を確認できませんでした"),
            "{token:?}"
        );
    }
    let page = town.post("/book", &[("name", "佐藤")]).await;
    page.assert_status(StatusCode::SEE_OTHER);
    page.assert_header("location", "/book");
}

#[tokio::test]
async fn a_script_of_the_site_sends_the_token_as_a_header() {
    let town = Town::new().await;
    let send = |token: &'static str| {
        let request = town.client.post("/book").signed_in(CLERK);
        request
            .header("x-csrf-token", token)
            .form_body(&[("name", "佐藤")])
            .send()
    };
    send(CSRF).await.assert_status(StatusCode::SEE_OTHER);
    send("other").await.assert_status(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_the_browser_says_of_another_site_is_believed() {
    let town = Town::new().await;
    let send = |headers: &[(&'static str, &'static str)]| {
        let request = town
            .client
            .post("/book")
            .signed_in(CLERK)
            .header("host", "yakusho.lg.jp");
        let request = headers.iter().fold(request, |request, (name, value)| {
            request.header(*name, *value)
        });
        request
            .form_body(&[("csrf", CSRF), ("name", "佐藤")])
            .send()
    };
    for ours in [
        &[("sec-fetch-site", "same-origin")][..],
        &[("sec-fetch-site", "none")],
        &[("origin", "https://yakusho.lg.jp")],
        &[
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://proxy.internal"),
        ],
        &[],
    ] {
        let page = send(ours).await;
        assert_eq!(page.0.status(), StatusCode::SEE_OTHER, "{ours:?}");
    }
    for theirs in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.example")],
        &[("origin", "https://yakusho.lg.jp.evil.example")],
        &[("origin", "https://yakusho.lg.jp:8443")],
        &[("origin", "null")],
    ] {
        let page = send(theirs).await;
        assert_eq!(page.0.status(), StatusCode::FORBIDDEN, "{theirs:?}");
    }
}

#[tokio::test]
async fn signing_in_is_not_done_for_somebody_by_another_site() {
    let town = Town::new().await;
    let send = |site: &'static str| {
        let request = town.client.post("/sign-in").header("sec-fetch-site", site);
        request.form_body(&[("secret", "theirs")]).send()
    };
    send("cross-site")
        .await
        .assert_status(StatusCode::FORBIDDEN);
    let page = send("same-origin").await;
    page.assert_status(StatusCode::SEE_OTHER);
    let cookie = ["session=theirs; Path=/; HttpOnly; SameSite=Lax"];
    assert_eq!(crate::site::cookies(&page), cookie);
}

#[tokio::test]
async fn the_api_asks_the_cookie_for_the_token_and_the_bearer_for_nothing() {
    let town = Town::new().await;
    town.token("t", by_token(clerk(), &[Scope::Write]));
    let request = || {
        let request = town.client.post("/api/v1/guests");
        request
            .content_type("application/json")
            .body(r#"{"name":"佐藤"}"#)
    };
    let answer = request().signed_in(CLERK).send().await;
    answer.assert_status(StatusCode::FORBIDDEN);
    assert_eq!(json(answer).await["code"], "forged");
    let answer = request()
        .signed_in(CLERK)
        .header("x-csrf-token", CSRF)
        .send()
        .await;
    answer.assert_status_is_ok();
    let bearer = request().header("authorization", "Bearer t");
    let answer = bearer.header("sec-fetch-site", "cross-site").send().await;
    answer.assert_status_is_ok();
}
