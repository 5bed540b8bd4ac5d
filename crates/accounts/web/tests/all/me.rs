//! Pages and API of one's own account.

use data_encoding::BASE32_NOPAD;
use poem::http::Method;
use serde_json::json;
use time::Duration;
use yakusho_accounts::second_factor::code_at;
use yakusho_kernel::Cursor;
use yakusho_testkit::keeps;

use crate::site::{Browser, Office, PASSWORD, between};

pub const OTHER: &str = "石段の猫は三毛で月を見る";

#[tokio::test]
async fn a_password_is_changed_with_the_present_one_and_other_sessions_end() {
    let office = Office::open("shiroishi").await;
    let mut clerk = office.signed_in("clerk").await;
    let mut elsewhere = office.browser();
    elsewhere.sign_in("clerk", PASSWORD).await.is(303);

    let wrong = [("current", "wrong"), ("new", OTHER), ("repeat", OTHER)];
    let again = clerk.post("/account/password", &wrong).await;
    again.is(422).says(&["現在のパスワードが正しくありません"]);
    assert!(!again.body.contains(OTHER), "the new password came back");
    let same = [
        ("current", PASSWORD),
        ("new", PASSWORD),
        ("repeat", PASSWORD),
    ];
    clerk
        .post("/account/password", &same)
        .await
        .is(422)
        .says(&["最近使ったパスワード"]);
    elsewhere.get("/account").await.is(200);

    let before = clerk.cookie("session").unwrap().to_owned();
    let right = [("current", PASSWORD), ("new", OTHER), ("repeat", OTHER)];
    assert_eq!(
        clerk.post("/account/password", &right).await.location,
        "/account/security"
    );
    assert_ne!(clerk.cookie("session"), Some(&*before));
    clerk.get("/account/security").await.is(200);
    elsewhere.get("/account").await.is(303);
    office.browser().sign_in("clerk", PASSWORD).await.is(401);
    office.browser().sign_in("clerk", OTHER).await.is(303);
}

#[tokio::test]
async fn the_age_of_a_password_is_shown_and_a_change_asked_for_in_time() {
    keeps!("shiroishi:24-3");
    let office = Office::open("shiroishi").await;
    let mut clerk = office.signed_in("clerk").await;
    let page = clerk.get("/account/security").await;
    page.is(200)
        .says(&["設定から0日経過", "変更期限", "令和9年（2027年）11月20日"]);
    assert!(!clerk.get("/").await.body.contains("変更期限"));

    office.world.clock.turn(Duration::days(340));
    clerk.sign_in("clerk", PASSWORD).await.is(303);
    clerk
        .get("/")
        .await
        .is(200)
        .says(&["変更期限", "パスワードを変更"]);
    office.world.clock.turn(Duration::days(26));
    clerk.sign_in("clerk", PASSWORD).await.is(303);
    assert_eq!(
        clerk.get("/people").await.location,
        "/account/password?next=%2Fpeople"
    );
    let page = clerk.get("/account/password").await;
    page.is(200).says(&["変更期限を過ぎています", "第24条"]);
    let right = [("current", PASSWORD), ("new", OTHER), ("repeat", OTHER)];
    clerk.post("/account/password", &right).await.is(303);
    clerk.get("/people").await.is(200);
}

/// Turns the second factor on; gives its secret and the recovery codes.
pub async fn enrolled(office: &Office, clerk: &mut Browser<'_>) -> (Vec<u8>, Vec<String>) {
    let page = clerk
        .post("/account/second-factor/begin", &[("password", PASSWORD)])
        .await;
    page.is(200).says(&["<svg role=\"img\"", "M4 4h1v1h-1z"]);
    let shown = between(&page.body, "<code>", "</code>")
        .unwrap()
        .replace(' ', "");
    let secret = BASE32_NOPAD.decode(shown.as_bytes()).unwrap();
    let wrong = clerk
        .post("/account/second-factor/confirm", &[("code", "000000")])
        .await;
    wrong.is(422).says(&["確認コードが正しくありません"]);
    let code = code_at(&secret, office.world.clock.now()).unwrap();
    let page = clerk
        .post("/account/second-factor/confirm", &[("code", &code)])
        .await;
    page.is(200).says(&["回復コードは今だけ表示されます"]);
    let codes = page.body.split("<li><code>").skip(1);
    let codes: Vec<_> = codes.map(|code| code[..29].to_owned()).collect();
    assert_eq!(codes.len(), 10);
    (secret, codes)
}

#[tokio::test]
async fn a_second_factor_is_set_up_asked_for_and_turned_off() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let wrong = clerk
        .post("/account/second-factor/begin", &[("password", "x")])
        .await;
    wrong.is(422).says(&["現在のパスワードが正しくありません"]);
    let (secret, codes) = enrolled(&office, &mut clerk).await;
    clerk
        .get("/account/security")
        .await
        .says(&["有効", "残り10個"]);

    let mut browser = office.browser();
    let asked = browser.sign_in("clerk", PASSWORD).await;
    asked.is(200).says(&["確認コードの入力"]);
    browser.get("/account").await.is(303);
    let challenge = between(&asked.body, "name=\"challenge\" value=\"", "\"")
        .unwrap()
        .to_owned();
    let send = |code: &str| [("challenge", challenge.clone()), ("code", code.to_owned())];
    let wrong = send("000000");
    let fields = wrong
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    browser
        .post("/sign-in/code", &fields)
        .await
        .is(401)
        .says(&["確認コードが正しくない"]);
    office.world.clock.turn(Duration::seconds(60));
    let code = code_at(&secret, office.world.clock.now()).unwrap();
    let right = send(&code);
    let fields = right
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    browser.post("/sign-in/code", &fields).await.is(303);
    browser.get("/account").await.is(200);

    let mut program = office.browser();
    let first = json!({"id": "clerk", "password": PASSWORD});
    let asked = program.call(Method::POST, "/session", Some(first)).await;
    asked.is(202);
    let second = json!({"challenge": asked.json()["challenge"], "code": codes[0]});
    program
        .call(Method::POST, "/session/code", Some(second.clone()))
        .await
        .is(201);
    office
        .browser()
        .call(Method::POST, "/session/code", Some(second))
        .await
        .is(403);
    clerk.get("/account/security").await.says(&["残り9個"]);
    let mut browser = office.browser();
    let asked = browser.sign_in("clerk", PASSWORD).await;
    let challenge = asked.hidden("challenge");
    let recovery = [("challenge", &*challenge), ("code", &*codes[1])];
    browser.post("/sign-in/code", &recovery).await.is(303);
    clerk.get("/account/security").await.says(&["残り8個"]);

    let renewed = clerk
        .post("/account/second-factor/recovery", &[("password", PASSWORD)])
        .await;
    renewed.is(200);
    assert!(!renewed.body.contains(&codes[1]));
    clerk
        .post("/account/second-factor/off", &[("password", "x")])
        .await
        .is(422);
    clerk
        .post("/account/second-factor/off", &[("password", PASSWORD)])
        .await
        .is(303);
    office.browser().sign_in("clerk", PASSWORD).await.is(303);
}

#[tokio::test]
async fn sessions_are_listed_and_ended_one_by_one_or_all() {
    let office = Office::open("nogata").await;
    let mut here = office.signed_in("clerk").await;
    let (mut there, mut yonder) = (office.browser(), office.browser());
    there.sign_in("clerk", PASSWORD).await.is(303);
    yonder.sign_in("clerk", PASSWORD).await.is(303);
    let page = here.get("/account/security").await;
    page.is(200).says(&["この端末", "ほかをすべて終了する"]);
    let sessions = there.call(Method::GET, "/me/sessions", None).await.json();
    let sessions = sessions["items"].as_array().unwrap().clone();
    assert_eq!(sessions.len(), 3);
    let own = sessions
        .iter()
        .find(|session| session["current"] == true)
        .unwrap();
    let id = own["id"].as_str().unwrap();
    here.post(&format!("/account/sessions/{id}/end"), &[])
        .await
        .is(303);
    there.get("/account").await.is(303);
    yonder.get("/account").await.is(200);
    here.post("/account/sessions/end-others", &[]).await.is(303);
    yonder.get("/account").await.is(303);
    here.get("/account").await.is(200);

    office.browser().sign_in("clerk", "wrong").await.is(401);
    here.get("/account/history")
        .await
        .is(200)
        .says(&["成功", "パスワード誤り"]);
    // Nobody ends another's session.
    let mut head = office.signed_in("head").await;
    let sessions = head.call(Method::GET, "/me/sessions", None).await.json();
    let id = sessions["items"][0]["id"].as_str().unwrap().to_owned();
    here.post(&format!("/account/sessions/{id}/end"), &[])
        .await
        .is(404);
}

#[tokio::test]
async fn a_token_is_shown_once_works_within_its_scopes_and_can_be_revoked() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    for (wrong, says) in [
        (
            [("name", ""), ("scopes", "read"), ("ends_on", "2026-12-01")],
            "名称を入力",
        ),
        (
            [
                ("name", "集計"),
                ("scopes", "all"),
                ("ends_on", "2026-12-01"),
            ],
            "できることを",
        ),
        (
            [
                ("name", "集計"),
                ("scopes", "read"),
                ("ends_on", "2026-11-19"),
            ],
            "今日以降",
        ),
        (
            [
                ("name", "集計"),
                ("scopes", "read"),
                ("ends_on", "2030-01-01"),
            ],
            "許される期間",
        ),
        (
            [("name", "集計"), ("scopes", "read"), ("ends_on", "soon")],
            "有効期限",
        ),
    ] {
        let again = clerk.post("/account/tokens", &wrong).await;
        again.is(422).says(&[says, "field-error"]);
    }
    let right = [
        ("name", "集計"),
        ("scopes", "read"),
        ("ends_on", "令和8年12月1日"),
        ("password", PASSWORD),
    ];
    let passer_by = clerk.post("/account/tokens", &right[..3]).await;
    passer_by
        .is(422)
        .says(&["現在のパスワードが正しくありません"]);
    let made = clerk.post("/account/tokens", &right).await;
    let token = between(&made.body, "<code>", "</code>").unwrap().to_owned();
    assert!(token.starts_with("yakusho_"), "{token}");
    assert!(!clerk.get("/account/tokens").await.body.contains(&token));

    let program = office.browser();
    let ask = |method: Method, path: &'static str| {
        let request = program.request(method, &format!("/api/v1{path}"));
        request.header("authorization", format!("Bearer {token}"))
    };
    assert_eq!(ask(Method::GET, "/me").send().await.0.status(), 200);
    let change = ask(Method::PUT, "/me/language").content_type("application/json");
    assert_eq!(
        change.body("{\"lang\":\"en\"}").send().await.0.status(),
        403
    );
    let page = program
        .request(Method::GET, "/account")
        .header("authorization", format!("Bearer {token}"));
    assert_eq!(page.send().await.0.status(), 303, "a token opens a page");

    let list = clerk.call(Method::GET, "/me/tokens", None).await.json();
    let id = list["items"][0]["id"].as_str().unwrap().to_owned();
    office
        .signed_in("head")
        .await
        .post(&format!("/account/tokens/{id}/revoke"), &[])
        .await
        .is(404);
    clerk
        .post(&format!("/account/tokens/{id}/revoke"), &[])
        .await
        .is(303);
    assert_eq!(ask(Method::GET, "/me").send().await.0.status(), 401);
    clerk.get("/account/tokens").await.says(&["取消済み"]);
}

#[tokio::test]
async fn the_language_chosen_stays_with_the_account() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    clerk.get("/account").await.says(&["自分のアカウント"]);
    clerk
        .post("/language", &[("lang", "en"), ("back", "/account")])
        .await
        .is(303);
    let mut elsewhere = office.browser();
    elsewhere.sign_in("clerk", PASSWORD).await.is(303);
    elsewhere
        .get("/account")
        .await
        .is(200)
        .says(&["My account", "Regular staff"]);
}

#[tokio::test]
async fn groups_are_kept_shared_and_deleted() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let mut colleague = office.signed_in("colleague").await;
    let mut stranger = office.signed_in("stranger").await;
    let person = format!("person:{}", office.town.person("head"));
    let unit = office.town.unit("citizens").to_string();
    let empty = clerk
        .post("/account/groups/new", &[("name", ""), ("unit", &unit)])
        .await;
    empty.is(422).says(&["グループ名を", "メンバーを"]);
    let found = [
        ("name", "窓口"),
        ("members", &*person),
        ("find", "さとう"),
        ("find-find", "1"),
    ];
    clerk
        .post("/account/groups/new", &found)
        .await
        .is(200)
        .says(&["窓口", "佐藤 花子", "中野 恵"]);
    let right = [("name", "窓口"), ("members", &*person), ("unit", &*unit)];
    let page = clerk.post("/account/groups/new", &right).await.location;
    colleague.get(&page).await.is(200).says(&["中野 恵"]);
    stranger.get(&page).await.is(404);
    let foreign = [("name", "x"), ("members", &*person), ("unit", &*unit)];
    stranger.post("/account/groups/new", &foreign).await.is(403);

    let edit = [
        ("name", "窓口の応援"),
        ("members", &*person),
        ("unit", &*unit),
        ("revision", "1"),
    ];
    colleague.post(&format!("{page}/edit"), &edit).await.is(403);
    clerk.post(&format!("{page}/edit"), &edit).await.is(303);
    let late = clerk.post(&format!("{page}/edit"), &edit).await;
    late.is(409).says(&["窓口の応援"]);
    let list = colleague.call(Method::GET, "/me/groups", None).await.json();
    assert_eq!(list["items"][0]["name"], "窓口の応援");
    let id = list["items"][0]["id"].as_str().unwrap();
    let circle =
        json!({"revision": 2, "group": {"name": "窓口", "members": [format!("group:{id}")]}});
    clerk
        .call(Method::PUT, &format!("/me/groups/{id}"), Some(circle))
        .await
        .is(422);
    clerk
        .post(&format!("{page}/delete"), &[("revision", "2")])
        .await
        .is(303);
    clerk.get(&page).await.is(404);
}

#[tokio::test]
async fn a_group_holds_another_but_never_itself() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let person = format!("person:{}", office.town.person("head"));
    let made = [("name", "窓口"), ("members", &*person)];
    let inner = clerk.post("/account/groups/new", &made).await.location;
    let inner = inner.split('?').next().unwrap().to_owned();
    let member = format!("group:{}", inner.rsplit('/').next().unwrap());
    let form = clerk.get("/account/groups/new").await;
    form.is(200).says(&["窓口", &member]);
    let made = [("name", "応援"), ("members", &*member)];
    let outer = clerk.post("/account/groups/new", &made).await.location;
    let outer = outer.split('?').next().unwrap().to_owned();
    clerk.get(&outer).await.is(200).says(&["応援", "窓口"]);

    let back = format!("group:{}", outer.rsplit('/').next().unwrap());
    let circle = [("name", "窓口"), ("members", &*back), ("revision", "1")];
    let circle = clerk.post(&format!("{inner}/edit"), &circle).await;
    circle.is(422).says(&["窓口"]);

    let delete = format!("{inner}/delete");
    clerk.post(&delete, &[("revision", "1")]).await.is(303);
    clerk.get(&outer).await.is(200).hides(&["窓口"]);
}

#[tokio::test]
async fn notices_are_listed_and_seen_by_json() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let list = clerk.call(Method::GET, "/me/notices", None).await.json();
    let notice = &list["items"][0];
    assert_eq!(notice["kind"], "password.changed");
    assert_eq!(notice["href"], "/account/security");
    assert_eq!(notice["seen_at"], serde_json::Value::Null);
    let id = notice["id"].as_str().unwrap();
    let mut head = office.signed_in("head").await;
    head.call(Method::PUT, &format!("/me/notices/{id}/seen"), None)
        .await
        .is(204);
    let list = clerk.call(Method::GET, "/me/notices", None).await.json();
    assert_eq!(
        list["items"][0]["seen_at"],
        serde_json::Value::Null,
        "another saw it"
    );
    clerk
        .call(Method::PUT, &format!("/me/notices/{id}/seen"), None)
        .await
        .is(204);
    clerk
        .call(Method::PUT, "/me/notices/seen", None)
        .await
        .is(204);
    let list = clerk.call(Method::GET, "/me/notices", None).await.json();
    assert!(list["items"][0]["seen_at"].is_string());
    let beyond = Cursor::after(&id);
    let after = beyond.as_str();
    let page = clerk
        .call(
            Method::GET,
            &format!("/me/notices?after={after}&limit=1"),
            None,
        )
        .await;
    assert_eq!(page.json()["items"], json!([]));
}
