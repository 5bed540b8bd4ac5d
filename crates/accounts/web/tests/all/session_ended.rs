//! What is sent from a session that has ended waits until its owner has signed in again, for them alone.

use time::Duration;
use yakusho_accounts::second_factor::code_at;

use crate::me::enrolled;
use crate::site::{Browser, Got, Office, PASSWORD, between};

const FORM: &str = "/account/groups/new";
const TYPED: [(&str, &str); 2] = [("name", "選挙の当番\"2026\""), ("members", "")];

/// Turns the clock past the idle time.
fn idle(office: &Office) {
    office.world.clock.turn(Duration::hours(20));
}

/// The way in, on which what was sent waits.
async fn sent_too_late(browser: &mut Browser<'_>) -> Got {
    let waits = browser.post(FORM, &TYPED).await;
    waits.is(401).says(&[
        "ログインの有効時間が切れました",
        "action=\"/sign-in\"",
        "name=\"password\"",
    ]);
    waits.hides(&["選挙の当番", "members"]);
    waits
}

#[tokio::test]
async fn what_was_typed_comes_back_to_whoever_typed_it() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    idle(&office);
    let waits = sent_too_late(&mut clerk).await;
    let sealed = waits.hidden("sent");
    let wrong = [("id", "clerk"), ("password", "x"), ("sent", &*sealed)];
    let wrong = clerk.post("/sign-in", &wrong).await;
    wrong.is(401).hides(&["選挙の当番"]);
    assert_eq!(wrong.hidden("sent"), sealed);
    let right = [("id", "clerk"), ("password", PASSWORD), ("sent", &*sealed)];
    let back = clerk.post("/sign-in", &right).await;
    back.is(200).says(&[
        "まだ登録されていません",
        "選挙の当番&quot;2026&quot;",
        &format!("action=\"{FORM}\""),
        "もう一度送信する",
    ]);
    // What the page shows again is sent as it was, by the token of the new session.
    let name = back.hidden("name").replace("&quot;", "\"");
    let (_, form) = back.body.split_once(FORM).unwrap();
    clerk.take_token(between(form, "name=\"csrf\" value=\"", "\"").unwrap());
    let member = format!("person:{}", office.town.person("head"));
    let fields = [("name", &*name), ("members", &*member)];
    let made = clerk.post(FORM, &fields).await;
    made.is(303);
    clerk
        .get(&made.location)
        .await
        .says(&["選挙の当番&quot;2026&quot;"]);
}

#[tokio::test]
async fn whoever_else_signs_in_there_sees_nothing_of_it() {
    let office = Office::open("nogata").await;
    office.signed_in("head").await;
    let mut clerk = office.signed_in("clerk").await;
    idle(&office);
    let sealed = sent_too_late(&mut clerk).await.hidden("sent");
    for sealed in [&*sealed, &sealed[1..], "", "AAAA"] {
        let other = [("id", "head"), ("password", PASSWORD), ("sent", sealed)];
        let other = office.browser().post("/sign-in", &other).await;
        other.is(303).hides(&["選挙の当番"]);
        assert_eq!(other.location, "/");
    }
    // What was changed on its way is not what was sent.
    let changed = format!("{}A{}", &sealed[..60], &sealed[61..]);
    assert_ne!(changed, sealed, "another letter is put there");
    let changed = [("id", "clerk"), ("password", PASSWORD), ("sent", &*changed)];
    office.browser().post("/sign-in", &changed).await.is(303);
}

#[tokio::test]
async fn a_form_of_nobodys_session_does_not_wait() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    idle(&office);
    // Of another session than the browser's, as another site would send it.
    clerk.take_token("another");
    let sent = clerk.post(FORM, &TYPED).await;
    sent.is(303);
    assert_eq!(sent.location, "/sign-in");
    let mut nobody = office.browser();
    nobody.set_cookie("session", "nonsense");
    let sent = nobody.post(FORM, &TYPED).await;
    sent.is(303);
    assert_eq!(sent.location, "/sign-in");
}

#[tokio::test]
async fn the_second_step_loses_neither_the_form_nor_the_way() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let (secret, _) = enrolled(&office, &mut clerk).await;
    idle(&office);
    let sealed = sent_too_late(&mut clerk).await.hidden("sent");
    let first = [
        ("id", "clerk"),
        ("password", PASSWORD),
        ("sent", &*sealed),
        ("next", "/people"),
    ];
    let asked = clerk.post("/sign-in", &first).await;
    asked.is(200).says(&["確認コードの入力"]);
    assert_eq!(asked.hidden("next"), "/people");
    // Another language is chosen without losing the way.
    assert_eq!(asked.hidden("back"), "/sign-in?next=%2Fpeople");
    let challenge = asked.hidden("challenge");
    let code = code_at(&secret, office.world.clock.now()).unwrap();
    let mut second = vec![
        ("challenge", &*challenge),
        ("code", "000000"),
        ("next", "/people"),
    ];
    let sent = asked.hidden("sent");
    second.push(("sent", &sent));
    let wrong = clerk.post("/sign-in/code", &second).await;
    wrong.is(401);
    assert_eq!(wrong.hidden("sent"), sealed);
    second[1].1 = &code;
    let back = clerk.post("/sign-in/code", &second).await;
    back.is(200).says(&["選挙の当番", "もう一度送信する"]);
    clerk.get("/account").await.is(200);
}
