//! The presence board.

use time::Duration;
use yakusho_kernel::{Fault, Reason, Timestamp};
use yakusho_scheduling::event::{self, Delegate, Who};
use yakusho_scheduling::presence::{self, Place, PresenceForm, PresenceRow};

use crate::{Hall, hours};

fn out(back_at: Option<Timestamp>) -> PresenceForm {
    PresenceForm {
        place: Place::Out,
        back_at,
        comment: "県庁".to_owned(),
        all_the_same: false,
    }
}

async fn clerk_on_board(hall: &Hall) -> PresenceRow {
    let cx = hall.cx("head").await;
    let clerk = hall.town.person("clerk");
    let who = Who::Unit(hall.town.unit("citizens"));
    let rows = presence::board(&cx, &who).await.unwrap();
    assert_eq!(rows.len(), 4, "the section itself is nowhere");
    rows.into_iter().find(|row| row.card.id == clerk).unwrap()
}

#[tokio::test]
async fn a_word_holds_for_the_day_on_which_it_was_said() {
    for hall in Hall::both("nogata").await {
        let clerk = hall.town.person("clerk");
        assert!(clerk_on_board(&hall).await.presence.is_none());
        let cx = hall.cx("clerk").await;
        let back = cx.now().plus(Duration::hours(2));
        let _ = presence::set(&cx, clerk, &out(Some(back))).await.unwrap();
        let said = clerk_on_board(&hall).await.presence.unwrap();
        assert_eq!(
            (said.place, said.back_at, &*said.comment),
            (Place::Out, Some(back), "県庁")
        );
        let home = PresenceForm {
            place: Place::Left,
            back_at: None,
            comment: String::new(),
            all_the_same: false,
        };
        let _ = presence::set(&cx, clerk, &home).await.unwrap();
        assert_eq!(
            clerk_on_board(&hall).await.presence.unwrap().place,
            Place::Left
        );
        // 09:00 becomes 24:00.
        hall.world.clock.turn(Duration::hours(15));
        assert!(clerk_on_board(&hall).await.presence.is_none());
    }
}

#[tokio::test]
async fn people_speak_for_themselves_and_delegates_for_them() {
    for hall in Hall::both("nogata").await {
        let clerk = hall.town.person("clerk");
        let colleague = hall.cx("colleague").await;
        let refused = presence::set(&colleague, clerk, &out(None)).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let cx = hall.cx("clerk").await;
        let person = hall.town.person("colleague");
        let _ = event::give(&cx, clerk, &[Delegate::Person(person)])
            .await
            .unwrap();
        let _ = presence::set(&colleague, clerk, &out(None)).await.unwrap();
        assert_eq!(clerk_on_board(&hall).await.presence.unwrap().set_by, person);
    }
}

#[tokio::test]
async fn what_cannot_be_is_named_by_its_field() {
    for hall in Hall::both("nogata").await {
        let clerk = hall.town.person("clerk");
        let cx = hall.cx("clerk").await;
        let now = cx.now();
        for (place, back_at, reason) in [
            (Place::In, now.plus(Duration::HOUR), Reason::Code("not_out")),
            (Place::Out, now, Reason::Past),
            (
                Place::Out,
                now.plus(Duration::hours(15)),
                Reason::Code("another_day"),
            ),
        ] {
            let form = PresenceForm {
                place,
                ..out(Some(back_at))
            };
            let Err(Fault::Invalid(invalid)) = presence::set(&cx, clerk, &form).await else {
                panic!("{reason:?}");
            };
            assert_eq!(
                (&*invalid.errors[0].field, &invalid.errors[0].reason),
                ("back_at", &reason)
            );
        }
        let last = out(Some(now.plus(Duration::minutes(15 * 60 - 1))));
        assert!(presence::set(&cx, clerk, &last).await.is_ok());
    }
}

#[tokio::test]
async fn the_board_shows_what_the_calendar_has_now_and_next() {
    for hall in Hall::both("nogata").await {
        for (start, long) in [
            ("2026-11-20 08:30", 1),
            ("2026-11-20 13:00", 1),
            ("2026-11-20 07:00", 2),
        ] {
            let _ = hall
                .event("clerk", |form| {
                    form.closed = true;
                    form.when = hours(start, long);
                })
                .await;
        }
        let row = clerk_on_board(&hall).await;
        assert_eq!(row.now.len(), 1, "what ends now is over");
        assert_eq!(row.next.unwrap().start.local().hour(), 13);
        assert!(row.now[0].seen.is_none());
    }
}

#[tokio::test]
async fn a_comment_that_looks_like_personal_information_needs_a_decision() {
    for hall in Hall::both("nogata").await {
        let cx = hall.cx("clerk").await;
        let clerk = hall.town.person("clerk");
        let mut form = out(None);
        form.comment = "連絡先 090-1234-5678".to_owned();
        let Err(Fault::Invalid(invalid)) = presence::set(&cx, clerk, &form).await else {
            panic!("it was said");
        };
        let error = &invalid.errors[0];
        assert_eq!(error.field, "comment");
        assert_eq!(error.reason, Reason::Code("phone_number"));
        assert!(error.basis.is_some(), "its clause is named");
        form.all_the_same = true;
        let _ = presence::set(&cx, clerk, &form).await.unwrap();
        let said = presence::said(&cx, clerk).await.unwrap().unwrap();
        assert_eq!(said.comment, form.comment);
        let other = hall.cx("colleague").await;
        let unknown = presence::said(&other, clerk).await;
        assert!(matches!(unknown, Err(Fault::NotFound)));
    }
}
