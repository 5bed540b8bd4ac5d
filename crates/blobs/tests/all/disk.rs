//! A folder: crashes, and what cannot be used as one.

use std::{env, fs, io::Write, path::Path, process::Stdio};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    process::Command,
};
use yakusho_blobs::{BlobError, Blobs};

use super::{NO_LIMIT, hashes, put, sample};

/// Set for the process that is to be killed: the folder it writes to.
const FOLDER: &str = "BLOBS_TEST_FOLDER";

fn half_written(root: &Path) -> usize {
    fs::read_dir(root.join("incoming")).unwrap().count()
}

#[tokio::test]
async fn a_killed_writer_leaves_no_blob_and_its_remains_are_cleared() {
    if let Ok(folder) = env::var(FOLDER) {
        return write_until_killed(&folder).await;
    }
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let mut writer = Command::new(env::current_exe().unwrap())
        .args([
            "--exact",
            "disk::a_killed_writer_leaves_no_blob_and_its_remains_are_cleared",
            "--nocapture",
        ])
        .env(FOLDER, root)
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
    while lines.next_line().await.unwrap().unwrap() != "writing" {}

    // While it lives, nobody clears what it is writing.
    let blobs = Blobs::on_disk(root).await.unwrap();
    assert_eq!(half_written(root), 1);
    writer.kill().await.unwrap();
    assert_eq!(half_written(root), 1);
    drop(blobs);

    let blobs = Blobs::on_disk(root).await.unwrap();
    assert_eq!(half_written(root), 0);
    assert_eq!(hashes(&blobs).await, []);
    put(&blobs, b"and it works on").await;
}

/// What the test above does in the process that it kills.
async fn write_until_killed(folder: &str) {
    let blobs = Blobs::on_disk(folder).await.unwrap();
    let (mut sender, receiver) = tokio::io::duplex(1024);
    let writing = blobs.put(receiver, NO_LIMIT);
    let sending = async {
        sender.write_all(&sample(300_000)).await.unwrap();
        std::io::stdout().write_all(b"\nwriting\n").unwrap();
        std::future::pending::<()>().await;
    };
    tokio::join!(writing, sending).0.unwrap();
}

#[tokio::test]
async fn an_unusable_folder_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    let error = Blobs::on_disk(&file).await.unwrap_err();
    assert!(matches!(error, BlobError::Unavailable(_)));

    let root = folder.path().join("blobs");
    let blobs = Blobs::on_disk(&root).await.unwrap();
    fs::remove_dir_all(root.join("incoming")).unwrap();
    let error = blobs.put(&b"x"[..], NO_LIMIT).await.unwrap_err();
    assert!(matches!(error, BlobError::Unavailable(_)));
}

#[tokio::test]
async fn a_folder_that_is_gone_is_not_taken_for_missing_blobs() {
    let folder = tempfile::tempdir().unwrap();
    let (root, away) = (folder.path().join("blobs"), folder.path().join("away"));
    let blobs = Blobs::on_disk(&root).await.unwrap();
    let kept = put(&blobs, b"kept").await.hash;
    fs::rename(&root, &away).unwrap();
    let outcomes = [
        blobs.open(&kept).await.err(),
        blobs.size(&kept).await.err(),
        blobs.remove(&kept).await.err(),
        blobs.put(&b"x"[..], NO_LIMIT).await.err(),
    ];
    for outcome in outcomes {
        assert!(
            matches!(outcome, Some(BlobError::Unavailable(_))),
            "{outcome:?}"
        );
    }
    fs::rename(&away, &root).unwrap();
    assert_eq!(blobs.size(&kept).await.unwrap(), 4);
    blobs.remove(&kept).await.unwrap();
    assert!(matches!(
        blobs.size(&kept).await,
        Err(BlobError::NotFound(hash)) if hash == kept
    ));
    put(&blobs, b"and it works on").await;
}
