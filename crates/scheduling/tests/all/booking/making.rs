//! Booking, moving and calling off: each rule at its boundary.

use time::Duration;
use time::macros::{date, time};
use yakusho_kernel::{Fault, Saved, Timestamp};
use yakusho_scheduling::booking::{self, BookingError, BookingForm, BookingState, Mine, Obstacle};
use yakusho_scheduling::facility::{self, BlackoutForm, FacilityKind};
use yakusho_testkit::keeps;

use super::{at, book, everyone, fields, form, obstacles, office, slot};
use crate::Hall;

#[tokio::test]
async fn what_is_taken_is_refused_and_says_by_whom_and_what_touches_it_is_not() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:3(5)");
        let room = hall.room(|_| {}).await;
        let first = hall.book("clerk", room, time!(9:00), time!(10:00)).await;
        assert_eq!(first.unwrap().state, BookingState::Confirmed);
        for (from, until) in [
            (time!(9:59), time!(11:00)),
            (time!(8:00), time!(9:01)),
            (time!(9:15), time!(9:30)),
            (time!(8:00), time!(18:00)),
        ] {
            let refused = hall.book("head", room, from, until).await;
            let found = obstacles(refused);
            let [Obstacle::Booked { held, whose, .. }] = &found[..] else {
                panic!("{found:?}");
            };
            assert_eq!(*held, slot(time!(9:00), time!(10:00)));
            let whose = whose.as_ref().unwrap();
            assert_eq!(whose.person, hall.town.person("clerk"));
            assert_eq!((&*whose.name, &*whose.purpose), ("佐藤 花子", "打合せ"));
        }
        hall.book("head", room, time!(10:00), time!(11:00))
            .await
            .unwrap();
        hall.book("head", room, time!(8:00), time!(9:00))
            .await
            .unwrap();
        let other = hall.room(|_| {}).await;
        hall.book("head", other, time!(9:00), time!(10:00))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn of_what_is_private_others_learn_only_that_it_is_taken() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|_| {}).await;
        let cx = hall.cx("clerk").await;
        let private = BookingForm {
            private: true,
            ..form(room, time!(9:00), time!(10:00))
        };
        let booked = book(&cx, private).await.unwrap();
        let named = |found: &[Obstacle]| match found {
            [Obstacle::Booked { whose, .. }] => whose.is_some(),
            other => panic!("{other:?}"),
        };
        let refused = hall.book("stranger", room, time!(9:00), time!(9:30)).await;
        assert!(!named(&obstacles(refused)));
        let refused = hall.book("clerk", room, time!(9:00), time!(9:30)).await;
        assert!(named(&obstacles(refused)));
        for (key, seen) in [
            ("stranger", false),
            ("clerk", true),
            ("administrator", true),
        ] {
            let row = booking::show(&hall.cx(key).await, booked.id).await.unwrap();
            assert_eq!(row.rights.see, seen, "{key}");
            assert_eq!(row.booking.purpose.is_empty(), !seen, "{key}");
            assert_eq!(row.name.is_empty(), !seen, "{key}");
        }
    }
}

#[tokio::test]
async fn a_booking_keeps_to_hours_window_longest_time_and_buffers() {
    for hall in Hall::both("nogata").await {
        let room = hall
            .room(|form| {
                form.opening = office();
                form.window_days = Some(10);
                form.longest_minutes = Some(120);
                form.before_minutes = 15;
                form.after_minutes = 30;
            })
            .await;
        let closed = |refused| assert_eq!(obstacles(refused), [Obstacle::Closed]);
        closed(hall.book("clerk", room, time!(8:59), time!(10:00)).await);
        closed(hall.book("clerk", room, time!(16:00), time!(17:01)).await);
        hall.book("clerk", room, time!(15:00), time!(17:00))
            .await
            .unwrap();
        let refused = hall.book("clerk", room, time!(9:00), time!(11:01)).await;
        assert_eq!(fields(refused), [("ends_at".to_owned(), "too_long")]);
        hall.book("clerk", room, time!(9:00), time!(11:00))
            .await
            .unwrap();

        // Cleared until 11:30, and made ready from a quarter of an hour before.
        let refused = hall.book("clerk", room, time!(11:44), time!(12:00)).await;
        let [Obstacle::Booked { held, .. }] = obstacles(refused)[..] else {
            panic!("one obstacle");
        };
        assert_eq!(held, slot(time!(8:45), time!(11:30)));
        hall.book("clerk", room, time!(11:45), time!(12:00))
            .await
            .unwrap();

        // Today is the 20th: ten days ahead is the 30th, a Monday.
        let cx = hall.cx("clerk").await;
        let on = |day| BookingForm {
            starts_at: Timestamp::at(day, time!(10:00)),
            ends_at: Timestamp::at(day, time!(11:00)),
            ..form(room, time!(9:00), time!(10:00))
        };
        let refused = book(&cx, on(date!(2026 - 12 - 01))).await;
        assert_eq!(fields(refused), [("starts_at".to_owned(), "beyond_window")]);
        book(&cx, on(date!(2026 - 11 - 30))).await.unwrap();
        // The 23rd is a holiday.
        closed(book(&cx, on(date!(2026 - 11 - 23))).await);
        let refused = book(&cx, on(date!(2026 - 11 - 19))).await;
        assert_eq!(fields(refused), [("ends_at".to_owned(), "past")]);
    }
}

#[tokio::test]
async fn nothing_is_booked_in_a_blackout_and_those_who_had_booked_are_told() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|_| {}).await;
        hall.book("clerk", room, time!(11:00), time!(12:00))
            .await
            .unwrap();
        hall.book("clerk", room, time!(16:00), time!(17:00))
            .await
            .unwrap();
        let admin = hall.cx("administrator").await;
        let blackout = BlackoutForm {
            starts_at: at(time!(10:00)),
            ends_at: at(time!(15:00)),
            reason: "空調の点検".to_owned(),
        };
        let stranger = hall.cx("stranger").await;
        let refused = facility::add_blackout(&stranger, room, blackout.clone()).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let set = facility::add_blackout(&admin, room, blackout)
            .await
            .unwrap();
        let (id, met) = set.into_inner();
        assert_eq!(met, 1);
        assert_eq!(hall.told("clerk").await, ["booking.blacked_out"]);
        let refused = hall.book("head", room, time!(9:30), time!(10:01)).await;
        let [Obstacle::BlackedOut { reason, .. }] = &obstacles(refused)[..] else {
            panic!("one obstacle");
        };
        assert_eq!(reason, "空調の点検");
        hall.book("head", room, time!(9:30), time!(10:00))
            .await
            .unwrap();
        hall.book("head", room, time!(15:00), time!(16:00))
            .await
            .unwrap();
        let _ = facility::lift_blackout(&admin, id).await.unwrap();
        hall.book("head", room, time!(10:00), time!(11:00))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn who_may_not_see_a_facility_does_not_find_it_and_who_may_not_book_is_refused() {
    for hall in Hall::both("nogata").await {
        let citizens = yakusho_accounts::directory::Audience {
            units: vec![hall.town.unit("citizens")],
            ..Default::default()
        };
        let own = citizens.clone();
        let hidden = hall
            .room(|form| {
                form.viewers = own.clone();
                form.bookers = own;
            })
            .await;
        let shown = hall
            .room(|form| {
                form.viewers = everyone();
                form.bookers = citizens;
            })
            .await;
        let stranger = hall.cx("stranger").await;
        let listed = facility::list(&stranger, None, None).await.unwrap();
        let ids: Vec<_> = listed
            .iter()
            .map(|row| (row.facility.id, row.bookable))
            .collect();
        assert_eq!(ids, [(shown, false)]);
        let refused = hall
            .book("stranger", hidden, time!(9:00), time!(10:00))
            .await;
        assert!(matches!(refused.map_err(Fault::from), Err(Fault::NotFound)));
        let refused = hall
            .book("stranger", shown, time!(9:00), time!(10:00))
            .await;
        assert!(matches!(
            refused.map_err(Fault::from),
            Err(Fault::Denied(_))
        ));
        let booked = hall
            .book("clerk", hidden, time!(9:00), time!(10:00))
            .await
            .unwrap();
        let refused = booking::show(&stranger, booked.id).await;
        assert!(matches!(refused, Err(Fault::NotFound)));
        let refused = booking::cancel(&stranger, booked.id, 1, "").await;
        assert!(matches!(refused, Err(Fault::NotFound)));
        hall.book("clerk", shown, time!(9:00), time!(10:00))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn a_booking_is_moved_and_called_off_by_its_owner_and_by_those_who_keep_the_facility() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|_| {}).await;
        let other = hall.room(|_| {}).await;
        let taken = hall
            .book("head", room, time!(13:00), time!(14:00))
            .await
            .unwrap();
        let booked = hall
            .book("clerk", room, time!(9:00), time!(10:00))
            .await
            .unwrap();
        let cx = hall.cx("clerk").await;
        let refused =
            booking::change(&cx, booked.id, 1, form(room, time!(13:30), time!(15:00))).await;
        assert_eq!(obstacles(refused.map(Saved::into_inner)).len(), 1);
        // Onto a part of its own time.
        let moved = booking::change(&cx, booked.id, 1, form(room, time!(9:30), time!(10:30))).await;
        assert_eq!(moved.unwrap().state, BookingState::Confirmed);
        let stale = booking::change(&cx, booked.id, 1, form(room, time!(9:30), time!(10:30))).await;
        assert!(matches!(
            stale.map_err(Fault::from),
            Err(Fault::Conflict(_))
        ));
        let _ = booking::change(&cx, booked.id, 2, form(other, time!(13:00), time!(14:00)))
            .await
            .unwrap();
        hall.book("head", room, time!(9:00), time!(10:30))
            .await
            .unwrap();

        let refused = booking::cancel(&cx, taken.id, 1, "").await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let admin = hall.cx("administrator").await;
        let refused = booking::cancel(&admin, booked.id, 3, "").await;
        assert_eq!(
            fields(refused.map(|_| ())),
            [("reason".to_owned(), "required")]
        );
        let _ = booking::cancel(&admin, booked.id, 3, "雨漏り")
            .await
            .unwrap();
        assert_eq!(hall.told("clerk").await, ["booking.cancelled"]);
        let page = booking::mine(&cx, Mine::Coming, None, 10).await.unwrap();
        assert_eq!(page.items[0].booking.reason, "雨漏り");
        let refused = booking::cancel(&cx, booked.id, 4, "").await;
        assert!(matches!(refused, Err(Fault::Conflict(_))));
        hall.book("head", other, time!(13:00), time!(14:00))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn equipment_is_had_as_long_as_there_is_enough_of_it() {
    for hall in Hall::both("nogata").await {
        let projectors = hall.equipment(5).await;
        let cx = hall.cx("clerk").await;
        let many = |quantity, from, until| BookingForm {
            quantity,
            ..form(projectors, from, until)
        };
        book(&cx, many(2, time!(9:00), time!(11:00))).await.unwrap();
        book(&cx, many(2, time!(11:00), time!(13:00)))
            .await
            .unwrap();
        // Never are four of them out at once, so that three fit.
        book(&cx, many(3, time!(9:00), time!(13:00))).await.unwrap();
        let refused = book(&cx, many(1, time!(12:59), time!(14:00))).await;
        assert_eq!(obstacles(refused).len(), 2);
        book(&cx, many(5, time!(13:00), time!(14:00)))
            .await
            .unwrap();
        let refused = book(&cx, many(6, time!(15:00), time!(16:00))).await;
        assert_eq!(fields(refused), [("quantity".to_owned(), "out_of_range")]);
        let refused = book(&cx, many(0, time!(15:00), time!(16:00))).await;
        assert_eq!(fields(refused), [("quantity".to_owned(), "out_of_range")]);
    }
}

#[tokio::test]
async fn what_is_lent_is_handed_out_and_taken_back_and_free_from_then_on() {
    for hall in Hall::both("nogata").await {
        let car = hall
            .room(|form| {
                form.kind = FacilityKind::Car;
                form.manager = Some(hall.town.head_post("general"));
            })
            .await;
        let booked = hall
            .book("clerk", car, time!(9:00), time!(12:00))
            .await
            .unwrap();
        let keeper = hall.cx("general_head").await;
        let early = booking::lend(&keeper, booked.id, 1).await;
        assert!(matches!(early, Err(Fault::Conflict(_))));
        hall.world.clock.turn_to(at(time!(9:00)));
        let clerk = hall.cx("clerk").await;
        let refused = booking::lend(&clerk, booked.id, 1).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let keeper = hall.cx("general_head").await;
        let _ = booking::lend(&keeper, booked.id, 1).await.unwrap();
        assert_eq!(booking::owed(&keeper).await.unwrap().len(), 1);
        let refused = hall.book("head", car, time!(10:30), time!(11:30)).await;
        assert_eq!(obstacles(refused).len(), 1);
        let refused = booking::cancel(&clerk, booked.id, 2, "").await;
        assert!(matches!(refused, Err(Fault::Conflict(_))));

        hall.world.clock.turn(Duration::hours(1));
        let keeper = hall.cx("general_head").await;
        let _ = booking::take_back(&keeper, booked.id, 2).await.unwrap();
        assert_eq!(hall.state(booked.id).await, BookingState::Returned);
        hall.book("head", car, time!(10:00), time!(11:30))
            .await
            .unwrap();
        assert!(booking::owed(&keeper).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn whoever_is_late_is_reminded_once_a_day() {
    for hall in Hall::both("nogata").await {
        let car = hall.room(|form| form.kind = FacilityKind::Car).await;
        let booked = hall
            .book("clerk", car, time!(9:00), time!(12:00))
            .await
            .unwrap();
        hall.world.clock.turn_to(at(time!(9:00)));
        let admin = hall.cx("administrator").await;
        let _ = booking::lend(&admin, booked.id, 1).await.unwrap();
        hall.world.clock.turn_to(at(time!(11:59)));
        let remind = async || {
            booking::nightly::remind(&hall.world.system())
                .await
                .unwrap()
        };
        assert_eq!(remind().await, 0);
        hall.world.clock.turn_to(at(time!(12:00)));
        assert_eq!((remind().await, remind().await), (1, 0));
        hall.world.clock.turn(Duration::days(1));
        assert_eq!(remind().await, 1);
        assert_eq!(hall.told("clerk").await, ["booking.overdue"; 2]);
    }
}

#[tokio::test]
async fn what_looks_like_personal_information_is_booked_by_a_decision_alone() {
    for hall in Hall::both("nogata").await {
        keeps!("nogata:9(4)");
        let room = hall.room(|_| {}).await;
        let cx = hall.cx("clerk").await;
        let named = BookingForm {
            purpose: "面談 山田様 090-1234-5678".to_owned(),
            ..form(room, time!(9:00), time!(10:00))
        };
        let Err(BookingError::Fault(Fault::Invalid(warned))) =
            booking::book(&cx, named.clone()).await
        else {
            panic!("it was booked");
        };
        let [error] = &warned.errors[..] else {
            panic!("{warned:?}");
        };
        assert_eq!(
            (&*error.field, error.reason.code()),
            ("purpose", "phone_number")
        );
        assert!(error.basis.is_some(), "the clause is named");
        let decided = BookingForm {
            all_the_same: true,
            ..named.clone()
        };
        let booked = book(&cx, decided).await.unwrap();
        // What was decided once is not asked again while it says the same.
        let later = BookingForm {
            starts_at: at(time!(11:00)),
            ends_at: at(time!(12:00)),
            ..named.clone()
        };
        let _ = booking::change(&cx, booked.id, 1, later.clone())
            .await
            .unwrap();
        let other = BookingForm {
            purpose: "面談 鈴木様 090-8765-4321".to_owned(),
            ..later
        };
        let refused = booking::change(&cx, booked.id, 2, other).await;
        assert!(matches!(
            refused,
            Err(BookingError::Fault(Fault::Invalid(_)))
        ));
    }
}
