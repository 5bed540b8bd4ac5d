//! Taking circulations back and down.

use yakusho_kernel::{Conflict, Fault};
use yakusho_messaging::Words;
use yakusho_messaging::circulation::{self, Tray};
use yakusho_messaging::notices;
use yakusho_testkit::keeps;

use crate::Hall;

#[tokio::test]
async fn anothers_circulation_goes_with_a_reason_and_leaves_a_marker() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:10(6)");
        let id = hall
            .sent("clerk", |form| {
                form.section = Some(hall.town.unit("citizens"));
                form.audience.people = vec![hall.town.person("stranger")];
            })
            .await;
        let head = hall.cx("head").await;
        let arbitrary = circulation::remove(&head, id, 2, "").await;
        let Err(Fault::Denied(denied)) = arbitrary else {
            panic!("words must not be deleted without a reason");
        };
        assert_eq!(denied.basis.to_string(), "nogata:10(6)");
        let reader = hall.cx("stranger").await;
        let refused = circulation::remove(&reader, id, 2, "不要").await;
        assert!(matches!(refused, Err(Fault::Denied(_))));

        let _ = circulation::remove(&head, id, 2, "誤送信").await.unwrap();
        for key in ["stranger", "clerk"] {
            assert_eq!(
                hall.told_of(key, notices::CIRCULATION_REMOVED).await,
                1,
                "{key}"
            );
        }
        let view = circulation::show(&reader, id).await.unwrap();
        assert!(
            matches!(&view.words, Words::Removed(removal) if removal.by == hall.town.person("head"))
        );
        let received = circulation::list(&reader, Tray::Received, None, 10)
            .await
            .unwrap();
        assert!(matches!(received.items[0].title, Words::Removed(_)));
        assert!(
            circulation::list(&reader, Tray::Owed, None, 10)
                .await
                .unwrap()
                .items
                .is_empty()
        );
        assert!(
            circulation::versions(&reader, id, None, 10)
                .await
                .unwrap()
                .items
                .is_empty()
        );

        assert!(matches!(
            circulation::evidence(&head, id).await,
            Err(Fault::Denied(_))
        ));
        let supervisor = hall.cx("supervisor").await;
        let evidence = circulation::evidence(&supervisor, id)
            .await
            .unwrap()
            .into_inner();
        assert_eq!(evidence.text.title, "研修の案内");
    }
}

#[tokio::test]
async fn ones_own_circulation_is_taken_back_and_those_whom_it_reached_are_told() {
    for hall in Hall::both("nogata").await {
        let id = hall
            .sent("clerk", |form| {
                form.audience.people = vec![hall.town.person("stranger")];
            })
            .await;
        let reader = hall.cx("stranger").await;
        let refused = circulation::withdraw(&reader, id, 2).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let author = hall.cx("clerk").await;
        let _ = circulation::withdraw(&author, id, 2).await.unwrap();
        assert_eq!(
            hall.told_of("stranger", notices::CIRCULATION_WITHDRAWN)
                .await,
            1
        );
        let view = circulation::show(&reader, id).await.unwrap();
        assert!(matches!(view.words, Words::Withdrawn(_)));
        let late = circulation::confirm(&reader, id, 1, "").await;
        assert!(matches!(
            late,
            Err(Fault::Conflict(Conflict { code: "withdrawn" }))
        ));
    }
}
