//! Pages and API of standing in for others.

use poem::http::Method;
use serde_json::json;
use yakusho_accounts::appointment;
use yakusho_accounts::delegation::{self, NewDelegation, Principal};
use yakusho_accounts::staff::{self, Status};
use yakusho_kernel::ProxyKind;

use crate::me::OTHER;
use crate::site::{Browser, Got, Office, PASSWORD, between};

/// Asks to act on that person's behalf, by that kind of proxy.
async fn acts_for(browser: &mut Browser<'_>, person: &str, kind: &str) -> Got {
    let whom = [("person", person), ("kind", kind)];
    browser.post("/account/delegations/act", &whom).await
}

#[tokio::test]
async fn somebody_stands_in_and_acts_on_anothers_behalf_while_it_lasts() {
    let office = Office::open("nogata").await;
    let mut head = office.signed_in("head").await;
    let mut clerk = office.signed_in("clerk").await;
    let found = head
        .post(
            "/account/delegations/new",
            &[("find", "さとう"), ("look", "1")],
        )
        .await;
    let delegate = office.town.person("clerk").to_string();
    found.is(200).says(&["佐藤 花子", &delegate]);
    let empty = head
        .post(
            "/account/delegations/new",
            &[("find", ""), ("last", "2026-11-30")],
        )
        .await;
    empty
        .is(422)
        .says(&["代理の種類", "代理する人", "value=\"2026-11-30\""]);
    let own = office.town.person("head").to_string();
    let themself = [
        ("kind", "acting_for_post"),
        ("delegate", &*own),
        ("first", "2026-11-20"),
    ];
    head.post("/account/delegations/new", &themself)
        .await
        .is(422)
        .says(&["本人を代理人にすることはできません"]);
    let right = [
        ("kind", "acting_for_post"),
        ("delegate", &*delegate),
        ("first", "2026-11-20"),
        ("last", "2026-11-30"),
    ];
    head.post("/account/delegations/new", &right).await.is(303);
    head.get("/account/delegations")
        .await
        .says(&["佐藤 花子", "職務代理"]);

    let person = office.town.person("head").to_string();
    clerk
        .get("/account/delegations")
        .await
        .says(&["代理として操作する", &person]);
    let stranger = office.town.person("mayor").to_string();
    acts_for(&mut clerk, &stranger, "acting_for_post")
        .await
        .is(403);
    for (kind, status) in [("", 422), ("secretary", 403), ("acting_for_post", 303)] {
        acts_for(&mut clerk, &person, kind).await.is(status);
    }
    clerk
        .get("/people")
        .await
        .is(200)
        .says(&["中野 恵さんの職務代理として操作しています"]);
    let me = clerk.call(Method::GET, "/me", None).await.json();
    assert_eq!(me["on_behalf"]["person"], person);
    assert_eq!(me["on_behalf"]["kind"], "acting_for_post");
    // What is a person's own cannot be done on another's behalf.
    let change = [("current", PASSWORD), ("new", OTHER), ("repeat", OTHER)];
    clerk.post("/account/password", &change).await.is(403);
    clerk.post("/account/delegations/act", &[]).await.is(303);
    assert!(
        !clerk
            .get("/people")
            .await
            .body
            .contains("として操作しています")
    );

    acts_for(&mut clerk, &person, "acting_for_post")
        .await
        .is(303);
    let list = head.call(Method::GET, "/me/delegations", None).await.json();
    let (id, row) = (
        list["items"][0]["id"].as_str().unwrap(),
        list["items"][0]["row"].as_str().unwrap(),
    );
    head.post(
        &format!("/account/delegations/{id}/revoke"),
        &[("row", &person)],
    )
    .await
    .is(409);
    head.post(
        &format!("/account/delegations/{id}/revoke"),
        &[("row", row)],
    )
    .await
    .is(303);
    let page = clerk.get("/people").await;
    page.is(200);
    assert!(
        !page.body.contains("として操作しています"),
        "the delegation is over"
    );
}

#[tokio::test]
async fn somebody_stands_in_for_a_vacant_post() {
    let office = Office::open("nogata").await;
    let administrator = office.town.cx("administrator").await;
    let today = administrator.today();
    let held = appointment::of_person(&administrator.reader(), office.town.person("operator"))
        .await
        .unwrap();
    let edit = appointment::end(&administrator, held[0].id, held[0].row, today);
    edit.await.unwrap().make().await.unwrap().into_inner();

    let post = office.town.head_post("information").to_string();
    let delegate = office.town.person("colleague").to_string();
    let page = format!("/organisation/posts/{post}");
    let form = format!("/account/delegations/new?post={post}");
    let right = [
        ("principal", &*post),
        ("kind", "acting_for_post"),
        ("delegate", &*delegate),
        ("first", "2026-11-20"),
    ];
    let mut stranger = office.signed_in("stranger").await;
    stranger.get(&page).await.is(200).hides(&["この職の代理"]);
    stranger.post(&form, &right).await.is(403);

    let mut admin = office.signed_in("administrator").await;
    admin
        .get(&page)
        .await
        .is(200)
        .says(&["この職の代理", &form]);
    let asked = admin.get(&form).await;
    asked.is(200).says(&["情報推進課 情報管理係", "職務代理"]);
    asked.hides(&["秘書代行"]);
    let empty = admin.post(&form, &[("principal", &*post)]).await;
    empty.is(422).says(&["情報推進課 情報管理係", "代理する人"]);
    let done = admin.post(&form, &right).await;
    done.is(303);
    assert!(done.location.starts_with(&page), "{}", done.location);
    let shown = stranger.get(&page).await;
    shown.is(200).says(&["加藤 健", "職務代理"]);
    shown.hides(&["/revoke"]);
    let mut acting = office.signed_in("colleague").await;
    acting
        .get("/account/delegations")
        .await
        .is(200)
        .says(&["情報推進課 情報管理係", "空席の職です"]);

    let shown = admin.get(&page).await;
    let id = between(&shown.body, "/account/delegations/", "/revoke");
    let id = id.unwrap().rsplit('/').next().unwrap().to_owned();
    let row = shown.hidden("row");
    let end = format!("/account/delegations/{id}/revoke");
    admin.post(&end, &[("row", &row)]).await.is(303);
    stranger.get(&page).await.hides(&["加藤 健"]);
    let nowhere = form.replace(&post, &delegate);
    admin.get(&nowhere).await.is(404);
}

#[tokio::test]
async fn the_head_has_somebody_stand_in_for_one_who_left() {
    let office = Office::open("nogata").await;
    let administrator = office.town.cx("administrator").await;
    let (clerk, today) = (office.town.person("clerk"), administrator.today());
    let records = staff::history(&administrator.reader(), clerk).await;
    let row = records.unwrap().last().unwrap().row;
    let edit = staff::set_status(&administrator, clerk, row, Status::Left, today, None);
    edit.await.unwrap().make().await.unwrap().into_inner();

    let mut head = office.signed_in("head").await;
    let found = [("find-other", "さとう"), ("look", "1")];
    let found = head.post("/account/delegations/new", &found).await;
    let gone = clerk.to_string();
    found.is(200).says(&["佐藤 花子", &gone]);
    let delegate = office.town.person("colleague").to_string();
    let right = [
        ("principal", "other"),
        ("other", &*gone),
        ("kind", "deciding_in_place"),
        ("delegate", &*delegate),
        ("first", "2026-11-20"),
    ];
    let mut unnamed = right;
    unnamed[1].1 = "";
    let unnamed = head.post("/account/delegations/new", &unnamed).await;
    unnamed.is(422).says(&["ほかの職員のうち"]);
    let mut stranger = office.signed_in("stranger").await;
    stranger
        .post("/account/delegations/new", &right)
        .await
        .is(403);
    head.post("/account/delegations/new", &right).await.is(303);
    let mut colleague = office.signed_in("colleague").await;
    let mine = colleague.get("/account/delegations").await;
    mine.is(200).says(&["佐藤 花子", "代決"]);
    let answered = head.get("/account/delegations").await;
    answered
        .is(200)
        .says(&["佐藤 花子", "加藤 健", "代決", "/revoke"]);
    let others = stranger.get("/account/delegations").await;
    others.is(200).hides(&["佐藤 花子"]);
}

#[tokio::test]
async fn duties_of_computing_are_shared_out_by_the_general_manager_to_heads_of_sections() {
    let office = Office::open("muko").await;
    let manager = office.town.cx("affairs_director").await;
    let new = |delegate: &str| NewDelegation {
        kind: ProxyKind::SharedDuties,
        principal: Principal::Post(office.town.head_post("affairs")),
        delegate: office.town.person(delegate),
        duties: vec![delegation::Duty::Terminals],
        first: manager.today(),
        last: None,
    };
    let mut browser = office.signed_in("affairs_director").await;
    browser
        .get("/account/delegations/new")
        .await
        .is(200)
        .says(&["職務の分担", "端末装置"]);
    assert!(delegation::set_up(&manager, new("stranger")).await.is_err());
    delegation::set_up(&manager, new("head"))
        .await
        .unwrap()
        .into_inner();
    let page = browser
        .get(&format!("/people/{}", office.town.person("head")))
        .await;
    page.is(200)
        .says(&["電子計算組織の職務", "端末装置の管理運営の総括"]);
    let mut clerk = office.signed_in("clerk").await;
    assert!(
        !clerk
            .get("/account/delegations/new")
            .await
            .body
            .contains("職務の分担")
    );
}

#[tokio::test]
async fn a_role_that_two_delegations_give_is_listed_once_and_as_delegated() {
    let office = Office::open("nogata").await;
    let mut head = office.signed_in("head").await;
    let mut clerk = office.signed_in("clerk").await;
    let delegate = office.town.person("clerk").to_string();
    for kind in ["acting_for_post", "deciding_in_place"] {
        let wanted = [
            ("kind", kind),
            ("delegate", &*delegate),
            ("first", "2026-11-20"),
        ];
        head.post("/account/delegations/new", &wanted).await.is(303);
        head.post("/account/delegations/new", &wanted)
            .await
            .is(422)
            .says(&["すでに設定されています"]);
    }
    let me = clerk.call(Method::GET, "/me", None).await.json();
    let roles = me["roles"].as_array().unwrap();
    assert_eq!(roles.len(), 1, "{roles:?}");
    assert_eq!(roles[0]["role"], "information_manager");
    assert!(roles[0]["proxy"].is_string(), "{roles:?}");
    let me = head.call(Method::GET, "/me", None).await.json();
    assert!(me["roles"][0].get("proxy").is_none(), "{me}");

    let nobody = json!({ "kind": "acting_for_post" });
    let nobody = clerk.call(Method::PUT, "/me/acting", Some(nobody)).await;
    nobody.is(422);
    assert_eq!(nobody.json()["errors"][0]["field"], "person");
}
