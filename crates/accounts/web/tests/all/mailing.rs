//! One's settings of notices by mail, on the page and for programs.

use poem::http::Method;
use serde_json::json;
use yakusho_accounts::mailing::{self, MailContent};

use crate::site::{Browser, Office};

const PAGE: &str = "/account/notifications";

/// What the form holds before anything is changed.
const USUAL: [(&str, &str); 9] = [
    ("revision", "0"),
    ("owed", "digest"),
    ("board", "page"),
    ("circulation", "page"),
    ("schedule", "page"),
    ("documents", "page"),
    ("forms", "page"),
    ("security", "page"),
    ("administration", "page"),
];

/// The form with other values, or further ones.
fn with<'f>(more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let kept = USUAL
        .into_iter()
        .filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more.iter().copied()).collect()
}

/// The code that was sent last.
async fn code(office: &Office) -> String {
    let mails = mailing::claim(&office.world.system()).await.unwrap();
    let mails = mails.unwrap_or_default();
    let mut codes = mails.iter().filter_map(|mail| match &mail.content {
        MailContent::Confirmation(code) => Some(code.reveal().to_owned()),
        MailContent::Notices(_) => None,
    });
    codes.next_back().unwrap()
}

#[tokio::test]
async fn where_mail_goes_and_which_is_chosen_on_one_page() {
    let office = Office::mailing("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    clerk.get("/account").await.is(200).says(&["通知の設定"]);
    clerk.get("/notifications").await.is(200).says(&[PAGE]);
    clerk.get(PAGE).await.is(200).says(&[
        "通知の設定",
        "送り先のメールアドレスがないため、メールは届きません。",
        "メールアドレス",
    ]);
    let typed = [("address", "職員@city")];
    clerk
        .post("/account/notifications/address", &typed)
        .await
        .is(422)
        .says(&["メールアドレスの形になっていません", "職員@city"]);
    let typed = [("address", "ｃｌｅｒｋ@city.example")];
    let asked = clerk.post("/account/notifications/address", &typed).await;
    asked.is(303);
    clerk
        .get(PAGE)
        .await
        .says(&["clerk@city.example に送った確認コードを入力してください。"]);
    let again = clerk.post("/account/notifications/address", &typed).await;
    again
        .is(422)
        .says(&["2分待ってから", "ｃｌｅｒｋ@city.example"]);
    let code = code(&office).await;
    let wrong = [("code", "あ")];
    clerk
        .post("/account/notifications/confirm", &wrong)
        .await
        .is(422)
        .says(&["確認コードが違います"]);
    let right = [("code", code.as_str())];
    clerk
        .post("/account/notifications/confirm", &right)
        .await
        .is(303);
    clerk
        .get(PAGE)
        .await
        .says(&["clerk@city.example に送ります。"])
        .hides(&["確認コードを入力してください"]);
    clerk
        .post("/account/notifications/remove", &[])
        .await
        .is(303);
    clerk.get(PAGE).await.hides(&["clerk@city.example"]);
}

#[tokio::test]
async fn nonsense_is_told_at_its_field_and_stays_there() {
    let office = Office::mailing("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    for (fields, said) in [
        (
            [
                ("digest_hour", "8"),
                ("quiet_from", "25:00"),
                ("quiet_until", "7:00"),
            ],
            ["0:00から23:59まで", "25:00"],
        ),
        (
            [
                ("digest_hour", "8"),
                ("quiet_from", "夜"),
                ("quiet_until", "7:00"),
            ],
            ["0:00から23:59まで", "夜"],
        ),
        (
            [
                ("digest_hour", "8"),
                ("quiet_from", "22:00"),
                ("quiet_until", "22:00"),
            ],
            ["開始と違う時刻にしてください", "22:00"],
        ),
        (
            [
                ("digest_hour", "8"),
                ("quiet_from", "22:00"),
                ("quiet_until", ""),
            ],
            ["控える時間の終了を入力してください", "22:00"],
        ),
        (
            [
                ("digest_hour", "24"),
                ("quiet_from", ""),
                ("quiet_until", ""),
            ],
            ["まとめて送る時刻", "入力内容を確認してください"],
        ),
        (
            [
                ("digest_hour", "8"),
                ("board", "pigeon"),
                ("quiet_from", ""),
            ],
            ["掲示板", "入力内容を確認してください"],
        ),
    ] {
        let refused = clerk.post(PAGE, &with(&fields)).await;
        refused.is(422).says(&said);
    }
    let fields = [
        ("board", "at_once"),
        ("digest_hour", "17"),
        ("quiet_from", "２２：００"),
        ("quiet_until", "7:30"),
        ("quiet_closed_days", "on"),
    ];
    clerk.post(PAGE, &with(&fields)).await.is(303);
    let page = clerk.get(PAGE).await;
    page.is(200);
    for value in ["value=\"22:00\"", "value=\"7:30\""] {
        assert!(page.body.contains(value), "{value} in {}", page.body);
    }
    // Two windows: the second does not undo the first unseen.
    clerk.post(PAGE, &with(&fields)).await.is(409);
}

#[tokio::test]
async fn a_town_hall_without_mail_says_so() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let page = clerk.get(PAGE).await;
    page.is(200)
        .says(&["この役所では、通知のメールを使っていません。"])
        .hides(&["確認コード"]);
    let typed = [("address", "clerk@city.example")];
    clerk
        .post("/account/notifications/address", &typed)
        .await
        .is(409);
    let body = json!({"address": "clerk@city.example"});
    let refused = clerk.call(Method::PUT, "/me/mail/address", Some(body));
    refused.await.is(409);
}

#[tokio::test]
async fn programs_see_and_change_the_same() {
    let office = Office::mailing("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let settings = settings(&mut clerk).await;
    assert_eq!(settings["on"], true);
    let mut preferences = settings["preferences"].clone();
    assert_eq!(preferences["ways"]["owed"], "digest");
    assert_eq!(preferences["ways"]["board"], "page");
    preferences["ways"]["board"] = json!("at_once");
    preferences["quiet"] = json!({"from": "22:00", "until": "22:00", "closed_days": true});
    let path = "/me/mail/preferences";
    let refused = clerk
        .call(Method::PUT, path, Some(preferences.clone()))
        .await;
    refused.is(422);
    preferences["quiet"]["until"] = json!("07:00");
    let done = clerk
        .call(Method::PUT, path, Some(preferences.clone()))
        .await;
    done.is(204);
    preferences["revision"] = json!(1);
    assert_eq!(self::settings(&mut clerk).await["preferences"], preferences);

    let body = json!({"address": "clerk@city.example"});
    let asked = clerk.call(Method::PUT, "/me/mail/address", Some(body));
    asked.await.is(204);
    let body = json!({"code": code(&office).await});
    let confirmed = clerk.call(Method::POST, "/me/mail/confirmation", Some(body));
    confirmed.await.is(204);
    assert_eq!(
        self::settings(&mut clerk).await["address"],
        "clerk@city.example"
    );
    let removed = clerk.call(Method::DELETE, "/me/mail/address", None);
    removed.await.is(204);
    let removed = clerk.call(Method::DELETE, "/me/mail/address", None);
    removed.await.is(404);
}

async fn settings(clerk: &mut Browser<'_>) -> serde_json::Value {
    let got = clerk.call(Method::GET, "/me/mail", None).await;
    got.is(200);
    got.json()
}

#[tokio::test]
async fn the_administrator_sees_what_failed() {
    let office = Office::mailing("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let mut administrator = office.signed_in("administrator").await;
    let page = administrator.get("/admin/mails").await;
    page.is(200).says(&["届かなかったメールはありません。"]);
    clerk.get("/admin/mails").await.is(403);
    let typed = [("address", "clerk@city.example")];
    clerk
        .post("/account/notifications/address", &typed)
        .await
        .is(303);
    let cx = office.world.system();
    let mails = mailing::claim(&cx).await.unwrap().unwrap();
    let why = "550 5.1.1 no such user";
    let outcome = mailing::Outcome::Never(why.to_owned());
    mailing::ended(&cx, vec![(&mails[0], outcome)])
        .await
        .unwrap();
    administrator.get("/admin/mails").await.is(200).says(&[why]);
    let listed = administrator.call(Method::GET, "/failed-mails", None).await;
    assert_eq!(listed.json()["items"][0]["why"], why);
}
