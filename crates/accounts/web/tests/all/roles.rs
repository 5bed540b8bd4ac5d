//! Roles of the regulation: who holds them today, and who stands in.

use yakusho_accounts::delegation::{self, NewDelegation, Principal};
use yakusho_accounts::order;
use yakusho_accounts::order::{ActKind, Column, OrderDraft, Row};
use yakusho_kernel::ProxyKind;
use yakusho_testkit::keeps;

use crate::site::{Office, between};

#[tokio::test]
async fn who_holds_each_role_today_is_shown_with_its_article() {
    keeps!("nogata:4");
    let office = Office::open("nogata").await;
    let mut administrator = office.signed_in("administrator").await;
    let page = administrator.get("/admin/roles").await;
    page.is(200).says(&[
        "すべての役割に担当者がいます",
        "第4条",
        "岡本 浩",
        "木村 隆",
        "市民課",
    ]);
    // The head of a section leaves: the role that is bound to the post has no holder.
    let admin = office.town.cx("administrator").await;
    let row = Row {
        line: 1,
        ..Row::default()
    }
    .with(Column::Kind, ActKind::Leave.code())
    .with(Column::Number, "1006");
    let draft = OrderDraft {
        title: "退職".to_owned(),
        takes_effect_on: admin.today(),
        rows: vec![row],
    };
    let order = order::draft(&admin, draft).await.unwrap().into_inner();
    let scheduled = order::schedule(&admin, order, 1).await;
    scheduled.unwrap().into_inner();
    order::apply_due(&office.world.system()).await.unwrap();
    let page = administrator.get("/admin/roles").await;
    page.says(&["担当者のいない役割があります(1)", "不在 1"]);
    administrator.get("/admin").await.says(&["不在"]);

    // Somebody acts in the post: each page and the API say who, and nothing is open.
    let new = NewDelegation {
        kind: ProxyKind::ActingForPost,
        principal: Principal::Post(office.town.head_post("citizens")),
        delegate: office.town.person("clerk"),
        duties: Vec::new(),
        first: admin.today(),
        last: None,
    };
    let admin = office.town.cx("administrator").await;
    delegation::set_up(&admin, new).await.unwrap().into_inner();
    let page = administrator.get("/admin/roles").await;
    page.says(&["すべての役割に担当者がいます", "佐藤 花子", "職務代理"]);
    assert!(!page.body.contains("不在 1"));
    assert!(!administrator.get("/admin").await.body.contains("不在"));
    let page = administrator.get("/organisation/roles").await;
    page.says(&["欠員", "佐藤 花子", "職務代理"]);
    let roles = administrator.get("/api/v1/roles").await.json();
    let acting: Vec<_> = roles["items"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|role| role["holders"].as_array().unwrap())
        .filter(|holder| holder.get("person").is_none())
        .map(|holder| {
            let acting = &holder["acting"][0];
            (acting["person"]["name"].as_str(), acting["kind"].as_str())
        })
        .collect();
    assert_eq!(acting, [(Some("佐藤 花子"), Some("acting_for_post"))]);
}

#[tokio::test]
async fn those_who_oversee_see_delegations_and_end_them() {
    let office = Office::open("nogata").await;
    let head = office.town.cx("head").await;
    let new = NewDelegation {
        kind: ProxyKind::ActingForPost,
        principal: Principal::Person(office.town.person("head")),
        delegate: office.town.person("clerk"),
        duties: Vec::new(),
        first: head.today(),
        last: None,
    };
    delegation::set_up(&head, new).await.unwrap().into_inner();
    let mut supervisor = office.signed_in("supervisor").await;
    let page = supervisor.get("/admin/roles").await;
    page.is(200).says(&["中野 恵", "佐藤 花子", "職務代理"]);
    let mut clerk = office.signed_in("clerk").await;
    clerk.get("/admin/roles").await.is(403);

    let mut administrator = office.signed_in("administrator").await;
    let page = administrator.get("/admin/roles").await;
    let id = between(&page.body, "/admin/delegations/", "/revoke").unwrap();
    let revoke = format!("/admin/delegations/{id}/revoke");
    let row = page.hidden("row");
    clerk.post(&revoke, &[("row", &row)]).await.is(403);
    let stale = [("row", "0192f0c1-2b3c-7def-8123-456789abcdef")];
    let stale = administrator.post(&revoke, &stale).await;
    assert!(stale.status.is_client_error(), "{}", stale.body);
    administrator.post(&revoke, &[("row", &row)]).await.is(303);
    administrator
        .get("/admin/roles")
        .await
        .says(&["代理は設定されていません"]);
}
