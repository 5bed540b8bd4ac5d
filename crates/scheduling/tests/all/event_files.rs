//! Files on events.

use yakusho_attachments::{self as attachments, Attachment, AttachmentId};
use yakusho_blobs::Blobs;
use yakusho_kernel::Fault;
use yakusho_scheduling::event::{self, Delegate, EventId, Part, RecurrenceForm};
use yakusho_scheduling::recurrence::OnClosed;

use crate::{Hall, at, hours};

/// A file that the person of that key has uploaded.
pub(super) async fn upload(hall: &Hall, key: &str, name: &str) -> Attachment {
    let blobs = Blobs::on_disk(hall.world.folder().join("blobs")).await;
    let cx = hall.cx(key).await;
    let saved = attachments::upload(&cx, &blobs.unwrap(), name, name.as_bytes()).await;
    saved.unwrap().into_inner()
}

/// Whether the person of that key gets the file of the event.
async fn gets(hall: &Hall, key: &str, event: EventId, file: AttachmentId) -> bool {
    match attachments::find(&hall.cx(key).await, &event, file).await {
        Ok(found) => found.id == file,
        Err(other) => {
            assert!(matches!(other, Fault::NotFound), "{other:?}");
            false
        }
    }
}

/// What hangs on the event.
pub(super) async fn files(hall: &Hall, event: EventId) -> Vec<Attachment> {
    let view = event::show(&hall.cx("clerk").await, event).await.unwrap();
    view.event.content.files
}

#[tokio::test]
async fn whoever_sees_an_event_has_its_files_and_its_versions_keep_them() {
    for hall in Hall::both("nogata").await {
        let file = upload(&hall, "clerk", "次第.txt").await;
        let id = hall
            .event("clerk", |form| form.files = Some(vec![file.id]))
            .await;
        assert_eq!(files(&hall, id).await, std::slice::from_ref(&file));
        assert!(gets(&hall, "stranger", id, file.id).await);
        let other = hall.event("clerk", |_| {}).await;
        assert!(
            !gets(&hall, "clerk", other, file.id).await,
            "it hangs on one event"
        );

        // Who says nothing of files changes nothing about them.
        let cx = hall.cx("clerk").await;
        let mut form = hall.meeting("clerk");
        form.title = "課内会議(変更)".to_owned();
        let _ = event::edit(&cx, id, 1, Part::All, &form).await.unwrap();
        assert_eq!(files(&hall, id).await.len(), 1);

        form.files = Some(Vec::new());
        let _ = event::edit(&cx, id, 2, Part::All, &form).await.unwrap();
        assert_eq!(files(&hall, id).await, []);
        assert!(!gets(&hall, "stranger", id, file.id).await);
        assert!(
            gets(&hall, "clerk", id, file.id).await,
            "of an earlier version"
        );
        let history = event::history(&cx, id, None, 10).await.unwrap();
        let kept: Vec<usize> = history
            .items
            .iter()
            .map(|it| it.content.files.len())
            .collect();
        assert_eq!(kept, [0, 1, 1]);

        form.files = Some(vec![file.id]);
        let _ = event::edit(&cx, id, 3, Part::All, &form).await.unwrap();
        assert!(gets(&hall, "stranger", id, file.id).await, "put back");
    }
}

#[tokio::test]
async fn the_files_of_a_closed_event_do_not_exist_for_others() {
    for hall in Hall::both("nogata").await {
        let file = upload(&hall, "clerk", "人事.txt").await;
        let colleague = hall.town.person("colleague");
        let id = hall
            .event("clerk", |form| {
                form.closed = true;
                form.participants = vec![colleague];
                form.files = Some(vec![file.id]);
            })
            .await;
        for (key, may) in [("clerk", true), ("colleague", true), ("stranger", false)] {
            assert_eq!(gets(&hall, key, id, file.id).await, may, "{key}");
        }
    }
}

#[tokio::test]
async fn a_file_of_somebody_else_is_not_hung_on_an_event() {
    let hall = &Hall::both("nogata").await[0];
    let file = upload(hall, "stranger", "x.txt").await;
    let mut form = hall.meeting("clerk");
    form.files = Some(vec![file.id]);
    let refused = event::create(&hall.cx("clerk").await, &form).await;
    let Err(Fault::Invalid(invalid)) = refused else {
        panic!("the file is another's");
    };
    assert_eq!(invalid.errors[0].field, "files");
}

#[tokio::test]
async fn who_writes_on_an_owners_behalf_hangs_files_of_their_own() {
    for hall in Hall::both("nogata").await {
        let (mayor, secretary) = (hall.cx("mayor").await, hall.town.person("general_head"));
        let given = [Delegate::Person(secretary)];
        let _ = event::give(&mayor, hall.town.person("mayor"), &given)
            .await
            .unwrap();
        let file = upload(&hall, "general_head", "挨拶.txt").await;
        let mut form = hall.meeting("mayor");
        form.files = Some(vec![file.id]);
        let cx = hall.cx("general_head").await;
        let id = *event::create(&cx, &form).await.unwrap();
        let more = upload(&hall, "general_head", "席次.txt").await;
        form.files = Some(vec![file.id, more.id]);
        let _ = event::edit(&cx, id, 1, Part::All, &form).await.unwrap();
        assert_eq!(files(&hall, id).await, [file, more]);
    }
}

#[tokio::test]
async fn a_part_of_a_series_has_files_of_its_own() {
    for hall in Hall::both("nogata").await {
        let file = upload(&hall, "clerk", "資料.txt").await;
        let series = hall
            .event("clerk", |form| {
                form.recurrence = Some(RecurrenceForm {
                    rule: "FREQ=WEEKLY".to_owned(),
                    on_closed: OnClosed::Keep,
                });
                form.files = Some(vec![file.id]);
            })
            .await;
        let cx = hall.cx("clerk").await;
        let more = upload(&hall, "clerk", "追加.txt").await;
        let mut form = hall.meeting("clerk");
        form.when = hours("2026-12-02 10:00", 1);
        form.files = Some(vec![file.id, more.id]);
        let this = Part::This(at("2026-12-02 10:00"));
        let one = *event::edit(&cx, series, 1, this, &form).await.unwrap();
        let names = |files: Vec<Attachment>| -> Vec<String> {
            let names = files.iter().map(|file| file.name.as_str().to_owned());
            names.collect()
        };
        assert_eq!(names(files(&hall, one).await), ["資料.txt", "追加.txt"]);
        assert_eq!(names(files(&hall, series).await), ["資料.txt"]);
        for file in files(&hall, one).await {
            assert!(gets(&hall, "stranger", one, file.id).await);
        }
        assert!(
            !gets(&hall, "stranger", one, file.id).await,
            "it is the series'"
        );

        form.when = hours("2026-12-09 10:00", 1);
        form.files = None;
        let rest = Part::Following(at("2026-12-09 10:00"));
        let rest = *event::edit(&cx, series, 2, rest, &form).await.unwrap();
        assert_eq!(names(files(&hall, rest).await), ["資料.txt"]);
        assert!(gets(&hall, "stranger", series, file.id).await);
    }
}
