//! The regulation, article by article.

use poem::http::Method;
use yakusho_accounts::suspension::{self, Breach};

use crate::site::Office;

#[tokio::test]
async fn an_article_shows_text_duty_rule_holder_and_evidence() {
    let office = Office::open("nogata").await;
    let (account, _) = office.account("clerk").await;
    let mut clerk = office.signed_in("colleague").await;
    let page = clerk.get("/regulation/nogata:11").await;
    page.is(200).says(&[
        "第11条",
        "この条についてシステムが行うこと",
        "守らせる",
        "対応済み",
        "まだありません",
        "この日の担当者",
        "岡本 浩",
        "前の条",
        "次の条",
    ]);
    page.hides(&["監査記録で確認"]);
    let roles = clerk.get("/regulation/nogata:4").await;
    roles
        .is(200)
        .says(&["この日の担当者", "岡本 浩", "総合政策部長"]);
    let supervisor = office.town.cx("supervisor").await;
    let done = suspension::suspend(&supervisor, account, Breach::Leak, "付箋").await;
    done.unwrap().into_inner();
    let page = clerk.get("/regulation/nogata:11").await;
    page.says(&["令和8年（2026年）11月20日"]);
    let mut overseer = office.signed_in("supervisor").await;
    let page = overseer.get("/regulation/nogata:11").await;
    page.says(&["監査記録で確認", "/audit?rule=suspension.by_supervisor"]);
}

#[tokio::test]
async fn an_article_is_shown_as_it_was_on_a_day() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    for (day, words) in [
        ("R8.11.1", "対応済み"),
        ("1990-01-01", "それより前の文言は収録していません"),
        ("nonsense", "対応済み"),
    ] {
        let page = clerk.get(&format!("/regulation/nogata:11?day={day}")).await;
        page.is(200).says(&[words]);
    }
    let item = clerk.get("/regulation/nogata:10(4)").await;
    item.is(200).says(&["参照中の条項", "パスワード"]);
    for nothing in ["nogata:99", "nogata:11(9)", "nowhere", "muko:5", "%00"] {
        clerk.get(&format!("/regulation/{nothing}")).await.is(404);
    }
}

#[tokio::test]
async fn the_text_stands_as_a_whole_and_its_clauses_are_found() {
    for city in ["nogata", "shiroishi", "muko"] {
        let office = Office::open(city).await;
        let mut clerk = office.signed_in("clerk").await;
        let all = clerk.get("/regulation").await;
        all.is(200).says(&["全文を読む", "システムが守っている"]);
        let whole = clerk.get(&format!("/regulation/{city}")).await;
        whole.is(200).says(&["第1条", "第2条", "附則"]);
        let clauses = clerk.get("/regulation/clauses?state=kept").await;
        clauses.is(200).says(&["対応済み</span>"]);
        let none = clerk.get("/regulation/clauses?q=zzzz").await;
        none.is(200).says(&["条件に合う条項はありません"]);
        let program = clerk.call(Method::GET, "/regulations", None).await;
        program.is(200);
        assert_eq!(program.json()["items"][0]["key"], city);
        let mut after = String::new();
        let mut seen = 0;
        loop {
            let path = format!("/regulation-clauses?limit=20{after}");
            let page = clerk.call(Method::GET, &path, None).await.json();
            seen += page["items"].as_array().unwrap().len();
            let Some(next) = page["next"].as_str() else {
                break;
            };
            after = format!("&after={next}");
        }
        assert!(seen > 10, "{seen} clauses in {city}");
    }
}

#[tokio::test]
async fn programs_read_a_clause_with_its_rules() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let clause = clerk
        .call(Method::GET, "/regulation-clauses/nogata:11", None)
        .await
        .json();
    assert_eq!(clause["state"], "kept");
    assert_eq!(clause["rules"][0]["id"], "suspension.by_supervisor");
    assert_eq!(clause["rules"][0]["in_force"], true);
    for nothing in ["nogata:99", "nonsense"] {
        let path = format!("/regulation-clauses/{nothing}");
        clerk.call(Method::GET, &path, None).await.is(404);
    }
    let kind = "/regulation-clauses?kind=nonsense";
    clerk.call(Method::GET, kind, None).await.is(422);
    let state = "/regulation-clauses?state=nonsense";
    clerk.call(Method::GET, state, None).await.is(422);
}
