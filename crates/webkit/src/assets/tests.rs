//! What is served, under which headers, and that nothing comes from outside.

use poem::test::TestClient;
use poem::{Route, get};

use super::*;

fn client() -> TestClient<Route> {
    TestClient::new(Route::new().at(ROUTE, get(endpoint())))
}

#[tokio::test]
async fn the_present_hash_may_be_kept_for_ever() {
    for path in paths() {
        let answer = client().get(url(&path)).send().await;
        answer.assert_status_is_ok();
        answer.assert_header(header::CACHE_CONTROL, "public, max-age=31536000, immutable");
        answer.assert_header(header::CONTENT_TYPE, find(&path).unwrap().mime);
        answer.assert_bytes(find(&path).unwrap().bytes).await;
    }
}

#[tokio::test]
async fn another_hash_is_asked_for_again() {
    let answer = client()
        .get("/assets/0000000000000000/css/shell.css")
        .send()
        .await;
    answer.assert_status_is_ok();
    answer.assert_header(header::CACHE_CONTROL, "no-cache");
}

#[tokio::test]
async fn what_is_known_is_not_sent_again() {
    let etag = find("css/shell.css").unwrap().etag;
    let answer = client()
        .get(url("css/shell.css"))
        .header(header::IF_NONE_MATCH, &etag)
        .send()
        .await;
    answer.assert_status(StatusCode::NOT_MODIFIED);
    answer.assert_bytes([]).await;
}

#[tokio::test]
async fn nothing_else_is_served() {
    for path in [
        "/assets/x/missing.css",
        "/assets/x/../Cargo.toml",
        "/assets/x/%2e%2e/Cargo.toml",
    ] {
        client()
            .get(path)
            .send()
            .await
            .assert_status(StatusCode::NOT_FOUND);
    }
}

#[test]
fn every_kind_of_file_has_its_media_type() {
    for path in paths() {
        assert_ne!(
            find(&path).unwrap().mime,
            "application/octet-stream",
            "{path}"
        );
    }
}

#[test]
fn every_module_is_imported() {
    let main = find("js/main.js").unwrap();
    let main = std::str::from_utf8(&main.bytes).unwrap();
    for path in paths() {
        if let Some(name) = path.strip_prefix("js/").filter(|name| *name != "main.js") {
            assert!(main.contains(&format!("import \"./{name}\";")), "{name}");
        }
    }
}

#[test]
fn nothing_comes_from_outside() {
    for path in paths() {
        let asset = find(&path).unwrap();
        let text = String::from_utf8_lossy(&asset.bytes).replace("http://www.w3.org/2000/svg", "");
        for outside in ["http:", "https:", "@import", "url(//"] {
            assert!(!text.contains(outside), "{path} contains {outside}");
        }
    }
}
