//! The same tests over a folder and over an S3 server.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use futures_util::StreamExt;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use yakusho_blobs::{BlobError, BlobHash, Blobs};

use super::{NO_LIMIT, hashes, put, read, sample, server::Server};

/// A store, and where its bytes lie, to look behind it.
struct World {
    blobs: Blobs,
    root: PathBuf,
    everything: PathBuf,
    _kept: Box<dyn std::any::Any>,
}

impl World {
    async fn on_disk() -> Self {
        let folder: TempDir = tempfile::tempdir().unwrap();
        Self {
            blobs: Blobs::on_disk(folder.path()).await.unwrap(),
            root: folder.path().into(),
            everything: folder.path().into(),
            _kept: Box::new(folder),
        }
    }

    async fn on_s3() -> Self {
        let server = Server::start().await;
        Self {
            blobs: server.blobs(),
            root: server.bucket().join("town/blobs"),
            everything: server.folder().into(),
            _kept: Box::new(server),
        }
    }

    fn file_of(&self, hash: &BlobHash) -> PathBuf {
        let name = hash.to_string();
        self.root.join(&name[..2]).join(&name[2..4]).join(name)
    }

    /// The files below everything, but for what marks a folder as in use.
    fn files(&self) -> Vec<PathBuf> {
        files_below(&self.everything)
    }
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else if path.extension() != Some("lock".as_ref()) {
            found.push(path);
        }
    }
    found
}

macro_rules! over_both {
    ($($name:ident),* $(,)?) => {
        mod on_disk {
            $(#[tokio::test]
            async fn $name() {
                super::$name(super::World::on_disk().await).await;
            })*
        }

        mod on_s3 {
            $(#[tokio::test]
            async fn $name() {
                super::$name(super::World::on_s3().await).await;
            })*
        }
    };
}

over_both!(
    gives_back_what_was_put,
    the_same_bytes_are_one_blob,
    puts_at_the_same_time_do_not_meet,
    stops_past_the_limit,
    keeps_nothing_of_a_sender_that_breaks_off,
    keeps_nothing_when_the_call_is_dropped,
    gives_ranges,
    finds_damage,
    storing_again_mends,
    removes,
    lists_page_by_page,
);

async fn gives_back_what_was_put(world: World) {
    // The large one goes to an object store in several parts.
    for len in [0, 1, 1000, 9 * 1024 * 1024] {
        let bytes = sample(len);
        let stored = put(&world.blobs, &bytes).await;
        assert_eq!(stored.hash, BlobHash::of(&bytes));
        assert_eq!(stored.size, len as u64);
        assert_eq!(fs::read(world.file_of(&stored.hash)).unwrap(), bytes);

        let reader = world.blobs.open(&stored.hash).await.unwrap();
        assert_eq!(
            (reader.size(), reader.range()),
            (stored.size, &(0..stored.size))
        );
        assert!(read(reader).await.unwrap() == bytes);
        assert_eq!(world.blobs.size(&stored.hash).await.unwrap(), stored.size);
        assert_eq!(world.blobs.verify(&stored.hash).await.unwrap(), stored.size);

        let mut again = Vec::new();
        let reader = world.blobs.open(&stored.hash).await.unwrap();
        let mut reader = reader.into_async_read();
        reader.read_to_end(&mut again).await.unwrap();
        assert!(again == bytes);
    }
}

async fn the_same_bytes_are_one_blob(world: World) {
    let first = put(&world.blobs, b"minutes").await;
    assert_eq!(put(&world.blobs, b"minutes").await, first);
    assert_eq!(hashes(&world.blobs).await, [first.hash]);
}

async fn puts_at_the_same_time_do_not_meet(world: World) {
    let same = sample(300_000);
    let other = sample(200_000);
    let puts = (0..16).map(|i| {
        let bytes = if i % 4 == 0 { &other } else { &same };
        world.blobs.put(bytes.as_slice(), NO_LIMIT)
    });
    for stored in futures_util::future::join_all(puts).await {
        world.blobs.verify(&stored.unwrap().hash).await.unwrap();
    }
    let mut expected = [BlobHash::of(&same), BlobHash::of(&other)];
    expected.sort();
    assert_eq!(hashes(&world.blobs).await, expected);
}

async fn stops_past_the_limit(world: World) {
    let untouched = world.files();
    // A sender without end: only one that stops reading returns.
    let endless = tokio::io::repeat(7);
    let error = world.blobs.put(endless, 1_000_000).await.unwrap_err();
    assert!(matches!(error, BlobError::TooLarge { limit: 1_000_000 }));
    assert_eq!(hashes(&world.blobs).await, []);
    assert_eq!(world.files(), untouched);

    let exactly = sample(1000);
    assert!(world.blobs.put(exactly.as_slice(), 1000).await.is_ok());
    let error = world.blobs.put(exactly.as_slice(), 999).await.unwrap_err();
    assert!(matches!(error, BlobError::TooLarge { limit: 999 }));
}

async fn keeps_nothing_of_a_sender_that_breaks_off(world: World) {
    let untouched = world.files();
    let broken = tokio_util::io::StreamReader::new(futures_util::stream::iter([
        Ok(bytes::Bytes::from(sample(300_000))),
        Err(io::Error::from(io::ErrorKind::ConnectionReset)),
    ]));
    let error = world.blobs.put(broken, NO_LIMIT).await.unwrap_err();
    assert!(
        matches!(&error, BlobError::Sender(cause) if cause.kind() == io::ErrorKind::ConnectionReset),
        "{error:?}"
    );
    assert_eq!(world.files(), untouched);
}

async fn keeps_nothing_when_the_call_is_dropped(world: World) {
    let untouched = world.files();
    let (mut sender, receiver) = tokio::io::duplex(1024);
    let blobs = world.blobs.clone();
    let call = tokio::spawn(async move { blobs.put(receiver, NO_LIMIT).await });
    sender.write_all(&sample(300_000)).await.unwrap();
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    assert_eq!(hashes(&world.blobs).await, []);
    assert_eq!(world.files(), untouched);
}

async fn gives_ranges(world: World) {
    let bytes = sample(200_000);
    let hash = put(&world.blobs, &bytes).await.hash;
    for range in [
        0..1,
        0..200_000,
        1..3,
        65_535..65_537,
        100_000..180_000,
        199_999..200_000,
    ] {
        let reader = world.blobs.open_range(&hash, range.clone()).await.unwrap();
        assert_eq!((reader.size(), reader.range()), (200_000, &range));
        let [start, end] = [range.start, range.end].map(|at| usize::try_from(at).unwrap());
        assert!(read(reader).await.unwrap() == bytes[start..end]);
    }
    let past = world.blobs.open_range(&hash, 199_990..u64::MAX).await;
    let past = past.unwrap();
    assert_eq!(past.range(), &(199_990..200_000));
    assert_eq!(read(past).await.unwrap(), bytes[199_990..]);
    #[expect(clippy::reversed_empty_ranges, reason = "such a range is the case")]
    for range in [200_000..200_001, 5..5, 9..3, u64::MAX - 1..u64::MAX] {
        let error = world.blobs.open_range(&hash, range).await.err().unwrap();
        assert!(matches!(error, BlobError::OutsideRange { size: 200_000 }));
    }
    let empty = put(&world.blobs, b"").await.hash;
    let error = world.blobs.open_range(&empty, 0..1).await.err().unwrap();
    assert!(matches!(error, BlobError::OutsideRange { size: 0 }));
}

async fn finds_damage(world: World) {
    let bytes = sample(200_000);
    let hash = put(&world.blobs, &bytes).await.hash;
    let mut flipped = bytes.clone();
    flipped[150_000] ^= 1;
    let longer = [&bytes[..], b"!"].concat();
    for damaged in [&flipped[..], &bytes[..199_999], &longer, b""] {
        fs::write(world.file_of(&hash), damaged).unwrap();
        let error = world.blobs.verify(&hash).await.unwrap_err();
        assert!(matches!(error, BlobError::Corrupt(found) if found == hash));

        // Whoever reads it is told instead of the end, and has not got all of the bytes.
        let reader = world.blobs.open(&hash).await.unwrap();
        let promised = reader.size();
        let pieces: Vec<_> = reader.collect().await;
        let (last, before) = pieces.split_last().unwrap();
        let got: usize = before.iter().flatten().map(bytes::Bytes::len).sum();
        assert!(matches!(last, Err(BlobError::Corrupt(_))));
        assert!(promised == 0 || (got as u64) < promised);
    }
}

async fn storing_again_mends(world: World) {
    let bytes = sample(1000);
    let hash = put(&world.blobs, &bytes).await.hash;
    fs::write(world.file_of(&hash), b"damaged").unwrap();
    put(&world.blobs, &bytes).await;
    assert_eq!(world.blobs.verify(&hash).await.unwrap(), 1000);
}

async fn removes(world: World) {
    let hash = put(&world.blobs, b"to go").await.hash;
    let stays = put(&world.blobs, b"to stay").await.hash;
    world.blobs.remove(&hash).await.unwrap();
    assert!(!world.file_of(&hash).exists());
    for error in [
        world.blobs.open(&hash).await.err().unwrap(),
        world.blobs.open_range(&hash, 0..1).await.err().unwrap(),
        world.blobs.size(&hash).await.unwrap_err(),
        world.blobs.verify(&hash).await.unwrap_err(),
    ] {
        assert!(matches!(error, BlobError::NotFound(missing) if missing == hash));
    }
    world.blobs.remove(&hash).await.unwrap();
    assert_eq!(hashes(&world.blobs).await, [stays]);
}

async fn lists_page_by_page(world: World) {
    assert!(world.blobs.list(None, 10).await.unwrap().is_empty());
    let mut expected = Vec::new();
    for i in 0..25 {
        expected.push(put(&world.blobs, &sample(i)).await);
    }
    expected.sort_by_key(|stored| stored.hash);
    // What is no blob is not listed: a file by another name, and one in the wrong folder.
    fs::write(world.root.join("README"), "x").unwrap();
    let elsewhere = world.file_of(&expected[0].hash);
    let misplaced = elsewhere.with_file_name(BlobHash::of(b"misplaced").to_string());
    fs::write(misplaced, "misplaced").unwrap();

    let mut seen = Vec::new();
    loop {
        let after = seen
            .last()
            .map(|listed: &yakusho_blobs::Listed| listed.hash);
        let page = world.blobs.list(after.as_ref(), 10).await.unwrap();
        seen.extend(&page);
        if page.len() < 10 {
            break;
        }
    }
    assert_eq!(
        seen.iter().map(|l| (l.hash, l.size)).collect::<Vec<_>>(),
        expected
            .iter()
            .map(|s| (s.hash, s.size))
            .collect::<Vec<_>>()
    );
    let written = fs::metadata(world.file_of(&seen[0].hash)).unwrap();
    let written = time::OffsetDateTime::from(written.modified().unwrap());
    assert!((seen[0].stored_at - written).abs() < time::Duration::seconds(1));
    assert!(world.blobs.list(None, 0).await.unwrap().is_empty());
}
