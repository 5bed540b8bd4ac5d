//! Files that go out.

use poem::http::StatusCode;
use poem::test::TestResponse;
use yakusho_blobs::BlobHash;

use yakusho_webkit::entity_tag;

use crate::site::{Browser, CLERK, Town};

const CONTENT: &[u8] = b"0123456789";

async fn get(town: &Town, hash: &BlobHash, headers: &[(&'static str, &str)]) -> TestResponse {
    let address = format!("/book/files/{hash}?name=%E4%BA%88%E7%AE%97%22%E6%A1%88%22.pdf");
    let request = town.client.get(address).signed_in(CLERK);
    let request = headers.iter().fold(request, |request, (name, value)| {
        request.header(*name, *value)
    });
    request.send().await
}

async fn stored(town: &Town) -> BlobHash {
    let blobs = town.app.site().blobs();
    blobs.put(CONTENT, 100).await.unwrap().hash
}

#[tokio::test]
async fn a_file_is_taken_away_and_never_runs_in_the_page() {
    let town = Town::new().await;
    let hash = stored(&town).await;
    let file = get(&town, &hash, &[]).await;
    file.assert_status_is_ok();
    file.assert_header("content-type", "application/pdf");
    file.assert_header("content-length", "10");
    file.assert_header(
        "content-security-policy",
        "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'",
    );
    file.assert_header("x-content-type-options", "nosniff");
    file.assert_header("etag", entity_tag(&hash));
    file.assert_header(
        "content-disposition",
        "attachment; filename=\"_____.pdf\"; filename*=UTF-8''%E4%BA%88%E7%AE%97%22%E6%A1%88%22.pdf",
    );
    file.assert_bytes(CONTENT).await;
}

#[tokio::test]
async fn a_part_of_a_file_can_be_asked_for() {
    let town = Town::new().await;
    let hash = stored(&town).await;
    let tag = entity_tag(&hash);
    let part = get(&town, &hash, &[("range", "bytes=2-4"), ("if-range", &tag)]).await;
    part.assert_status(StatusCode::PARTIAL_CONTENT);
    part.assert_header("content-range", "bytes 2-4/10");
    part.assert_header("content-length", "3");
    part.assert_bytes(b"234").await;
    let end = get(&town, &hash, &[("range", "bytes=-1")]).await;
    end.assert_bytes(b"9").await;
    let beyond = get(&town, &hash, &[("range", "bytes=10-")]).await;
    beyond.assert_status(StatusCode::RANGE_NOT_SATISFIABLE);
    beyond.assert_header("content-range", "bytes */10");
    let other = get(
        &town,
        &hash,
        &[("range", "bytes=2-4"), ("if-range", "\"other\"")],
    )
    .await;
    other.assert_bytes(CONTENT).await;
}

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again() {
    let town = Town::new().await;
    let hash = stored(&town).await;
    let tag = entity_tag(&hash);
    let known = get(&town, &hash, &[("if-none-match", &tag)]).await;
    known.assert_status(StatusCode::NOT_MODIFIED);
    known.assert_bytes(b"").await;
}

#[tokio::test]
async fn a_file_that_the_store_lost_is_a_failure_and_not_the_reader_s_fault() {
    let town = Town::new().await;
    let file = get(&town, &BlobHash::of(b"lost"), &[]).await;
    file.assert_status(StatusCode::INTERNAL_SERVER_ERROR);
    let file = town
        .client
        .get("/book/files/none")
        .signed_in(CLERK)
        .send()
        .await;
    file.assert_status(StatusCode::NOT_FOUND);
}
