//! What the nightly jobs do for the board.

use time::Duration;
use time::macros::{date, time};
use yakusho_accounts::directory::Audience;
use yakusho_kernel::{Fault, Timestamp};
use yakusho_messaging::board::{self, Confirmation, PostForm, nightly};
use yakusho_messaging::notices;
use yakusho_messaging::versions::Change;

use crate::{Hall, post};

#[tokio::test]
async fn authors_are_told_when_their_posts_begin_and_end() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let now = hall.world.clock.now();
        let form = PostForm {
            starts_at: Some(now.plus(Duration::hours(10))),
            ends_at: Some(now.plus(Duration::hours(34))),
            ..post(category)
        };
        let id = hall.draft("clerk", form).await;
        let author = hall.cx("clerk").await;
        let _ = board::publish(&author, id, 1).await.unwrap();
        hall.post("colleague", post(category)).await;
        assert_eq!(nightly::publish_due(&hall.world.system()).await.unwrap(), 0);

        hall.world.clock.turn(Duration::days(1));
        for new in [1, 0] {
            assert_eq!(
                nightly::publish_due(&hall.world.system()).await.unwrap(),
                new
            );
            assert_eq!(nightly::expire(&hall.world.system()).await.unwrap(), 0);
        }
        assert_eq!(
            hall.told("clerk").await,
            [notices::BOARD_SHOWN],
            "once, however often it runs"
        );
        hall.world.clock.turn(Duration::days(1));
        nightly::expire(&hall.world.system()).await.unwrap();
        assert_eq!(
            hall.told("clerk").await,
            [notices::BOARD_SHOWN, notices::BOARD_ENDED]
        );
        assert!(hall.told("colleague").await.is_empty());
    }
}

#[tokio::test]
async fn those_who_have_not_confirmed_are_reminded_before_and_after_the_due_date() {
    for hall in Hall::both("model").await {
        let citizens = Audience {
            units: vec![hall.town.unit("citizens")],
            ..Audience::default()
        };
        let category = hall
            .category(|form| {
                form.readers = citizens.clone();
                form.writers = citizens;
            })
            .await;
        let form = PostForm {
            confirmation: Some(Confirmation {
                due: Some(date!(2026 - 11 - 25)),
            }),
            ..post(category)
        };
        let id = hall.post("head", form).await;
        let clerk = hall.cx("clerk").await;
        let _ = board::confirm(&clerk, id, 1).await.unwrap();
        // Friday; Sunday is three days before, Tuesday (a closed Monday before it) one, Wednesday the day itself.
        let mut reminders = 0;
        for (day, reminds) in [
            (date!(2026 - 11 - 21), false),
            (date!(2026 - 11 - 22), true),
            (date!(2026 - 11 - 23), false),
            (date!(2026 - 11 - 24), true),
            (date!(2026 - 11 - 25), true),
            (date!(2026 - 11 - 26), true),
            (date!(2026 - 11 - 27), true),
            (date!(2026 - 11 - 28), false),
            (date!(2026 - 11 - 30), true),
        ] {
            hall.world.clock.turn_to(Timestamp::at(day, time!(2:00)));
            for _ in 0..2 {
                nightly::remind(&hall.world.system()).await.unwrap();
            }
            reminders += usize::from(reminds);
            let told = hall.told_of("colleague", notices::BOARD_REMINDER).await;
            assert_eq!(told, reminders, "{day}");
        }
        assert!(
            hall.told("clerk").await.is_empty(),
            "who has confirmed is left alone"
        );
        assert_eq!(hall.told_of("head", notices::BOARD_REMINDER).await, 0);
        assert!(
            hall.told("stranger").await.is_empty(),
            "and who may not read it"
        );
        let head = hall.cx("head").await;
        let changed = PostForm {
            title: "日程の変更".to_owned(),
            confirmation: Some(Confirmation {
                due: Some(date!(2026 - 12 - 2)),
            }),
            ..post(category)
        };
        let _ = board::edit(&head, id, 2, changed, Change::Material)
            .await
            .unwrap();
        let reminded = *board::remind(&head, id).await.unwrap();
        assert_eq!(
            reminded, 1,
            "who confirmed the earlier text; the others were reminded today"
        );
        hall.world
            .clock
            .turn_to(Timestamp::at(date!(2026 - 12 - 2), time!(2:00)));
        nightly::remind(&hall.world.system()).await.unwrap();
        assert_eq!(hall.told_of("clerk", notices::BOARD_REMINDER).await, 2);
    }
}

#[tokio::test]
async fn the_nightly_jobs_are_the_systems() {
    for hall in Hall::both("model").await {
        let cx = hall.cx("administrator").await;
        for refused in [
            nightly::publish_due(&cx).await,
            nightly::expire(&cx).await,
            nightly::remind(&cx).await,
        ] {
            assert!(matches!(refused, Err(Fault::Denied(_))));
        }
    }
}
