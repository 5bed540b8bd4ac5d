//! What is of the fifth kind: approved, or not.

use poem::http::Method;
use serde_json::json;
use yakusho_accounts::registration::{self, Kind};
use yakusho_kernel::{Act, Audit, Subject as _, typed_id};
use yakusho_testkit::keeps;

use crate::site::{Office, between};

typed_id! {
    /// Something that is registered for others.
    pub struct ThingId = "test.thing";
}

/// The clerk registers something of the fifth kind.
async fn registered(office: &Office, label: &str) {
    let cx = office.town.cx("clerk").await;
    let thing: ThingId = cx.new_id();
    let permit = cx.judge(Act::new("test.show")).permit();
    let tx = cx.begin().await.unwrap();
    registration::clear(&tx, &permit, Some(Kind::Approved), thing.reference(), label)
        .await
        .unwrap();
    let saved = tx.commit(Audit::of(permit, &thing), ()).await;
    saved.unwrap().into_inner();
}

#[tokio::test]
async fn the_administrator_approves_or_not_and_whoever_asked_is_told() {
    keeps!("nogata:8");
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let mut administrator = office.signed_in("administrator").await;
    registered(&office, "臨時の案内").await;
    registered(&office, "趣味の会").await;
    administrator
        .get("/admin")
        .await
        .says(&["2件が承認を待っています"]);
    let page = administrator.get("/admin/registrations").await;
    page.is(200).says(&["臨時の案内", "趣味の会", "佐藤 花子"]);
    let newest = between(&page.body, "action=\"/admin/registrations/", "\"").unwrap();
    let newest = format!("/admin/registrations/{newest}");
    let silent = [("decision", " "), ("approve", "false")];
    let refused = administrator.post(&newest, &silent).await;
    refused.is(422).says(&["aria-invalid=\"true\"", "趣味の会"]);
    let no = [("decision", "業務に関係しないため"), ("approve", "false")];
    let sent = administrator.post(&newest, &no).await;
    sent.is(303);
    let again = administrator.post(&newest, &no).await;
    again.is(409).says(&["すでに回答済みです"]);
    let page = administrator.get("/admin/registrations").await;
    page.hides(&["趣味の会"]);
    let other = between(&page.body, "action=\"/admin/registrations/", "\"").unwrap();
    let yes = [("approve", "true")];
    administrator
        .post(&format!("/admin/registrations/{other}"), &yes)
        .await
        .is(303);
    administrator
        .get("/admin/registrations?state=refused")
        .await
        .says(&["趣味の会", "業務に関係しないため", "木村 隆"]);
    administrator
        .get("/admin/registrations?state=approved")
        .await
        .says(&["臨時の案内"]);
    clerk.get("/notifications").await.says(&[
        "「趣味の会」は承認されませんでした",
        "「臨時の案内」が承認されました",
    ]);
}

#[tokio::test]
async fn nobody_else_decides() {
    keeps!("nogata:8");
    let office = Office::open("nogata").await;
    registered(&office, "臨時の案内").await;
    let mut administrator = office.signed_in("administrator").await;
    let list = administrator
        .call(Method::GET, "/registrations", None)
        .await
        .json();
    let one = &list["items"][0];
    assert_eq!(one["label"], "臨時の案内");
    let path = format!("/registrations/{}/decision", one["id"].as_str().unwrap());
    let yes = Some(json!({"approve": true}));
    for key in ["supervisor", "clerk"] {
        let mut other = office.signed_in(key).await;
        other.get("/admin/registrations").await.is(403);
        other
            .call(Method::GET, "/registrations", None)
            .await
            .is(403);
        other.call(Method::POST, &path, yes.clone()).await.is(403);
    }
    let silent = json!({"approve": false});
    let refused = administrator.call(Method::POST, &path, Some(silent)).await;
    refused.is(422);
    assert_eq!(refused.json()["errors"][0]["field"], "decision");
    administrator
        .call(Method::POST, &path, yes.clone())
        .await
        .is(204);
    administrator.call(Method::POST, &path, yes).await.is(409);
}
