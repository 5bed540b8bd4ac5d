//! Functions switched on and off, and permissions granted, on the pages and for programs.

use poem::http::Method;
use serde_json::json;
use yakusho_testkit::keeps;

use crate::site::{Office, between};

const NOBODY: &str = "0192f0c1-2b3c-7def-8123-456789abcdef";

#[tokio::test]
async fn the_administrator_switches_a_function_off_and_on_with_a_reason() {
    keeps!("nogata:5-2(3)");
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let page = browser.get("/admin/functions").await;
    page.is(200)
        .says(&["掲示板", "第3条第2号", "回覧", "変更なし", "利用中"]);
    let off = [("on", "false"), ("reason", " ")];
    let refused = browser.post("/admin/functions/board", &off).await;
    refused
        .is(422)
        .says(&["<details class=\"disclosure\" open", "aria-invalid"]);
    let off = [("on", "false"), ("reason", "改修のため")];
    browser.post("/admin/functions/board", &off).await.is(303);
    let page = browser.get("/admin/functions").await;
    page.says(&["停止中", "改修のため", "木村 隆", "を停止しました"]);
    let twice = browser.post("/admin/functions/board", &off).await;
    twice
        .is(409)
        .says(&["すでにそのようになっています", "改修のため</textarea>"]);
    let on = [("on", "true"), ("reason", "改修が終わった")];
    browser.post("/admin/functions/board", &on).await.is(303);
    for (code, on) in [("nothing", "true"), ("%00", "false")] {
        let fields = [("on", on), ("reason", "x")];
        browser
            .post(&format!("/admin/functions/{code}"), &fields)
            .await
            .is(404);
    }
    let nonsense = [("on", "perhaps"), ("reason", "x")];
    browser
        .post("/admin/functions/board", &nonsense)
        .await
        .is(422);

    let mut supervisor = office.signed_in("supervisor").await;
    supervisor.get("/admin/functions").await.is(403);
    supervisor
        .post("/admin/functions/board", &off)
        .await
        .is(403);
}

#[tokio::test]
async fn programs_switch_functions() {
    keeps!("nogata:5-2(3)");
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let path = "/functions/circulation";
    let off = json!({"on": false, "reason": "保守"});
    program
        .call(Method::PUT, path, Some(off.clone()))
        .await
        .is(204);
    program.call(Method::PUT, path, Some(off)).await.is(409);
    let list = program.call(Method::GET, "/functions", None).await.json();
    assert_eq!(list["items"][1]["code"], "circulation");
    assert_eq!(list["items"][1]["on"], false);
    assert_eq!(list["items"][1]["reason"], "保守");
    let silent = json!({"on": true, "reason": ""});
    let refused = program.call(Method::PUT, path, Some(silent)).await;
    refused.is(422);
    assert_eq!(refused.json()["errors"][0]["field"], "reason");
    let mut clerk = office.signed_in("clerk").await;
    let on = json!({"on": true, "reason": "掲示したい"});
    clerk.call(Method::PUT, path, Some(on)).await.is(403);
}

#[tokio::test]
async fn a_permission_is_granted_to_a_person_a_section_or_a_head_and_ended() {
    keeps!("nogata:5-2(3)");
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let new = "/admin/grants/new";
    let look = [("find", "佐藤"), ("reason", "整理"), ("look", "1")];
    let found = browser.post(new, &look).await;
    found
        .is(200)
        .says(&["佐藤 花子", "整理</textarea>", "文書の編集"]);
    let (person, unit) = (
        office.town.person("clerk").to_string(),
        office.town.unit("citizens").to_string(),
    );
    let permission = ("permission", "test.files.edit");
    let reason = ("reason", "文書の整理のため");
    for fields in [
        vec![reason, ("to", "person"), ("person", &*person)],
        vec![permission, reason, ("to", "person")],
        vec![permission, reason, ("to", "unit"), ("person", &*person)],
        vec![permission, reason, ("to", "head")],
        vec![permission, ("to", "person"), ("person", &*person)],
        vec![
            ("permission", "test.files.delete"),
            reason,
            ("to", "person"),
            ("person", &*person),
        ],
        vec![("permission", "Böse!"), reason, ("person", &*person)],
    ] {
        let refused = browser.post(new, &fields).await;
        refused.is(422).says(&["入力内容を確認してください"]);
    }
    let head = office.town.unit("information").to_string();
    for (to, field, id, shown) in [
        ("person", "person", &person, "佐藤 花子"),
        ("unit", "unit", &unit, "市民課"),
        ("head", "unit", &head, "情報管理係 係長"),
    ] {
        let fields = [permission, ("to", to), (field, id), reason];
        browser.post(new, &fields).await.is(303);
        let list = browser.get("/admin/grants").await;
        list.is(200)
            .says(&[shown, "文書の編集", "文書の整理のため"]);
    }
    let list = browser.get("/admin/grants").await;
    let grant = between(&list.body, "action=\"/admin/grants/", "/end\"").unwrap();
    let end = format!("/admin/grants/{grant}/end");
    browser.post(&end, &[]).await.is(303);
    browser.get("/admin/grants").await.hides(&[&end]);
    browser.post(&end, &[]).await.is(404);
    let mut supervisor = office.signed_in("supervisor").await;
    supervisor.get("/admin/grants").await.is(403);
    let fields = [permission, ("person", &*person), reason];
    supervisor.post(new, &fields).await.is(403);
}

#[tokio::test]
async fn programs_grant_and_end() {
    keeps!("nogata:5-2(3)");
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let person = office.town.person("clerk").to_string();
    let grant = |kind: &str, id: &str| {
        json!({
            "permission": "test.files.edit",
            "grantee": {"kind": kind, "id": id},
            "reason": "整理",
        })
    };
    let made = program
        .call(Method::POST, "/grants", Some(grant("person", &person)))
        .await;
    made.is(201);
    let list = program.call(Method::GET, "/grants", None).await.json();
    assert_eq!(list["items"][0]["grantee"]["id"], person);
    for kind in ["person", "post", "unit"] {
        let refused = program
            .call(Method::POST, "/grants", Some(grant(kind, NOBODY)))
            .await;
        refused.is(422);
        assert_eq!(refused.json()["errors"][0]["field"], "grantee");
    }
    let mut malformed = grant("person", &person);
    malformed["permission"] = json!("everything");
    let refused = program.call(Method::POST, "/grants", Some(malformed)).await;
    refused.is(422);
    assert_eq!(refused.json()["errors"][0]["field"], "permission");
    let path = format!("/grants/{}", made.json()["id"].as_str().unwrap());
    let mut clerk = office.signed_in("clerk").await;
    clerk.call(Method::DELETE, &path, None).await.is(403);
    program.call(Method::DELETE, &path, None).await.is(204);
    program.call(Method::DELETE, &path, None).await.is(404);
}
