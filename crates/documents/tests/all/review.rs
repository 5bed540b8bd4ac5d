//! What is to be looked through again (nogata:9(3)).

use time::Duration;
use time::macros::date;
use yakusho_documents::document::{self, DocumentForm, ReviewsOwed, View};
use yakusho_kernel::{Asked, Debtor, Fault, Owing as _, Whose};
use yakusho_testkit::keeps;

use crate::{Hall, form};

#[tokio::test]
async fn its_author_is_reminded_and_then_the_head() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:9(3)");
        let top = hall.cabinet(|_| {}).await;
        let form = DocumentForm {
            review_on: Some(date!(2026 - 11 - 25)),
            ..form(top)
        };
        let id = hall.registered("clerk", form).await;
        let asked = Asked {
            whose: &Whose::Everyone,
            from: None,
            until: Some(date!(2026 - 11 - 25)),
            after: None,
            size: 2,
        };
        let system = hall.town.system();
        let owed = ReviewsOwed.owed(&system, &asked).await.unwrap();
        let by = Debtor::Person(hall.town.person("clerk"));
        assert_eq!(
            (owed.len(), owed[0].by, owed[0].due),
            (1, by, date!(2026 - 11 - 25))
        );
        let tally = ReviewsOwed.tally(&system).await.unwrap()[0];
        assert_eq!(
            (tally.open, tally.overdue, tally.next),
            (1, 0, Some(owed[0].due))
        );
        let earlier = Asked {
            until: Some(date!(2026 - 11 - 24)),
            ..asked
        };
        assert!(
            ReviewsOwed
                .owed(&system, &earlier)
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(
            document::nightly::remind(&hall.town.system())
                .await
                .unwrap(),
            0
        );
        hall.world.clock.turn(Duration::days(5));
        for told in [1, 0] {
            assert_eq!(
                document::nightly::remind(&hall.town.system())
                    .await
                    .unwrap(),
                told
            );
        }
        assert_eq!(hall.told("clerk").await, ["document.review_due"]);
        assert!(hall.told("head").await.is_empty());
        let stale = hall.list("clerk", View::Stale).await.unwrap();
        assert_eq!(stale[0].id, id);
        hall.world.clock.turn(Duration::days(14));
        assert_eq!(
            document::nightly::remind(&hall.town.system())
                .await
                .unwrap(),
            1
        );
        assert_eq!(hall.told("head").await, ["document.review_overdue"]);

        let clerk = hall.cx("clerk").await;
        let past = document::review(&clerk, id, 2, Some(clerk.today())).await;
        assert!(matches!(past, Err(Fault::Invalid(_))));
        let next = date!(2027 - 11 - 25);
        let _ = document::review(&clerk, id, 2, Some(next)).await.unwrap();
        let view = document::show(&clerk, id).await.unwrap();
        assert_eq!(
            (view.version, view.content.unwrap().review_on),
            (2, Some(next))
        );
        assert_eq!(
            document::nightly::remind(&hall.town.system())
                .await
                .unwrap(),
            0
        );
        let by_hand = document::nightly::remind(&clerk).await;
        assert!(matches!(by_hand, Err(Fault::Denied(_))));
    }
}
