//! What is to be looked through again (nogata:9(3)).

use time::Duration;
use time::macros::date;
use yakusho_documents::cabinet;
use yakusho_documents::document::{self, DocumentForm, ReviewsOwed, View};
use yakusho_kernel::{Asked, Debtor, Fault, Owing as _, PersonId, Whose};
use yakusho_testkit::keeps;

use crate::{Hall, form};

/// Whose reviews a person has to do.
fn own(people: Vec<PersonId>, debtors: Vec<Debtor>) -> Whose {
    Whose::Theirs {
        people,
        debtors,
        units: Vec::new(),
    }
}

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

#[tokio::test]
async fn the_duty_goes_with_what_is_handed_over() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:9(3)");
        let top = hall.cabinet(|_| {}).await;
        let form = DocumentForm {
            review_on: Some(date!(2026 - 11 - 25)),
            ..form(top)
        };
        let _ = hall.registered("clerk", form).await;
        let to = hall.town.unit("planning");
        let clerk = own(vec![hall.town.person("clerk")], Vec::new());
        let next = own(Vec::new(), vec![Debtor::Head(to)]);
        let system = hall.town.system();
        let owed = async |whose: &Whose| {
            let asked = Asked {
                whose,
                from: None,
                until: None,
                after: None,
                size: 2,
            };
            let owed = ReviewsOwed.owed(&system, &asked).await.unwrap();
            owed.into_iter().map(|one| one.by).collect::<Vec<_>>()
        };
        let author = Debtor::Person(hall.town.person("clerk"));
        assert_eq!(
            (owed(&clerk).await, owed(&next).await),
            (vec![author], vec![])
        );

        let head = hall.cx("head").await;
        let _ = cabinet::hand_over(&head, top, 1, to).await.unwrap();
        let theirs = vec![Debtor::Head(to)];
        assert_eq!((owed(&clerk).await, owed(&next).await), (vec![], theirs));
        hall.world.clock.turn(Duration::days(5));
        let _ = document::nightly::remind(&hall.town.system())
            .await
            .unwrap();
        assert!(hall.told("clerk").await.is_empty());
        let told = hall.told("planning_head").await;
        assert_eq!(told, ["document.handed_over", "document.review_overdue"]);
    }
}

#[tokio::test]
async fn a_review_lies_ahead_and_not_beyond_all_reason() {
    for hall in Hall::both("model").await {
        let top = hall.cabinet(|_| {}).await;
        let on = |day| DocumentForm {
            review_on: Some(day),
            ..form(top)
        };
        let clerk = hall.cx("clerk").await;
        let today = clerk.today();
        let never = today.replace_year(9999).unwrap();
        for (day, why) in [(today, "past"), (never, "too_far_off")] {
            let Err(Fault::Invalid(invalid)) = document::draft(&clerk, on(day)).await else {
                panic!("{day} was taken");
            };
            let error = &invalid.errors[0];
            assert_eq!((&*error.field, error.reason.code()), ("review_on", why));
        }
        let beyond = DocumentForm {
            valid_until: Some(never),
            ..form(top)
        };
        let beyond = document::draft(&clerk, beyond).await;
        assert!(matches!(beyond, Err(Fault::Invalid(_))), "{beyond:?}");

        let day = today.next_day().unwrap();
        let id = hall.registered("clerk", on(day)).await;
        hall.world.clock.turn(Duration::days(5));
        // What it said before may have passed meanwhile.
        let clerk = hall.cx("clerk").await;
        let _ = document::edit(&clerk, id, 2, on(day)).await.unwrap();
    }
}
