//! Facilities that an event has: booked, moved and called off with it.

use time::macros::date;
use yakusho_kernel::{Fault, Reason, Timestamp};
use yakusho_scheduling::booking;
use yakusho_scheduling::event::{self, EventForm, EventId, Part, RecurrenceForm};
use yakusho_scheduling::facility::FacilityId;
use yakusho_scheduling::recurrence::OnClosed;

use crate::{Hall, hours};

/// When what the event has booked begins.
async fn booked(hall: &Hall, event: EventId) -> Vec<Timestamp> {
    let cx = hall.cx("clerk").await;
    let rows = booking::of_events(&cx, &[event]).await.unwrap();
    let open = rows.into_iter().filter(|row| row.booking.state.is_open());
    open.map(|row| row.booking.slot.starts_at).collect()
}

fn with(hall: &Hall, key: &str, room: FacilityId) -> EventForm {
    EventForm {
        facilities: vec![(room, 1)],
        ..hall.meeting(key)
    }
}

#[tokio::test]
async fn what_an_event_has_is_booked_moved_and_called_off_with_it() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|_| {}).await;
        let cx = hall.cx("clerk").await;
        let id = *event::create(&cx, &with(&hall, "clerk", room))
            .await
            .unwrap();
        let day = date!(2026 - 11 - 25);
        let at = |hour| Timestamp::at(day, time::Time::from_hms(hour, 0, 0).unwrap());
        assert_eq!(booked(&hall, id).await, [at(10)]);
        // A taken room keeps the event out, too.
        let other = hall.cx("colleague").await;
        let taken = event::create(&other, &with(&hall, "colleague", room)).await;
        assert!(matches!(taken, Err(Fault::Conflict(_))), "{taken:?}");
        assert!(hall.items("colleague", "colleague").await.is_empty());
        let mut form = hall.meeting("clerk");
        form.when = hours("2026-11-25 14:00", 1);
        let _ = event::edit(&cx, id, 1, Part::All, &form).await.unwrap();
        assert_eq!(booked(&hall, id).await, [at(14)]);
        let theirs = *event::create(&other, &with(&hall, "colleague", room))
            .await
            .unwrap();
        // It cannot move to where another is, and then stays as it was.
        form.when = hours("2026-11-25 10:00", 1);
        let back = event::edit(&cx, id, 2, Part::All, &form).await;
        assert!(matches!(back, Err(Fault::Conflict(_))));
        assert_eq!(booked(&hall, id).await, [at(14)]);
        let _ = event::cancel(&other, theirs, 1, Part::All).await.unwrap();
        assert!(booked(&hall, theirs).await.is_empty());
        let _ = event::edit(&cx, id, 2, Part::All, &form).await.unwrap();
        assert_eq!(booked(&hall, id).await, [at(10)]);
    }
}

#[tokio::test]
async fn facilities_are_for_events_of_one_date() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|_| {}).await;
        let cx = hall.cx("clerk").await;
        let mut form = with(&hall, "clerk", room);
        form.recurrence = Some(RecurrenceForm {
            rule: "FREQ=WEEKLY".to_owned(),
            on_closed: OnClosed::Keep,
        });
        let Err(Fault::Invalid(invalid)) = event::create(&cx, &form).await else {
            panic!("it was taken");
        };
        assert_eq!(invalid.errors[0].field, "facilities");
        assert_eq!(invalid.errors[0].reason, Reason::Code("several_dates"));
    }
}
