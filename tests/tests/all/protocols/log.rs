//! The server's log names no person: not whoever comes, nor what they write, look for or read.

use std::collections::BTreeSet;
use std::time::Duration;

use yakusho_tests::{Client, Crawl, Database, Hall, Program, Routes, Who, free_port};

use crate::states::{accepted, form};

/// Everything of the project's own; of what it stands on, what is worth knowing.
const FILTER: &str = "info,yakusho=trace,yakusho_server=trace,yakusho_webkit=trace,\
     yakusho_accounts=trace,yakusho_accounts_web=trace,yakusho_messaging=trace,\
     yakusho_messaging_web=trace,yakusho_kernel=trace";

#[tokio::test]
async fn nothing_of_people_or_of_what_they_write_is_in_the_log() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let routes = Routes::of(&hall);
    let listen = format!("127.0.0.1:{}", free_port());
    let mut server = hall.server();
    server
        .env("YAKUSHO_LISTEN", &listen)
        .env("YAKUSHO_LOG_FILTER", FILTER);
    let folder = tempfile::tempdir().expect("a folder for the log");
    let mut server = Program::start(server, &folder.path().join("log"));
    let url = format!("http://{listen}");
    while reqwest::get(format!("{url}/ready")).await.is_err() {
        assert!(server.runs(), "the server ended");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }

    let mut personal = BTreeSet::new();
    for account in hall.accounts() {
        personal.extend([account.id.clone(), account.password.clone()]);
    }
    for who in [Who::Staff, Who::Administrator, Who::Supervisor] {
        let client = Client::new(&url);
        client.sign_in(hall.account(who)).await;
        personal.extend(client.get("/").await.texts(".user-name"));
        let crawl = Crawl::of(&client, &routes).await;
        assert!(crawl.found.len() > 20, "{who:?} sees {:?}", crawl.found);
    }
    let stranger = Client::new(&url);
    let typed = ["typed-id-of-nobody", "typed-password-of-nobody"];
    stranger.try_sign_in(typed[0], typed[1]).await;
    personal.extend(typed.map(str::to_owned));

    let clerk = Client::new(&url);
    clerk.sign_in(hall.account(Who::Staff)).await;
    let words = ["懇親会のお知らせ", "会費は四千円です。", "名簿.csv"].map(str::to_owned);
    let [title, body, file] = &words;
    let one = form(&clerk, "/circulations/new").await;
    let one = one
        .with("title", title.as_str())
        .with("body", body.as_str())
        .with("audience", "everyone")
        .with("registration", "shared")
        .file("files", file, "氏名,住所\n");
    accepted(&clerk, one.and("send", "1")).await;
    clerk.get("/people?q=sagasu-namae").await;
    clerk.get("/circulations/nonsense-of-a-clerk").await;
    personal.extend(words);
    personal.extend(["sagasu-namae", "nonsense-of-a-clerk"].map(str::to_owned));

    assert!(server.end(Duration::from_secs(30)));
    let log = server.log();
    assert!(log.lines().count() > 100, "{log}");
    let told: Vec<_> = personal
        .iter()
        .filter(|words| words.chars().count() > 2 && log.contains(words.as_str()))
        .collect();
    assert!(told.is_empty(), "the log tells {told:?}");
}
