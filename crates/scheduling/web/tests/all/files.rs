//! Files on events.

use serde_json::{Value, json};
use yakusho_webkit::testing::{Told, told};

use crate::site::Site;

const NEW: &str = "/schedule/new";

/// The fields of a meeting of the clerk's.
fn meeting<'f>(owner: &'f str, title: &'f str) -> Vec<(&'f str, &'f str)> {
    vec![
        ("owner", owner),
        ("title", title),
        ("first", "2026-11-24"),
        ("start", "10:00"),
        ("end", "11:00"),
        ("status", "confirmed"),
    ]
}

/// The address of the first file on a page.
fn href(page: &str) -> String {
    let (_, rest) = page.split_once("/files/").unwrap();
    let id = rest.split('"').next().unwrap();
    let (before, _) = page.split_once(rest).unwrap();
    let start = before.rfind('"').unwrap() + 1;
    format!("{}{id}", &before[start..])
}

/// The id that the first box of the files has which the form keeps.
fn kept(form: &str) -> String {
    let (_, rest) = form.split_once("name=\"files\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_file_hangs_on_an_event_and_survives_a_fault_in_the_form() {
    let site = Site::of("nogata").await;
    let owner = format!("person:{}", site.town.person("clerk"));
    let file = [("new_files", "次第.txt", "開会".as_bytes())];
    let refused = site.upload("clerk", NEW, &meeting(&owner, ""), &file).await;
    refused.is(422, &["次第.txt"]);
    let id = kept(&refused.text);
    let mut fields = meeting(&owner, "予算の打合せ");
    fields.push(("files", &id));
    let page = site.post("clerk", NEW, &fields).await.leads().to_owned();

    let shown = site.get("stranger", &page).await;
    shown.says(&["次第.txt"]);
    let file = site.get("stranger", &href(&shown.text)).await;
    file.says(&["開会"]);
    assert!(file.disposition.unwrap().starts_with("attachment;"));

    let edit = format!("{page}/edit");
    let form = site.get("clerk", &edit).await;
    form.says(&["添付中のファイル", "次第.txt"]);
    let mut without = meeting(&owner, "予算の打合せ");
    without.push(("revision", "1"));
    site.post("clerk", &edit, &without).await.leads();
    site.get("stranger", &page).await.hides(&["次第.txt"]);
    let address = href(&shown.text);
    site.get("stranger", &address).await.is(404, &[]);

    // Those whom it concerns see what hung there, and have it.
    let compared = format!("{page}/versions/compare?before=1&after=2");
    let compared = site.get("clerk", &compared).await;
    compared.says(&["添付ファイル", "次第.txt", &address]);
    site.get("clerk", &address).await.says(&["開会"]);
}

#[tokio::test]
async fn programs_hang_files_on_events() {
    let site = Site::of("nogata").await;
    let upload = site
        .client
        .post("/api/v1/attachments?name=a.txt")
        .header("Authorization", "Bearer write:clerk")
        .content_type("application/octet-stream")
        .body("a,b");
    let sent = Told::of(upload).await;
    let file: Value = serde_json::from_str(&sent.text).unwrap();
    let event = json!({
        "title": "課内会議", "when": {"first": "2026-11-24"}, "files": [file["id"]],
    });
    let made = site
        .ask("write:clerk", "POST", "/events", Some(event))
        .await;
    let id = told(made, 201)["id"].as_str().unwrap().to_owned();
    let path = format!("/events/{id}");
    let shown = told(site.ask("read:stranger", "GET", &path, None).await, 200);
    assert_eq!(shown["files"], json!([file]));
    // Who leaves the files out keeps them.
    let change = json!({
        "revision": 1, "event": {"title": "会議", "when": {"first": "2026-11-24"}},
    });
    told(
        site.ask("write:clerk", "PUT", &path, Some(change)).await,
        201,
    );
    let shown = told(site.ask("read:stranger", "GET", &path, None).await, 200);
    assert_eq!(shown["files"], json!([file]));
    let file = format!("{path}/files/{}", file["id"].as_str().unwrap());
    assert_eq!(site.ask("read:stranger", "GET", &file, None).await.0, 200);
    let other = file.replace(&id, &site.town.person("clerk").to_string());
    assert_eq!(site.ask("read:stranger", "GET", &other, None).await.0, 404);
}
