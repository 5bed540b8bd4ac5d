//! What was sent and not taken waits for whoever sent it, while they sign in or do what is owed: for them alone.

use serde_json::json;
use time::Duration;
use yakusho_accounts::second_factor::code_at;

use crate::me::enrolled;
use crate::site::{Browser, Got, Office, PASSWORD};

const FORM: &str = "/account/groups/new";
const TYPED: [(&str, &str); 2] = [("name", "選挙の当番\"2026\""), ("members", "")];
const SHOWN: &str = "選挙の当番&quot;2026&quot;";

/// Turns the clock past the idle time.
fn idle(office: &Office) {
    office.world.clock.turn(Duration::hours(20));
}

/// Where what was sent from a session that has ended waits.
async fn sent_too_late(browser: &mut Browser<'_>) -> String {
    let sent = browser.post(FORM, &TYPED).await;
    assert!(sent.is(303).location.starts_with("/sign-in?next="));
    let way_in = browser.get(&sent.location).await;
    way_in
        .is(200)
        .says(&["ログインの有効時間が切れていた", "name=\"password\""])
        .hides(&["選挙の当番", "members"]);
    let next = way_in.hidden("next");
    assert!(next.starts_with(&format!("{FORM}?unsent=")), "{next}");
    next
}

async fn sign_in(browser: &mut Browser<'_>, id: &str, next: &str) -> Got {
    let typed = [("id", id), ("password", PASSWORD), ("next", next)];
    let entered = browser.post("/sign-in", &typed).await;
    entered.is(303);
    entered
}

/// The form is there as it was filled in; sent, it is gone.
async fn is_sent_at_last(office: &Office, browser: &mut Browser<'_>, next: &str) {
    let back = browser.get(next).await;
    back.is(200).says(&[
        "まだ登録されていません",
        SHOWN,
        &format!("action=\"{FORM}\""),
    ]);
    let unsent = back.hidden("unsent");
    // What is wrong with it is said as ever, and it waits on.
    let wrong = [("name", ""), ("members", ""), ("unsent", &*unsent)];
    let wrong = browser.post(FORM, &wrong).await;
    wrong.is(422).hides(&["まだ登録されていません"]);
    assert_eq!(wrong.hidden("unsent"), unsent);
    browser.get(next).await.says(&[SHOWN]);
    let member = format!("person:{}", office.town.person("head"));
    let fields = [TYPED[0], ("members", &*member), ("unsent", &*unsent)];
    let made = browser.post(FORM, &fields).await;
    browser.get(&made.is(303).location).await.says(&[SHOWN]);
    let gone = browser.get(next).await;
    gone.is(200)
        .hides(&["まだ登録されていません", "name=\"unsent\""]);
}

#[tokio::test]
async fn what_was_typed_comes_back_to_whoever_typed_it() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    idle(&office);
    let next = sent_too_late(&mut clerk).await;
    let wrong = [("id", "clerk"), ("password", "x"), ("next", &*next)];
    let wrong = clerk.post("/sign-in", &wrong).await;
    assert_eq!(wrong.is(401).hidden("next"), next);
    let entered = sign_in(&mut clerk, "clerk", &next).await;
    assert_eq!(entered.location, next);
    is_sent_at_last(&office, &mut clerk, &next).await;
}

#[tokio::test]
async fn whoever_else_signs_in_there_sees_nothing_of_it() {
    let office = Office::open("nogata").await;
    office.signed_in("head").await;
    let mut clerk = office.signed_in("clerk").await;
    idle(&office);
    let next = sent_too_late(&mut clerk).await;
    let mut other = office.browser();
    sign_in(&mut other, "head", &next).await;
    let page = other.get(&next).await;
    page.is(200)
        .hides(&["選挙の当番", "まだ登録されていません"]);
    // Nor can they have it forgotten.
    let unsent = next.rsplit('=').next().unwrap_or_default();
    let member = format!("person:{}", office.town.person("clerk"));
    let own = [
        ("name", "別の班"),
        ("members", &*member),
        ("unsent", unsent),
    ];
    other.post(FORM, &own).await.is(303);
    sign_in(&mut clerk, "clerk", &next).await;
    is_sent_at_last(&office, &mut clerk, &next).await;
}

#[tokio::test]
async fn a_form_of_nobodys_session_does_not_wait() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    clerk.take_token("another");
    clerk
        .post(FORM, &TYPED)
        .await
        .is(403)
        .hides(&["選挙の当番"]);
    idle(&office);
    clerk.take_token("another");
    let sent = clerk.post(FORM, &TYPED).await;
    assert_eq!(sent.is(303).location, "/sign-in");
}

#[tokio::test]
async fn the_second_step_does_not_lose_the_way() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let (secret, _) = enrolled(&office, &mut clerk).await;
    idle(&office);
    let next = sent_too_late(&mut clerk).await;
    let first = [("id", "clerk"), ("password", PASSWORD), ("next", &*next)];
    let asked = clerk.post("/sign-in", &first).await;
    asked.is(200).says(&["確認コードの入力"]);
    assert_eq!(asked.hidden("next"), next);
    // Another language is chosen without losing the way.
    assert!(asked.hidden("back").contains("unsent"));
    let challenge = asked.hidden("challenge");
    let code = code_at(&secret, office.world.clock.now()).unwrap();
    let mut second = [
        ("challenge", &*challenge),
        ("code", "000000"),
        ("next", &*next),
    ];
    let wrong = clerk.post("/sign-in/code", &second).await;
    assert_eq!(wrong.is(401).hidden("next"), next);
    second[1].1 = &code;
    let entered = clerk.post("/sign-in/code", &second).await;
    assert_eq!(entered.is(303).location, next);
    is_sent_at_last(&office, &mut clerk, &next).await;
}

#[tokio::test]
async fn a_page_from_before_one_signed_in_in_another_tab_brings_its_form_back() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let former = clerk.token();
    clerk.sign_in("clerk", PASSWORD).await.is(303);
    let current = clerk.token();
    assert_ne!(former, current);
    clerk.take_token(&former);
    let back = clerk.post(FORM, &TYPED).await.is(303).location.clone();
    clerk.take_token(&current);
    is_sent_at_last(&office, &mut clerk, &back).await;
}

#[tokio::test]
async fn what_somebody_sends_after_another_signed_in_there_waits_for_them() {
    let office = Office::open("nogata").await;
    office.signed_in("head").await;
    let mut browser = office.signed_in("clerk").await;
    let former = browser.token();
    browser.sign_in("head", PASSWORD).await.is(303);
    let current = browser.token();
    browser.take_token(&former);
    let refused = browser.post(FORM, &TYPED).await;
    refused
        .is(403)
        .says(&["別のIDでログインしていたとき", "action=\"/sign-out\""])
        .hides(&["選挙の当番"]);
    let next = refused.hidden("next");
    browser.get(&next).await.is(200).hides(&["選挙の当番"]);
    browser.take_token(&current);
    let out = browser.post("/sign-out", &[("next", &*next)]).await;
    let way_in = browser.get(&out.is(303).location).await;
    assert_eq!(way_in.hidden("next"), next);
    sign_in(&mut browser, "clerk", &next).await;
    is_sent_at_last(&office, &mut browser, &next).await;
}

#[tokio::test]
async fn what_is_owed_first_comes_between_and_loses_nothing() {
    let office = Office::open("nogata").await;
    let mut administrator = office.signed_in("administrator").await;
    let (_, issued) = office.account("clerk").await;
    let mut clerk = office.browser();
    clerk.sign_in("clerk", &issued).await.is(303);
    let rules = json!({"effective_on": "2026-11-20", "body_ja": "業務に使う。"});
    let rules = administrator
        .call(poem::http::Method::POST, "/usage-rules", Some(rules))
        .await;
    rules.is(201);

    let sent = clerk.post(FORM, &TYPED).await;
    let password = clerk.get(&sent.is(303).location).await;
    password.is(200).says(&["残してあります", "name=\"new\""]);
    let next = password.hidden("next");
    let mut change = [
        ("current", &*issued),
        ("new", PASSWORD),
        ("repeat", "x"),
        ("next", &*next),
    ];
    let wrong = clerk.post("/account/password", &change).await;
    assert_eq!(wrong.is(422).hidden("next"), next);
    change[2].1 = PASSWORD;
    let changed = clerk.post("/account/password", &change).await;
    assert_eq!(changed.is(303).location, next);
    // The rules come after the password.
    let rules = clerk.get(&next).await;
    let page = clerk.get(&rules.is(303).location).await;
    assert_eq!(page.hidden("next"), next);
    let id = page.hidden("rules");
    let read = [("rules", &*id), ("next", &*next)];
    let read = clerk.post("/account/usage-rules", &read).await;
    assert_eq!(read.is(303).location, next);
    is_sent_at_last(&office, &mut clerk, &next).await;
}

#[tokio::test]
async fn what_no_page_has_is_shown_by_itself_without_its_secrets() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    idle(&office);
    let typed = [("reason", "端末を なくした"), ("password", PASSWORD)];
    let gone = "/account/sessions/end-others";
    let sent = clerk.post(gone, &typed).await;
    let next = clerk.get(&sent.is(303).location).await.hidden("next");
    assert!(next.starts_with("/?unsent="), "{next}");
    sign_in(&mut clerk, "clerk", &next).await;
    let back = clerk.get(&next).await;
    back.is(200)
        .says(&[
            "送信していない内容が残っています",
            "端末を なくした",
            &format!("action=\"{gone}\""),
        ])
        .hides(&[PASSWORD]);
    // Where the page is there, but shows the form no longer, the same.
    let other = next.replace("/?", "/people?");
    clerk.get(&other).await.is(200).says(&["端末を なくした"]);
    clerk.get("/").await.is(200).hides(&["端末を なくした"]);
}

#[tokio::test]
async fn of_several_forms_on_a_page_the_one_that_was_sent_comes_back() {
    let office = Office::open("nogata").await;
    let mut administrator = office.signed_in("administrator").await;
    idle(&office);
    let typed = [
        ("now", "1"),
        ("kind", "read_only"),
        ("words_ja", "停電の間"),
    ];
    let sent = administrator.post("/admin/maintenance", &typed).await;
    let way_in = administrator.get(&sent.is(303).location).await;
    let next = way_in.hidden("next");
    sign_in(&mut administrator, "administrator", &next).await;
    let back = administrator.get(&next).await;
    back.is(200)
        .says(&["まだ登録されていません", "停電の間</textarea>"]);
    assert_eq!(back.body.matches("停電の間").count(), 1);
}
