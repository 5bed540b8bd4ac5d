//! Notices by mail, from whoever causes them to a mailbox: by real servers, to a relay that another project made and to one
//! that has its moods.

mod relay;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use mail_parser::{Message, MessageParser};
use reqwest::Method;
use serde_json::json;
use yakusho_tests::{Client, Database, Hall, Who, free_port};

use crate::batch::mail::{Authority, Relay as Aiosmtpd, Speaks};
use crate::states::{accepted, form};
use relay::{Mood, Relay};

const SETTINGS: &str = "/account/notifications";

/// How long a mail may take, with the pace of the server and a gap or two.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long a server keeps what another left under way.
const LEASE: Duration = Duration::from_mins(1);

/// A hall that mails notices by a relay on that port.
async fn hall(database: Database, port: u16, more: &[&str]) -> Hall {
    let relay = format!("mail.relay = '127.0.0.1:{port}'");
    let mut lines = vec![
        relay.as_str(),
        "mail.notices = true",
        "mail.tls = 'none'",
        "mail.from = 'yakusho@city.example'",
    ];
    lines.extend(more);
    Hall::configured("nogata", database, &lines).await
}

/// Waits until there is something.
async fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>, patience: Duration) -> T {
    let since = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(since.elapsed() < patience, "no {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn read(text: &str) -> Message<'_> {
    MessageParser::default()
        .parse(text)
        .unwrap_or_else(|| panic!("no mail: {text}"))
}

fn subject(text: &str) -> String {
    read(text).subject().unwrap_or_default().to_owned()
}

fn id(text: &str) -> String {
    read(text).message_id().expect("a Message-ID").to_owned()
}

/// The mails among these that bear notices.
fn notices(mails: Vec<String>) -> Vec<String> {
    let bears = |mail: &String| !subject(mail).contains("確認コード");
    mails.into_iter().filter(bears).collect()
}

/// Has a clerk's notices mailed at once, to an address that they confirm.
async fn addressed(hall: &Hall, mails: impl Fn() -> Vec<String>) {
    let clerk = hall.signed_in(Who::Staff).await;
    let page = clerk.get(SETTINGS).await;
    let ask = page.form(&format!("{SETTINGS}/address"));
    accepted(&clerk, ask.with("address", "clerk@city.example")).await;
    let mail = until("code", || mails().pop(), PATIENCE).await;
    let text = read(&mail).body_text(0).expect("a text").into_owned();
    let mut lines = text.lines().map(str::trim);
    let code = lines.find(|line| line.len() == 6 && line.chars().all(|c| c.is_ascii_digit()));
    let code = code.unwrap_or_else(|| panic!("no code in {text}"));
    let page = clerk.get(SETTINGS).await;
    let confirm = page.form(&format!("{SETTINGS}/confirm"));
    accepted(&clerk, confirm.with("code", code)).await;
    let at_once = form(&clerk, SETTINGS).await.with("owed", "at_once");
    accepted(&clerk, at_once).await;
}

/// A program that writes in the administrator's name.
async fn writer(hall: &Hall) -> Client {
    let browser = hall.signed_in(Who::Administrator).await;
    let password = &hall.account(Who::Administrator).password;
    let token = browser.token(password, &["read", "write"]).await;
    hall.client().with_token(&token)
}

/// Sends the clerk a circulation of that title.
async fn circulate(hall: &Hall, program: &Client, title: &str) {
    let number = hall.account(Who::Staff).id.trim_start_matches('s');
    let found = program.get(&format!("/api/v1/people?q={number}")).await;
    let draft = json!({
        "kind": "circulation",
        "title": title,
        "body": "確かめてください。",
        "people": [found.json()["items"][0]["id"]],
        "registration": "pressing",
        "due": "2049-04-01",
    });
    let path = "/api/v1/circulations";
    let written = program.json(Method::POST, path, &draft).await;
    let written = written.json();
    let id = written["id"].as_str().expect("an id");
    let send = format!("{path}/{id}/send");
    let revision = json!({ "revision": 1 });
    let sent = program.json(Method::POST, &send, &revision).await;
    assert_eq!(sent.status, 200, "{sent:?}");
}

#[tokio::test]
async fn a_notice_reaches_the_mailbox_of_whoever_wants_it() {
    let (authority, title) = (Authority::new(), "庁舎の点検について①");
    let relay = Aiosmtpd::start(Speaks::Clear, &authority);
    let hall = hall(Database::Sqlite, relay.port, &[]).await;
    addressed(&hall, || relay.taken()).await;
    let program = writer(&hall).await;
    circulate(&hall, &program, title).await;
    let mails = || notices(relay.taken()).pop();
    let mail = until("mail", mails, PATIENCE).await;
    assert!(mail.contains("X-RcptTo: clerk@city.example"), "{mail}");
    assert!(mail.is_ascii(), "{mail}");
    assert!(subject(&mail).contains(title), "{}", subject(&mail));
    let read = read(&mail);
    let link = hall.url.replace("127.0.0.1", "localhost");
    let header = |name| read.header_raw(name).unwrap_or_default().trim().to_owned();
    assert_eq!(header("Auto-Submitted"), "auto-generated");
    assert_eq!(header("List-Unsubscribe"), format!("<{link}{SETTINGS}>"));
    assert!(header("Content-Type").starts_with("multipart/alternative"));
    assert!(id(&mail).ends_with("@city.example"), "{mail}");
    let text = read.body_text(0).expect("a text");
    let html = read.body_html(0).expect("a page");
    for part in [&text, &html] {
        assert!(part.contains(title), "{part}");
        assert!(part.contains(&format!("{link}/circulations/")), "{part}");
        assert!(part.contains(&format!("{link}{SETTINGS}")), "{part}");
    }
}

#[tokio::test]
async fn a_mail_that_is_refused_is_tried_again_and_what_nobody_takes_is_shown() {
    let relay = Relay::start(Mood::Takes).await;
    let metrics = format!("127.0.0.1:{}", free_port());
    let listen = format!("metrics.listen = '{metrics}'");
    let hall = hall(Database::Sqlite, relay.port, &[&listen]).await;
    addressed(&hall, || relay.given()).await;
    let program = writer(&hall).await;

    relay.set(Mood::NotNow);
    let before = relay.tried();
    circulate(&hall, &program, "後で届く").await;
    let tried = || (relay.tried() > before + 1).then_some(());
    until("second try", tried, PATIENCE).await;
    assert_eq!(notices(relay.given()), [""; 0]);
    relay.set(Mood::Takes);
    let mail = until("mail", || notices(relay.given()).pop(), PATIENCE).await;
    assert!(subject(&mail).contains("後で届く"), "{mail}");

    relay.set(Mood::Never);
    circulate(&hall, &program, "届かない").await;
    let since = Instant::now();
    let administrator = hall.signed_in(Who::Administrator).await;
    let page = loop {
        let page = administrator.get("/admin/mails").await;
        if page.text().contains("550") {
            break page;
        }
        assert!(since.elapsed() < PATIENCE, "{page:?}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    };
    assert!(page.text().contains("no such user"), "{page:?}");
    let watched = reqwest::get(format!("http://{metrics}/metrics")).await;
    let watched = watched.expect("metrics").text().await.expect("metrics");
    for line in [
        "yakusho_mail_failed 1",
        "yakusho_mail_waiting 0",
        "yakusho_mails_total{outcome=\"never\"} 1",
    ] {
        assert!(watched.contains(line), "{line} is not in {watched}");
    }
    assert_eq!(notices(relay.given()).len(), 1);
}

#[tokio::test]
async fn a_server_that_dies_over_a_mail_sends_it_once_more_under_the_same_id() {
    let relay = Relay::start(Mood::Takes).await;
    let mut hall = hall(Database::Sqlite, relay.port, &[]).await;
    addressed(&hall, || relay.given()).await;
    let program = writer(&hall).await;
    relay.set(Mood::Silent);
    circulate(&hall, &program, "一度だけ").await;
    let first = until("mail", || notices(relay.given()).pop(), PATIENCE).await;
    hall.kill();
    relay.set(Mood::Takes);
    hall.start_again().await;
    let twice = || (notices(relay.given()).len() > 1).then_some(());
    until("second mail", twice, LEASE + PATIENCE).await;
    // What was marked is sent no more.
    circulate(&hall, &program, "その次").await;
    let thrice = || (notices(relay.given()).len() > 2).then_some(());
    until("third mail", thrice, PATIENCE).await;
    let mails = notices(relay.given());
    assert_eq!(id(&mails[0]), id(&first));
    assert_eq!(id(&mails[1]), id(&first));
    assert!(subject(&mails[2]).contains("その次"), "{}", mails[2]);
    assert_eq!(mails.len(), 3);
}

#[tokio::test]
async fn of_two_servers_one_sends_each() {
    const TITLES: usize = 8;
    let relay = Relay::start(Mood::Takes).await;
    let hall = hall(Database::Postgres, relay.port, &[]).await;
    let (_, _beside) = hall.beside().await;
    addressed(&hall, || relay.given()).await;
    let program = writer(&hall).await;
    let mut sent = BTreeSet::new();
    for n in 0..TITLES {
        let title = format!("第{n}号");
        circulate(&hall, &program, &title).await;
        sent.insert(title);
    }
    let told = |title: &String| {
        let mails = notices(relay.given());
        let texts = mails.iter().filter(|mail| {
            let text = read(mail).body_text(0).unwrap_or_default().into_owned();
            text.contains(title)
        });
        texts.count()
    };
    let all = || sent.iter().all(|title| told(title) > 0).then_some(());
    until("mail of every circulation", all, PATIENCE).await;
    // Both have looked again by then.
    tokio::time::sleep(Duration::from_secs(7)).await;
    for title in &sent {
        assert_eq!(told(title), 1, "{title}");
    }
}
