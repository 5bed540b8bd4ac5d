//! Backups where the address of the database names several hosts.

use std::process::Command;

use yakusho_tests::{Cluster, Hall, run};

/// The batch program on another database, and with files elsewhere.
fn elsewhere(hall: &Hall, url: &str, data: &std::path::Path) -> Command {
    let mut batch = hall.batch();
    batch.env("YAKUSHO_DATABASE_URL", url);
    batch.env("YAKUSHO_DATA", data);
    batch
}

#[tokio::test(flavor = "multi_thread")]
async fn backups_are_made_of_the_host_that_writes_and_restored_to_it() {
    let (primary, mut standby) = (Cluster::start(), Cluster::unused());
    standby.follow(&primary);
    let url = Cluster::url_of(&[&standby, &primary]);
    let hall = Hall::on_cluster("nogata", &primary, &url).await;
    let folder = tempfile::tempdir().expect("a folder for a backup");
    let mut backup = hall.batch();
    backup.args(["backup", "make"]).arg(folder.path());
    let manifest = run(backup).trim().to_owned();
    let mut check = hall.batch();
    check.args(["backup", "check", &manifest]);
    assert!(run(check).starts_with("whole: "));

    let (other, mut beside) = (Cluster::start(), Cluster::unused());
    beside.follow(&other);
    let url = Cluster::url_of(&[&beside, &other]);
    let data = tempfile::tempdir().expect("a folder for what is restored");
    let mut restore = elsewhere(&hall, &url, data.path());
    restore.args(["backup", "restore", &manifest]);
    let restored = run(restore);
    assert!(
        restored.starts_with("restored the town hall of "),
        "{restored}"
    );
    let entries = "SELECT count(*) FROM audit_entries";
    let count = other.ask(entries);
    assert!(count.parse::<u64>().is_ok_and(|count| count > 0), "{count}");
    // What was restored is there, and arrived at the standby.
    assert_eq!(beside.ask(entries), count);
}
