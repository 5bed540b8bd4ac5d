//! Maintenance on the pages and for programs: announced above every page, and acts at rest.

use poem::http::Method;
use serde_json::json;
use time::Duration;
use yakusho_kernel::Timestamp;
use yakusho_testkit::keeps;

use crate::site::{Office, between};

const PAGE: &str = "/admin/maintenance";

#[tokio::test]
async fn maintenance_is_announced_above_every_page_beforehand() {
    keeps!("nogata:5-2(1)");
    let office = Office::open("nogata").await;
    let mut administrator = office.signed_in("administrator").await;
    let mut clerk = office.signed_in("clerk").await;
    administrator.get(PAGE).await.is(200).says(&[
        "第5条第2項第1号",
        "通常どおり利用できます",
        "掲載したものはありません",
    ]);
    for (kind, words, ends) in [
        ("notice", "", "2026-11-20T18:00"),
        ("notice", "知らせ", ""),
        ("nothing", "知らせ", "2026-11-20T18:00"),
        ("read_only", "", "2026-11-19T18:00"),
        ("read_only", "", "sometime"),
    ] {
        let fields = [("kind", kind), ("words_ja", words), ("ends_at", ends)];
        let refused = administrator.post(PAGE, &fields).await;
        refused.is(422).says(&["入力内容を確認してください"]);
    }
    let window = [
        ("kind", "read_only"),
        ("words_ja", "機器を取り替えます。"),
        ("words_en", "Machines are replaced."),
        ("starts_at", "2026-11-20T17:30"),
        ("ends_at", "2026-11-20T19:00"),
    ];
    clerk
        .post(PAGE, &window)
        .await
        .is(403)
        .says(&["第5条第2項第1号"]);
    clerk.get(PAGE).await.is(403);
    administrator.post(PAGE, &window).await.is(303);
    let announced = [
        "本日17:30から保守のため閲覧のみになります",
        "終了予定:本日19:00",
    ];
    for path in ["/", "/account"] {
        clerk.get(path).await.is(200).says(&announced);
    }
    office
        .browser()
        .get("/sign-in")
        .await
        .is(200)
        .says(&announced);
}

#[tokio::test]
async fn what_is_sent_during_maintenance_stays_on_the_page() {
    keeps!("nogata:5-2(1)");
    let office = Office::open("nogata").await;
    let mut administrator = office.signed_in("administrator").await;
    let mut clerk = office.signed_in("clerk").await;
    let window = [
        ("kind", "read_only"),
        ("words_ja", ""),
        ("starts_at", "2026-11-20T17:30"),
        ("ends_at", "2026-11-20T19:00"),
    ];
    administrator.post(PAGE, &window).await.is(303);
    let group = [("name", "窓口の担当"), ("members", "")];
    clerk.post("/account/groups/new", &group).await.is(422);

    let start = Timestamp::at(
        time::macros::date!(2026 - 11 - 20),
        time::macros::time!(17:30),
    );
    office.world.clock.turn_to(start);
    let mut administrator = office.signed_in_again("administrator").await;
    let mut clerk = office.signed_in_again("clerk").await;
    clerk
        .get("/")
        .await
        .is(200)
        .says(&["保守のため閲覧のみです"]);
    let refused = clerk.post("/account/groups/new", &group).await;
    refused.is(503).says(&[
        "ただいま閲覧のみです",
        "終了予定:本日19:00",
        "第5条第2項第1号",
        "このページに残っています",
        "name=\"name\" value=\"窓口の担当\"",
        "もう一度送信する",
    ]);
    let secret = [
        ("current", "ひみつの語"),
        ("new", "ひみつの語二"),
        ("repeat", "ひみつの語二"),
    ];
    clerk
        .post("/account/password", &secret)
        .await
        .is(503)
        .hides(&["ひみつの語"]);
    administrator
        .post(
            "/admin/functions/board",
            &[("on", "false"), ("reason", "保守")],
        )
        .await
        .is(503);

    let page = administrator.get(PAGE).await;
    page.says(&["実施中", "閲覧のみ"]);
    let id = between(&page.body, "/admin/maintenance/", "/end")
        .unwrap()
        .to_owned();
    let until = [("ends_at", "2026-11-20T20:15")];
    clerk
        .post(&format!("{PAGE}/{id}/until"), &until)
        .await
        .is(403);
    administrator
        .post(&format!("{PAGE}/{id}/until"), &[("ends_at", "x")])
        .await
        .is(422);
    administrator
        .post(&format!("{PAGE}/{id}/until"), &until)
        .await
        .is(303);
    clerk.get("/").await.says(&["終了予定:本日20:15"]);
    administrator
        .post(&format!("{PAGE}/{id}/end"), &[])
        .await
        .is(303);
    administrator
        .post(&format!("{PAGE}/{id}/end"), &[])
        .await
        .is(409);
    clerk.get("/").await.is(200).hides(&["保守のため"]);
    clerk.post("/account/groups/new", &group).await.is(422);
    clerk.post("/sign-out", &[]).await.is(303);
}

#[tokio::test]
async fn while_it_is_closed_only_the_way_in_and_the_administrator_remain() {
    let office = Office::open("nogata").await;
    let mut administrator = office.signed_in("administrator").await;
    let mut clerk = office.signed_in("clerk").await;
    let closed = [("kind", "closed"), ("words_ja", "移行作業")];
    administrator
        .post(PAGE, &closed)
        .await
        .is(422)
        .says(&["掲載するとすぐに始まります", "移行作業</textarea>"]);
    clerk.get("/").await.is(200);
    let [kind, words] = closed;
    let at_once = [kind, words, ("at_once", "on")];
    administrator.post(PAGE, &at_once).await.is(303);
    let refused = clerk.get("/").await;
    refused
        .is(503)
        .says(&["ただいま利用できません", "終了の時刻は未定です"]);
    office
        .browser()
        .get("/sign-in")
        .await
        .is(200)
        .says(&["保守のため利用を止めています", "移行作業"]);
    administrator.get("/").await.is(200);
    administrator
        .get("/account")
        .await
        .is(200)
        .says(&["保守のため利用を止めています"]);
    clerk.post("/sign-out", &[]).await.is(303);
}

#[tokio::test]
async fn programs_are_told_when_to_ask_again() {
    keeps!("nogata:5-2(1)");
    let office = Office::open("nogata").await;
    let mut program = office.signed_in("administrator").await;
    let mut clerk = office.signed_in("clerk").await;
    let end = office
        .world
        .clock
        .now()
        .plus(Duration::minutes(90))
        .to_string();
    let now = json!({"kind": "read_only", "words_en": "Backup", "ends_at": end});
    clerk
        .call(Method::POST, "/announcements", Some(now.clone()))
        .await
        .is(403);
    let made = program
        .call(Method::POST, "/announcements", Some(now))
        .await;
    made.is(201);
    let current = clerk
        .call(Method::GET, "/announcements/current", None)
        .await
        .json();
    assert_eq!(current["items"][0]["state"], "on");
    let group = json!({"name": "窓口", "members": []});
    let refused = clerk.call(Method::POST, "/me/groups", Some(group)).await;
    refused.is(503);
    let problem = refused.json();
    assert_eq!(problem["type"], "urn:yakusho:problem:maintenance");
    assert_eq!(problem["code"], "read_only");
    assert_eq!(problem["article"], "nogata:5-2(1)");
    assert_eq!(refused.retry_after, Some(5400));
    let made = made.json();
    let path = format!("/announcements/{}", made["id"].as_str().unwrap());
    let sooner =
        json!({"ends_at": office.world.clock.now().plus(Duration::minutes(1)).to_string()});
    program.call(Method::PUT, &path, Some(sooner)).await.is(204);
    program.call(Method::DELETE, &path, None).await.is(204);
    let list = program
        .call(Method::GET, "/announcements", None)
        .await
        .json();
    assert_eq!(list["items"][0]["state"], "over");
    clerk
        .call(Method::GET, "/announcements", None)
        .await
        .is(403);
}
