//! Suspensions: the supervisor's alone.

use poem::http::Method;
use serde_json::json;
use yakusho_testkit::keeps;

use crate::site::{Office, PASSWORD};

const NEW: &str = "/admin/suspensions/new";

#[tokio::test]
async fn the_supervisor_suspends_under_an_item_with_a_reason_and_lifts_it() {
    keeps!("nogata:11");
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let mut supervisor = office.signed_in("supervisor").await;
    let form = supervisor.get(NEW).await;
    form.is(200).says(&[
        "第11条",
        "岡本 浩",
        "第10条第1号",
        "第10条第4号",
        "パスワードの漏えい",
    ]);
    let look = [("find", "佐藤"), ("reason", "付箋"), ("look", "1")];
    let found = supervisor.post(NEW, &look).await;
    found.is(200).says(&["佐藤 花子", "付箋</textarea>"]);

    let person = office.town.person("clerk").to_string();
    for fields in [
        vec![("person", &*person), ("reason", "付箋")],
        vec![("person", &*person), ("breach", "leak"), ("reason", " ")],
        vec![("person", "x"), ("breach", "x"), ("reason", "付箋")],
    ] {
        let refused = supervisor.post(NEW, &fields).await;
        refused.is(422).says(&["入力内容を確認してください"]);
    }
    let nobody = supervisor.post(NEW, &[("reason", "付箋")]).await;
    nobody.is(422).says(&[
        "職員を選択してください",
        "該当する禁止事項を選択してください",
    ]);
    let accountless = office.town.person("colleague").to_string();
    let fields = [
        ("person", &*accountless),
        ("breach", "leak"),
        ("reason", "付箋"),
    ];
    let refused = supervisor.post(NEW, &fields).await;
    refused
        .is(422)
        .says(&["この職員にはアカウントがありません", "加藤 健"]);
    clerk.get("/account").await.is(200);

    let reason = "パスワードを付箋に書いて貼っていたため";
    let fields = [("person", &*person), ("breach", "leak"), ("reason", reason)];
    let sent = supervisor.post(NEW, &fields).await;
    sent.is(303);
    assert_eq!(clerk.get("/account").await.status, 303, "a session goes on");
    let told = office.browser().sign_in("clerk", PASSWORD).await;
    told.is(403).says(&["第11条", "第10条第4号", reason]);
    let list = supervisor.get("/admin/suspensions").await;
    list.is(200).says(&[
        "clerk",
        "佐藤 花子",
        "停止中",
        "第11条",
        "第10条第4号",
        reason,
        "停止を解除する",
    ]);
    let twice = supervisor.post(NEW, &fields).await;
    twice.is(409).says(&["すでに停止されているか"]);

    let account = office.account_of("clerk").await;
    let lift = format!("/admin/suspensions/{account}/lift");
    let silent = supervisor.post(&lift, &[("reason", "")]).await;
    silent
        .is(422)
        .says(&["<details class=\"disclosure\" open", "停止中"]);
    let lifted = supervisor
        .post(&lift, &[("reason", "指導を受け、改めたため")])
        .await;
    lifted.is(303);
    let list = supervisor.get("/admin/suspensions").await;
    list.says(&["指導を受け、改めたため"])
        .hides(&["停止を解除する理由"]);
    office.browser().sign_in("clerk", PASSWORD).await.is(303);
    let nothing = supervisor.post(&lift, &[("reason", "再度")]).await;
    nothing
        .is(409)
        .says(&["この停止は、すでに解除されています。"]);
}

#[tokio::test]
async fn the_administrator_is_refused_by_the_article() {
    keeps!("nogata:11");
    let office = Office::open("nogata").await;
    let _ = office.signed_in("clerk").await;
    let account = office.account_of("clerk").await;
    let mut administrator = office.signed_in("administrator").await;
    let person = office.town.person("clerk").to_string();
    let list = administrator.get("/admin/suspensions").await;
    list.is(200).says(&["岡本 浩", "だけです", "第11条"]);
    let fields = [
        ("person", &*person),
        ("breach", "misuse"),
        ("reason", "不正"),
    ];
    let refused = administrator.post(NEW, &fields).await;
    refused.is(403).says(&["第11条", "/regulation/nogata:11"]);
    let lift = format!("/admin/suspensions/{account}/lift");
    let refused = administrator.post(&lift, &[("reason", "解除")]).await;
    assert!(refused.status.is_client_error(), "{}", refused.body);

    let path = format!("/accounts/{account}/suspension");
    let body = json!({"breach": "misuse", "reason": "不正"});
    let refused = administrator.call(Method::POST, &path, Some(body)).await;
    refused.is(403);
    assert_eq!(refused.json()["article"], "nogata:11");
    office.browser().sign_in("clerk", PASSWORD).await.is(303);

    let mut clerk = office.browser();
    clerk.sign_in("clerk", PASSWORD).await.is(303);
    clerk.get("/admin/suspensions").await.is(403);
    clerk.get(NEW).await.is(403);
}

#[tokio::test]
async fn programs_suspend_and_lift() {
    let office = Office::open("nogata").await;
    let _ = office.signed_in("clerk").await;
    let account = office.account_of("clerk").await;
    let mut supervisor = office.signed_in("supervisor").await;
    let path = format!("/accounts/{account}/suspension");
    let silent = json!({"breach": "misuse", "reason": ""});
    let refused = supervisor.call(Method::POST, &path, Some(silent)).await;
    refused.is(422);
    assert_eq!(refused.json()["errors"][0]["field"], "reason");
    let unknown = json!({"breach": "gossip", "reason": "x"});
    supervisor
        .call(Method::POST, &path, Some(unknown))
        .await
        .is(400);
    let body = json!({"breach": "misuse", "reason": "同僚のIDで投稿"});
    supervisor
        .call(Method::POST, &path, Some(body.clone()))
        .await
        .is(201);
    supervisor
        .call(Method::POST, &path, Some(body))
        .await
        .is(409);
    let list = supervisor.call(Method::GET, "/suspensions", None).await;
    let one = &list.json()["items"][0];
    assert_eq!(one["breach"], "misuse");
    assert_eq!(one["clause"], "nogata:10(3)");
    assert_eq!(one["article"], "nogata:11");
    let lift = format!("{path}/lift");
    let why = Some(json!({"reason": "解決"}));
    supervisor
        .call(Method::POST, &lift, why.clone())
        .await
        .is(204);
    supervisor.call(Method::POST, &lift, why).await.is(409);
    let own = office.account_of("supervisor").await;
    let body = json!({"breach": "misuse", "reason": "自分"});
    let path = format!("/accounts/{own}/suspension");
    supervisor
        .call(Method::POST, &path, Some(body))
        .await
        .is(403);
}
