//! What the log tells, and what it keeps to itself.

use std::fs;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use serde_json::Value;
use yakusho_testkit::free_port;

use crate::program::{Folder, PATIENCE, Running};

#[tokio::test]
async fn every_line_is_json_and_names_its_request_and_no_person() {
    let folder = Folder::new("trusted_proxies = [\"127.0.0.1\"]");
    let variables = [("YAKUSHO_LOG_FORMAT", "json")];
    let mut server = Running::start(&folder, &variables).await;
    let answer = reqwest::Client::new()
        .get(server.at("/nowhere/sato?name=hanako"))
        .header("x-forwarded-for", "203.0.113.7")
        .header("user-agent", "browser-of-hanako")
        .send()
        .await
        .unwrap();
    let id = answer.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    server.tell(Signal::SIGTERM);
    assert_eq!(server.ended().await, 0);

    let log = server.log();
    let lines: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}")))
        .collect();
    let answered = lines.iter().find(|line| line["span"]["id"] == *id).unwrap();
    assert_eq!(answered["message"], "answered");
    assert_eq!(answered["status"], 404);
    assert_eq!(answered["span"]["route"], "/*rest");
    assert!(answered["ms"].is_u64());
    for personal in ["sato", "hanako", "203.0.113.7"] {
        assert!(!log.contains(personal), "{personal} in {log}");
    }
}

#[tokio::test]
async fn what_machines_ask_all_the_time_is_not_told_unless_asked_for() {
    for (filter, told) in [("info", false), ("yakusho_webkit=debug", true)] {
        let folder = Folder::new("");
        let server = Running::start(&folder, &[("YAKUSHO_LOG_FILTER", filter)]).await;
        let _ = reqwest::get(server.at("/health")).await.unwrap();
        assert_eq!(server.log().contains("/health"), told, "{filter}");
    }
}

#[tokio::test]
async fn a_log_that_finds_no_room_stops_nothing() {
    let folder = Folder::new("");
    let address = format!("127.0.0.1:{}", free_port());
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let mut server = folder.command();
    server.env("YAKUSHO_LISTEN", &address).stderr(full);
    let mut child = server.spawn().unwrap();
    let since = Instant::now();
    let ready = format!("http://{address}/ready");
    while reqwest::get(&ready).await.is_err() {
        assert!(child.try_wait().unwrap().is_none(), "it ended");
        assert!(since.elapsed() < PATIENCE, "it does not begin");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let page = reqwest::get(format!("http://{address}/board")).await;
    assert!(page.unwrap().status().is_success());
    assert!(child.try_wait().unwrap().is_none(), "it ended");
    child.kill().unwrap();
    child.wait().unwrap();
}
