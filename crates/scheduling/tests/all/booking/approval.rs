//! Approval, bound to a post.

use time::macros::{date, time};
use yakusho_accounts::delegation::{self, NewDelegation, Principal};
use yakusho_kernel::{Fault, ProxyKind};
use yakusho_scheduling::booking::{self, BookingForm, BookingState, Decision};

use super::{book, form, obstacles};
use crate::Hall;

/// A room whose bookings the head of 市民課 approves.
async fn room(hall: &Hall, own: bool) -> yakusho_scheduling::facility::FacilityId {
    let post = hall.town.head_post("citizens");
    hall.room(|form| {
        form.approval = Some(post);
        form.own_approval = own;
    })
    .await
}

#[tokio::test]
async fn a_booking_is_tentative_until_the_holder_of_the_post_decides() {
    for hall in Hall::both("nogata").await {
        let room = room(&hall, false).await;
        let asked = hall
            .book("stranger", room, time!(9:00), time!(10:00))
            .await
            .unwrap();
        assert_eq!(asked.state, BookingState::Tentative);
        assert_eq!(hall.told("head").await, ["booking.asked"]);
        let refused = hall.book("clerk", room, time!(9:00), time!(10:00)).await;
        assert_eq!(obstacles(refused).len(), 1);
        let clerk = hall.cx("clerk").await;
        let refused = booking::decide(&clerk, asked.id, 1, Decision::Approve).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let head = hall.cx("head").await;
        let pending = booking::pending(&head, None, 10).await.unwrap();
        assert_eq!(pending.items.len(), 1);
        assert!(
            booking::pending(&clerk, None, 10)
                .await
                .unwrap()
                .items
                .is_empty()
        );
        let _ = booking::decide(&head, asked.id, 1, Decision::Approve)
            .await
            .unwrap();
        assert_eq!(hall.state(asked.id).await, BookingState::Confirmed);
        assert_eq!(hall.told("stranger").await, ["booking.approved"]);
        let again = booking::decide(&head, asked.id, 2, Decision::Approve).await;
        assert!(matches!(again, Err(Fault::Denied(_) | Fault::Conflict(_))));
        // Moved, it needs its approval anew.
        let stranger = hall.cx("stranger").await;
        let moved = booking::change(
            &stranger,
            asked.id,
            2,
            form(room, time!(9:30), time!(10:30)),
        );
        assert_eq!(moved.await.unwrap().state, BookingState::Tentative);
        let refuse = Decision::Refuse("行事のため".to_owned());
        let _ = booking::decide(&head, asked.id, 3, refuse).await.unwrap();
        assert_eq!(hall.state(asked.id).await, BookingState::Refused);
        hall.book("clerk", room, time!(9:00), time!(10:00))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn after_an_order_the_new_holder_decides_and_the_old_one_does_not() {
    for hall in Hall::both("nogata").await {
        let room = room(&hall, false).await;
        let mut form = form(room, time!(9:00), time!(10:00));
        let week = time::Duration::days(14);
        form.starts_at = form.starts_at.plus(week);
        form.ends_at = form.ends_at.plus(week);
        let cx = hall.cx("stranger").await;
        let asked = booking::book(&cx, form).await.unwrap().into_inner();
        hall.swap_heads(date!(2026 - 12 - 01)).await;
        let old = hall.cx("head").await;
        let refused = booking::decide(&old, asked.id, 1, Decision::Approve).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let new = hall.cx("planning_head").await;
        let _ = booking::decide(&new, asked.id, 1, Decision::Approve)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn whoever_acts_for_the_holder_decides_and_a_secretary_does_not() {
    for hall in Hall::both("nogata").await {
        let room = room(&hall, false).await;
        let head = hall.cx("head").await;
        for (kind, key) in [
            (ProxyKind::Secretary, "colleague"),
            (ProxyKind::DecidingInPlace, "clerk"),
        ] {
            let new = NewDelegation {
                kind,
                principal: Principal::Person(hall.town.person("head")),
                delegate: hall.town.person(key),
                duties: Vec::new(),
                first: head.today(),
                last: None,
            };
            let _ = delegation::set_up(&head, new).await.unwrap();
        }
        let asked = hall
            .book("stranger", room, time!(9:00), time!(10:00))
            .await
            .unwrap();
        let secretary = hall.cx("colleague").await;
        let refused = booking::decide(&secretary, asked.id, 1, Decision::Approve).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let proxy = hall.cx("clerk").await;
        assert_eq!(
            booking::pending(&proxy, None, 10)
                .await
                .unwrap()
                .items
                .len(),
            1
        );
        let _ = booking::decide(&proxy, asked.id, 1, Decision::Approve)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn nobody_approves_what_they_booked_themselves_unless_the_facility_says_so() {
    for hall in Hall::both("nogata").await {
        let strict = room(&hall, false).await;
        let asked = hall
            .book("head", strict, time!(9:00), time!(10:00))
            .await
            .unwrap();
        assert_eq!(asked.state, BookingState::Tentative);
        let head = hall.cx("head").await;
        let refused = booking::decide(&head, asked.id, 1, Decision::Approve).await;
        assert!(matches!(refused, Err(Fault::Denied(denied)) if denied.why == "own"));
        let lenient = room(&hall, true).await;
        let booked = hall
            .book("head", lenient, time!(9:00), time!(10:00))
            .await
            .unwrap();
        assert_eq!(booked.state, BookingState::Confirmed);
    }
}

#[tokio::test]
async fn what_happened_to_a_booking_is_told_to_those_who_see_whose_it_is() {
    for hall in Hall::both("nogata").await {
        let room = room(&hall, false).await;
        let cx = hall.cx("clerk").await;
        let secret = BookingForm {
            private: true,
            ..form(room, time!(9:00), time!(10:00))
        };
        let asked = book(&cx, secret).await.unwrap();
        let later = cx.now().plus(time::Duration::HOUR);
        hall.world.clock.turn_to(later);
        let head = hall.cx("head").await;
        let _ = booking::decide(&head, asked.id, 1, Decision::Approve)
            .await
            .unwrap();
        let told = booking::history(&cx, asked.id).await.unwrap();
        let told: Vec<_> = told
            .iter()
            .map(|one| (&*one.act, one.by.as_deref(), one.state))
            .collect();
        let expected = [
            (
                "booking.decide",
                Some("中野 恵"),
                Some(BookingState::Confirmed),
            ),
            (
                "booking.book",
                Some("佐藤 花子"),
                Some(BookingState::Tentative),
            ),
        ];
        assert_eq!(told, expected);
        let stranger = hall.cx("stranger").await;
        assert_eq!(booking::history(&stranger, asked.id).await.unwrap(), []);
    }
}
