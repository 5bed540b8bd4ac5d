//! What every answer bears.

use poem::http::StatusCode;
use yakusho_webkit::Settings;

use crate::site::{Browser, CLERK, Town, cookies};

#[tokio::test]
async fn every_answer_bears_the_same_guards() {
    let town = Town::new().await;
    for path in [
        "/book",
        "/plain",
        "/nowhere",
        "/office",
        "/faults/internal",
        "/api/v1/guests",
        "/api/v1/none",
    ] {
        let answer = town.client.get(path).signed_in(CLERK).send().await;
        for (name, value) in [
            (
                "content-security-policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                 frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            ),
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            (
                "permissions-policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            ),
        ] {
            assert_eq!(answer.0.header(name), Some(value), "{name} of {path}");
        }
        assert!(answer.0.header("x-request-id").is_some(), "{path}");
        assert!(
            answer.0.header("strict-transport-security").is_none(),
            "{path}"
        );
    }
}

#[tokio::test]
async fn over_https_cookies_and_browsers_stay_there() {
    let settings = Settings {
        cookie_secure: true,
        ..Settings::default()
    };
    let town = Town::with(settings).await;
    let page = town
        .client
        .post("/sign-in")
        .form_body(&[("secret", "s")])
        .send()
        .await;
    page.assert_header(
        "strict-transport-security",
        "max-age=63072000; includeSubDomains",
    );
    assert_eq!(
        cookies(&page),
        ["__Host-session=s; Path=/; HttpOnly; SameSite=Lax; Secure"]
    );
    let cookie = |name: &str| format!("{name}={CLERK}");
    let page = town
        .client
        .get("/book")
        .header("cookie", cookie("__Host-session"))
        .send()
        .await;
    page.assert_status_is_ok();
    let page = town
        .client
        .get("/book")
        .header("cookie", cookie("session"))
        .send()
        .await;
    page.assert_status(StatusCode::SEE_OTHER);
    let page = town
        .client
        .post("/language")
        .form_body(&[("lang", "en"), ("back", "/book")])
        .send()
        .await;
    let [kept] = &cookies(&page)[..] else {
        panic!("one cookie for the language");
    };
    assert!(kept.starts_with("__Host-lang=en; Path=/;") && kept.ends_with("; Secure"));
    for (name, lang) in [("__Host-lang", "en"), ("lang", "ja")] {
        let page = town.client.get("/sign-in").header("accept-language", "ja");
        let page = page.header("cookie", format!("{name}=en")).send().await;
        let page = crate::site::text(page).await;
        assert!(
            page.contains(&format!("<html lang=\"{lang}\"")),
            "{name}: {page}"
        );
    }
}

#[tokio::test]
async fn pages_are_compressed_for_those_who_ask() {
    let town = Town::new().await;
    let get = |path: &'static str, coding: &'static str| {
        let request = town.client.get(path).signed_in(CLERK);
        request.header("accept-encoding", coding).send()
    };
    let page = get("/book", "gzip, br").await;
    page.assert_header("content-encoding", "gzip");
    page.assert_header("vary", "Accept-Encoding");
    for coding in ["identity", "gzip;q=0", "br"] {
        let page = get("/book", coding).await;
        assert_eq!(page.0.header("content-encoding"), None, "{coding}");
    }
    let events = get("/notifications/events", "gzip").await;
    events.assert_content_type("text/event-stream");
    assert_eq!(events.0.header("content-encoding"), None);
}

#[tokio::test]
async fn styles_may_be_kept() {
    let town = Town::new().await;
    let page = crate::site::text(town.client.get("/book").signed_in(CLERK).send().await).await;
    let start = page.find("/assets/").unwrap();
    let address: String = page[start..].chars().take_while(|c| *c != '"').collect();
    let style = town.client.get(&address).send().await;
    style.assert_status_is_ok();
    style.assert_header("cache-control", "public, max-age=31536000, immutable");
}
