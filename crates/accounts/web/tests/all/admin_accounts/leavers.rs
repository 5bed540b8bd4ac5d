//! Users who no longer need their account: reported, asked about, answered for.

use poem::http::Method;
use serde_json::json;
use time::Duration;
use yakusho_accounts::leaver;
use yakusho_testkit::keeps;

use crate::site::{Office, PASSWORD, between};

/// A town in which the clerk and a colleague have long not signed in, and their managers have been asked.
async fn asked() -> Office {
    let office = Office::open("nogata").await;
    for key in ["clerk", "colleague"] {
        office.account(key).await;
    }
    for key in ["administrator", "head", "planning_head"] {
        let _ = office.signed_in(key).await;
    }
    office.world.clock.turn(Duration::days(89));
    for key in ["administrator", "head", "planning_head"] {
        office.browser().sign_in(key, PASSWORD).await.is(303);
    }
    office.world.clock.turn(Duration::days(1));
    let found = leaver::find(&office.town.system()).await.unwrap();
    assert_eq!(found.asked, 2);
    office
}

#[tokio::test]
async fn a_manager_answers_whether_an_account_is_still_needed() {
    keeps!("nogata:7-2");
    let office = asked().await;
    let mut head = office.browser();
    head.sign_in("head", PASSWORD).await.is(303);
    let page = head.get("/leavers").await;
    page.is(200).says(&[
        "佐藤 花子",
        "加藤 健",
        "長期の不使用",
        "市民課",
        "令和9年（2027年）2月18日",
    ]);
    let case = between(&page.body, "action=\"/leavers/", "\"").unwrap();
    let first = format!("/leavers/{case}");
    let silent = [("reason", " "), ("answer", "keep")];
    let refused = head.post(&first, &silent).await;
    refused.is(422).says(&["aria-invalid=\"true\"", "加藤 健"]);
    for answer in ["", "maybe"] {
        let fields = [("reason", "不明"), ("answer", answer)];
        let refused = head.post(&first, &fields).await;
        refused.is(422).says(&["不明</textarea>"]);
    }
    let keep = [("reason", "育児休業から復帰するため"), ("answer", "keep")];
    head.post(&first, &keep).await.is(303);
    let page = head.get("/leavers").await;
    let case = between(&page.body, "action=\"/leavers/", "\"").unwrap();
    let second = format!("/leavers/{case}");
    assert_ne!(first, second);
    let close = [("reason", "業務が終わったため"), ("answer", "close")];
    head.post(&second, &close).await.is(303);
    let late = head.post(&second, &close).await;
    late.is(409).says(&["ほかの人が先に変更しました"]);
    head.get("/leavers")
        .await
        .says(&["回答を待っているものはありません"]);
    head.get("/leavers?state=kept")
        .await
        .says(&["育児休業から復帰するため", "中野 恵"]);
    head.get("/leavers?state=closed")
        .await
        .says(&["業務が終わったため"]);

    let mut administrator = office.browser();
    administrator
        .sign_in("administrator", PASSWORD)
        .await
        .is(303);
    administrator
        .get("/notifications")
        .await
        .says(&["管理責任者の報告により"]);
    let other = administrator.get("/leavers?state=kept").await;
    other.is(200).says(&["育児休業から復帰するため"]);
}

#[tokio::test]
async fn others_see_and_answer_nothing() {
    let office = asked().await;
    let mut other = office.browser();
    other.sign_in("planning_head", PASSWORD).await.is(303);
    let page = other.get("/leavers").await;
    page.is(200).hides(&["佐藤 花子", "加藤 健"]);
    let mut head = office.browser();
    head.sign_in("head", PASSWORD).await.is(303);
    let cases = head.call(Method::GET, "/leavers", None).await.json();
    let case = cases["items"][0]["id"].as_str().unwrap();
    let keep = [("reason", "不明"), ("answer", "keep")];
    let refused = other.post(&format!("/leavers/{case}"), &keep).await;
    refused.is(403);
    let mut nobody = office.signed_in("stranger").await;
    nobody.get("/leavers").await.is(403);
    nobody.get("/section-users").await.is(403);

    let answer = json!({"keep": true, "reason": ""});
    let path = format!("/leavers/{case}/answer");
    let refused = head.call(Method::POST, &path, Some(answer)).await;
    refused.is(422);
    assert_eq!(refused.json()["errors"][0]["field"], "reason");
    let answer = Some(json!({"keep": true, "reason": "復帰する"}));
    other
        .call(Method::POST, &path, answer.clone())
        .await
        .is(403);
    head.call(Method::POST, &path, answer.clone()).await.is(204);
    head.call(Method::POST, &path, answer).await.is(409);
    let kept = head
        .call(Method::GET, "/leavers?state=kept", None)
        .await
        .json();
    assert_eq!(kept["items"][0]["reason"], "復帰する");
}

#[tokio::test]
async fn a_manager_reports_somebody_of_the_own_section() {
    keeps!("nogata:7-2");
    let office = Office::open("nogata").await;
    let mut head = office.signed_in("head").await;
    let mut clerk = office.signed_in("clerk").await;
    let users = head.get("/section-users").await;
    users
        .is(200)
        .says(&["佐藤 花子", "森 さくら", "アカウントなし", "利用中"])
        .hides(&["井上 大輔"]);
    let account = office.account_of("clerk").await;
    let report = format!("/section-users/{account}/report");
    let silent = head.post(&report, &[("reason", "")]).await;
    silent
        .is(422)
        .says(&["<details class=\"disclosure\" open", "佐藤 花子"]);
    clerk.get("/account").await.is(200);
    let mut other = office.signed_in("planning_head").await;
    let refused = other.post(&report, &[("reason", "退職")]).await;
    assert!(refused.status.is_client_error(), "{}", refused.body);
    let unit = office.town.unit("citizens");
    let foreign = other.get(&format!("/section-users?unit={unit}")).await;
    assert!(foreign.status.is_client_error(), "{}", foreign.body);

    head.post(&report, &[("reason", "業務の終了")])
        .await
        .is(303);
    assert_eq!(clerk.get("/account").await.status, 303, "a session goes on");
    let users = head.get("/section-users").await;
    users.says(&["終了"]).hides(&[&report]);
    let body = json!({"account": account.to_string(), "reason": "再度"});
    let again = head.call(Method::POST, "/leavers", Some(body)).await;
    again.is(409);
}
