//! The board, its comments and files.

use poem::http::header;
use serde_json::{Value, json};
use yakusho_messaging::board::Approval;
use yakusho_webkit::testing::{Told, told};

use crate::site::Site;

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
        site.ask(
            "write:colleague",
            "POST",
            &format!("{path}/confirm"),
            Some(json!({ "version": 2 }))
        )
        .await
        .0,
        204
    );
    assert_eq!(
        site.ask(
            "write:colleague",
            "POST",
            &format!("{path}/confirm"),
            Some(json!({ "version": 2 }))
        )
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
async fn programs_confirm_what_was_changed_since_anew() {
    let site = Site::of("model").await;
    let category = site.category(Approval::None).await.to_string();
    let text = |body: &str| json!({ "category": category, "title": "停電", "body": body, "asks": true, "registration": "pressing" });
    let ask = async |token: &str, method: &str, path: &str, body: Option<Value>| {
        site.ask(token, method, path, body).await
    };
    let new = ask("write:clerk", "POST", "/board/posts", Some(text("21日"))).await;
    let path = format!("/board/posts/{}", told(new, 200)["id"].as_str().unwrap());
    let (publish, confirm) = (format!("{path}/publish"), format!("{path}/confirm"));
    let at = json!({ "revision": 1 });
    told(ask("write:clerk", "POST", &publish, Some(at)).await, 200);
    let version = |version: i32| Some(json!({ "version": version }));
    told(
        ask("write:colleague", "POST", &confirm, version(1)).await,
        204,
    );
    let revision = told(ask("read:clerk", "GET", &path, None).await, 200)["revision"].clone();
    let changed = json!({ "revision": revision, "material": true, "post": text("22日") });
    told(ask("write:clerk", "PUT", &path, Some(changed)).await, 204);
    let read = format!("{path}/read");
    told(ask("write:colleague", "POST", &read, None).await, 204);
    let owed = "/board/posts?view=owed";
    let list = told(ask("read:colleague", "GET", owed, None).await, 200);
    assert_eq!(list["items"][0]["outdated"], true);
    let view = told(ask("read:colleague", "GET", &path, None).await, 200);
    assert_eq!(
        (&view["outdated"], &view["version"]),
        (&json!(true), &json!(2))
    );
    told(
        ask("write:colleague", "POST", &confirm, version(1)).await,
        409,
    );
    told(
        ask("write:colleague", "POST", &confirm, version(2)).await,
        204,
    );
    let list = told(ask("read:colleague", "GET", owed, None).await, 200);
    assert_eq!(list["items"], json!([]));
}

#[tokio::test]
async fn programs_write_edit_and_remove_comments() {
    let site = Site::of("nogata").await;
    let category = site.category(Approval::None).await.to_string();
    let post = json!({ "category": category, "title": "停電", "body": "21日", "comments": true, "registration": "pressing" });
    let written = told(
        site.ask("write:clerk", "POST", "/board/posts", Some(post))
            .await,
        200,
    );
    let path = format!("/board/posts/{}", written["id"].as_str().unwrap());
    let at = json!({ "revision": 1 });
    told(
        site.ask("write:clerk", "POST", &format!("{path}/publish"), Some(at))
            .await,
        200,
    );
    let comments = format!("{path}/comments");
    let new = json!({ "comment": "何時から?" });
    told(
        site.ask("write:colleague", "POST", &comments, Some(new))
            .await,
        200,
    );
    told(
        site.ask(
            "write:colleague",
            "POST",
            &comments,
            Some(json!({ "comment": " " })),
        )
        .await,
        422,
    );
    let list = told(site.ask("read:clerk", "GET", &comments, None).await, 200);
    let comment = format!("{comments}/{}", list["items"][0]["id"].as_str().unwrap());
    let other = json!({ "revision": 1, "comment": "何時までですか?" });
    told(
        site.ask("write:clerk", "PUT", &comment, Some(other.clone()))
            .await,
        403,
    );
    told(
        site.ask("write:colleague", "PUT", &comment, Some(other))
            .await,
        204,
    );
    let remove = format!("{comment}/remove");
    let stale = json!({ "revision": 1 });
    told(
        site.ask("write:colleague", "POST", &remove, Some(stale))
            .await,
        409,
    );
    let silent = json!({ "revision": 2 });
    let refused = told(
        site.ask("write:administrator", "POST", &remove, Some(silent))
            .await,
        403,
    );
    assert_eq!(refused["article"], "nogata:10(6)", "{refused}");
    let why = json!({ "revision": 2, "reason": "個人名があるため" });
    told(
        site.ask("write:administrator", "POST", &remove, Some(why))
            .await,
        204,
    );
    let list = told(site.ask("read:clerk", "GET", &comments, None).await, 200);
    assert_eq!(list["items"][0]["removed_because"], "個人名があるため");
    assert_eq!(list["items"][0]["comment"], Value::Null);
}

#[tokio::test]
async fn programs_set_categories() {
    let site = Site::of("model").await;
    let settings = json!({ "name_ja": "通知", "readers": { "everyone": true }, "writers": { "everyone": true }, "approval": "section_head" });
    let added = || {
        site.ask(
            "write:clerk",
            "POST",
            "/board/categories",
            Some(settings.clone()),
        )
    };
    told(added().await, 403);
    let category = told(
        site.ask(
            "write:administrator",
            "POST",
            "/board/categories",
            Some(settings.clone()),
        )
        .await,
        200,
    );
    let id = category["id"].as_str().unwrap();
    let all = told(
        site.ask(
            "read:administrator",
            "GET",
            "/board/category-settings",
            None,
        )
        .await,
        200,
    );
    assert_eq!(all["items"][0]["settings"]["approval"], "section_head");
    let unknown = json!({ "revision": 1, "settings": { "name_ja": "通知", "readers": { "everyone": true }, "writers": { "everyone": true }, "approval": "x" } });
    let change = format!("/board/categories/{id}");
    told(
        site.ask("write:administrator", "PUT", &change, Some(unknown))
            .await,
        422,
    );
}

/// A post that its head has approved, of two versions; its path.
async fn approved(site: &Site) -> String {
    let category = site.category(Approval::SectionHead).await;
    let unit = site.town.unit("citizens").to_string();
    let post = |body: &str| json!({ "category": category.to_string(), "title": "規程の改正", "body": body, "section": unit, "asks": true, "registration": "shared" });
    let written = told(
        site.ask("write:clerk", "POST", "/board/posts", Some(post("一")))
            .await,
        200,
    );
    let path = format!("/board/posts/{}", written["id"].as_str().unwrap());
    let changed = json!({ "revision": 1, "post": post("二") });
    told(
        site.ask("write:clerk", "PUT", &path, Some(changed)).await,
        204,
    );
    let outcome = told(
        site.ask(
            "write:clerk",
            "POST",
            &format!("{path}/publish"),
            Some(json!({ "revision": 2 })),
        )
        .await,
        200,
    );
    assert_eq!(outcome["outcome"], "submitted");
    let at = json!({ "revision": 3 });
    told(
        site.ask(
            "write:colleague",
            "POST",
            &format!("{path}/approve"),
            Some(at.clone()),
        )
        .await,
        404,
    );
    told(
        site.ask("write:head", "POST", &format!("{path}/approve"), Some(at))
            .await,
        204,
    );
    told(
        site.ask("write:colleague", "POST", &format!("{path}/read"), None)
            .await,
        204,
    );
    path
}

#[tokio::test]
async fn programs_list_and_compare_versions() {
    let site = Site::of("model").await;
    let path = approved(&site).await;
    let versions = told(
        site.ask(
            "read:clerk",
            "GET",
            &format!("{path}/versions?limit=1"),
            None,
        )
        .await,
        200,
    );
    assert_eq!(versions["items"][0]["number"], 2);
    let next = versions["next"].as_str().unwrap();
    let rest = told(
        site.ask(
            "read:clerk",
            "GET",
            &format!("{path}/versions?limit=1&after={next}"),
            None,
        )
        .await,
        200,
    );
    assert_eq!(rest["items"][0]["number"], 1);
    let compare = format!("{path}/versions/compare?before=1&after=2");
    let compared = told(site.ask("read:clerk", "GET", &compare, None).await, 200);
    assert_eq!(
        compared["body"][0],
        json!({ "side": "before", "text": "一" })
    );
    told(site.ask("read:colleague", "GET", &compare, None).await, 404);
}

#[tokio::test]
async fn programs_follow_readers_and_take_posts_down() {
    let site = Site::of("model").await;
    let path = approved(&site).await;
    let readers = told(
        site.ask(
            "read:clerk",
            "GET",
            &format!("{path}/readers?which=owing"),
            None,
        )
        .await,
        200,
    );
    assert!(readers["items"].as_array().unwrap().len() > 3);
    told(
        site.ask("read:clerk", "GET", &format!("{path}/readers/units"), None)
            .await,
        200,
    );
    told(
        site.ask("write:clerk", "POST", &format!("{path}/remind"), None)
            .await,
        200,
    );
    let (status, _) = site
        .ask("read:clerk", "GET", &format!("{path}/readers.csv"), None)
        .await;
    assert_eq!(status, 200);
    let why = json!({ "revision": 4, "reason": "誤りがあるため" });
    told(
        site.ask("write:head", "POST", &format!("{path}/remove"), Some(why))
            .await,
        204,
    );
    told(
        site.ask("read:head", "GET", &format!("{path}/evidence"), None)
            .await,
        403,
    );
    let evidence = told(
        site.ask("read:supervisor", "GET", &format!("{path}/evidence"), None)
            .await,
        200,
    );
    assert_eq!(evidence["body"], "二");
    let at = json!({ "revision": 5 });
    told(
        site.ask(
            "write:administrator",
            "POST",
            &format!("{path}/reinstate"),
            Some(at),
        )
        .await,
        204,
    );
}

#[tokio::test]
async fn programs_upload_and_download_files() {
    let site = Site::of("model").await;
    let upload = site
        .client
        .post("/api/v1/attachments?name=%E8%A1%A8.csv")
        .header(header::AUTHORIZATION, "Bearer write:clerk")
        .content_type("application/octet-stream")
        .body("a,b");
    let sent = Told::of(upload).await;
    assert_eq!(sent.status.as_u16(), 200, "{sent:?}");
    let file: Value = serde_json::from_str(&sent.text).unwrap();
    let category = site.category(Approval::None).await.to_string();
    let post =
        json!({ "category": category, "title": "表", "body": "添付", "files": [file["id"]] });
    let written = told(
        site.ask("write:clerk", "POST", "/board/posts", Some(post))
            .await,
        200,
    );
    let path = format!(
        "/api/v1/board/posts/{}/files/{}",
        written["id"].as_str().unwrap(),
        file["id"].as_str().unwrap()
    );
    let asked = |who: &str| {
        let request = site.client.get(&path);
        Told::of(
            request
                .header(header::AUTHORIZATION, format!("Bearer read:{who}"))
                .header(header::RANGE, "bytes=2-"),
        )
    };
    let part = asked("clerk").await;
    assert_eq!((part.status.as_u16(), &*part.text), (206, "b"));
    assert!(part.disposition.unwrap().starts_with("attachment"));
    assert_eq!(asked("colleague").await.status.as_u16(), 404);
}

/// What was read, as it is written: the members that a request has too, with the files by their ids.
fn again(read: &Value, members: &[&str]) -> Value {
    let ids = |files: &Value| {
        let files = files.as_array().into_iter().flatten();
        files.map(|file| file["id"].clone()).collect::<Vec<_>>()
    };
    let members = members.iter().map(|name| {
        let value = if *name == "files" {
            json!(ids(&read[name]))
        } else {
            read[name].clone()
        };
        ((*name).to_owned(), value)
    });
    Value::Object(members.filter(|(_, value)| !value.is_null()).collect())
}

#[tokio::test]
async fn what_is_read_can_be_written_as_it_is() {
    let site = Site::of("model").await;
    let category = site.category(Approval::None).await.to_string();
    let unit = site.town.unit("citizens").to_string();
    let post = json!({
        "category": category, "title": "停電", "body": "21日", "section": unit,
        "registration": "shared", "comments": true, "asks": true, "due": "2026-12-20",
        "starts_at": "2026-12-10T00:00:00Z", "ends_at": "2026-12-24T00:00:00Z",
        "pinned_until": "2026-12-21T00:00:00Z",
    });
    let members = [
        "category",
        "title",
        "body",
        "section",
        "registration",
        "starts_at",
        "ends_at",
        "pinned_until",
        "comments",
        "asks",
        "due",
        "files",
    ];
    let written = site.ask("write:clerk", "POST", "/board/posts", Some(post));
    let written = told(written.await, 200);
    let path = format!("/board/posts/{}", written["id"].as_str().unwrap());
    let read = told(site.ask("read:clerk", "GET", &path, None).await, 200);
    let same = again(&read, &members);
    let changed = json!({ "revision": read["revision"], "post": same });
    told(
        site.ask("write:clerk", "PUT", &path, Some(changed)).await,
        204,
    );
    let after = told(site.ask("read:clerk", "GET", &path, None).await, 200);
    assert_eq!(again(&after, &members), same);

    let path = "/board/categories";
    let settings = "/board/category-settings";
    let read = told(
        site.ask("write:administrator", "GET", settings, None).await,
        200,
    );
    let read = &read["items"][0];
    let changed = json!({ "revision": read["revision"], "settings": read["settings"] });
    let path = format!("{path}/{}", read["id"].as_str().unwrap());
    let put = site.ask("write:administrator", "PUT", &path, Some(changed));
    told(put.await, 204);
}
