//! Files on posts and circulations.

use std::path::Path;

use time::Duration;
use tokio::io::AsyncReadExt as _;
use yakusho_blobs::Blobs;
use yakusho_kernel::{Cx, Fault};
use yakusho_messaging::attachment::{self, Attachment, AttachmentId};
use yakusho_messaging::board::{self, PostForm};
use yakusho_messaging::circulation::{self};
use yakusho_messaging::versions::Change;

use crate::{Hall, circular, everyone, post};

async fn store(folder: &Path) -> Blobs {
    Blobs::on_disk(folder.join("blobs")).await.unwrap()
}

async fn upload(cx: &Cx, blobs: &Blobs, name: &str, bytes: &[u8]) -> Attachment {
    let saved = attachment::upload(cx, blobs, name, bytes).await.unwrap();
    saved.into_inner()
}

async fn read(cx: &Cx, blobs: &Blobs, id: board::BoardPostId, file: AttachmentId) -> Vec<u8> {
    let file = board::attachment(cx, id, file).await.unwrap();
    let reader = blobs.open(&file.hash).await.unwrap();
    let mut bytes = Vec::new();
    reader
        .into_async_read()
        .read_to_end(&mut bytes)
        .await
        .unwrap();
    bytes
}

#[tokio::test]
async fn a_file_keeps_its_name_and_is_what_its_content_says() {
    for hall in Hall::both("model").await {
        let blobs = store(hall.world.folder()).await;
        let category = hall.category(|_| {}).await;
        let author = hall.cx("clerk").await;
        let big = [b"%PDF-1.7\n".as_slice(), &vec![b'x'; 20_000]].concat();
        let file = upload(&author, &blobs, "C:\\案\\要領.exe", &big).await;
        assert_eq!(file.name.as_str(), "要領.exe");
        assert_eq!(
            (file.media_type.as_str(), file.size),
            ("application/pdf", 20_009)
        );

        let form = PostForm {
            files: vec![file.id],
            ..post(category)
        };
        let id = hall.post("clerk", form).await;
        let reader = hall.cx("stranger").await;
        let view = board::show(&reader, id, 10).await.unwrap();
        assert_eq!(
            view.words.shown().unwrap().files,
            std::slice::from_ref(&file)
        );
        assert_eq!(read(&reader, &blobs, id, file.id).await, big);
    }
}

#[tokio::test]
async fn a_file_hangs_on_what_its_uploader_hung_it_on_and_nothing_else() {
    for hall in Hall::both("model").await {
        let blobs = store(hall.world.folder()).await;
        let category = hall.category(|_| {}).await;
        let author = hall.cx("clerk").await;
        let file = upload(&author, &blobs, "a.txt", b"a").await;
        let form = PostForm {
            files: vec![file.id],
            ..post(category)
        };
        let thief = hall.cx("stranger").await;
        let stolen = board::draft(&thief, form.clone()).await;
        assert!(matches!(
            stolen.unwrap_err(),
            Fault::Invalid(invalid) if invalid.errors[0].field == "files"
        ));
        let id = hall.post("clerk", form.clone()).await;
        assert!(
            board::draft(&author, form).await.is_err(),
            "it hangs on one thing"
        );

        let elsewhere = hall.post("clerk", post(category)).await;
        let wrong = board::attachment(&author, elsewhere, file.id).await;
        assert!(matches!(wrong.err().unwrap(), Fault::NotFound));
        assert_eq!(read(&author, &blobs, id, file.id).await, b"a");
    }
}

#[tokio::test]
async fn what_an_edit_leaves_out_stays_for_its_versions() {
    for hall in Hall::both("model").await {
        let blobs = store(hall.world.folder()).await;
        let category = hall.category(|_| {}).await;
        let author = hall.cx("clerk").await;
        let file = upload(&author, &blobs, "旧.txt", b"old").await;
        let form = PostForm {
            files: vec![file.id],
            ..post(category)
        };
        let id = hall.post("clerk", form).await;
        let _ = board::edit(&author, id, 2, post(category), Change::Minor)
            .await
            .unwrap();
        let reader = hall.cx("stranger").await;
        let gone = board::attachment(&reader, id, file.id).await;
        assert!(matches!(gone, Err(Fault::NotFound)));
        assert_eq!(read(&author, &blobs, id, file.id).await, b"old");
        let _ = board::restore(&author, id, 3, 1, Change::Minor)
            .await
            .unwrap();
        assert_eq!(read(&reader, &blobs, id, file.id).await, b"old");

        let administrator = hall.cx("administrator").await;
        let _ = board::remove(&administrator, id, 4, "誤り").await.unwrap();
        assert!(board::attachment(&reader, id, file.id).await.is_err());
        let supervisor = hall.cx("supervisor").await;
        assert_eq!(read(&supervisor, &blobs, id, file.id).await, b"old");
    }
}

#[tokio::test]
async fn a_file_larger_than_the_city_allows_is_refused() {
    let hall = &Hall::both("model").await[0];
    let blobs = store(hall.world.folder()).await;
    let cx = hall.cx("clerk").await;
    let limit = cx.city().values(cx.today()).upload_limit_bytes;
    let too_large = tokio::io::repeat(b'x').take(limit + 1);
    let refused = attachment::upload(&cx, &blobs, "large.bin", too_large).await;
    let Err(Fault::Invalid(invalid)) = refused else {
        panic!("more than the limit");
    };
    assert_eq!(invalid.errors[0].reason.code(), "out_of_range");
    assert!(blobs.list(None, 10).await.unwrap().is_empty());
    let nobody = attachment::upload(&hall.world.nobody(), &blobs, "x", b"x".as_slice()).await;
    assert!(matches!(nobody, Err(Fault::Denied(_))));
}

#[tokio::test]
async fn a_copy_of_a_circulation_has_its_files() {
    for hall in Hall::both("model").await {
        let blobs = store(hall.world.folder()).await;
        let author = hall.cx("clerk").await;
        let file = upload(&author, &blobs, "様式.txt", b"form").await;
        let id = hall
            .sent("clerk", |form| {
                form.audience = everyone();
                form.files = vec![file.id];
            })
            .await;
        let copy = *circulation::copy(&author, id).await.unwrap();
        let view = circulation::show(&author, copy).await.unwrap();
        let copied = &view.words.shown().unwrap().files[0];
        assert_ne!(copied.id, file.id);
        let found = circulation::attachment(&author, copy, copied.id).await;
        assert_eq!(found.unwrap().size, 4);
        let other = hall.cx("stranger").await;
        let draft = circulation::attachment(&other, copy, copied.id).await;
        assert!(matches!(draft, Err(Fault::NotFound)));
        let refused = circulation::copy(&other, id).await;
        assert!(matches!(refused, Err(Fault::NotFound)));
    }
}

#[tokio::test]
async fn what_hangs_on_nothing_is_swept_after_a_day() {
    for hall in Hall::both("model").await {
        let blobs = store(hall.world.folder()).await;
        let category = hall.category(|_| {}).await;
        let cx = hall.cx("clerk").await;
        let kept = upload(&cx, &blobs, "kept.txt", b"kept").await;
        let loose = upload(&cx, &blobs, "loose.txt", b"loose").await;
        let twin = upload(&cx, &blobs, "twin.txt", b"kept").await;
        assert_eq!(kept.hash, twin.hash);
        hall.draft(
            "clerk",
            PostForm {
                files: vec![kept.id],
                ..post(category)
            },
        )
        .await;
        blobs.put(b"crashed".as_slice(), 100).await.unwrap();

        // Blobs bear the time of this machine, so the clock is turned to its day.
        let stored = blobs.list(None, 10).await.unwrap()[0].stored_at;
        let now = yakusho_kernel::Timestamp::from(stored).max(hall.world.clock.now());
        hall.world.clock.turn_to(now.plus(Duration::hours(25)));
        let refused = attachment::sweep(&cx, &blobs, false).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let swept = attachment::sweep(&hall.world.system(), &blobs, false)
            .await
            .unwrap();
        assert_eq!((swept.uploads, swept.blobs), (2, 2));
        let left = blobs.list(None, 10).await.unwrap();
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].hash, kept.hash);
        let late = PostForm {
            files: vec![loose.id],
            ..post(category)
        };
        assert!(board::draft(&cx, late).await.is_err());
        let again = attachment::sweep(&hall.world.system(), &blobs, false)
            .await
            .unwrap();
        assert_eq!((again.uploads, again.blobs), (0, 0));

        blobs.put(b"later".as_slice(), 100).await.unwrap();
        for (rehearsal, left) in [(true, 2), (false, 1)] {
            let swept = attachment::sweep(&hall.world.system(), &blobs, rehearsal).await;
            assert_eq!(swept.unwrap().blobs, 1);
            assert_eq!(blobs.list(None, 10).await.unwrap().len(), left);
        }
    }
}

#[tokio::test]
async fn more_than_twenty_files_are_too_many() {
    let hall = &Hall::both("model").await[0];
    let cx = hall.cx("clerk").await;
    let mut form = circular();
    form.files = (0..21).map(|_| cx.new_id()).collect();
    let refused = circulation::draft(&cx, form).await.unwrap_err();
    assert!(
        matches!(refused, Fault::Invalid(invalid) if invalid.errors[0].reason.code() == "too_many")
    );
}
