//! What the release before left is brought up to this one's schema: everything reads, every act works, and the audit
//! trail goes on unbroken.

use std::process::Command;

use yakusho_tests::{Crawl, Database, Hall, Routes, Who, run};

use crate::none;
use crate::states::{accepted, form, posted, sent};

#[tokio::test]
async fn the_hall_of_the_release_before_goes_on_on_sqlite() {
    goes_on(Database::Sqlite).await;
}

#[tokio::test]
async fn the_hall_of_the_release_before_goes_on_on_postgresql() {
    goes_on(Database::Postgres).await;
}

async fn goes_on(database: Database) {
    let hall = Hall::left_by_previous(database).await;
    let routes = Routes::of(&hall);
    for who in Who::ALL {
        let client = hall.signed_in(who).await;
        let crawl = Crawl::of(&client, &routes).await;
        none(&crawl.broken);
        assert!(crawl.found.len() > 20, "{who:?} sees {:?}", crawl.found);
    }

    let clerk = hall.signed_in(Who::Staff).await;
    let administrator = hall.signed_in(Who::Administrator).await;
    for (made, change) in [(posted(&clerk).await, "body"), (sent(&clerk).await, "body")] {
        let edit = form(&clerk, &format!("{made}/edit")).await;
        accepted(&clerk, edit.with(change, "直した本文")).await;
        let remove = form(&administrator, &format!("{made}/remove")).await;
        accepted(&administrator, remove.with("reason", "試しのため")).await;
    }
    let notice = form(&administrator, "/admin/maintenance").await;
    let notice = notice
        .with("words_ja", "更新しました。")
        .with("ends_at", "2099-01-01T00:00");
    accepted(&administrator, notice).await;
    assert!(clerk.get("/").await.body.contains("更新しました。"));

    command(&hall, &["nightly"]);
    let folder = tempfile::tempdir().expect("a folder for the trail");
    let [trail, key] = ["trail", "key"].map(|name| folder.path().join(name).display().to_string());
    let head = command(&hall, &["audit", "head"]);
    std::fs::write(&key, command(&hall, &["audit", "key"])).expect("the public key");
    command(&hall, &["audit", "export", &trail]);
    command(
        &hall,
        &[
            "audit",
            "verify",
            &trail,
            "--key",
            &key,
            "--head",
            head.trim(),
        ],
    );
}

fn command(hall: &Hall, arguments: &[&str]) -> String {
    let mut batch: Command = hall.batch();
    batch.args(arguments);
    run(batch)
}
