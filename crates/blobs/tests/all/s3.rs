//! A bucket: shared, unreachable, and uploads that fail.

use yakusho_blobs::{BlobError, BlobHash, Blobs, S3Config};

use super::{
    NO_LIMIT, hashes, put, read, sample,
    server::{BUCKET, Server},
};

#[tokio::test]
async fn servers_beside_each_other_share_the_bucket() {
    let server = Server::start().await;
    let (one, other) = (server.blobs(), server.blobs());
    let stored = put(&one, b"shared").await;
    let reader = other.open(&stored.hash).await.unwrap();
    assert_eq!(read(reader).await.unwrap(), b"shared");
}

#[tokio::test]
async fn prefixes_keep_apart_what_shares_a_bucket() {
    let server = Server::start().await;
    let bare = S3Config {
        prefix: String::new(),
        ..server.config()
    };
    let bare = Blobs::s3(&bare).unwrap();
    let below = put(&server.blobs(), b"below the prefix").await;
    let stored = put(&bare, b"without one").await;
    assert_eq!(hashes(&bare).await, [stored.hash]);
    assert_eq!(hashes(&server.blobs()).await, [below.hash]);
    assert_eq!(bare.verify(&stored.hash).await.unwrap(), stored.size);
}

#[tokio::test]
async fn a_folder_copied_into_the_bucket_is_the_same_store() {
    let server = Server::start().await;
    let blobs = Blobs::on_disk(server.bucket().join("town/blobs"))
        .await
        .unwrap();
    let stored = put(&blobs, &sample(70_000)).await;
    assert_eq!(hashes(&server.blobs()).await, [stored.hash]);
    assert_eq!(server.blobs().verify(&stored.hash).await.unwrap(), 70_000);
}

#[tokio::test]
async fn a_store_that_refuses_is_unavailable_and_nothing_is_missing() {
    let server = Server::start().await;
    let hash = put(&server.blobs(), b"there").await.hash;
    let wrong_key = S3Config {
        secret_access_key: "wrong".into(),
        ..server.config()
    };
    let no_server = S3Config {
        endpoint: "http://127.0.0.1:1".into(),
        ..server.config()
    };
    for config in [wrong_key, no_server] {
        let blobs = Blobs::s3(&config).unwrap();
        for error in [
            blobs.put(&b"x"[..], NO_LIMIT).await.unwrap_err(),
            blobs.open(&hash).await.err().unwrap(),
            blobs.size(&hash).await.unwrap_err(),
            blobs.list(None, 1).await.unwrap_err(),
            blobs.remove(&hash).await.unwrap_err(),
        ] {
            assert!(matches!(error, BlobError::Unavailable(_)), "{error:?}");
        }
    }
    let no_bucket = S3Config {
        bucket: "elsewhere".into(),
        ..server.config()
    };
    let error = Blobs::s3(&no_bucket).unwrap().list(None, 1).await;
    assert!(matches!(error, Err(BlobError::Unavailable(_))));
    assert!(server.blobs().verify(&hash).await.is_ok());
    assert_eq!(hashes(&server.blobs()).await, [BlobHash::of(b"there")]);
}

#[tokio::test]
async fn an_upload_that_fails_leaves_no_parts() {
    let server = Server::taking_parts(1).await;
    let bytes = sample(9 * 1024 * 1024);
    let error = server.blobs().put(&bytes[..], NO_LIMIT).await.unwrap_err();
    assert!(matches!(error, BlobError::Unavailable(_)));
    let kept = std::fs::read_dir(server.folder()).unwrap();
    let mut kept: Vec<_> = kept.map(|entry| entry.unwrap().file_name()).collect();
    kept.sort();
    assert_eq!(kept, [BUCKET, "spool"]);
    assert_eq!(hashes(&server.blobs()).await, []);
}

#[test]
fn the_secret_is_not_in_what_is_logged() {
    let config = S3Config {
        endpoint: "https://s3.example.lg.jp".into(),
        region: "local".into(),
        bucket: "files".into(),
        prefix: String::new(),
        access_key_id: "name".into(),
        secret_access_key: "hush".into(),
        spool: "/var/tmp".into(),
    };
    let shown = format!("{config:?} {:?}", Blobs::s3(&config).unwrap());
    assert!(shown.contains("s3.example.lg.jp"));
    assert!(!shown.contains("hush"), "{shown}");
}
