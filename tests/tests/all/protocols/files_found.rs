//! What a file says is found, and what it shows is shown, to whoever may see what it hangs on, and to nobody else.

use std::io::{Cursor, Read as _};
use std::path::Path;
use std::time::Duration;

use reqwest::Method;
use reqwest::header::HeaderMap;
use serde_json::{Value, json};
use yakusho_tests::{Client, Database, Hall, Page, Who};
use zip::ZipArchive;

/// How often the index is asked until what was uploaded is in it.
const TRIES: u32 = 600;

/// How long is waited before it is asked again.
const WAIT: Duration = Duration::from_millis(100);

/// A file as an office program made it.
fn made(name: &str) -> Vec<u8> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = tests.join("../crates/file-text/tests/files");
    std::fs::read(files.join(name)).expect("a file that an office program made")
}

/// Somebody who asks by a program.
async fn program(hall: &Hall, who: Who) -> Client {
    let browser = hall.signed_in(who).await;
    let token = browser
        .token(&hall.account(who).password, &["read", "write"])
        .await;
    hall.client().with_token(&token)
}

fn answer(page: &Page) -> Value {
    assert!((200..300).contains(&page.status), "{page:?}");
    serde_json::from_str(&page.body).unwrap_or(Value::Null)
}

async fn sent(client: &Client, method: Method, path: &str, body: &Value) -> Value {
    answer(&client.send(client.request(method, path).json(body)).await)
}

/// Uploads a file; its id.
async fn uploaded(client: &Client, name: &str, bytes: Vec<u8>) -> Value {
    let request = client
        .request(Method::POST, &format!("/api/v1/attachments?name={name}"))
        .header("Content-Type", "application/octet-stream")
        .body(bytes);
    answer(&client.send(request).await)["id"].clone()
}

/// A red dot.
const PICTURE: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde\x00\x00\x00\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82";

/// What is found by these words.
async fn found(client: &Client, words: &str) -> Vec<Value> {
    let path = format!("/api/v1/search?q={words}");
    let found = answer(&client.get(&path).await);
    found["items"].as_array().cloned().unwrap_or_default()
}

/// What is found by these words as soon as something is.
async fn found_soon(client: &Client, words: &str) -> Vec<Value> {
    for _ in 0..TRIES {
        let found = found(client, words).await;
        if !found.is_empty() {
            return found;
        }
        tokio::time::sleep(WAIT).await;
    }
    panic!("{words} is not found")
}

/// A cabinet of one's own section, of which nobody else sees anything; its id.
async fn closed_cabinet(hall: &Hall) -> String {
    let head = hall.signed_in(Who::Head).await;
    let new = "/documents/cabinets/new";
    let form = head.get(new).await.form(new);
    let form = form.with("name", "所属長限り");
    let made = head
        .submit(form.without("readers").without("writers"))
        .await;
    let address = made.location().expect("the address of a cabinet");
    let id = address.rsplit('/').next().expect("its id");
    id.to_owned()
}

/// A document with these files in that cabinet.
fn document(cabinet: &str, files: &[Value]) -> Value {
    json!({
        "folder": cabinet,
        "content": {
            "title": "令和8年度の要領",
            "notes": "",
            "category": "form",
            "registration": "constant",
            "tags": [],
            "fiscal_year": 2026,
            "retention": "5",
        },
        "files": files,
    })
}

async fn what_files_say_is_found(database: Database) {
    let hall = Hall::start("nogata", database).await;
    let head = program(&hall, Who::Head).await;
    let cabinet = closed_cabinet(&hall).await;
    let mut files = Vec::new();
    for (name, kept) in [("a", "doc.docx"), ("b", "sheet.xlsx"), ("c", "locked.docx")] {
        files.push(uploaded(&head, name, made(kept)).await);
    }
    let all = document(&cabinet, &files);
    let drafted = sent(&head, Method::POST, "/api/v1/documents", &all).await;
    let id = drafted["id"].as_str().expect("the id of a document");
    let path = format!("/api/v1/documents/{id}");
    let at = json!({ "revision": 1 });
    let _ = sent(&head, Method::POST, &format!("{path}/register"), &at).await;

    // Found by what the files say, with the words that stand there.
    for (words, kept) in [
        ("避難訓練の実施", "における避難訓練の実施に"),
        ("非常用発電機", "4728"),
    ] {
        let found = found_soon(&head, words).await;
        assert_eq!(found[0]["id"], id, "{found:?}");
        let excerpt = found[0]["excerpt"].as_array().expect("an excerpt");
        let said: String = excerpt
            .iter()
            .filter_map(|part| part["text"].as_str())
            .collect();
        assert!(said.contains(kept), "{said}");
        assert!(
            excerpt
                .iter()
                .any(|part| part["marked"] == true && part["text"] == words)
        );
    }
    for who in [Who::Staff, Who::Administrator] {
        let stranger = program(&hall, who).await;
        assert!(
            found(&stranger, "避難訓練の実施").await.is_empty(),
            "{who:?}"
        );
    }
    // The page says which of them could not be read.
    let page = hall
        .signed_in(Who::Head)
        .await
        .get(&format!("/documents/{id}"))
        .await;
    assert!(
        page.text().contains("パスワードがかかっているため"),
        "{page:?}"
    );
    assert!(!page.text().contains("読み取り中"), "{page:?}");

    // What is no longer its file does not find it.
    let revised = |files: &[Value], revision: i64| json!({ "revision": revision, "document": document(&cabinet, files) });
    let _ = sent(&head, Method::PUT, &path, &revised(&files[1..], 2)).await;
    assert!(found(&head, "避難訓練の実施").await.is_empty());
    assert!(!found(&head, "非常用発電機").await.is_empty());
    // What was read before is found in the act itself.
    let again = uploaded(&head, "d", made("doc.docx")).await;
    let _ = sent(&head, Method::PUT, &path, &revised(&[again], 3)).await;
    assert!(!found(&head, "避難訓練の実施").await.is_empty());
    assert!(found(&head, "非常用発電機").await.is_empty());
}

/// The bytes at an address, with what the answer says of them.
async fn bytes(client: &Client, path: &str) -> (u16, HeaderMap, Vec<u8>) {
    let answer = client.request(Method::GET, path).send().await;
    let answer = answer.expect("an answer");
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    let bytes = answer.bytes().await.expect("a whole answer");
    (status, headers, bytes.to_vec())
}

#[tokio::test]
async fn files_are_shown_and_packed_for_those_who_may_have_them() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let head = program(&hall, Who::Head).await;
    let cabinet = closed_cabinet(&hall).await;
    let mut files = Vec::new();
    for (name, kept) in [
        ("%E8%A6%81%E9%A0%98.pdf", made("doc.pdf")),
        ("dot.png", PICTURE.to_vec()),
        ("page.html", b"<html><script>alert(1)</script>".to_vec()),
    ] {
        files.push(uploaded(&head, name, kept).await);
    }
    let all = document(&cabinet, &files);
    let id = sent(&head, Method::POST, "/api/v1/documents", &all).await["id"].clone();
    let id = id.as_str().expect("the id of a document");
    let at = json!({ "revision": 1 });
    let register = format!("/api/v1/documents/{id}/register");
    let _ = sent(&head, Method::POST, &register, &at).await;
    // What was read of the last, was read of all.
    let _ = found_soon(&head, "避難訓練の実施").await;

    let browser = hall.signed_in(Who::Head).await;
    let mut page = browser.get(&format!("/documents/{id}")).await;
    for _ in 0..TRIES {
        if page.has("ul.thumbnails img") {
            break;
        }
        tokio::time::sleep(WAIT).await;
        page = browser.get(&format!("/documents/{id}")).await;
    }
    let frame = &page.attributes("iframe", "src")[0];
    let (status, headers, shown) = bytes(&browser, frame).await;
    assert_eq!((status, shown), (200, made("doc.pdf")));
    let policy = headers["content-security-policy"]
        .to_str()
        .expect("a policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'self'"));
    assert!(
        headers["content-disposition"]
            .to_str()
            .is_ok_and(|what| what.starts_with("inline"))
    );
    let small = &page.attributes("ul.thumbnails img", "src")[0];
    let (status, headers, shown) = bytes(&browser, small).await;
    assert_eq!((status, &shown[..2]), (200, &b"\xff\xd8"[..]));
    assert_eq!(headers["content-type"], "image/jpeg");
    // What could run is not shown, whatever it is called.
    let html = files[2].as_str().expect("the id of a file");
    let view = format!("/documents/{id}/files/{html}/view");
    assert_eq!(bytes(&browser, &view).await.0, 404);

    let archive = format!("/documents/folders/{cabinet}/archive");
    let stranger = hall.signed_in(Who::Staff).await;
    for path in [frame, small, &archive] {
        assert_eq!(bytes(&stranger, path).await.0, 404, "{path}");
    }
    let everything = "/documents/archive".to_owned();
    for (whose, path, begin) in [
        (&browser, &archive, Some("令和8年度の要領/")),
        (&browser, &everything, Some("/所属長限り/令和8年度の要領/")),
        (&stranger, &everything, None),
    ] {
        let (status, headers, packed) = bytes(whose, path).await;
        assert_eq!(
            (status, &headers["content-type"]),
            (200, &"application/zip".parse().expect("a type"))
        );
        let mut packed = ZipArchive::new(Cursor::new(packed)).expect("an archive");
        let names: Vec<String> = packed.file_names().flatten().map(Into::into).collect();
        let ours = names.iter().find(|name| name.ends_with("要領.pdf"));
        assert_eq!(ours.is_some(), begin.is_some(), "{path}: {names:?}");
        let Some(ours) = ours else { continue };
        assert!(ours.contains(begin.unwrap_or_default()), "{ours}");
        let mut file = packed.by_name(ours).expect("a file of the archive");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("a file that is whole");
        assert_eq!(bytes, made("doc.pdf"));
    }
}

#[tokio::test]
async fn what_files_say_is_found_on_sqlite() {
    what_files_say_is_found(Database::Sqlite).await;
}

#[tokio::test]
async fn what_files_say_is_found_on_postgresql() {
    what_files_say_is_found(Database::Postgres).await;
}
