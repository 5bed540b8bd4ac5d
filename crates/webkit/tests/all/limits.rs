//! How much may be sent, how often, and how long an answer may take.

use std::time::Duration;

use futures_util::stream;
use poem::Body;
use poem::http::StatusCode;
use yakusho_webkit::Settings;

use crate::site::{Browser, CLERK, CSRF, Town, json, text};

/// A form of that many bytes.
fn form_of(bytes: usize) -> String {
    let start = format!("csrf={CSRF}&name=x&rest=");
    let rest = "x".repeat(bytes - start.len());
    start + &rest
}

fn small() -> Settings {
    Settings {
        body_limit: 1_000,
        ..Settings::default()
    }
}

#[tokio::test]
async fn a_form_may_be_as_large_as_the_limit_and_no_larger() {
    let town = Town::with(small()).await;
    for (bytes, status) in [
        (1_000, StatusCode::SEE_OTHER),
        (1_001, StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        let form = || {
            let request = town.client.post("/book").signed_in(CLERK);
            request.content_type("application/x-www-form-urlencoded")
        };
        let announced = form().header("content-length", bytes).body(form_of(bytes));
        assert_eq!(
            announced.send().await.0.status(),
            status,
            "{bytes} bytes, announced"
        );
        let pieces: Vec<_> = form_of(bytes)
            .into_bytes()
            .chunks(100)
            .map(|piece| Ok::<_, std::io::Error>(piece.to_vec()))
            .collect();
        let unannounced = form().body(Body::from_bytes_stream(stream::iter(pieces)));
        assert_eq!(
            unannounced.send().await.0.status(),
            status,
            "{bytes} bytes, unannounced"
        );
    }
}

#[tokio::test]
async fn a_length_that_is_a_lie_does_not_help() {
    let town = Town::with(small()).await;
    let request = town.client.post("/book").signed_in(CLERK);
    let request = request.content_type("application/x-www-form-urlencoded");
    let page = request
        .header("content-length", 10)
        .body(form_of(5_000))
        .send()
        .await;
    page.assert_status(StatusCode::PAYLOAD_TOO_LARGE);
    assert!(text(page).await.contains("送信内容が大きすぎます"));
}

#[tokio::test]
async fn the_api_has_the_same_limit() {
    let town = Town::with(small()).await;
    let request = town.client.post("/api/v1/guests").signed_in(CLERK);
    let request = request
        .header("x-csrf-token", CSRF)
        .content_type("application/json");
    let body = format!("{{\"name\":\"x\", \"rest\":\"{}\"}}", "x".repeat(1_000));
    let answer = request.body(body).send().await;
    answer.assert_status(StatusCode::PAYLOAD_TOO_LARGE);
    answer.assert_content_type("application/problem+json");
    assert_eq!(json(answer).await["code"], "too_large");
}

#[tokio::test]
async fn what_is_compressed_is_not_taken() {
    let town = Town::new().await;
    let request = town
        .client
        .post("/book")
        .signed_in(CLERK)
        .header("content-encoding", "gzip");
    let page = request.form_body(&[("csrf", CSRF)]).send().await;
    page.assert_status(StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn only_so_many_attempts_a_minute_may_fail() {
    let settings = Settings {
        attempts_per_minute: 3,
        ..Settings::default()
    };
    let town = Town::with(settings).await;
    let attempt = |secret: &'static str| {
        let form = [("id", "clerk-no-7"), ("secret", secret)];
        town.client.post("/sign-in").form_body(&form).send()
    };
    // Whole offices sign in from the one address of their proxy.
    for _ in 0..10 {
        attempt("right").await.assert_status(StatusCode::SEE_OTHER);
    }
    for _ in 0..3 {
        attempt("wrong")
            .await
            .assert_status(StatusCode::UNAUTHORIZED);
    }
    let refused = attempt("right").await;
    refused.assert_status(StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(text(refused).await, "clerk-no-7");
    // A form that does not ask whether it may be tried is not.
    let refused = town.client.post("/safe").form_body(&[("secret", "x")]);
    let refused = refused.send().await;
    refused.assert_status(StatusCode::TOO_MANY_REQUESTS);
    refused.assert_header("retry-after", "20");
    assert!(text(refused).await.contains("20秒待って"));
    // The API's door is the same door.
    let answer = town.client.post("/api/v1/door").send().await;
    answer.assert_status(StatusCode::TOO_MANY_REQUESTS);
    // Other routes are not touched, and time heals.
    town.client
        .get("/book")
        .signed_in(CLERK)
        .send()
        .await
        .assert_status_is_ok();
    town.world.clock.turn(time::Duration::seconds(20));
    attempt("wrong")
        .await
        .assert_status(StatusCode::UNAUTHORIZED);
    attempt("right")
        .await
        .assert_status(StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn what_takes_too_long_is_given_up() {
    let settings = Settings {
        timeout: Duration::from_millis(300),
        ..Settings::default()
    };
    let town = Town::with(settings).await;
    let page = town.client.get("/slow").signed_in(CLERK).send().await;
    page.assert_status(StatusCode::SERVICE_UNAVAILABLE);
    page.assert_header("retry-after", "10");
    assert!(
        text(page)
            .await
            .contains("時間内に処理が終わりませんでした")
    );
}
