//! Signing in and out, at the door.

use poem::http::Method;
use serde_json::json;
use yakusho_accounts::suspension::{self, Breach};
use yakusho_accounts::usage::{self, NewUsageRules};
use yakusho_testkit::keeps;

use crate::site::{Office, PASSWORD, between};

#[tokio::test]
async fn nobody_gets_further_than_the_way_in() {
    let office = Office::open("nogata").await;
    let mut browser = office.browser();
    let sent = browser.get("/account?x=1").await;
    sent.is(303);
    assert_eq!(sent.location, "/sign-in?next=%2Faccount%3Fx%3D1");
    let page = browser.get(&sent.location).await;
    page.is(200)
        .says(&["ログイン", "name=\"next\" value=\"/account?x=1\""]);

    let mut clerk = office.signed_in("clerk").await;
    clerk
        .get("/account")
        .await
        .is(200)
        .says(&["佐藤 花子", "市民課 主事"]);
    assert_eq!(clerk.get("/sign-in?next=/people").await.location, "/people");
}

#[tokio::test]
async fn an_unknown_id_gets_the_answer_of_a_wrong_password() {
    let office = Office::open("nogata").await;
    office.account("clerk").await;
    let mut browser = office.browser();
    let known = browser.sign_in("clerk", "wrong").await;
    let unknown = browser.sign_in("clerc", "wrong").await;
    known
        .is(401)
        .says(&["IDまたはパスワードが正しくありません", "value=\"clerk\""]);
    unknown.is(401);
    assert_eq!(known.body.replace("clerk", "clerc"), unknown.body);
    assert!(!known.body.contains("wrong"), "the password came back");
    for (id, password) in [("", ""), ("\0", "\u{fffd}"), ("あ", &"x".repeat(5_000))] {
        browser.sign_in(id, password).await.is(401);
    }
}

#[tokio::test]
async fn after_signing_in_one_goes_on_within_the_site_alone() {
    let office = Office::open("nogata").await;
    office.signed_in("clerk").await;
    for (next, there) in [
        ("/people?q=x", "/people?q=x"),
        ("//evil.example", "/"),
        ("https://evil.example", "/"),
        ("", "/"),
    ] {
        let fields = [("id", "clerk"), ("password", PASSWORD), ("next", next)];
        let sent = office.browser().post("/sign-in", &fields).await;
        sent.is(303);
        assert_eq!(sent.location, there);
    }
}

#[tokio::test]
async fn a_one_time_password_is_changed_before_anything_else() {
    keeps!("nogata:2(4)");
    let office = Office::open("nogata").await;
    let (_, issued) = office.account("clerk").await;
    let mut browser = office.browser();
    browser.sign_in("clerk", &issued).await.is(303);
    assert_eq!(
        browser.get("/people").await.location,
        "/account/password?next=%2Fpeople"
    );
    let page = browser.get("/account/password").await;
    page.is(200)
        .says(&["仮パスワードでログインしています", "仮パスワード"]);
    let refused = browser.call(Method::GET, "/people", None).await;
    refused.is(403);
    assert_eq!(refused.json()["code"], "must_change_password");

    let wrong = [
        ("current", issued.as_str()),
        ("new", "password1234"),
        ("repeat", "password1234"),
    ];
    let again = browser.post("/account/password", &wrong).await;
    again.is(422).says(&["推測されやすい"]);
    let differ = [
        ("current", issued.as_str()),
        ("new", PASSWORD),
        ("repeat", "x"),
    ];
    browser
        .post("/account/password", &differ)
        .await
        .is(422)
        .says(&["一致しません"]);
    let right = [
        ("current", issued.as_str()),
        ("new", PASSWORD),
        ("repeat", PASSWORD),
    ];
    browser.post("/account/password", &right).await.is(303);
    browser.get("/people").await.is(200);

    let used = office.browser().sign_in("clerk", &issued).await;
    used.is(401);
}

#[tokio::test]
async fn the_owner_of_a_suspended_id_is_told_article_item_and_reason() {
    keeps!("nogata:11");
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    clerk.get("/account").await.is(200);
    let account = office.account_of("clerk").await;
    let supervisor = office.town.cx("supervisor").await;
    let reason = "同僚のIDで投稿したため";
    suspension::suspend(&supervisor, account, Breach::Misuse, reason)
        .await
        .unwrap()
        .into_inner();

    assert_eq!(
        clerk.get("/account").await.status,
        303,
        "the session goes on"
    );
    let told = office.browser().sign_in("clerk", PASSWORD).await;
    told.is(403)
        .says(&["第11条", "第10条第3号", "不正利用", reason]);
    let stranger = office.browser().sign_in("clerk", "wrong").await;
    stranger.is(401);
    assert!(!stranger.body.contains(reason));
}

#[tokio::test]
async fn usage_rules_are_acknowledged_before_anything_else() {
    keeps!("nogata:5-2(2)");
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    clerk
        .get("/account/usage-rules")
        .await
        .is(200)
        .says(&["まだありません"]);
    let administrator = office.town.cx("administrator").await;
    let new = NewUsageRules {
        effective_on: administrator.today(),
        body_ja: "業務に使うこと。".to_owned(),
        body_en: String::new(),
    };
    usage::issue(&administrator, new)
        .await
        .unwrap()
        .into_inner();

    assert_eq!(
        clerk.get("/people").await.location,
        "/account/usage-rules?next=%2Fpeople"
    );
    let page = clerk.get("/account/usage-rules").await;
    page.is(200)
        .says(&["業務に使うこと。", "内容を確認しました"]);
    let rules = between(&page.body, "name=\"rules\" value=\"", "\"").unwrap();
    clerk
        .post("/account/usage-rules", &[("rules", "nonsense")])
        .await
        .is(422);
    clerk
        .post("/account/usage-rules", &[("rules", rules)])
        .await
        .is(303);
    clerk.get("/people").await.is(200);
}

#[tokio::test]
async fn signing_out_ends_the_session_at_once() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let secret = clerk.cookie("session").unwrap().to_owned();
    clerk.post("/sign-out", &[]).await.is(303);
    assert_eq!(clerk.cookie("session"), None);
    let mut thief = office.browser();
    thief.set_cookie("session", &secret);
    assert_eq!(thief.get("/account").await.status, 303);
}

#[tokio::test]
async fn a_session_that_nobody_used_for_an_hour_is_over() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    for (minutes, status) in [(59, 200), (59, 200), (61, 303)] {
        office.world.clock.turn(time::Duration::minutes(minutes));
        clerk.get("/account").await.is(status);
    }
}

#[tokio::test]
async fn too_many_failures_hold_off_and_say_for_how_long() {
    keeps!("nogata:10(3)");
    let office = Office::open("nogata").await;
    let mut browser = office.browser();
    let mut last = browser.sign_in("clerk", "wrong").await;
    for _ in 0..10 {
        last = browser.sign_in("clerk", "wrong").await;
    }
    last.is(429).says(&["約15分後"]);
    let refused = browser
        .call(
            Method::POST,
            "/session",
            Some(json!({"id": "clerk", "password": "x"})),
        )
        .await;
    refused.is(429);
}

#[tokio::test]
async fn too_many_failures_from_one_address_hold_it_off_and_what_was_typed_stays() {
    let office = Office::open("nogata").await;
    let mut browser = office.browser();
    for n in 0..60 {
        browser.sign_in(&format!("nobody-{n}"), "wrong").await;
    }
    let held_off = browser.sign_in("clerk", "whatever").await;
    held_off.is(429).says(&["value=\"clerk\"", "約1分後"]);
}

#[tokio::test]
async fn programs_sign_in_and_out_by_json() {
    let office = Office::open("nogata").await;
    let (_, issued) = office.account("clerk").await;
    let mut program = office.browser();
    let wrong = json!({"id": "clerk", "password": "wrong"});
    let refused = program.call(Method::POST, "/session", Some(wrong)).await;
    refused.is(403);
    assert_eq!(refused.json()["code"], "wrong_credentials");
    for nonsense in [json!({}), json!([]), json!({"id": 1, "password": null})] {
        program
            .call(Method::POST, "/session", Some(nonsense))
            .await
            .is(400);
    }

    let right = json!({"id": "clerk", "password": issued});
    let begun = program.call(Method::POST, "/session", Some(right)).await;
    begun.is(201);
    assert_eq!(begun.json()["must"], "must_change_password");
    program.take_token(begun.json()["csrf"].as_str().unwrap());
    let change = json!({"current": issued, "new": PASSWORD});
    program
        .call(Method::PUT, "/me/password", Some(change))
        .await
        .is(204);
    let me = program.call(Method::GET, "/me", None).await;
    me.is(200);
    assert_eq!(me.json()["person"]["name"], "佐藤 花子");
    program.call(Method::DELETE, "/session", None).await.is(204);
    program.call(Method::GET, "/me", None).await.is(401);
}
