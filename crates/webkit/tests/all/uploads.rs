//! Files that come in.

use futures_util::stream;
use poem::Body;
use poem::http::StatusCode;
use poem::test::TestResponse;
use yakusho_blobs::BlobHash;
use yakusho_webkit::Settings;

use crate::book::FILE;
use crate::site::{Browser, CLERK, CSRF, Town, text};

/// A part of a form with files: its headers after the name, and its content.
struct PartOf<'a>(&'a str, &'a [u8]);

fn multipart(parts: &[PartOf<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for PartOf(disposition, content) in parts {
        body.extend(format!("--X\r\nContent-Disposition: form-data; {disposition}\r\n").as_bytes());
        if disposition.contains("filename") {
            body.extend(b"Content-Type: text/html\r\n");
        }
        body.extend(b"\r\n");
        body.extend(*content);
        body.extend(b"\r\n");
    }
    body.extend(b"--X--\r\n");
    body
}

async fn send(town: &Town, parts: &[PartOf<'_>]) -> TestResponse {
    let request = town.client.post("/book/files").signed_in(CLERK);
    let request = request.content_type("multipart/form-data; boundary=X");
    request.body(multipart(parts)).send().await
}

const TOKEN: PartOf<'_> = PartOf("name=\"csrf\"", CSRF.as_bytes());

#[tokio::test]
async fn files_go_into_the_store_with_their_names_and_kinds() {
    let town = Town::new().await;
    let page = send(
        &town,
        &[
            TOKEN,
            PartOf("name=\"note\"", "二件\r\nあります".as_bytes()),
            PartOf(
                "name=\"files\"; filename=\"令和8年度 予算(案).pdf\"",
                b"%PDF-1.7\n%",
            ),
            PartOf(
                "name=\"files\"; filename=\"C:\\fakepath\\議事録.txt\"",
                "議事".as_bytes(),
            ),
            PartOf(
                "name=\"files\"; filename=\"a%22b.html\"",
                b"<!DOCTYPE html>",
            ),
            PartOf("name=\"files\"; filename=\"\"", b""),
            PartOf("name=\"files\"; filename=\"empty.txt\"", b""),
        ],
    )
    .await;
    page.assert_status_is_ok();
    let line = |name: &str, kind: &str, content: &[u8]| {
        format!(
            "files|{name}|{kind}|{}|{}\n",
            content.len(),
            BlobHash::of(content)
        )
    };
    let expected = [
        "note=二件\nあります\n".to_owned(),
        line("令和8年度 予算(案).pdf", "application/pdf", b"%PDF-1.7\n%"),
        line("議事録.txt", "text/plain", "議事".as_bytes()),
        line("a\"b.html", "text/html", b"<!DOCTYPE html>"),
        line("empty.txt", "application/octet-stream", b""),
    ];
    assert_eq!(text(page).await, expected.concat());
    let blobs = town.app.site().blobs();
    assert_eq!(
        blobs.verify(&BlobHash::of(b"%PDF-1.7\n%")).await.unwrap(),
        10
    );
}

#[tokio::test]
async fn nothing_is_stored_before_the_token_was_seen() {
    let town = Town::new().await;
    let file = || PartOf("name=\"files\"; filename=\"a.txt\"", b"stored?");
    let wrong = || PartOf("name=\"csrf\"", b"other");
    for parts in [&[file(), TOKEN][..], &[file()], &[wrong(), file()], &[]] {
        let page = send(&town, parts).await;
        assert_eq!(page.0.status(), StatusCode::FORBIDDEN);
    }
    let blobs = town.app.site().blobs();
    assert!(blobs.list(None, 10).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_file_over_its_limit_is_refused_at_its_field() {
    let town = Town::new().await;
    let most = vec![b'x'; usize::try_from(FILE).unwrap()];
    let more = [&most[..], b"x"].concat();
    let name = PartOf("name=\"name\"", "佐藤".as_bytes());
    let page = send(
        &town,
        &[TOKEN, PartOf("name=\"files\"; filename=\"a\"", &most)],
    )
    .await;
    page.assert_status_is_ok();
    let page = send(
        &town,
        &[
            TOKEN,
            PartOf("name=\"files\"; filename=\"a.txt\"", &most),
            PartOf("name=\"files\"; filename=\"議事録.mp4\"", &more),
            PartOf("name=\"files\"; filename=\"図面.tif\"", &more),
            name,
        ],
    )
    .await;
    page.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(page).await;
    for name in ["議事録.mp4", "図面.tif"] {
        let words = format!("「{name}」は大きすぎます。1つのファイルは1000 Bまでです。");
        assert!(page.contains(&words), "{page}");
    }
    assert!(!page.contains("「a.txt」"), "{page}");
    assert!(
        page.contains("value=\"佐藤\""),
        "what came after the file is kept: {page}"
    );
}

#[tokio::test]
async fn a_form_over_the_limit_of_all_is_refused_whatever_it_announces() {
    let settings = Settings {
        upload_limit: 2_000,
        ..Settings::default()
    };
    let town = Town::with(settings).await;
    let file = |bytes| vec![b'x'; bytes];
    let (a, b) = (file(900), file(900));
    let small = multipart(&[TOKEN, PartOf("name=\"f\"; filename=\"a\"", &a)]);
    let large = multipart(&[
        TOKEN,
        PartOf("name=\"f\"; filename=\"a\"", &a),
        PartOf("name=\"f\"; filename=\"b\"", &b),
    ]);
    assert!(small.len() < 2_000 && large.len() > 2_000);
    let request = || {
        let request = town.client.post("/book/files").signed_in(CLERK);
        request.content_type("multipart/form-data; boundary=X")
    };
    request().body(small).send().await.assert_status_is_ok();
    let announced = request()
        .header("content-length", large.len())
        .body(large.clone());
    announced
        .send()
        .await
        .assert_status(StatusCode::PAYLOAD_TOO_LARGE);
    let pieces: Vec<_> = large
        .chunks(100)
        .map(|piece| Ok::<_, std::io::Error>(piece.to_vec()))
        .collect();
    let unannounced = request().body(Body::from_bytes_stream(stream::iter(pieces)));
    unannounced
        .send()
        .await
        .assert_status(StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_form_has_so_many_files_and_so_much_text_and_any_number_of_fields() {
    let town = Town::new().await;
    let with = async |part: PartOf<'_>, count: usize| {
        let part = || PartOf(part.0, part.1);
        let parts: Vec<_> = std::iter::once(TOKEN)
            .chain(std::iter::repeat_with(part).take(count))
            .collect();
        send(&town, &parts).await.0.status()
    };
    let file = || PartOf("name=\"files\"; filename=\"a\"", b"x");
    assert_eq!(with(file(), 100).await, StatusCode::OK);
    assert_eq!(with(file(), 101).await, StatusCode::PAYLOAD_TOO_LARGE);
    let person = PartOf("name=\"members\"", b"0199c0de-0000-7000-8000-000000000000");
    assert_eq!(with(person, 5_000).await, StatusCode::OK);
    let half = vec![b'x'; 499_990];
    let text = || PartOf("name=\"note\"", &half);
    assert_eq!(with(text(), 2).await, StatusCode::OK);
    assert_eq!(with(text(), 3).await, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_form_that_breaks_off_is_malformed() {
    let town = Town::new().await;
    let mut body = multipart(&[TOKEN, PartOf("name=\"f\"; filename=\"a\"", b"half")]);
    body.truncate(body.len() - 12);
    let request = town.client.post("/book/files").signed_in(CLERK);
    let request = request.content_type("multipart/form-data; boundary=X");
    request
        .body(body)
        .send()
        .await
        .assert_status(StatusCode::BAD_REQUEST);
    let blobs = town.app.site().blobs();
    assert!(blobs.list(None, 10).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_form_without_files_may_come_as_any_form() {
    let town = Town::new().await;
    let page = town.post("/book/files", &[("note", "なし")]).await;
    page.assert_text("note=なし\n").await;
}
