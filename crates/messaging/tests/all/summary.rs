//! What waits for somebody, in figures.

use time::macros::{date, time};
use yakusho_kernel::Timestamp;
use yakusho_messaging::board::{self, Approval, Confirmation, PostForm};
use yakusho_messaging::{Summary, summary};

use crate::{Hall, everyone, post};

#[tokio::test]
async fn figures_are_the_readers_own() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let approved = hall
            .category(|form| form.approval = Approval::SectionHead)
            .await;
        hall.post("clerk", post(category)).await;
        let asking = PostForm {
            confirmation: Some(Confirmation {
                due: Some(date!(2026 - 12 - 25)),
            }),
            ..post(category)
        };
        hall.post("clerk", asking).await;
        let waiting = hall.draft("clerk", post(approved)).await;
        let clerk = hall.cx("clerk").await;
        let _ = board::publish(&clerk, waiting, 1).await.unwrap();
        for due in [
            date!(2026 - 11 - 20),
            date!(2026 - 11 - 23),
            date!(2026 - 12 - 1),
        ] {
            hall.sent("planning_head", |form| {
                form.audience = everyone();
                form.due = Some(due);
            })
            .await;
        }
        let head = hall.cx("head").await;
        let figures = summary(&head).await.unwrap();
        let expected = Summary {
            unread_posts: 2,
            posts_owed: 1,
            circulations_owed: 3,
            due_soon: 2,
            overdue: 0,
            to_approve: 1,
        };
        assert_eq!(figures, expected);
        hall.world
            .clock
            .turn_to(Timestamp::at(date!(2026 - 11 - 24), time!(9:00)));
        let head = hall.cx("head").await;
        assert_eq!(summary(&head).await.unwrap().overdue, 2);
        let stranger = hall.cx("stranger").await;
        assert_eq!(summary(&stranger).await.unwrap().to_approve, 0);
        let nobody = hall.world.nobody();
        assert_eq!(summary(&nobody).await.unwrap(), Summary::default());
    }
}
