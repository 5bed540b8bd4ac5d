//! The administrator, and nobody else, takes down what is in breach, for a reason on record; the original stays as evidence
//! that the supervisor alone sees, and its author is told.

use reqwest::Method;
use serde_json::{Value, json};
use yakusho_tests::{Client, Database, Hall, Page, Who, keeps};

use crate::states::sent;

const REASON: &str = "特定の課の名誉を傷つけるため";
/// What the circulation says.
const WORDS: &str = "はじめの本文";

#[tokio::test]
async fn the_administrator_alone_takes_down_what_is_in_breach_and_the_original_stays() {
    keeps!("nogata:12");
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let author = hall.signed_in(Who::Staff).await;
    let reporter = hall.signed_in(Who::FixedTerm).await;
    let administrator = hall.signed_in(Who::Administrator).await;
    let supervisor = hall.signed_in(Who::Supervisor).await;

    let page = sent(&author).await;
    let item = page.rsplit('/').next().expect("an id").to_owned();
    assert!(reporter.get(&page).await.text().contains(WORDS));

    let report = json!({
        "item_kind": "circulation",
        "item": item,
        "breach": "defamation",
        "account": WORDS,
    });
    let reported = act(&reporter, "/api/v1/violations", &report).await;
    assert_eq!(reported.status, 201, "{reported:?}");
    let id = reported.json()["id"].as_str().expect("an id").to_owned();
    let handle = format!("/api/v1/violations/{id}/handle");
    let takes_down = json!({ "revision": 1, "outcome": "taken_down", "reason": REASON });
    for client in [&reporter, &supervisor] {
        let refused = act(client, &handle, &takes_down).await;
        assert_eq!(refused.status, 403, "{refused:?}");
        assert_eq!(refused.json()["article"], "nogata:12");
    }
    assert!(reporter.get(&page).await.text().contains(WORDS));

    let done = act(&administrator, &handle, &takes_down).await;
    assert!(done.status < 300, "{done:?}");
    let marker = reporter.get(&page).await.text();
    assert!(
        marker.contains(REASON) && !marker.contains(WORDS),
        "{marker}"
    );
    let told = author.get("/notifications").await.text();
    assert!(told.contains(REASON), "{told}");

    let evidence = format!("{page}/evidence");
    for client in [&author, &reporter, &administrator] {
        let refused = client.get(&evidence).await;
        assert_eq!(refused.status, 403, "{refused:?}");
    }
    let of_report = supervisor.get(&format!("/violations/{id}")).await;
    assert!(of_report.attributes("a", "href").contains(&evidence));
    assert!(supervisor.get(&evidence).await.text().contains(WORDS));
}

/// Asks for an act.
async fn act(client: &Client, path: &str, body: &Value) -> Page {
    let request = client.request(Method::POST, path).json(body);
    let request = request.header("X-CSRF-Token", client.csrf().await);
    client.send(request).await
}

#[tokio::test]
async fn from_the_audit_trail_the_supervisor_finds_what_was_taken_down_wherever_it_stood() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let author = hall.signed_in(Who::Staff).await;
    let reader = hall.signed_in(Who::FixedTerm).await;
    let administrator = hall.signed_in(Who::Administrator).await;
    let supervisor = hall.signed_in(Who::Supervisor).await;

    let remark = "ここに書くべきでないこと";
    let page = sent(&author).await;
    let api = format!("/api/v1{page}");
    let comment = json!({ "comment": remark });
    let written = act(&reader, &format!("{api}/comments"), &comment).await;
    assert!(written.status < 300, "{written:?}");
    let comment = written.json()["id"].as_str().expect("an id").to_owned();
    let revision = &reader.get(&api).await.json()["revision"];
    for (path, down) in [
        (
            format!("{api}/comments/{comment}/remove"),
            json!({ "revision": 1, "reason": REASON }),
        ),
        (
            format!("{api}/remove"),
            json!({ "revision": revision, "reason": REASON }),
        ),
    ] {
        let removed = act(&administrator, &path, &down).await;
        assert!(removed.status < 300, "{removed:?}");
    }
    for (kind, words) in [("comment.remove", remark), ("circulation.remove", WORDS)] {
        let entries = format!("/api/v1/audit/entries?act={kind}");
        let entries = supervisor.get(&entries).await.json();
        let entry = entries["items"][0]["id"].as_str().expect("an entry");
        let entry = format!("/audit/{entry}");
        let ways = supervisor.get(&entry).await.attributes("a", "href");
        let mut ways = ways.iter().filter(|way| way.ends_with("/evidence"));
        let evidence = ways.next().expect("a way to the words");
        assert!(supervisor.get(evidence).await.text().contains(words));
        let looked = supervisor.get(&format!("/api/v1{evidence}")).await.text();
        assert!(looked.contains(words), "{looked}");
        assert_eq!(author.get(evidence).await.status, 403);
        let of_administrator = administrator.get(&entry).await;
        assert!(!of_administrator.text().contains(evidence));
    }
}
