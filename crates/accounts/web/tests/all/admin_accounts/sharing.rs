//! Permissions to share an account.

use poem::http::Method;
use serde_json::json;
use yakusho_testkit::keeps;

use crate::site::Office;

const SHARING: &str = "/admin/accounts/sharing";

#[tokio::test]
async fn the_information_system_manager_permits_and_the_administrator_opens() {
    keeps!("shiroishi:24-1");
    let office = Office::open("shiroishi").await;
    let mut manager = office.signed_in("affairs_director").await;
    let fields = |person, people| {
        [
            ("person", person),
            ("people", people),
            ("reason", "窓口の共用端末"),
            ("ends_on", "令和9年3月31日"),
        ]
    };
    for (person, people, typed) in [
        ("9999", "1008", "value=\"9999\""),
        ("1007", "1008\n9999", "9999</textarea>"),
        ("1007", "", "value=\"1007\""),
        ("", "1008", "1008</textarea>"),
    ] {
        let refused = manager.post(SHARING, &fields(person, people)).await;
        refused
            .is(422)
            .says(&["aria-invalid=\"true\"", typed, "窓口の共用端末"]);
    }
    let many: Vec<String> = (2000..2025).map(|number: u32| number.to_string()).collect();
    let many = many.join("\n");
    let refused = manager.post(SHARING, &fields("1007", &many)).await;
    refused.is(422);
    let permitted = manager.post(SHARING, &fields("1007", "1008\n1009")).await;
    permitted.is(303);
    let page = manager.get(SHARING).await;
    page.is(200).says(&[
        "佐藤 花子",
        "加藤 健",
        "森 さくら",
        "窓口の共用端末",
        "有効",
        "藤田 和子",
    ]);

    let mut administrator = office.signed_in("administrator").await;
    let list = administrator
        .call(Method::GET, "/account-sharings", None)
        .await
        .json();
    let permission = list["items"][0]["id"].as_str().unwrap();
    let person = office.town.person("clerk").to_string();
    let new = "/admin/accounts/new";
    administrator
        .get(new)
        .await
        .says(&["共用の許可", "窓口の共用端末"]);
    let account = [
        ("person", &*person),
        ("login", "window"),
        ("sharing", permission),
    ];
    let endless = administrator.post(new, &account).await;
    endless.is(403).says(&["第24条"]);
    let account = [&account[..], &[("ends_on", "2027-03-31")]].concat();
    let opened = administrator.post(new, &account).await;
    opened.is(303);
    administrator
        .get(&opened.location)
        .await
        .says(&["共用", "利用中"]);

    let withdraw = format!("{SHARING}/{permission}/withdraw");
    manager.post(&withdraw, &[]).await.is(303);
    manager.get(SHARING).await.hides(&[&withdraw]);
    administrator.get(&opened.location).await.says(&["終了"]);
}

#[tokio::test]
async fn nobody_else_permits() {
    let office = Office::open("shiroishi").await;
    let mut clerk = office.signed_in("clerk").await;
    clerk.get(SHARING).await.is(403);
    let mut manager = office.signed_in("affairs_director").await;
    let (person, other) = (office.town.person("clerk"), office.town.person("colleague"));
    let body = json!({
        "person": person.to_string(),
        "people": [other.to_string()],
        "reason": "窓口",
        "ends_on": "2027-03-31",
    });
    let refused = clerk
        .call(Method::POST, "/account-sharings", Some(body.clone()))
        .await;
    refused.is(403);
    let mut wordless = body.clone();
    wordless["reason"] = json!("");
    let refused = manager
        .call(Method::POST, "/account-sharings", Some(wordless))
        .await;
    refused.is(422);
    assert_eq!(refused.json()["errors"][0]["field"], "reason");
    let made = manager
        .call(Method::POST, "/account-sharings", Some(body))
        .await;
    made.is(201);
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let path = format!("/account-sharings/{id}");
    manager.call(Method::DELETE, &path, None).await.is(204);
    let again = manager.call(Method::DELETE, &path, None).await;
    assert!(again.status.is_client_error(), "{}", again.body);
}
