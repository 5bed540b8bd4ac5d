//! The waiting list.

use time::macros::time;
use yakusho_scheduling::booking::{self, BookingForm, BookingState, Decision};

use super::{book, form, obstacles};
use crate::Hall;

#[tokio::test]
async fn what_becomes_free_goes_to_the_first_who_waits_for_it_in_the_same_act() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|_| {}).await;
        let taken = hall
            .book("head", room, time!(9:00), time!(12:00))
            .await
            .unwrap();
        let mut waiting = Vec::new();
        for (key, from, until) in [
            ("clerk", time!(9:00), time!(10:00)),
            ("colleague", time!(9:30), time!(10:30)),
            ("stranger", time!(10:00), time!(11:00)),
        ] {
            hall.world.clock.turn(time::Duration::SECOND);
            let cx = hall.cx(key).await;
            let wait = BookingForm {
                wait: true,
                ..form(room, from, until)
            };
            let booked = book(&cx, wait).await.unwrap();
            assert_eq!(booked.state, BookingState::Waiting);
            waiting.push(booked.id);
        }
        let cx = hall.cx("head").await;
        assert_eq!(booking::waiting(&cx, room).await.unwrap().len(), 3);
        let _ = booking::cancel(&cx, taken.id, 1, "").await.unwrap();
        let states = [
            hall.state(waiting[0]).await,
            hall.state(waiting[1]).await,
            hall.state(waiting[2]).await,
        ];
        let (got, waits) = (BookingState::Confirmed, BookingState::Waiting);
        assert_eq!(states, [got, waits, got]);
        assert_eq!(hall.told("clerk").await, ["booking.promoted"]);
        assert!(hall.told("colleague").await.is_empty());
    }
}

#[tokio::test]
async fn a_move_a_refusal_and_more_units_free_what_others_wait_for() {
    for hall in Hall::both("nogata").await {
        let wait = |facility| BookingForm {
            wait: true,
            ..form(facility, time!(9:00), time!(10:00))
        };
        let post = hall.town.head_post("citizens");
        let approved = hall.room(|form| form.approval = Some(post)).await;
        let asked = hall
            .book("stranger", approved, time!(9:00), time!(10:00))
            .await
            .unwrap();
        let clerk = hall.cx("clerk").await;
        let waits = book(&clerk, wait(approved)).await.unwrap();
        let head = hall.cx("head").await;
        let refuse = Decision::Refuse("行事".to_owned());
        let _ = booking::decide(&head, asked.id, 1, refuse).await.unwrap();
        assert_eq!(hall.state(waits.id).await, BookingState::Tentative);

        let room = hall.room(|_| {}).await;
        let taken = hall
            .book("head", room, time!(9:00), time!(10:00))
            .await
            .unwrap();
        let waits = book(&clerk, wait(room)).await.unwrap();
        let _ = booking::change(&head, taken.id, 1, form(room, time!(10:00), time!(11:00)))
            .await
            .unwrap();
        assert_eq!(hall.state(waits.id).await, BookingState::Confirmed);

        let projectors = hall.equipment(1).await;
        hall.book("head", projectors, time!(9:00), time!(10:00))
            .await
            .unwrap();
        let waits = book(&clerk, wait(projectors)).await.unwrap();
        let admin = hall.cx("administrator").await;
        let row = yakusho_scheduling::facility::get(&admin, projectors)
            .await
            .unwrap();
        let mut set: yakusho_scheduling::facility::FacilityForm = row.facility.settings.into();
        set.units = 2;
        let _ = yakusho_scheduling::facility::change(&admin, projectors, 1, set)
            .await
            .unwrap();
        assert_eq!(hall.state(waits.id).await, BookingState::Confirmed);
    }
}

#[tokio::test]
async fn nobody_waits_for_what_is_closed() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|form| form.opening = super::office()).await;
        let cx = hall.cx("clerk").await;
        let wait = BookingForm {
            wait: true,
            ..form(room, time!(8:00), time!(10:00))
        };
        assert_eq!(obstacles(book(&cx, wait).await).len(), 1);
    }
}
