//! Circulations in an order of rank.

use time::macros::{date, time};
use yakusho_kernel::{Fault, Timestamp};
use yakusho_messaging::circulation::{
    self, CirculationId, CirculationState, Sequence, Tray, nightly,
};

use yakusho_messaging::versions::Change;

use crate::{Hall, circular};

/// The keys of those for whom it waits now.
async fn owing(hall: &Hall) -> Vec<&'static str> {
    let mut owing = Vec::new();
    for key in ["clerk", "colleague", "head", "affairs_director", "mayor"] {
        let cx = hall.cx(key).await;
        let page = circulation::list(&cx, Tray::Owed, None, 10).await.unwrap();
        if !page.items.is_empty() {
            owing.push(key);
        }
    }
    owing
}

async fn confirm(hall: &Hall, key: &str, id: CirculationId) {
    let cx = hall.cx(key).await;
    let _ = circulation::confirm(&cx, id, 1, "").await.unwrap();
}

#[tokio::test]
async fn the_next_rank_gets_it_when_the_one_before_has_confirmed() {
    for hall in Hall::both("model").await {
        let people = ["clerk", "colleague", "head", "mayor"];
        let id = hall
            .sent("planning_head", |form| {
                form.sequence = Sequence::Upwards;
                form.audience.people = people.map(|key| hall.town.person(key)).to_vec();
            })
            .await;
        assert_eq!(owing(&hall).await, ["clerk", "colleague"]);
        let head = hall.cx("head").await;
        let early = circulation::confirm(&head, id, 1, "").await;
        assert!(
            matches!(early, Err(Fault::NotFound)),
            "not before their turn"
        );
        assert!(hall.told("head").await.is_empty());
        confirm(&hall, "clerk", id).await;
        assert_eq!(owing(&hall).await, ["colleague"]);
        confirm(&hall, "colleague", id).await;
        assert_eq!(owing(&hall).await, ["head"]);
        assert_eq!(hall.told("head").await.len(), 1);
        confirm(&hall, "head", id).await;
        assert_eq!(owing(&hall).await, ["mayor"]);
        confirm(&hall, "mayor", id).await;
        let author = hall.cx("planning_head").await;
        let view = circulation::show(&author, id).await.unwrap();
        assert_eq!(view.state, CirculationState::Completed);
        assert_eq!((view.steps, view.confirmed, view.total), ((3, 2), 4, 4));
    }
}

#[tokio::test]
async fn or_from_the_highest_rank_downwards() {
    for hall in Hall::both("model").await {
        hall.sent("planning_head", |form| {
            form.sequence = Sequence::Downwards;
            form.audience.people = ["clerk", "mayor"].map(|key| hall.town.person(key)).to_vec();
        })
        .await;
        assert_eq!(owing(&hall).await, ["mayor"]);
    }
}

#[tokio::test]
async fn a_slow_rank_does_not_hold_it_up_and_still_owes() {
    for hall in Hall::both("model").await {
        let id = hall
            .sent("planning_head", |form| {
                form.sequence = Sequence::Upwards;
                form.step_days = Some(2);
                let people = ["clerk", "head", "mayor"];
                form.audience.people = people.map(|key| hall.town.person(key)).to_vec();
            })
            .await;
        // Sent on Friday. Monday is a holiday, so Tuesday and Wednesday are the two working days.
        for (day, reached) in [
            (date!(2026 - 11 - 24), vec!["clerk"]),
            (date!(2026 - 11 - 25), vec!["clerk"]),
            (date!(2026 - 11 - 26), vec!["clerk", "head"]),
            (date!(2026 - 11 - 27), vec!["clerk", "head"]),
        ] {
            hall.world.clock.turn_to(Timestamp::at(day, time!(2:00)));
            for _ in 0..2 {
                nightly::advance(&hall.world.system()).await.unwrap();
            }
            assert_eq!(owing(&hall).await, reached, "{day}");
        }
        confirm(&hall, "head", id).await;
        assert_eq!(
            owing(&hall).await,
            ["clerk"],
            "the mayor's turn comes after both"
        );
        confirm(&hall, "clerk", id).await;
        assert_eq!(owing(&hall).await, ["mayor"]);
    }
}

#[tokio::test]
async fn a_rank_without_days_waits_for_ever() {
    for hall in Hall::both("model").await {
        hall.sent("planning_head", |form| {
            form.sequence = Sequence::Upwards;
            form.audience.people = ["clerk", "head"].map(|key| hall.town.person(key)).to_vec();
        })
        .await;
        hall.world.clock.turn(time::Duration::days(200));
        assert_eq!(nightly::advance(&hall.world.system()).await.unwrap(), 0);
        assert_eq!(owing(&hall).await, ["clerk"]);
    }
}

#[tokio::test]
async fn a_rank_that_owes_it_again_holds_up_the_next() {
    for hall in Hall::both("model").await {
        let mut form = circular();
        form.sequence = Sequence::Upwards;
        form.audience.people = ["clerk", "head", "mayor"]
            .map(|key| hall.town.person(key))
            .to_vec();
        let id = hall
            .sent("planning_head", |sent| *sent = form.clone())
            .await;
        confirm(&hall, "clerk", id).await;
        form.body = "期日は金曜日です。".to_owned();
        let author = hall.cx("planning_head").await;
        let revision = circulation::show(&author, id).await.unwrap().revision;
        let _ = circulation::edit(&author, id, revision, form, Change::Material)
            .await
            .unwrap();
        assert_eq!(owing(&hall).await, ["clerk", "head"]);
        for (key, owed) in [("head", vec!["clerk"]), ("clerk", vec!["mayor"])] {
            let cx = hall.cx(key).await;
            let _ = circulation::confirm(&cx, id, 2, "").await.unwrap();
            assert_eq!(owing(&hall).await, owed);
        }
    }
}
