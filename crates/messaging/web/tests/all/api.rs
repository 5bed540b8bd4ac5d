//! The JSON API of board and circulations.

use poem::http::header;
use serde_json::{Value, json};

use crate::site::{Site, Told};
use yakusho_messaging::board::Approval;

impl Site {
    async fn ask(
        &self,
        token: &str,
        method: &str,
        path: &str,
        body: Option<Value>,
    ) -> (u16, Value) {
        let method = method.parse().unwrap();
        let path = format!("/api/v1{path}");
        let mut request = self.client.request(method, &path);
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        if let Some(body) = body {
            request = request
                .content_type("application/json")
                .body(body.to_string());
        }
        let told = Told::of(request).await;
        let value = serde_json::from_str(&told.text).unwrap_or_default();
        (told.status.as_u16(), value)
    }
}

#[tokio::test]
async fn programs_post_and_confirm() {
    let site = Site::of("nogata").await;
    let category = site.category(Approval::None).await.to_string();
    let post = json!({ "category": category, "title": "停電", "body": "21日", "asks": true });
    let (status, _) = site
        .ask("read:clerk", "POST", "/board/posts", Some(post.clone()))
        .await;
    assert_eq!(status, 403);
    let (status, written) = site
        .ask("write:clerk", "POST", "/board/posts", Some(post))
        .await;
    assert_eq!(status, 200, "{written}");
    let path = format!("/board/posts/{}", written["id"].as_str().unwrap());
    let at = json!({ "revision": 1 });
    let (status, refused) = site
        .ask("write:clerk", "POST", &format!("{path}/publish"), Some(at))
        .await;
    assert_eq!(
        (status, &refused["errors"][0]["article"]),
        (422, &json!("nogata:8")),
        "{refused}"
    );
    let changed = json!({ "revision": 1, "post": { "category": category, "title": "停電", "body": "21日", "asks": true, "registration": "pressing" } });
    assert_eq!(
        site.ask("write:clerk", "PUT", &path, Some(changed)).await.0,
        204
    );
    let at = json!({ "revision": 2 });
    let (_, outcome) = site
        .ask("write:clerk", "POST", &format!("{path}/publish"), Some(at))
        .await;
    assert_eq!(outcome["outcome"], "shown");
    let (_, list) = site
        .ask("read:colleague", "GET", "/board/posts?view=owed", None)
        .await;
    assert_eq!(list["items"][0]["title"], "停電");
    assert_eq!(
        site.ask("write:colleague", "POST", &format!("{path}/confirm"), None)
            .await
            .0,
        204
    );
    assert_eq!(
        site.ask("write:colleague", "POST", &format!("{path}/confirm"), None)
            .await
            .0,
        409
    );
    assert_eq!(
        site.ask("read:clerk", "GET", "/board/posts?view=x", None)
            .await
            .0,
        422
    );
    assert_eq!(
        site.ask("read:clerk", "GET", "/board/posts/x", None)
            .await
            .0,
        404
    );
}

#[tokio::test]
async fn programs_send_and_answer_circulations() {
    let site = Site::of("model").await;
    let people = [site.town.person("colleague").to_string()];
    let report = json!({ "kind": "report", "title": "状況", "body": "返信を", "people": people, "registration": "shared" });
    let (status, written) = site
        .ask("write:clerk", "POST", "/circulations", Some(report))
        .await;
    assert_eq!(status, 200, "{written}");
    let path = format!("/circulations/{}", written["id"].as_str().unwrap());
    let at = json!({ "revision": 1 });
    let (_, sent) = site
        .ask("write:clerk", "POST", &format!("{path}/send"), Some(at))
        .await;
    assert_eq!(sent["people"], 1);
    let confirm = format!("{path}/confirm");
    assert_eq!(
        site.ask("write:colleague", "POST", &confirm, Some(json!({})))
            .await
            .0,
        422
    );
    let reply = json!({ "reply": "異状なし" });
    assert_eq!(
        site.ask("write:colleague", "POST", &confirm, Some(reply))
            .await
            .0,
        204
    );
    let (_, recipients) = site
        .ask("read:clerk", "GET", &format!("{path}/recipients"), None)
        .await;
    assert_eq!(recipients["items"][0]["reply"], "異状なし");
    assert_eq!(site.ask("read:stranger", "GET", &path, None).await.0, 404);
}
