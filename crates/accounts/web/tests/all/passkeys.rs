//! Passkeys, on the pages and in the API.

use poem::http::Method;
use serde_json::json;
use yakusho_accounts::second_factor::passkey::Question;
use yakusho_accounts::testing::Authenticator;

use crate::site::{ADDRESS, Browser, Got, Office, PASSWORD};

/// The question that a page puts to a passkey.
fn question(page: &Got) -> Question {
    let (_, rest) = page.body.split_once("data-question=\"").unwrap();
    let (question, _) = rest.split_once('"').unwrap();
    Question(question.replace("&quot;", "\"").replace("&amp;", "&"))
}

/// Adds a passkey of that name, and says what comes of it.
async fn add(browser: &mut Browser<'_>, authenticator: &mut Authenticator, name: &str) -> Got {
    let fields = [("name", name), ("password", PASSWORD)];
    let asked = browser.post("/account/passkeys/new", &fields).await;
    asked.is(200).says(&["パスキーを作る"]);
    let answer = authenticator.make(&question(&asked));
    let fields = [("name", name), ("answer", &*answer)];
    browser.post("/account/passkeys/add", &fields).await
}

#[tokio::test]
async fn a_passkey_is_added_asked_for_and_removed() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    clerk
        .get("/account/security")
        .await
        .says(&["無効", "パスキーを追加する"]);
    let wrong = [("name", "携帯電話"), ("password", "x")];
    let refused = clerk.post("/account/passkeys/new", &wrong).await;
    refused
        .is(422)
        .says(&["現在のパスワードが正しくありません", "value=\"携帯電話\""]);
    let mut phone = Authenticator::new(1, ADDRESS);
    let added = add(&mut clerk, &mut phone, "携帯電話").await;
    added.is(200).says(&["回復コードは今だけ表示されます"]);
    let mut stick = Authenticator::new(2, ADDRESS);
    let more = add(&mut clerk, &mut stick, "職場の<鍵>").await;
    assert_eq!(more.is(303).location, "/account/security");
    let again = clerk
        .post("/account/passkeys/add", &[("answer", "{}")])
        .await;
    again.is(409).says(&["はじめからやり直してください"]);
    let page = clerk.get("/account/security").await;
    page.says(&["有効", "携帯電話", "職場の&lt;鍵&gt;", "未使用", "残り10個"]);

    let mut browser = office.browser();
    let asked = browser.sign_in("clerk", PASSWORD).await;
    asked.is(200).says(&["本人の確認", "回復コード"]);
    let challenge = asked.hidden("challenge");
    let nonsense = [("challenge", &*challenge), ("answer", "{}")];
    let refused = browser.post("/sign-in/passkey", &nonsense).await;
    refused.is(401).says(&["パスキーを確かめられませんでした"]);
    let answer = stick.sign(&question(&refused));
    let right = [
        ("challenge", &*challenge),
        ("answer", &*answer),
        ("next", "/people"),
    ];
    let entered = browser.post("/sign-in/passkey", &right).await;
    assert_eq!(entered.is(303).location, "/people");
    browser.get("/account").await.is(200);
    let twice = office.browser().post("/sign-in/passkey", &right).await;
    twice.is(401).says(&["はじめからログインしてください"]);

    listed_and_removed(&office, &mut clerk).await;
}

/// Of the passkeys `職場の<鍵>`, which was used, and `携帯電話`.
async fn listed_and_removed(office: &Office, clerk: &mut Browser<'_>) {
    let listed = clerk.call(Method::GET, "/me/passkeys", None).await;
    let items = listed.is(200).json()["items"].clone();
    let named = |name: &str| {
        let mut items = items.as_array().unwrap().iter();
        items.find(|item| item["name"] == name).unwrap()
    };
    let (used, unused) = (named("職場の<鍵>"), named("携帯電話"));
    assert!(used["used_at"].is_string(), "{items}");
    assert!(unused["used_at"].is_null(), "{items}");
    let state = clerk.call(Method::GET, "/me/second-factor", None).await;
    let expected = json!({ "passkeys": 2, "recovery_codes": 10 });
    assert_eq!(state.is(200).json(), expected);

    let ids = [&used["id"], &unused["id"]].map(|id| id.as_str().unwrap().to_owned());
    let page = format!("/account/passkeys/{}/remove", ids[0]);
    clerk.get(&page).await.is(200).says(&["職場の&lt;鍵&gt;"]);
    let wrong = clerk.post(&page, &[("password", "x")]).await;
    wrong.is(422).says(&["現在のパスワードが正しくありません"]);
    let removed = clerk.post(&page, &[("password", PASSWORD)]).await;
    assert_eq!(removed.is(303).location, "/account/security");
    clerk.get(&page).await.is(404);
    let removal = format!("/me/passkeys/{}/removal", ids[1]);
    let proof = |password: &str| Some(json!({ "password": password }));
    clerk.call(Method::POST, &removal, proof("x")).await.is(422);
    clerk
        .call(Method::POST, &removal, proof(PASSWORD))
        .await
        .is(204);
    office.browser().sign_in("clerk", PASSWORD).await.is(303);
    let told = clerk.get("/notifications").await;
    told.says(&[
        "パスキー「携帯電話」が追加されました",
        "パスキー「携帯電話」が削除されました",
    ]);
}

#[tokio::test]
async fn the_administrator_takes_passkeys_away() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let mut phone = Authenticator::new(1, ADDRESS);
    add(&mut clerk, &mut phone, "携帯電話").await.is(200);
    office.browser().sign_in("clerk", PASSWORD).await.is(200);
    let mut administrator = office.signed_in("administrator").await;
    let account = office.account_of("clerk").await;
    let act = format!("/admin/accounts/{account}/second-factor");
    let removed = [("revision", "1")];
    administrator.post(&act, &removed).await.is(303);
    office.browser().sign_in("clerk", PASSWORD).await.is(303);
}

#[tokio::test]
async fn without_an_address_nobody_is_offered_passkeys() {
    let office = Office::without_address("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let page = clerk.get("/account/security").await;
    page.says(&["このサーバーでは、まだパスキーを使えません"])
        .hides(&["/account/passkeys/new"]);
    let fields = [("name", "携帯電話"), ("password", PASSWORD)];
    for answer in [
        clerk.get("/account/passkeys/new").await,
        clerk.post("/account/passkeys/new", &fields).await,
        clerk.post("/account/passkeys/add", &fields).await,
        office.browser().post("/sign-in/passkey", &fields).await,
    ] {
        answer
            .is(409)
            .says(&["このサーバーでは、まだパスキーを使えません"]);
    }
}

#[tokio::test]
async fn under_another_name_the_pages_say_at_which_address_passkeys_work() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let mut phone = Authenticator::new(1, ADDRESS);
    add(&mut clerk, &mut phone, "携帯電話").await.is(200);
    clerk.host = "GROUPWARE.example:443";
    let page = clerk.get("/account/security").await;
    page.says(&["パスキーを追加する"]).hides(&["次のアドレス"]);
    clerk.host = "10.0.0.5";
    let page = clerk.get("/account/security").await;
    page.says(&[
        "パスキーは、次のアドレスで開いたときだけ",
        "href=\"https://groupware.example/account/security\"",
    ])
    .hides(&["/account/passkeys/new"]);
    let fields = [("name", "鍵"), ("password", PASSWORD)];
    let refused = clerk.post("/account/passkeys/new", &fields).await;
    refused
        .is(409)
        .says(&["このアドレスでは、パスキーを使えません"]);
    let mut browser = office.browser();
    browser.host = "10.0.0.5";
    let asked = browser.sign_in("clerk", PASSWORD).await;
    asked
        .is(200)
        .says(&[
            "パスキーでログインするときは、次のアドレスから",
            ADDRESS,
            "回復コード",
        ])
        .hides(&["data-passkey"]);
}
