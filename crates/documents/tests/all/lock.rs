//! Locks.

use time::Duration;
use yakusho_documents::document::{self, DocumentId};
use yakusho_kernel::{Conflict, Cx, Fault};
use yakusho_testkit::keeps;

use crate::{Hall, form};

const LENGTH: Duration = Duration::hours(8);

/// Which of the changes that somebody tries the lock holds off.
async fn changes(cx: &Cx, id: DocumentId, revision: i32, hall: &Hall) -> Vec<bool> {
    let view = document::show(cx, id).await.unwrap();
    let top = view.folder.id;
    let elsewhere = hall
        .folder("clerk", top, &cx.new_id::<DocumentId>().to_string())
        .await;
    let is_locked = |result: Result<(), Fault>| {
        matches!(
            result,
            Err(Fault::Conflict(Conflict {
                code: "document_locked"
            }))
        )
    };
    vec![
        is_locked(document::edit(cx, id, revision, form(top)).await.map(drop)),
        is_locked(
            document::move_to(cx, id, revision, elsewhere)
                .await
                .map(drop),
        ),
        is_locked(document::review(cx, id, revision, None).await.map(drop)),
        is_locked(document::restore(cx, id, revision, 1, "").await.map(drop)),
        is_locked(document::remove(cx, id, revision, "古い").await.map(drop)),
        is_locked(document::lock(cx, id, LENGTH).await.map(drop)),
    ]
}

#[tokio::test]
async fn a_lock_holds_against_everybody_else_s_change_until_it_ends() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let id = hall.registered("clerk", form(top)).await;
        let clerk = hall.cx("clerk").await;
        let lock = *document::lock(&clerk, id, LENGTH).await.unwrap();
        let colleague = hall.cx("colleague").await;
        let seen = document::show(&colleague, id).await.unwrap();
        assert_eq!(seen.lock, Some(lock));
        assert_eq!(
            (lock.by, lock.until),
            (hall.town.person("clerk"), clerk.now().plus(LENGTH))
        );
        for key in ["colleague", "head"] {
            let cx = hall.cx(key).await;
            let view = document::show(&cx, id).await.unwrap();
            let held = changes(&cx, id, view.revision, &hall).await;
            assert_eq!(held, [true; 6], "{key}");
            let refused = document::unlock(&cx, id).await;
            assert!(matches!(refused, Err(Fault::Denied(_))));
        }
        let view = document::show(&clerk, id).await.unwrap();
        let _ = document::edit(&clerk, id, view.revision, form(top))
            .await
            .unwrap();
        hall.world.clock.turn(LENGTH);
        let colleague = hall.cx("colleague").await;
        let view = document::show(&colleague, id).await.unwrap();
        assert_eq!(view.lock, None);
        let _ = document::edit(&colleague, id, view.revision, form(top))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn of_two_who_lock_at_once_one_holds_it() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let id = hall.registered("clerk", form(top)).await;
        let (clerk, colleague) = (hall.cx("clerk").await, hall.cx("colleague").await);
        let (one, two) = tokio::join!(
            document::lock(&clerk, id, LENGTH),
            document::lock(&colleague, id, LENGTH),
        );
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        for hours in [0, 25] {
            let wrong = document::lock(&clerk, id, Duration::hours(hours)).await;
            assert!(matches!(wrong, Err(Fault::Invalid(_))));
        }
    }
}

#[tokio::test]
async fn the_head_breaks_a_lock_on_record() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:6-2(1)");
        let top = hall.cabinet(|_| {}).await;
        let id = hall.registered("clerk", form(top)).await;
        let _ = document::lock(&hall.cx("clerk").await, id, LENGTH)
            .await
            .unwrap();
        let colleague = hall.cx("colleague").await;
        let Err(Fault::Denied(denied)) = document::break_lock(&colleague, id, "急ぎ").await
        else {
            panic!("a colleague broke the lock");
        };
        assert_eq!(denied.basis.to_string(), "nogata:6-2(1)");
        let head = hall.cx("head").await;
        let unfounded = document::break_lock(&head, id, " ").await;
        assert!(matches!(unfounded, Err(Fault::Invalid(_))));
        let _ = document::break_lock(&head, id, "急ぎ").await.unwrap();
        assert_eq!(hall.told("clerk").await, ["document.lock_broken"]);
        let view = document::show(&colleague, id).await.unwrap();
        assert!(view.lock.is_none());
        let count = "SELECT CAST(count(*) AS text) FROM audit_entries \
                     WHERE act = 'document.break_lock' AND outcome = 'done'";
        let bytes = if hall.world.url().starts_with("sqlite") {
            count.replace("CAST(count(*) AS text)", "CAST(count(*) AS BLOB)")
        } else {
            count.replace(
                "CAST(count(*) AS text)",
                "convert_to(count(*)::text, 'UTF8')",
            )
        };
        assert_eq!(hall.world.stored(&bytes).await, b"1");
    }
}
