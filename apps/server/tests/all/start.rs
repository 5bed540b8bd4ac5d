//! Starting, and being asked whether all is well.

use std::net::TcpListener;

use nix::sys::signal::Signal;
use yakusho_kernel::Db;
use yakusho_testkit::{free_port, run_script};

use crate::program::{Folder, Running, run};

#[tokio::test]
async fn a_server_with_defaults_is_alive_and_ready() {
    let folder = Folder::new("");
    let server = Running::start(&folder, &[]).await;
    for path in ["/health", "/ready"] {
        let answer = reqwest::get(server.at(path)).await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
    }
    let answer = reqwest::get(server.at("/robots.txt")).await.unwrap();
    assert_eq!(answer.text().await.unwrap(), "User-agent: *\nDisallow: /\n");
    assert!(folder.path("data/yakusho.db").exists());
}

#[tokio::test]
async fn a_schema_that_is_behind_is_alive_and_not_ready() {
    let folder = Folder::new("migrate_at_start = false");
    let server = Running::start(&folder, &[]).await;
    let answer = reqwest::get(server.at("/ready")).await.unwrap();
    assert_eq!(answer.status(), 503);
    assert_eq!(answer.headers()["retry-after"], "5");
    let told: serde_json::Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
    assert_eq!(told["ready"], false);
    assert!(told["migrations_pending"].as_u64().unwrap() > 0, "{told}");
    let answer = reqwest::get(server.at("/health")).await.unwrap();
    assert_eq!(answer.status(), 200);

    let url = format!("sqlite:{}", folder.path("data/yakusho.db").display());
    let db = Db::open(&url).await.unwrap();
    yakusho_migrations::up(db.for_migrations()).await.unwrap();
    let answer = reqwest::get(server.at("/ready")).await.unwrap();
    assert_eq!(answer.status(), 200);
}

#[test]
fn a_taken_address_is_named() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let folder = Folder::new(&format!("listen = {address:?}"));
    let (code, log, _) = run(folder.command());
    assert_eq!(code, 1, "{log}");
    assert!(
        log.contains(&format!("cannot listen on {address}")),
        "{log}"
    );
}

#[test]
fn a_taken_address_for_metrics_is_named_before_anybody_is_served() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let lines = format!(
        "listen = \"127.0.0.1:{}\"\n[metrics]\nlisten = {address:?}",
        free_port()
    );
    let folder = Folder::new(&lines);
    let (code, log, _) = run(folder.command());
    assert_eq!(code, 1, "{log}");
    assert!(
        log.contains(&format!("cannot listen on {address}")),
        "{log}"
    );
    assert!(!log.contains("ready to serve"), "{log}");
}

#[tokio::test]
async fn on_a_schema_of_a_later_version_it_goes_on_and_does_not_begin() {
    let folder = Folder::new("");
    let mut server = Running::start(&folder, &[]).await;
    let url = format!("sqlite:{}", folder.path("data/yakusho.db").display());
    // What a later version does first: it expands.
    let expand = "ALTER TABLE notices ADD COLUMN later text;
        INSERT INTO seaql_migrations (version, applied_at) VALUES ('later_0001', 0);";
    run_script(&url, expand).await;
    let answer = reqwest::get(server.at("/ready")).await.unwrap();
    assert_eq!(answer.status(), 200);
    let told: serde_json::Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
    assert_eq!(told["schema"], "later");
    assert_eq!(told["migrations_unknown"][0], "later_0001");
    assert_eq!(
        reqwest::get(server.at("/sign-in")).await.unwrap().status(),
        200
    );
    server.tell(Signal::SIGTERM);
    assert_eq!(server.ended().await, 0);

    for migrates in ["true", "false"] {
        let mut command = folder.command();
        command.env("YAKUSHO_MIGRATE_AT_START", migrates);
        let (code, log, _) = run(command);
        assert_eq!(code, 1, "{log}");
        assert!(log.contains("of a later version, with later_0001"), "{log}");
    }
}

#[test]
fn cookies_in_the_clear_beyond_the_machine_are_warned_of() {
    for (host, secure, warned) in [
        ("0.0.0.0", false, true),
        ("0.0.0.0", true, false),
        ("127.0.0.1", false, false),
    ] {
        // On a port that is taken it ends by itself.
        let taken = TcpListener::bind((host, 0)).unwrap();
        let address = taken.local_addr().unwrap().to_string();
        let folder = Folder::new(&format!("listen = {address:?}\ncookie_secure = {secure}"));
        let (_, log, _) = run(folder.command());
        assert_eq!(log.contains("cookies go in the clear"), warned, "{log}");
    }
}

#[test]
fn a_database_that_does_not_open_is_named() {
    let folder = Folder::new("database_url = \"sqlite:/no/such/folder/x.db\"");
    let (code, log, _) = run(folder.command());
    assert_eq!(code, 1, "{log}");
    assert!(log.contains("the database does not open"), "{log}");
}
