//! The days on which the town hall is closed.

use poem::http::Method;
use serde_json::json;

use crate::site::{Office, between};

const PAGE: &str = "/admin/closed-days";

#[tokio::test]
async fn the_city_closes_and_opens_days_of_its_own() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let page = browser.get(PAGE).await;
    page.is(200)
        .says(&["勤労感謝の日", "年末年始", "令和8年（2026年）11月23日"]);
    for (day, word, reason) in [
        ("", "closed", "開港記念日"),
        ("2027-02-30", "closed", "開港記念日"),
        ("2027-03-01", "closed", ""),
        ("2027-03-01", "ajar", "開港記念日"),
        ("1850-03-01", "closed", "開港記念日"),
    ] {
        let fields = [("day", day), ("word", word), ("reason", reason)];
        let refused = browser.post(PAGE, &fields).await;
        refused.is(422).says(&["入力内容を確認してください"]);
    }
    let day = "令和9年3月1日";
    let set = [("day", day), ("word", "closed"), ("reason", "開港記念日")];
    let sent = browser.post(PAGE, &set).await;
    sent.is(303);
    let page = browser.get(&sent.location).await;
    page.says(&["開港記念日", "市の閉庁日", "令和9年（2027年）3月1日"]);
    let open = [
        ("day", "2027-03-06"),
        ("word", "opened"),
        ("reason", "窓口"),
    ];
    browser.post(PAGE, &open).await.is(303);
    let page = browser.get(PAGE).await;
    page.says(&["休日開庁", "窓口"]);

    let own = between(&page.body, "/admin/closed-days/", "/withdraw").unwrap();
    let withdraw = format!("{PAGE}/{own}/withdraw");
    let stale = browser.post(&withdraw, &[("revision", "7")]).await;
    stale.is(409);
    let revision = page.hidden("revision");
    let sent = browser.post(&withdraw, &[("revision", &revision)]).await;
    sent.is(303);
    browser.get(&sent.location).await.hides(&["開港記念日"]);
    for year in ["2100", "x", "-1", "99999999999"] {
        browser.get(&format!("{PAGE}?year={year}")).await.is(200);
    }
}

#[tokio::test]
async fn everybody_reads_the_days_and_the_administrator_sets_them() {
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let new = json!({"day": "2027-03-01", "word": "closed", "reason": "開港記念日"});
    let set = program
        .call(Method::POST, "/closed-days", Some(new.clone()))
        .await;
    set.is(201);
    let own = set.json();
    let mut clerk = office.signed_in("clerk").await;
    let days = clerk.call(Method::GET, "/closed-days", None).await.json();
    assert_eq!(days["items"][0]["reason"], "開港記念日");
    clerk.get(PAGE).await.is(403);
    clerk
        .call(Method::POST, "/closed-days", Some(new))
        .await
        .is(403);
    let path = format!("/closed-days/{}?revision=", own["id"].as_str().unwrap());
    clerk
        .call(Method::DELETE, &format!("{path}1"), None)
        .await
        .is(403);
    program
        .call(Method::DELETE, &format!("{path}9"), None)
        .await
        .is(409);
    let revision = &own["revision"];
    program
        .call(Method::DELETE, &format!("{path}{revision}"), None)
        .await
        .is(204);
    let silent = json!({"day": "2027-03-01", "word": "opened", "reason": " "});
    let refused = program
        .call(Method::POST, "/closed-days", Some(silent))
        .await;
    refused.is(422);
    assert_eq!(refused.json()["errors"][0]["field"], "reason");
}
