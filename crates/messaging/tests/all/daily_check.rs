//! The daily check of the board.

use std::collections::BTreeSet;

use time::macros::{date, time};
use yakusho_accounts::directory::Audience;
use yakusho_kernel::{Fault, Notices, Timestamp};
use yakusho_messaging::board;
use yakusho_messaging::daily_check::{self};
use yakusho_messaging::notices;
use yakusho_testkit::keeps;

use crate::{Hall, post};

#[tokio::test]
async fn what_stays_unread_over_a_working_day_reminds_its_owner() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:9(1)");
        let planning = Audience {
            units: vec![hall.town.unit("planning")],
            ..Audience::default()
        };
        let category = hall.category(|_| {}).await;
        let closed = hall
            .category(|form| {
                form.readers = planning.clone();
                form.writers = planning;
            })
            .await;
        // On Friday at nine; Tuesday is the first whole working day after it.
        let id = hall.post("clerk", post(category)).await;
        hall.post("planning_head", post(closed)).await;
        let reader = hall.cx("mayor").await;
        let view = board::show(&reader, id, 10).await.unwrap();
        board::see(&reader, &view).await.unwrap();
        for (day, reminded) in [
            (date!(2026 - 11 - 21), 0),
            (date!(2026 - 11 - 24), 0),
            (date!(2026 - 11 - 25), 12),
            (date!(2026 - 11 - 28), 0),
        ] {
            hall.world.clock.turn_to(Timestamp::at(day, time!(2:00)));
            for new in [reminded, 0] {
                let told = daily_check::run(&hall.world.system(), &BTreeSet::new())
                    .await
                    .unwrap();
                assert_eq!(told, new, "{day}");
            }
        }
        assert!(
            hall.told("mayor").await.is_empty(),
            "who has read is left alone"
        );
        assert!(hall.told("clerk").await.is_empty(), "and so is the author");
        assert_eq!(
            hall.told("colleague").await,
            [notices::DAILY_CHECK],
            "once a day"
        );
        for (key, count) in [("colleague", 1), ("stranger", 2), ("planning_head", 1)] {
            let on = hall.world.env.db().reader();
            let page = Notices(hall.town.person(key))
                .page(&on, None, 1)
                .await
                .unwrap();
            assert_eq!(
                page.items[0].params["count"], count,
                "{key}: only what they may read"
            );
        }
    }
}

#[tokio::test]
async fn a_later_check_takes_the_place_of_one_that_was_not_seen() {
    for hall in Hall::both("nogata").await {
        let category = hall.category(|_| {}).await;
        hall.post("clerk", post(category)).await;
        let unseen = async || {
            let on = hall.world.env.db().reader();
            Notices(hall.town.person("colleague"))
                .unseen(&on)
                .await
                .unwrap()
        };
        for day in [date!(2026 - 11 - 25), date!(2026 - 11 - 26)] {
            hall.world.clock.turn_to(Timestamp::at(day, time!(2:00)));
            for _ in 0..2 {
                daily_check::run(&hall.world.system(), &BTreeSet::new())
                    .await
                    .unwrap();
                assert_eq!(unseen().await, 1, "{day}");
            }
        }
        assert_eq!(hall.told("colleague").await.len(), 2);
    }
}

#[tokio::test]
async fn whoever_is_away_on_the_day_is_excused() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:9(1)");
        let category = hall.category(|_| {}).await;
        hall.post("clerk", post(category)).await;
        hall.world
            .clock
            .turn_to(Timestamp::at(date!(2026 - 11 - 25), time!(2:00)));
        let system = hall.world.system();
        let days = daily_check::days(&system).await.unwrap();
        assert_eq!(days, [date!(2026 - 11 - 24)], "the 23rd is a holiday");
        let away = BTreeSet::from([hall.town.person("stranger")]);
        assert_eq!(daily_check::run(&system, &away).await.unwrap(), 12);
        assert!(hall.told("stranger").await.is_empty());
        assert_eq!(hall.told("colleague").await, [notices::DAILY_CHECK]);
        let administrator = hall.cx("administrator").await;
        let figures = daily_check::figures(&administrator, None, 100)
            .await
            .unwrap();
        let planning = hall.town.unit("planning");
        let mut figures = figures.items.into_iter();
        let figure = figures.find(|figure| figure.section == planning).unwrap();
        assert_eq!(figure.behind, figure.people - 1, "nor is it a figure");
    }
}

#[tokio::test]
async fn heads_get_figures_of_their_section_and_nothing_else() {
    for hall in Hall::both("nogata").await {
        let category = hall.category(|_| {}).await;
        hall.post("clerk", post(category)).await;
        hall.world
            .clock
            .turn_to(Timestamp::at(date!(2026 - 11 - 25), time!(2:00)));
        daily_check::run(&hall.world.system(), &BTreeSet::new())
            .await
            .unwrap();
        let head = hall.cx("head").await;
        let figures = daily_check::figures(&head, None, 10).await.unwrap();
        assert_eq!(figures.items.len(), 1);
        let figure = figures.items[0];
        assert_eq!(figure.section, hall.town.unit("citizens"));
        assert_eq!((figure.people, figure.behind, figure.unread), (4, 3, 3));
        let clerk = hall.cx("clerk").await;
        assert!(matches!(
            daily_check::figures(&clerk, None, 10).await,
            Err(Fault::Denied(_))
        ));
        let administrator = hall.cx("administrator").await;
        let first = daily_check::figures(&administrator, None, 2).await.unwrap();
        let second = daily_check::figures(&administrator, first.next.as_ref(), 10)
            .await
            .unwrap();
        assert!(first.items.len() == 2 && !second.items.is_empty());
        assert!(
            first
                .items
                .iter()
                .all(|figure| !second.items.contains(figure))
        );
    }
}

#[tokio::test]
async fn where_no_rule_asks_for_it_nobody_is_reminded() {
    for hall in Hall::both("muko").await {
        let category = hall.category(|_| {}).await;
        hall.post("clerk", post(category)).await;
        hall.world
            .clock
            .turn_to(Timestamp::at(date!(2026 - 11 - 25), time!(2:00)));
        assert_eq!(
            daily_check::run(&hall.world.system(), &BTreeSet::new())
                .await
                .unwrap(),
            0
        );
        assert!(hall.told("stranger").await.is_empty());
    }
}
