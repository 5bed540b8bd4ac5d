//! Accounts opened, changed and closed on the pages.

use time::Duration;
use yakusho_testkit::keeps;

use crate::site::{Browser, Office, PASSWORD, between};

const NEW: &str = "/admin/accounts/new";

/// Opens an account by the page, for whoever the words find; gives the address of its page.
async fn opened(browser: &mut Browser<'_>, office: &Office, key: &'static str) -> String {
    let person = office.town.person(key).to_string();
    let fields = [("person", &*person), ("login", key)];
    let sent = browser.post(NEW, &fields).await;
    sent.is(303);
    sent.location
}

/// Does one thing to the account whose page this is, as it stands.
async fn does(
    browser: &mut Browser<'_>,
    page: &str,
    act: &str,
    fields: &[(&str, &str)],
) -> crate::site::Got {
    let revision = browser.get(page).await.hidden("revision");
    let all = [&[("revision", &*revision)], fields].concat();
    browser.post(&format!("{page}/{act}"), &all).await
}

#[tokio::test]
async fn the_administrator_finds_somebody_and_opens_an_account_for_them() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let look = [("find", "さとう"), ("login", "hanako"), ("look", "1")];
    let found = browser.post(NEW, &look).await;
    let clerk = office.town.person("clerk").to_string();
    found
        .is(200)
        .says(&["佐藤 花子", "市民課 主事", &clerk, "value=\"hanako\""])
        .hides(&["中野 恵"]);
    let nobody = [("find", "zzz"), ("look", "1")];
    browser
        .post(NEW, &nobody)
        .await
        .is(200)
        .says(&["該当する職員はいません"]);

    let empty = browser.post(NEW, &[("login", "hanako")]).await;
    empty
        .is(422)
        .says(&["value=\"hanako\"", "入力内容を確認してください"]);
    for login in ["", " ", "a b", "\u{fffd}", &"x".repeat(65)] {
        let fields = [("person", &*clerk), ("login", login)];
        let refused = browser.post(NEW, &fields).await;
        refused
            .is(422)
            .says(&["aria-invalid=\"true\"", "佐藤 花子"]);
    }
    let page = opened(&mut browser, &office, "clerk").await;
    browser
        .get(&page)
        .await
        .says(&["佐藤 花子", "利用中", "定めなし"]);
    let fields = [("person", &*clerk), ("login", "second")];
    let second = browser.post(NEW, &fields).await;
    second.is(422).says(&["すでにアカウントがあります"]);
    let other = office.town.person("colleague").to_string();
    let taken = [("person", &*other), ("login", "CLERK")];
    let taken = browser.post(NEW, &taken).await;
    taken.is(422).says(&["aria-invalid=\"true\""]);

    let mut supervisor = office.signed_in("supervisor").await;
    for address in ["/admin/accounts", NEW, &page] {
        supervisor.get(address).await.is(403);
    }
    let fields = [("person", &*other), ("login", "other")];
    supervisor.post(NEW, &fields).await.is(403);
}

#[tokio::test]
async fn anyone_but_regular_staff_needs_a_reason_and_an_end() {
    keeps!("nogata:7-1");
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let person = office.town.person("fixed_term").to_string();
    let bare = [("person", &*person), ("login", "sakura")];
    let refused = browser.post(NEW, &bare).await;
    refused
        .is(422)
        .says(&["第7条", "value=\"sakura\"", "aria-invalid=\"true\""]);
    for day in ["2026-11-19", "2040-01-01", "来年"] {
        let fields = [&bare[..], &[("ends_on", day), ("reason", "窓口業務")]].concat();
        let refused = browser.post(NEW, &fields).await;
        refused
            .is(422)
            .says(&["aria-invalid=\"true\"", "窓口業務", day]);
    }
    let fields = [("ends_on", "令和9年3月31日"), ("reason", "窓口業務")];
    let fields = [&bare[..], &fields].concat();
    let sent = browser.post(NEW, &fields).await;
    sent.is(303);
    let page = browser.get(&sent.location).await;
    page.says(&["令和9年（2027年）3月31日", "窓口業務", "木村 隆"]);

    let endless = [("ends_on", ""), ("reason", "")];
    let refused = does(&mut browser, &sent.location, "terms", &endless).await;
    refused
        .is(422)
        .says(&["第7条", "<details class=\"disclosure\" open"]);
    let longer = [("ends_on", "R9.4.30"), ("reason", "窓口業務の延長")];
    let changed = does(&mut browser, &sent.location, "terms", &longer).await;
    changed.is(303);
    let page = browser.get(&sent.location).await;
    page.says(&["令和9年（2027年）4月30日", "窓口業務の延長"]);
}

#[tokio::test]
async fn a_one_time_password_is_shown_once() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let mut clerk = office.signed_in("clerk").await;
    let account = office.account_of("clerk").await;
    let page = format!("/admin/accounts/{account}");
    let slip = does(&mut browser, &page, "password", &[]).await;
    slip.is(200).says(&["仮パスワード", "clerk", "使える期限"]);
    let shown = slip.body.split("<code class=\"large\">").nth(2).unwrap();
    let password = shown.split_once('<').unwrap().0.to_owned();
    for address in [&page, "/admin/accounts"] {
        browser.get(address).await.is(200).hides(&[&password]);
    }
    assert_eq!(clerk.get("/account").await.status, 303, "a session goes on");
    office.browser().sign_in("clerk", PASSWORD).await.is(401);
    let entered = office.browser().sign_in("clerk", &password).await;
    entered.is(303);
}

#[tokio::test]
async fn whoever_is_held_off_gets_in_by_a_one_time_password() {
    keeps!("nogata:10(3)");
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let _ = office.signed_in("clerk").await;
    let account = office.account_of("clerk").await;
    let mut stranger = office.browser();
    for _ in 0..11 {
        stranger.sign_in("clerk", "wrong").await;
    }
    office.browser().sign_in("clerk", PASSWORD).await.is(429);
    let page = format!("/admin/accounts/{account}");
    let slip = does(&mut browser, &page, "password", &[]).await;
    let shown = slip.body.split("<code class=\"large\">").nth(2).unwrap();
    let password = shown.split_once('<').unwrap().0.to_owned();
    office.browser().sign_in("clerk", &password).await.is(303);
}

#[tokio::test]
async fn sessions_and_the_second_factor_end_by_the_administrators_hand() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let mut clerk = office.signed_in("clerk").await;
    let account = office.account_of("clerk").await;
    let page = format!("/admin/accounts/{account}");
    let missing = does(&mut browser, &page, "second-factor", &[]).await;
    assert!(missing.status.is_client_error(), "{}", missing.body);

    let begun = clerk
        .post("/account/second-factor/begin", &[("password", PASSWORD)])
        .await;
    let secret = between(&begun.body, "<code>", "</code>").unwrap();
    let secret = data_encoding::BASE32_NOPAD
        .decode(secret.replace(' ', "").as_bytes())
        .unwrap();
    let code = yakusho_accounts::second_factor::code_at(&secret, office.world.clock.now()).unwrap();
    clerk
        .post("/account/second-factor/confirm", &[("code", &code)])
        .await
        .is(200);
    let asked = office.browser().sign_in("clerk", PASSWORD).await;
    asked.is(200).says(&["確認コードの入力"]);
    let removed = does(&mut browser, &page, "second-factor", &[]).await;
    removed.is(303);
    clerk
        .get("/notifications")
        .await
        .is(200)
        .says(&["2段階認証"]);
    office.browser().sign_in("clerk", PASSWORD).await.is(303);

    clerk.get("/account").await.is(200);
    let ended = does(&mut browser, &page, "sessions", &[]).await;
    ended.is(303);
    browser
        .get(&page)
        .await
        .says(&["2件のログインを終わらせました", "利用中"]);
    assert_eq!(clerk.get("/account").await.status, 303, "a session goes on");
}

#[tokio::test]
async fn an_account_is_closed_with_a_reason_and_opened_again() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let mut clerk = office.signed_in("clerk").await;
    let account = office.account_of("clerk").await;
    let page = format!("/admin/accounts/{account}");
    let stale = browser.get(&page).await.hidden("revision");

    let silent = does(&mut browser, &page, "close", &[("reason", " ")]).await;
    silent
        .is(422)
        .says(&["<details class=\"disclosure\" open", "利用中"]);
    let closed = does(&mut browser, &page, "close", &[("reason", "長期休業")]).await;
    closed.is(303);
    browser
        .get(&page)
        .await
        .says(&["終了", "長期休業", "アカウントを再開する"])
        .hides(&["仮パスワードを発行する"]);
    assert_eq!(clerk.get("/account").await.status, 303, "a session goes on");
    office.browser().sign_in("clerk", PASSWORD).await.is(401);

    let again = [("revision", &*stale), ("ends_on", "")];
    let again = browser.post(&format!("{page}/reopen"), &again).await;
    again.is(409);
    let reopened = does(&mut browser, &page, "reopen", &[]).await;
    reopened.is(303);
    browser.get(&page).await.says(&["利用中"]);
    office.browser().sign_in("clerk", PASSWORD).await.is(401);
}

#[tokio::test]
async fn an_id_is_changed_by_the_administrator() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    let _ = office.signed_in("clerk").await;
    let account = office.account_of("clerk").await;
    let page = format!("/admin/accounts/{account}");
    let taken = does(&mut browser, &page, "login", &[("login", "administrator")]).await;
    taken.is(422).says(&[
        "<details class=\"disclosure\" open",
        "value=\"administrator\"",
    ]);
    let changed = does(&mut browser, &page, "login", &[("login", "h.sato")]).await;
    changed.is(303);
    browser
        .get(&page)
        .await
        .says(&["h.sato", "IDを変更しました"]);
    office.browser().sign_in("clerk", PASSWORD).await.is(401);
    office.browser().sign_in("h.sato", PASSWORD).await.is(303);
}

#[tokio::test]
async fn accounts_are_found_by_id_name_and_state() {
    let office = Office::open("nogata").await;
    let mut browser = office.signed_in("administrator").await;
    for key in ["clerk", "colleague", "fixed_term"] {
        office.account(key).await;
    }
    for (query, found, missing) in [
        ("q=clerk", "佐藤 花子", "加藤 健"),
        ("q=%E3%81%8B%E3%81%A8%E3%81%86", "加藤 健", "佐藤 花子"),
        ("q=1009", "森 さくら", "加藤 健"),
        ("state=closed", "該当するアカウントはありません", "加藤 健"),
        ("state=open", "加藤 健", "該当するアカウントはありません"),
    ] {
        let page = browser.get(&format!("/admin/accounts?{query}")).await;
        page.is(200).says(&[found]).hides(&[missing]);
    }
    office.world.clock.turn(Duration::minutes(1));
    let nobody = "/admin/accounts/0192f0c1-2b3c-7def-8123-456789abcdef";
    browser.get(nobody).await.is(404);
    browser.get("/admin/accounts/nonsense").await.is(404);
}
