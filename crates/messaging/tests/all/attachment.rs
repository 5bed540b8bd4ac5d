//! Files on posts and circulations.

use std::path::Path;

use tokio::io::AsyncReadExt as _;
use yakusho_attachments::{self as attachments, Attachment, AttachmentId};
use yakusho_blobs::Blobs;
use yakusho_kernel::{Cx, Fault};
use yakusho_messaging::board::{self, PostForm};
use yakusho_messaging::circulation;
use yakusho_messaging::versions::Change;

use crate::{Hall, everyone, post};

async fn store(folder: &Path) -> Blobs {
    Blobs::on_disk(folder.join("blobs")).await.unwrap()
}

async fn upload(cx: &Cx, blobs: &Blobs, name: &str, bytes: &[u8]) -> Attachment {
    let saved = attachments::upload(cx, blobs, name, bytes).await.unwrap();
    saved.into_inner()
}

async fn read(cx: &Cx, blobs: &Blobs, id: board::BoardPostId, file: AttachmentId) -> Vec<u8> {
    let file = attachments::find(cx, &id, file).await.unwrap();
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
        let wrong = attachments::find(&author, &elsewhere, file.id).await;
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
        let gone = attachments::find(&reader, &id, file.id).await;
        assert!(matches!(gone, Err(Fault::NotFound)));
        assert_eq!(read(&author, &blobs, id, file.id).await, b"old");
        let _ = board::restore(&author, id, 3, 1, Change::Minor)
            .await
            .unwrap();
        assert_eq!(read(&reader, &blobs, id, file.id).await, b"old");

        let administrator = hall.cx("administrator").await;
        let _ = board::remove(&administrator, id, 4, "誤り").await.unwrap();
        assert!(attachments::find(&reader, &id, file.id).await.is_err());
        let supervisor = hall.cx("supervisor").await;
        assert_eq!(read(&supervisor, &blobs, id, file.id).await, b"old");
    }
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
        let found = attachments::find(&author, &copy, copied.id).await;
        assert_eq!(found.unwrap().size, 4);
        let other = hall.cx("stranger").await;
        let draft = attachments::find(&other, &copy, copied.id).await;
        assert!(matches!(draft, Err(Fault::NotFound)));
        let refused = circulation::copy(&other, id).await;
        assert!(matches!(refused, Err(Fault::NotFound)));
    }
}
