//! How faults are told: as pages in both languages, and as problem details.

use poem::http::StatusCode;
use serde_json::{Value, json};

use crate::book::INSIDE;
use crate::site::{Browser, CLERK, CSRF, Town, text};

async fn page(town: &Town, path: &str, lang: &str) -> (StatusCode, String) {
    let request = town.client.get(path).signed_in(CLERK);
    let answer = request.header("accept-language", lang).send().await;
    (answer.0.status(), text(answer).await)
}

#[tokio::test]
async fn each_fault_has_its_status_and_its_words_in_both_languages() {
    let town = Town::new().await;
    for (fault, status, ja, en) in [
        ("none", 404, "ページが見つかりません", "Page not found"),
        (
            "conflict",
            409,
            "ほかの人が先に変更しました",
            "Someone else changed this first",
        ),
        ("full", 409, "満席です。", "All seats are taken."),
        (
            "full",
            409,
            "今の状態では、この操作はできません",
            "Not possible as things stand",
        ),
        (
            "invalid",
            422,
            "送信内容を確認してください",
            "Check what you sent",
        ),
        (
            "unavailable",
            503,
            "ただいま利用できません",
            "Not available at the moment",
        ),
        (
            "internal",
            500,
            "エラーが発生しました",
            "Something went wrong",
        ),
        ("panic", 500, "エラーが発生しました", "Something went wrong"),
    ] {
        let path = format!("/faults/{fault}");
        for (lang, words) in [("ja", ja), ("en", en)] {
            let (answered, said) = page(&town, &path, lang).await;
            assert_eq!(answered.as_u16(), status, "{fault}");
            assert!(said.contains(words), "{fault} in {lang}: {said}");
            assert!(said.contains(&format!("<html lang=\"{lang}\">")), "{fault}");
            assert!(!said.contains(INSIDE), "{fault} shows its inside: {said}");
            assert!(
                said.contains("佐藤 花子"),
                "{fault} keeps the way on: {said}"
            );
        }
    }
}

#[tokio::test]
async fn an_error_page_names_the_request_as_the_log_does() {
    let town = Town::new().await;
    let answer = town
        .client
        .get("/faults/internal")
        .signed_in(CLERK)
        .send()
        .await;
    let id = answer.0.header("x-request-id").unwrap().to_owned();
    assert!(id.parse::<uuid::Uuid>().is_ok());
    assert!(text(answer).await.contains(&id));
}

#[tokio::test]
async fn a_refusal_shows_its_rule_and_leads_to_its_article() {
    let town = Town::new().await;
    let answer = town.post("/suspend", &[]).await;
    answer.assert_status(StatusCode::FORBIDDEN);
    let said = text(answer).await;
    assert!(
        said.contains("この操作は、定められた役割の職員だけができます。"),
        "{said}"
    );
    assert!(said.contains("href=\"/regulation/nogata:11\""), "{said}");
    assert!(said.contains("第11条"), "{said}");
}

async fn send(town: &Town, body: &str, lang: &str) -> (StatusCode, Value) {
    let request = town.client.post("/api/v1/guests").signed_in(CLERK);
    let request = request
        .header("x-csrf-token", CSRF)
        .header("accept-language", lang);
    let answer = request
        .content_type("application/json")
        .body(body.to_owned())
        .send()
        .await;
    let status = answer.0.status();
    if !status.is_success() {
        answer.assert_content_type("application/problem+json");
    }
    (status, crate::site::json(answer).await)
}

/// The same without what differs each time.
fn told(mut problem: Value) -> Value {
    let instance = problem["instance"].take();
    let id = instance
        .as_str()
        .and_then(|urn| urn.strip_prefix("urn:uuid:"))
        .unwrap()
        .to_owned();
    assert!(id.parse::<uuid::Uuid>().is_ok());
    problem.as_object_mut().unwrap().remove("instance");
    problem
}

#[tokio::test]
async fn a_refusal_by_the_api_is_problem_details_with_rule_and_article() {
    let town = Town::new().await;
    let (status, problem) = send(&town, r#"{"name":"閣下"}"#, "en").await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert_eq!(
        told(problem),
        json!({
            "type": "urn:yakusho:problem:denied",
            "title": "You cannot do this",
            "status": 403,
            "detail": "Only those who hold the role may do this.",
            "code": "role",
            "rule": "suspension.by_supervisor",
            "article": "nogata:11"
        })
    );
}

#[tokio::test]
async fn a_wrong_field_is_named_with_its_code_and_words() {
    let town = Town::new().await;
    let (status, problem) = send(&town, r#"{"name":""}"#, "en").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        told(problem),
        json!({
            "type": "urn:yakusho:problem:invalid",
            "title": "Check what you sent",
            "status": 422,
            "detail": "What was sent could not be accepted.",
            "code": "invalid",
            "errors": [{"field": "name", "code": "required", "message": "Enter name."}]
        })
    );
}

#[tokio::test]
async fn a_body_that_is_not_as_described_has_its_fields_named_in_the_callers_language() {
    let town = Town::new().await;
    let long = format!("{{\"name\":\"{}\"}}", "x".repeat(21));
    let cases = [
        ("", "body", "required", "bodyを入力してください。"),
        ("{", "body", "not_json", "本文をJSONとして読み取れません。"),
        ("[]", "body", "malformed", "bodyの形式が正しくありません。"),
        (
            r#"{"name":null}"#,
            "name",
            "required",
            "nameを入力してください。",
        ),
        (
            r#"{"name":[]}"#,
            "name",
            "malformed",
            "nameの形式が正しくありません。",
        ),
        (
            &*long,
            "name",
            "too_long",
            "nameは20文字以内で入力してください。",
        ),
    ];
    for (body, field, code, message) in cases {
        let (status, problem) = send(&town, body, "ja").await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{body}");
        assert_eq!(
            told(problem),
            json!({
                "type": "urn:yakusho:problem:malformed",
                "title": "送信内容を確認してください",
                "status": 400,
                "detail": "送信された内容を読み取れませんでした。",
                "code": "malformed",
                "errors": [{"field": field, "code": code, "message": message}]
            }),
            "{body}"
        );
    }
    let (_, problem) = send(&town, "{}", "en").await;
    assert_eq!(problem["errors"][0]["message"], "Enter name.");
}

#[tokio::test]
async fn a_member_that_no_operation_reads_is_named_beside_what_else_is_wrong() {
    let town = Town::new().await;
    let (status, problem) = send(&town, r#"{"nam":"x"}"#, "ja").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let unknown = "「nam」という項目はありません。つづりを確かめてください。";
    assert_eq!(
        problem["errors"],
        json!([
            {"field": "name", "code": "required", "message": "nameを入力してください。"},
            {"field": "nam", "code": "unknown_member", "message": unknown}
        ])
    );
    let (_, problem) = send(&town, r#"{"name":"x","colour":1}"#, "en").await;
    let message = "There is no member “colour”. Check how it is spelt.";
    assert_eq!(
        problem["errors"],
        json!([{"field": "colour", "code": "unknown_member", "message": message}])
    );
}

#[tokio::test]
async fn an_id_that_is_none_names_nothing() {
    let town = Town::new().await;
    let id = "01a20124-5866-7ec5-bfd4-731dbbead23a";
    assert_eq!(
        page(&town, &format!("/book/{id}"), "ja").await.0,
        StatusCode::OK
    );
    assert_eq!(page(&town, "/book/1", "ja").await.0, StatusCode::NOT_FOUND);
    assert_eq!(
        page(&town, &format!("/api/v1/guests/{id}"), "ja").await.0,
        StatusCode::OK
    );
    assert_eq!(
        page(&town, "/api/v1/guests/1", "ja").await.0,
        StatusCode::NOT_FOUND
    );
}
