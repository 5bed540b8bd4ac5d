//! Backing up, and restoring elsewhere.

use std::fs;
use std::path::PathBuf;

use yakusho_blobs::{BlobHash, Blobs};

use crate::hall::{Hall, run};

/// Puts a file into a town hall's store.
async fn file(hall: &Hall, content: &[u8]) -> BlobHash {
    let blobs = Blobs::on_disk(hall.path("data/blobs")).await.unwrap();
    blobs.put(content, 1_000).await.unwrap().hash
}

/// Makes a backup, and says where its manifest is.
fn made(hall: &Hall) -> String {
    let folder = hall.path("backups").display().to_string();
    hall.run(["backup", "make", &folder])
        .done()
        .trim()
        .to_owned()
}

/// The manifests in the folder of backups.
fn manifests(hall: &Hall) -> Vec<PathBuf> {
    let entries = fs::read_dir(hall.path("backups")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|of| of == "json"))
        .collect()
}

#[tokio::test]
async fn what_was_backed_up_is_restored_with_its_files_and_its_trail() {
    let pairs = [
        (Hall::sqlite(), Hall::sqlite()),
        (Hall::postgres("from").await, Hall::postgres("to").await),
    ];
    for (from, to) in pairs {
        from.found();
        let hash = file(&from, b"attached").await;
        let head = from.run(["audit", "head"]).done();
        let manifest = made(&from);
        run(["backup", "check", &manifest]).done();

        let restored = to.run(["backup", "restore", &manifest]).done();
        assert!(restored.contains("1 files"), "{restored}");
        let blobs = Blobs::on_disk(to.path("data/blobs")).await.unwrap();
        assert_eq!(blobs.verify(&hash).await.unwrap(), 8);
        // The head of before vouches for what was restored.
        fs::write(to.path("key.pem"), from.run(["audit", "key"]).done()).unwrap();
        let [trail, key] = ["trail", "key.pem"].map(|name| to.path(name).display().to_string());
        to.run(["audit", "export", &trail]).done();
        run([
            "audit",
            "verify",
            &trail,
            "--key",
            &key,
            "--head",
            head.trim(),
        ])
        .done();
        // Keys are kept apart from backups; without the one that signed before, the night does not sign.
        let refused = to.run(["nightly"]);
        assert_eq!(refused.code, 1);
        assert!(
            refused.said.contains("put it back from where it is kept"),
            "{refused:?}"
        );
        fs::copy(from.path("data/audit.key"), to.path("data/audit.key")).unwrap();
        to.run(["nightly"]).done();

        // Where a town hall stands already, nothing is restored.
        assert_eq!(to.run(["backup", "restore", &manifest]).code, 1);
        to.run(["nightly"]).done();
    }
}

#[tokio::test]
async fn a_backup_that_was_damaged_is_found_out() {
    let hall = Hall::sqlite();
    hall.found();
    let hash = file(&hall, b"attached").await.to_string();
    let manifest = made(&hall);
    let place = format!("backups/blobs/{}/{}/{hash}", &hash[..2], &hash[2..4]);
    fs::write(hall.path(&place), "detached").unwrap();
    let found = run(["backup", "check", &manifest]);
    assert_eq!(found.code, 1);
    assert!(found.said.contains(&hash), "{found:?}");
    fs::remove_file(hall.path(&place)).unwrap();
    assert_eq!(run(["backup", "check", &manifest]).code, 1);
}

#[tokio::test]
async fn pruning_keeps_the_newest_whole() {
    let hall = Hall::sqlite();
    hall.found();
    file(&hall, b"attached").await;
    let first = made(&hall);
    made(&hall);
    let newest = made(&hall);
    let folder = hall.path("backups").display().to_string();
    let held = fs::File::create(hall.path("backups/.lock")).unwrap();
    held.lock().unwrap();
    let busy = run(["backup", "prune", &folder, "--keep", "1"]);
    assert_ne!(busy.code, 0, "somebody makes a backup: {busy:?}");
    assert_eq!(manifests(&hall).len(), 3);
    drop(held);
    let notes = hall.path("backups/0-notes.json");
    fs::write(&notes, "{}").unwrap();
    run(["backup", "prune", &folder, "--keep", "1"]).done();
    assert_eq!(fs::read_to_string(&notes).unwrap(), "{}");
    fs::remove_file(&notes).unwrap();
    assert_eq!(manifests(&hall), [PathBuf::from(&newest)]);
    run(["backup", "check", &newest]).done();
    assert_eq!(run(["backup", "check", &first]).code, 1);
    assert_eq!(run(["backup", "prune", &folder, "--keep", "0"]).code, 2);
}

#[test]
fn what_an_earlier_database_left_is_not_played_back_over_a_restored_one() {
    let hall = Hall::sqlite();
    hall.found();
    let manifest = made(&hall);
    let to = Hall::sqlite();
    let log = to.path("data/yakusho.db-wal");
    fs::create_dir_all(log.parent().unwrap()).unwrap();
    fs::write(&log, "left").unwrap();
    let refused = to.run(["backup", "restore", &manifest]);
    assert_eq!(refused.code, 1);
    assert!(refused.complained.contains("-wal"), "{refused:?}");
    fs::remove_file(&log).unwrap();
    to.run(["backup", "restore", &manifest]).done();
}

#[test]
fn a_backup_of_another_kind_of_database_is_refused() {
    let hall = Hall::sqlite();
    hall.found();
    let manifest = made(&hall);
    let text = fs::read_to_string(&manifest)
        .unwrap()
        .replace("\"sqlite\"", "\"postgres\"");
    fs::write(&manifest, text).unwrap();
    let refused = Hall::sqlite().run(["backup", "restore", &manifest]);
    assert_eq!(refused.code, 1);
    assert!(refused.complained.contains("another kind"), "{refused:?}");
}
