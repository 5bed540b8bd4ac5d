//! Circulations and their templates.

use serde_json::json;
use yakusho_webkit::testing::told;

use crate::site::Site;

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
        site.ask(
            "write:colleague",
            "POST",
            &confirm,
            Some(json!({ "version": 1 }))
        )
        .await
        .0,
        422
    );
    let reply = json!({ "version": 1, "reply": "異状なし" });
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

/// A circulation to a colleague, changed and sent; its path.
async fn sent(site: &Site) -> String {
    let person = |key| site.town.person(key).to_string();
    let text = |title: &str| json!({ "kind": "circulation", "title": title, "body": "回覧します", "people": [person("colleague")], "registration": "shared" });
    let written = told(
        site.ask("write:clerk", "POST", "/circulations", Some(text("日程")))
            .await,
        200,
    );
    let path = format!("/circulations/{}", written["id"].as_str().unwrap());
    let changed = json!({ "revision": 1, "circulation": text("日程(訂正)") });
    told(
        site.ask("write:clerk", "PUT", &path, Some(changed)).await,
        204,
    );
    told(
        site.ask(
            "write:clerk",
            "POST",
            &format!("{path}/send"),
            Some(json!({ "revision": 2 })),
        )
        .await,
        200,
    );
    path
}

#[tokio::test]
async fn programs_add_recipients_who_answer() {
    let site = Site::of("model").await;
    let path = sent(&site).await;
    let person = |key| site.town.person(key).to_string();
    let view = told(site.ask("read:clerk", "GET", &path, None).await, 200);
    let more = json!({ "revision": view["revision"], "audience": { "people": [person("head")] } });
    let added = told(
        site.ask("write:clerk", "POST", &format!("{path}/add"), Some(more))
            .await,
        200,
    );
    assert_eq!(added["people"], 1);
    told(
        site.ask("write:head", "POST", &format!("{path}/read"), None)
            .await,
        204,
    );
    told(
        site.ask("write:head", "POST", &format!("{path}/watch"), None)
            .await,
        204,
    );
    told(
        site.ask(
            "write:head",
            "POST",
            &format!("{path}/confirm"),
            Some(json!({ "version": 2, "reply": "了解" })),
        )
        .await,
        204,
    );
    for (revision, status) in [(9, 409), (2, 204)] {
        let reply = json!({ "revision": revision, "reply": "承知しました" });
        told(
            site.ask("write:head", "PUT", &format!("{path}/reply"), Some(reply))
                .await,
            status,
        );
    }
}

#[tokio::test]
async fn programs_follow_and_close_circulations() {
    let site = Site::of("model").await;
    let path = sent(&site).await;
    let reminded = told(
        site.ask("write:clerk", "POST", &format!("{path}/remind"), None)
            .await,
        200,
    );
    assert_eq!(reminded["people"], 1);
    told(
        site.ask("write:colleague", "POST", &format!("{path}/remind"), None)
            .await,
        403,
    );
    let progress = told(
        site.ask("read:clerk", "GET", &format!("{path}/progress"), None)
            .await,
        200,
    );
    assert!(
        progress["items"]
            .as_array()
            .unwrap()
            .iter()
            .any(|unit| unit["total"] == 1)
    );
    let (status, _) = site
        .ask("read:clerk", "GET", &format!("{path}/state.csv"), None)
        .await;
    assert_eq!(status, 200);
    let copy = told(
        site.ask("write:clerk", "POST", &format!("{path}/copy"), None)
            .await,
        200,
    );
    assert!(copy["id"].is_string());
    let view = told(site.ask("read:clerk", "GET", &path, None).await, 200);
    let at = json!({ "revision": view["revision"] });
    told(
        site.ask(
            "write:clerk",
            "POST",
            &format!("{path}/close"),
            Some(at.clone()),
        )
        .await,
        204,
    );
    told(
        site.ask("write:clerk", "POST", &format!("{path}/close"), Some(at))
            .await,
        409,
    );
}

#[tokio::test]
async fn programs_make_templates() {
    let site = Site::of("model").await;
    let template = json!({ "name": "月例", "kind": "report", "audience": {} });
    let made = told(
        site.ask(
            "write:clerk",
            "POST",
            "/circulation-templates",
            Some(template.clone()),
        )
        .await,
        200,
    );
    let one = format!("/circulation-templates/{}", made["id"].as_str().unwrap());
    told(site.ask("read:colleague", "GET", &one, None).await, 404);
    let change = json!({ "revision": 1, "template": template });
    told(
        site.ask("write:clerk", "PUT", &one, Some(change)).await,
        204,
    );
    let list = told(
        site.ask("read:clerk", "GET", "/circulation-templates", None)
            .await,
        200,
    );
    assert_eq!(list["items"][0]["template"]["kind"], "report");
    told(
        site.ask(
            "write:clerk",
            "POST",
            &format!("{one}/close"),
            Some(json!({ "revision": 2 })),
        )
        .await,
        204,
    );
    told(site.ask("read:clerk", "GET", &one, None).await, 404);
}

#[tokio::test]
async fn what_is_read_can_be_written_as_it_is() {
    let site = Site::of("model").await;
    let unit = site.town.unit("citizens").to_string();
    let people = [site.town.person("colleague").to_string()];
    let one = json!({
        "kind": "report", "title": "状況", "body": "返信を", "section": unit, "registration": "shared",
        "everyone": false, "units": [unit], "posts": [], "people": people, "groups": [],
        "sequence": "upwards", "step_days": 3, "follows": "post", "due": "2026-12-20",
        "open_replies": true,
    });
    let written = site.ask("write:clerk", "POST", "/circulations", Some(one.clone()));
    let written = told(written.await, 200);
    let path = format!("/circulations/{}", written["id"].as_str().unwrap());
    for sent in [false, true] {
        let read = told(site.ask("read:clerk", "GET", &path, None).await, 200);
        let mut same = one.clone();
        for (name, value) in same.as_object_mut().unwrap() {
            let of = if read[name].is_null() {
                &read["audience"]
            } else {
                &read
            };
            assert_eq!(*value, of[name], "{name}");
            *value = of[name].clone();
        }
        let changed = json!({ "revision": read["revision"], "circulation": same });
        told(
            site.ask("write:clerk", "PUT", &path, Some(changed)).await,
            204,
        );
        if !sent {
            let read = told(site.ask("read:clerk", "GET", &path, None).await, 200);
            let at = json!({ "revision": read["revision"] });
            let send = format!("{path}/send");
            told(site.ask("write:clerk", "POST", &send, Some(at)).await, 200);
        }
    }
    let reader = told(site.ask("read:fixed_term", "GET", &path, None).await, 200);
    assert!(
        reader["audience"].is_null(),
        "whom it goes to is its author's"
    );

    let template = json!({
        "name": "月報", "kind": "report", "title": "月報", "body": "", "section": unit,
        "audience": { "units": [unit] }, "due_days": 5, "open_replies": true,
    });
    let path = "/circulation-templates";
    told(
        site.ask("write:clerk", "POST", path, Some(template)).await,
        200,
    );
    let read = told(site.ask("read:clerk", "GET", path, None).await, 200);
    let read = &read["items"][0];
    let changed = json!({ "revision": read["revision"], "template": read["template"] });
    let path = format!("{path}/{}", read["id"].as_str().unwrap());
    told(
        site.ask("write:clerk", "PUT", &path, Some(changed)).await,
        204,
    );
}
