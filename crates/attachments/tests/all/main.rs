//! Files on both databases, hung on things of the test's own.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where what it rests on fails"
)]

use std::sync::Arc;

use time::Duration;
use tokio::io::AsyncReadExt as _;
use yakusho_attachments::{
    self as attachments, Attachment, AttachmentId, Bearer, Desk, Hung, MOST_FILES, Reading,
    readings,
};
use yakusho_blobs::Blobs;
use yakusho_file_text::Reader;
use yakusho_kernel::{
    Act, Actor, Audit, Cx, EmploymentClass, Fault, Outbox, Permit, Standing, Timestamp, Tx, Via,
    typed_id,
};
use yakusho_search::Sources;
use yakusho_testkit::World;

typed_id! {
    /// Something on which files hang.
    pub struct ThingId = "test.thing";
}

impl Bearer for ThingId {
    /// Whoever is signed in may have them.
    async fn lets(&self, cx: &Cx, _: AttachmentId) -> Result<bool, Fault> {
        Ok(cx.actor().person().is_some())
    }
}

/// Somebody of the staff.
fn somebody(world: &World) -> Cx {
    world.cx(Actor::Person(Arc::new(Standing {
        person: world.system().new_id(),
        class: EmploymentClass::Regular,
        on_behalf: None,
        principal_seats: Vec::new(),
        seats: Vec::new(),
        roles: Vec::new(),
        grants: Vec::new(),
        via: Via::Session,
    })))
}

async fn store(world: &World) -> Blobs {
    Blobs::on_disk(world.folder().join("blobs")).await.unwrap()
}

async fn upload(cx: &Cx, blobs: &Blobs, name: &str, bytes: &[u8]) -> Attachment {
    let saved = attachments::upload(cx, blobs, name, bytes).await.unwrap();
    saved.into_inner()
}

/// An act upon a thing in which files are hung on it.
async fn act<T>(
    cx: &Cx,
    thing: ThingId,
    hang: impl AsyncFnOnce(&Tx, &Permit) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let tx = cx.begin().await?;
    let permit = cx.judge(Act::new("test.touch")).signed_in()?.permit();
    let hung = hang(&tx, &permit).await?;
    Ok(tx
        .commit(Audit::of(permit, &thing), hung)
        .await?
        .into_inner())
}

async fn hang(cx: &Cx, thing: ThingId, ids: &[AttachmentId]) -> Result<Vec<Attachment>, Fault> {
    act(cx, thing, async |tx, permit| {
        attachments::take(tx, permit, &thing, ids).await
    })
    .await
}

/// The code of what is wrong with the field `files`.
fn wrong<T: std::fmt::Debug>(refused: Result<T, Fault>) -> &'static str {
    let Fault::Invalid(invalid) = refused.unwrap_err() else {
        panic!("the files are refused");
    };
    assert_eq!(invalid.errors[0].field, "files");
    invalid.errors[0].reason.code()
}

#[tokio::test]
async fn a_file_keeps_its_name_and_is_what_its_content_says() {
    for world in World::both("model").await {
        let blobs = store(&world).await;
        let (cx, other) = (somebody(&world), somebody(&world));
        let big = [b"%PDF-1.7\n".as_slice(), &vec![b'x'; 20_000]].concat();
        let file = upload(&cx, &blobs, "C:\\案\\要領.exe", &big).await;
        assert_eq!(file.name.as_str(), "要領.exe");
        assert_eq!(
            (file.media_type.as_str(), file.size),
            ("application/pdf", 20_009)
        );
        let thing: ThingId = cx.new_id();
        hang(&cx, thing, &[file.id]).await.unwrap();
        assert_eq!(
            attachments::find(&other, &thing, file.id).await.unwrap(),
            file
        );
        let nobody = attachments::find(&world.nobody(), &thing, file.id).await;
        assert!(matches!(nobody, Err(Fault::NotFound)));
        let elsewhere = attachments::find(&cx, &cx.new_id::<ThingId>(), file.id).await;
        assert!(matches!(elsewhere, Err(Fault::NotFound)));
    }
}

#[tokio::test]
async fn files_hang_in_the_order_that_is_given_and_on_one_thing_alone() {
    for world in World::both("model").await {
        let blobs = store(&world).await;
        let (cx, other) = (somebody(&world), somebody(&world));
        let first = upload(&cx, &blobs, "1.txt", b"1").await;
        let second = upload(&cx, &blobs, "2.txt", b"2").await;
        let (thing, elsewhere): (ThingId, ThingId) = (cx.new_id(), cx.new_id());
        let ids = [second.id, first.id];
        assert_eq!(wrong(hang(&other, thing, &ids).await), "unknown");
        assert_eq!(
            wrong(hang(&cx, thing, &[first.id, first.id]).await),
            "unknown"
        );
        let loose = attachments::loose(&cx, &ids).await.unwrap();
        assert_eq!(loose, [second.clone(), first.clone()]);
        assert!(attachments::loose(&other, &ids).await.unwrap().is_empty());
        assert_eq!(hang(&cx, thing, &ids).await.unwrap(), loose);
        assert!(attachments::loose(&cx, &ids).await.unwrap().is_empty());
        // What hangs there stays there, whoever writes next.
        assert_eq!(hang(&other, thing, &[first.id]).await.unwrap(), [first]);
        assert_eq!(wrong(hang(&cx, elsewhere, &[second.id]).await), "unknown");
    }
}

#[tokio::test]
async fn what_goes_on_from_another_has_copies_of_its_files_and_new_ones() {
    for world in World::both("model").await {
        let blobs = store(&world).await;
        let cx = somebody(&world);
        let old = upload(&cx, &blobs, "old.txt", b"old").await;
        let new = upload(&cx, &blobs, "new.txt", b"new").await;
        let (thing, next): (ThingId, ThingId) = (cx.new_id(), cx.new_id());
        hang(&cx, thing, &[old.id]).await.unwrap();
        let ids = [new.id, old.id];
        let along = act(&cx, next, async |tx, permit| {
            attachments::take_along(tx, permit, &next, &thing, &ids).await
        });
        let along = along.await.unwrap();
        assert_eq!(along[0], new);
        assert_ne!(along[1].id, old.id);
        assert_eq!((&along[1].name, along[1].hash), (&old.name, old.hash));
        for (thing, file) in [(thing, old.id), (next, new.id), (next, along[1].id)] {
            attachments::find(&cx, &thing, file).await.unwrap();
        }
        assert!(attachments::find(&cx, &next, old.id).await.is_err());
    }
}

#[tokio::test]
async fn more_than_twenty_files_are_too_many() {
    let world = World::sqlite("model").await;
    let cx = somebody(&world);
    let ids: Vec<AttachmentId> = (0..=MOST_FILES).map(|_| cx.new_id()).collect();
    assert_eq!(wrong(hang(&cx, cx.new_id(), &ids).await), "too_many");
}

#[tokio::test]
async fn a_file_larger_than_the_city_allows_is_refused() {
    let world = World::sqlite("model").await;
    let blobs = store(&world).await;
    let cx = somebody(&world);
    let limit = cx.city().values(cx.today()).upload_limit_bytes;
    let too_large = tokio::io::repeat(b'x').take(limit + 1);
    let refused = attachments::upload(&cx, &blobs, "large.bin", too_large).await;
    let Err(Fault::Invalid(invalid)) = refused else {
        panic!("more than the limit");
    };
    assert_eq!(invalid.errors[0].reason.code(), "file_too_large");
    assert!(blobs.list(None, 10).await.unwrap().is_empty());
    let nobody = attachments::upload(&world.nobody(), &blobs, "x", b"x".as_slice()).await;
    assert!(matches!(nobody, Err(Fault::Denied(_))));
}

#[tokio::test]
async fn what_hangs_on_nothing_is_swept_after_a_day() {
    for world in World::both("model").await {
        let blobs = store(&world).await;
        let cx = somebody(&world);
        let kept = upload(&cx, &blobs, "kept.txt", b"kept").await;
        let loose = upload(&cx, &blobs, "loose.txt", b"loose").await;
        let twin = upload(&cx, &blobs, "twin.txt", b"kept").await;
        assert_eq!(kept.hash, twin.hash);
        hang(&cx, cx.new_id(), &[kept.id]).await.unwrap();
        blobs.put(b"crashed".as_slice(), 100).await.unwrap();

        // Blobs bear the time of this machine, so the clock is turned to its day.
        let stored = blobs.list(None, 10).await.unwrap()[0].stored_at;
        let now = Timestamp::from(stored).max(world.clock.now());
        world.clock.turn_to(now.plus(Duration::hours(25)));
        let refused = attachments::sweep(&cx, &blobs, &[], false).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let swept = attachments::sweep(&world.system(), &blobs, &[], false).await;
        let swept = swept.unwrap();
        assert_eq!((swept.uploads, swept.blobs), (2, 2));
        let left = blobs.list(None, 10).await.unwrap();
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].hash, kept.hash);
        assert_eq!(wrong(hang(&cx, cx.new_id(), &[loose.id]).await), "unknown");
        let again = attachments::sweep(&world.system(), &blobs, &[], false).await;
        let again = again.unwrap();
        assert_eq!((again.uploads, again.blobs), (0, 0));

        let later = blobs.put(b"later".as_slice(), 100).await.unwrap().hash;
        let system = world.system();
        let named = attachments::sweep(&system, &blobs, &[later], false).await;
        assert_eq!(named.unwrap().blobs, 0, "another says that it is needed");
        for (rehearsal, left) in [(true, 2), (false, 1)] {
            let swept = attachments::sweep(&system, &blobs, &[], rehearsal).await;
            assert_eq!(swept.unwrap().blobs, 1);
            assert_eq!(blobs.list(None, 10).await.unwrap().len(), left);
        }
    }
}

#[tokio::test]
async fn a_file_waits_to_be_read_until_it_can_be() {
    for world in World::both("model").await {
        let (cx, blobs) = (somebody(&world), store(&world).await);
        let (thing, file) = (cx.new_id(), upload(&cx, &blobs, "a.txt", b"words").await);
        let hung = hang(&cx, thing, &[file.id]).await.unwrap();
        let waits = readings(&cx.reader(), &hung).await.unwrap();
        assert_eq!(waits, [Reading::Waiting]);
        // There is no such program: that is no fault of the file, which is tried again.
        let desk = Desk {
            blobs,
            reader: Reader::of("/nowhere"),
            sources: Arc::new(Sources::new()),
        };
        let system = world.system();
        assert!(desk.catch_up(&system).await.is_err());
        let outbox = Outbox::new().on("test.read", move |cx, hung: Hung, _| {
            let desk = desk.clone();
            async move { desk.read_hung(&cx, &hung).await }
        });
        assert_eq!(outbox.deliver(&world.env).await.unwrap(), (0, 1));
        assert_eq!(outbox.deliver(&world.env).await.unwrap(), (0, 0));
        let waits = readings(&cx.reader(), &hung).await.unwrap();
        assert_eq!(waits, [Reading::Waiting]);
        world.clock.turn(Duration::seconds(1));
        assert_eq!(outbox.deliver(&world.env).await.unwrap(), (0, 1));
        // Who reads it is the system, and nobody else.
        let clerks = Desk {
            blobs: store(&world).await,
            reader: Reader::of("/nowhere"),
            sources: Arc::new(Sources::new()),
        };
        assert!(matches!(clerks.catch_up(&cx).await, Err(Fault::Denied(_))));
    }
}
