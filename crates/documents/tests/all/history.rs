//! Versions, and what is taken down.

use yakusho_documents::document::{self, DocumentForm, Retention, State, View};
use yakusho_kernel::{Conflict, Fault};
use yakusho_testkit::keeps;

use crate::{Hall, form};

#[tokio::test]
async fn every_change_keeps_the_version_before_it() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:10(1)");
        let top = hall.cabinet(|_| {}).await;
        let one = hall.upload("clerk", "様式.txt", b"1").await;
        let first = DocumentForm {
            files: vec![one],
            ..form(top)
        };
        let id = hall.registered("clerk", first).await;
        let two = hall.upload("colleague", "様式.txt", b"2").await;
        let second = DocumentForm {
            title: "休暇届(改)".to_owned(),
            files: vec![two],
            ..form(top)
        };
        let stranger = hall.cx("stranger").await;
        let Err(Fault::Denied(denied)) = document::edit(&stranger, id, 2, second.clone()).await
        else {
            panic!("a stranger changed it");
        };
        assert_eq!(denied.basis.to_string(), "nogata:10(1)");
        let colleague = hall.cx("colleague").await;
        let _ = document::edit(&colleague, id, 2, second.clone())
            .await
            .unwrap();
        let stale = document::edit(&colleague, id, 2, second).await;
        assert!(matches!(stale, Err(Fault::Conflict(Conflict::CHANGED))));

        let (before, after) = document::compare(&stranger, id, 1, 2).await.unwrap();
        assert_eq!((&*before.title, &*after.title), ("休暇届", "休暇届(改)"));
        let clerk = hall.cx("clerk").await;
        assert!(yakusho_attachments::find(&clerk, &id, one).await.is_ok());
        assert!(
            yakusho_attachments::find(&stranger, &id, one)
                .await
                .is_err()
        );
        let _ = document::restore(&clerk, id, 3, 1, "").await.unwrap();
        let view = document::show(&stranger, id).await.unwrap();
        assert_eq!((view.version, view.content.unwrap().files[0].id), (3, one));
        let versions = document::versions(&stranger, id, None, 2).await.unwrap();
        let numbers: Vec<i32> = versions.items.iter().map(|(number, ..)| *number).collect();
        assert_eq!((numbers, versions.next.is_some()), (vec![3, 2], true));
    }
}

#[tokio::test]
async fn what_another_registered_is_taken_down_with_a_reason() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:10(6)");
        let top = hall.cabinet(|_| {}).await;
        let id = hall.registered("clerk", form(top)).await;
        let head = hall.cx("head").await;
        let Err(Fault::Denied(denied)) = document::remove(&head, id, 2, " ").await else {
            panic!("it went without a reason");
        };
        assert_eq!(denied.basis.to_string(), "nogata:10(6)");
        let colleague = hall.cx("colleague").await;
        let refused = document::remove(&colleague, id, 2, "古い").await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let _ = document::remove(&head, id, 2, "古い").await.unwrap();

        let view = document::show(&colleague, id).await.unwrap();
        assert_eq!(
            (view.state, view.removal.unwrap().reason),
            (State::Removed, "古い".to_owned())
        );
        assert!(view.content.is_none());
        let list = hall.list("colleague", View::Folder(top)).await.unwrap();
        assert_eq!(list[0].title, "");
        assert!(document::compare(&head, id, 1, 1).await.is_err());
        assert_eq!(hall.told("clerk").await, ["document.removed"]);
        let evidence = document::evidence(&hall.cx("supervisor").await, id)
            .await
            .unwrap();
        assert_eq!(evidence.into_inner().title, "休暇届");
        assert!(matches!(
            document::evidence(&head, id).await,
            Err(Fault::Denied(_))
        ));
        let _ = document::reinstate(&head, id, 3).await.unwrap();
        let view = document::show(&colleague, id).await.unwrap();
        assert_eq!(view.content.unwrap().title, "休暇届");
    }
}

#[tokio::test]
async fn what_one_took_back_is_gone_for_all() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let id = hall.registered("clerk", form(top)).await;
        let colleague = hall.cx("colleague").await;
        let refused = document::withdraw(&colleague, id, 2, "重複").await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let clerk = hall.cx("clerk").await;
        let silent = document::withdraw(&clerk, id, 2, " ").await;
        assert!(matches!(silent, Err(Fault::Invalid(_))), "{silent:?}");
        let _ = document::withdraw(&clerk, id, 2, "重複").await.unwrap();
        assert!(matches!(
            document::show(&colleague, id).await,
            Err(Fault::NotFound)
        ));
        let list = hall.list("clerk", View::Folder(top)).await.unwrap();
        assert!(list.is_empty());
    }
}

#[tokio::test]
async fn an_earlier_version_is_opened_with_its_files_by_those_who_may_change_it() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let one = hall.upload("clerk", "様式.txt", b"1").await;
        let first = DocumentForm {
            files: vec![one],
            ..form(top)
        };
        let id = hall.registered("clerk", first).await;
        let two = hall.upload("clerk", "様式.txt", b"2").await;
        let second = DocumentForm {
            files: vec![two],
            ..form(top)
        };
        let clerk = hall.cx("clerk").await;
        let _ = document::edit(&clerk, id, 2, second).await.unwrap();
        let earlier = document::version(&clerk, id, 1).await.unwrap();
        assert_eq!(earlier.content.files[0].id, one);
        assert!(earlier.files_open && earlier.restore && !earlier.shortens);
        assert!(!document::version(&clerk, id, 2).await.unwrap().restore);
        let stranger = hall.cx("stranger").await;
        let earlier = document::version(&stranger, id, 1).await.unwrap();
        assert!(!earlier.files_open && !earlier.restore);
        let unknown = document::version(&clerk, id, 3).await;
        assert!(matches!(unknown, Err(Fault::NotFound)));
    }
}

#[tokio::test]
async fn what_is_registered_is_kept_for_a_shorter_time_for_a_reason_on_record() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let kept = |retention| DocumentForm {
            retention,
            ..form(top)
        };
        let draft = hall.draft("clerk", kept(Retention::Permanent)).await;
        let clerk = hall.cx("clerk").await;
        // A draft is its author's to change.
        let ten = kept(Retention::Years10);
        let _ = document::edit(&clerk, draft, 1, ten).await.unwrap();

        let id = hall.registered("clerk", kept(Retention::Years5)).await;
        let longer = kept(Retention::Permanent);
        let _ = document::edit(&clerk, id, 2, longer).await.unwrap();
        let Err(Fault::Invalid(invalid)) =
            document::edit(&clerk, id, 3, kept(Retention::Years30)).await
        else {
            panic!("it was shortened without a reason");
        };
        assert_eq!(invalid.errors[0].field, "reason");
        assert!(document::version(&clerk, id, 1).await.unwrap().shortens);
        let silent = document::restore(&clerk, id, 3, 1, "").await;
        assert!(matches!(silent, Err(Fault::Invalid(_))), "{silent:?}");

        let because = DocumentForm {
            reason: "誤って設定したため".to_owned(),
            ..kept(Retention::Years30)
        };
        let cx = hall.cx("clerk").await;
        let _ = document::edit(&cx, id, 3, because).await.unwrap();
        let said = yakusho_testkit::facts_of(&cx).await;
        assert_eq!(said[0]["reason"], "誤って設定したため");
        let cx = hall.cx("clerk").await;
        let _ = document::withdraw(&cx, id, 4, "重複").await.unwrap();
        let said = yakusho_testkit::facts_of(&cx).await;
        assert_eq!(said[0]["reason"], "重複");
    }
}
