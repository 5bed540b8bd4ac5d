//! The city's own closed and open days.

use time::macros::date;
use yakusho_accounts::calendar::{self, NewOwnDay, Word};
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Conflict, Fault, Reason, versions};
use yakusho_testkit::World;

fn day(day: time::Date, word: Word, reason: &str) -> NewOwnDay {
    NewOwnDay {
        day,
        word,
        reason: reason.to_owned(),
    }
}

#[tokio::test]
async fn the_city_closes_and_opens_days_over_those_of_the_law() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let festival = date!(2026 - 12 - 01);
        let sunday = date!(2026 - 11 - 29);
        let _ = calendar::set(&cx, day(festival, Word::Closed, "市制施行記念日"))
            .await
            .unwrap();
        let _ = calendar::set(&cx, day(sunday, Word::Opened, "休日開庁"))
            .await
            .unwrap();
        let known = calendar::of(&cx.reader()).await.unwrap();
        assert!(!known.is_working_day(festival).unwrap());
        assert!(known.is_working_day(sunday).unwrap());
        assert!(!known.is_working_day(date!(2026 - 11 - 23)).unwrap());

        let clerk = town.cx("clerk").await;
        let page = calendar::list(&clerk, date!(2026 - 11 - 01), None, 1)
            .await
            .unwrap();
        assert_eq!(page.items[0].day, sunday);
        let rest = calendar::list(&clerk, date!(2026 - 11 - 01), page.next.as_ref(), 1)
            .await
            .unwrap();
        assert_eq!(rest.items[0].reason, "市制施行記念日");
        assert!(rest.next.is_none());
    }
}

#[tokio::test]
async fn what_is_said_of_a_day_is_replaced_and_taken_back_with_its_history() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let festival = date!(2026 - 12 - 01);
        let id = calendar::set(&cx, day(festival, Word::Closed, "記念日"))
            .await
            .unwrap()
            .into_inner();
        let again = calendar::set(&cx, day(festival, Word::Closed, "市制施行記念日"))
            .await
            .unwrap()
            .into_inner();
        assert_eq!(id, again);
        let stale = calendar::withdraw(&cx, id, 1).await.unwrap_err();
        assert!(matches!(stale, Fault::Conflict(Conflict::CHANGED)));
        let own = calendar::get(&cx, id).await.unwrap();
        assert_eq!((own.revision, own.reason.as_str()), (2, "市制施行記念日"));
        let _ = calendar::withdraw(&cx, id, 2).await.unwrap();
        let known = calendar::of(&cx.reader()).await.unwrap();
        assert!(known.is_working_day(festival).unwrap());
        assert!(matches!(calendar::get(&cx, id).await, Err(Fault::NotFound)));
        assert_eq!(versions(&cx.reader(), &id, 10).await.unwrap().len(), 3);
    }
}

#[tokio::test]
async fn only_the_administrator_says_it_with_a_reason_and_within_known_years() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let new = || day(date!(2026 - 12 - 01), Word::Closed, "記念日");
    for other in ["clerk", "head", "supervisor"] {
        let refused = calendar::set(&town.cx(other).await, new()).await;
        let Err(Fault::Denied(denied)) = refused else {
            panic!("{other}: {refused:?}");
        };
        assert_eq!(denied.basis.citation().to_string(), "nogata:5-2(4)");
    }
    let cx = town.cx("administrator").await;
    for (wrong, field) in [
        (day(date!(2051 - 01 - 01), Word::Closed, "記念日"), "day"),
        (day(date!(2026 - 12 - 01), Word::Closed, "  "), "reason"),
        (
            day(date!(2026 - 12 - 01), Word::Closed, &"あ".repeat(101)),
            "reason",
        ),
    ] {
        let Err(Fault::Invalid(invalid)) = calendar::set(&cx, wrong).await else {
            panic!("{field} was taken");
        };
        assert_eq!(invalid.errors.len(), 1);
        assert_eq!(invalid.errors[0].field, field);
        assert!(!matches!(invalid.errors[0].reason, Reason::Unknown));
    }
}
