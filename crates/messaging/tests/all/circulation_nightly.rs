//! Reminders of circulations.

use time::macros::{date, time};
use yakusho_kernel::{Fault, Timestamp};
use yakusho_messaging::circulation::{self, nightly};
use yakusho_messaging::notices;

use crate::Hall;

#[tokio::test]
async fn those_who_owe_it_are_reminded_before_and_after_the_due_date() {
    for hall in Hall::both("model").await {
        let id = hall
            .sent("planning_head", |form| {
                form.audience.people = ["clerk", "head"].map(|key| hall.town.person(key)).to_vec();
                form.due = Some(date!(2026 - 11 - 25));
            })
            .await;
        let head = hall.cx("head").await;
        let _ = circulation::confirm(&head, id, 1, "").await.unwrap();
        let (mut before, mut after) = (0, 0);
        for (day, ahead, overdue) in [
            (date!(2026 - 11 - 21), 0, 0),
            (date!(2026 - 11 - 22), 1, 0),
            (date!(2026 - 11 - 24), 1, 0),
            (date!(2026 - 11 - 25), 1, 0),
            (date!(2026 - 11 - 26), 0, 1),
            (date!(2026 - 11 - 28), 0, 0),
            (date!(2026 - 11 - 30), 0, 1),
        ] {
            hall.world.clock.turn_to(Timestamp::at(day, time!(2:00)));
            for new in [ahead + overdue, 0] {
                assert_eq!(nightly::remind(&hall.world.system()).await.unwrap(), new);
            }
            before += ahead;
            after += overdue;
            let told = hall.told_of("clerk", notices::CIRCULATION_REMINDER).await;
            assert_eq!(told, before, "{day}");
            let told = hall.told_of("clerk", notices::CIRCULATION_OVERDUE).await;
            assert_eq!(told, after, "{day}");
        }
        assert_eq!(hall.told("head").await, [notices::CIRCULATION_RECEIVED]);
    }
}

#[tokio::test]
async fn its_author_reminds_once_a_day() {
    for hall in Hall::both("model").await {
        let id = hall
            .sent("planning_head", |form| {
                form.audience.people = vec![hall.town.person("clerk")];
            })
            .await;
        let clerk = hall.cx("clerk").await;
        let refused = circulation::remind(&clerk, id).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let author = hall.cx("planning_head").await;
        for newly in [1, 0] {
            assert_eq!(*circulation::remind(&author, id).await.unwrap(), newly);
        }
        assert_eq!(
            hall.told_of("clerk", notices::CIRCULATION_REMINDER).await,
            1
        );
    }
}

#[tokio::test]
async fn the_nightly_jobs_are_the_systems() {
    for hall in Hall::both("model").await {
        let cx = hall.cx("administrator").await;
        for refused in [nightly::remind(&cx).await, nightly::advance(&cx).await] {
            assert!(matches!(refused, Err(Fault::Denied(_))));
        }
    }
}
