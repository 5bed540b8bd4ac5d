//! Booking and event are one: made, moved and called off together.

use std::pin::Pin;

use time::Duration;
use time::macros::{date, time};
use yakusho_kernel::{Fault, Timestamp};
use yakusho_scheduling::booking::{
    self, BookingError, BookingForm, BookingRow, BookingState, OnTaken, Wanted,
};
use yakusho_scheduling::event::{self, EventForm, EventId, Part, When};
use yakusho_scheduling::facility::{self, FacilityForm, FacilityId};
use yakusho_scheduling::recurrence::{OnClosed, Zone};

use super::{DAY, book, form, obstacles, slot};
use crate::{Hall, at, hours};

/// A meeting of the clerk's in these rooms.
async fn meeting(
    hall: &Hall,
    rooms: &[FacilityId],
    change: impl FnOnce(&mut EventForm),
    on_taken: OnTaken,
) -> Result<event::Written, BookingError> {
    let mut form = hall.meeting("clerk");
    change(&mut form);
    let wanted: Vec<Wanted> = rooms
        .iter()
        .map(|facility| Wanted {
            facility: *facility,
            quantity: 1,
        })
        .collect();
    form.facilities = Some(wanted);
    let cx = hall.cx("clerk").await;
    let written = sent(event::create_with(&cx, &form, on_taken)).await;
    written.map(yakusho_kernel::Saved::into_inner)
}

/// An act that a server may pass from thread to thread.
fn sent<'f, T>(
    act: impl Future<Output = T> + Send + 'f,
) -> Pin<Box<dyn Future<Output = T> + Send + 'f>> {
    Box::pin(act)
}

fn weekly(form: &mut EventForm) {
    form.recurrence = Some(event::RecurrenceForm {
        rule: "FREQ=WEEKLY".to_owned(),
        on_closed: OnClosed::Keep,
    });
}

async fn bookings(hall: &Hall, event: EventId) -> Vec<BookingRow> {
    let cx = hall.cx("clerk").await;
    booking::of_events(&cx, &[event]).await.unwrap()
}

async fn days(hall: &Hall, event: EventId) -> Vec<time::Date> {
    let rows = bookings(hall, event).await;
    rows.iter()
        .map(|row| row.booking.slot.starts_at.date())
        .collect()
}

async fn edited(hall: &Hall, id: EventId, part: Part, when: When) -> Result<EventId, Fault> {
    let cx = hall.cx("clerk").await;
    let mut form = hall.meeting("clerk");
    form.when = when;
    let revision = event::show(&cx, id).await.unwrap().event.revision;
    let saved = sent(event::edit(&cx, id, revision, part, &form)).await;
    saved.map(yakusho_kernel::Saved::into_inner)
}

#[tokio::test]
async fn an_event_and_its_rooms_are_written_both_or_neither() {
    for hall in Hall::both("nogata").await {
        let rooms = [hall.room(|_| {}).await, hall.room(|_| {}).await];
        let written = meeting(&hall, &rooms, |_| {}, OnTaken::Refuse)
            .await
            .unwrap();
        let rows = bookings(&hall, written.id).await;
        assert_eq!(rows.len(), 2);
        for row in &rows {
            assert_eq!(row.booking.slot, slot(time!(10:00), time!(11:00)));
            assert_eq!(row.booking.by.owner, hall.town.person("clerk"));
            assert_eq!(row.booking.purpose, "課内会議");
        }
        let refused = hall
            .book("head", rooms[1], time!(10:30), time!(11:30))
            .await;
        assert_eq!(obstacles(refused).len(), 1);
        let free = hall.room(|_| {}).await;
        let before = hall.items("clerk", "clerk").await.len();
        let refused = meeting(&hall, &[free, rooms[0]], |_| {}, OnTaken::Refuse).await;
        assert_eq!(obstacles(refused).len(), 1);
        assert_eq!(hall.items("clerk", "clerk").await.len(), before);
        hall.book("head", free, time!(10:00), time!(11:00))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn moved_together_and_called_off_together() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|_| {}).await;
        let written = meeting(&hall, &[room], |_| {}, OnTaken::Refuse)
            .await
            .unwrap();
        let first = bookings(&hall, written.id).await.remove(0).booking;
        hall.book("head", room, time!(14:00), time!(15:00))
            .await
            .unwrap();
        let stands = edited(&hall, written.id, Part::All, hours("2026-11-25 14:30", 1)).await;
        assert!(
            matches!(stands, Err(Fault::Conflict(conflict)) if conflict.code == booking::FACILITY_TAKEN)
        );
        let cx = hall.cx("clerk").await;
        let view = event::show(&cx, written.id).await.unwrap();
        assert_eq!(view.event.content.when, hours("2026-11-25 10:00", 1));

        // Onto a part of its own time.
        edited(&hall, written.id, Part::All, hours("2026-11-25 10:30", 2))
            .await
            .unwrap();
        let moved = bookings(&hall, written.id).await.remove(0).booking;
        assert_eq!(
            (moved.id, moved.slot),
            (first.id, slot(time!(10:30), time!(12:30)))
        );

        // Not by itself.
        let by_itself = booking::cancel(&cx, moved.id, moved.revision, "").await;
        assert!(matches!(by_itself, Err(Fault::Conflict(conflict)) if conflict.code == "of_event"));
        let elsewhere = form(room, time!(16:00), time!(17:00));
        let by_itself = booking::change(&cx, moved.id, moved.revision, elsewhere).await;
        let by_itself = by_itself.map_err(Fault::from);
        assert!(matches!(by_itself, Err(Fault::Conflict(conflict)) if conflict.code == "of_event"));

        let head = hall.cx("head").await;
        let wait = BookingForm {
            wait: true,
            ..form(room, time!(11:00), time!(12:00))
        };
        let waits = book(&head, wait).await.unwrap();
        let revision = event::show(&cx, written.id).await.unwrap().event.revision;
        let _ = event::cancel(&cx, written.id, revision, Part::All)
            .await
            .unwrap();
        assert!(bookings(&hall, written.id).await.is_empty());
        assert_eq!(hall.state(waits.id).await, BookingState::Confirmed);
    }
}

#[tokio::test]
async fn a_series_has_its_room_on_each_date_up_to_the_window() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|form| form.window_days = Some(28)).await;
        let head = hall.cx("head").await;
        let taken = BookingForm {
            starts_at: Timestamp::at(date!(2026 - 12 - 02), time!(10:00)),
            ends_at: Timestamp::at(date!(2026 - 12 - 02), time!(11:00)),
            ..form(room, time!(10:00), time!(11:00))
        };
        let taken = book(&head, taken).await.unwrap();
        let refused = meeting(&hall, &[room], weekly, OnTaken::Refuse).await;
        assert_eq!(obstacles(refused).len(), 1);
        let written = meeting(&hall, &[room], weekly, OnTaken::BookTheRest)
            .await
            .unwrap();
        assert_eq!(written.left_out.len(), 1);
        let made = [DAY, date!(2026 - 12 - 09), date!(2026 - 12 - 16)];
        assert_eq!(days(&hall, written.id).await, made);
        let carry_on = async || {
            let done = event::carry_on(&hall.world.system()).await;
            assert_eq!(done.unwrap().made, 1);
        };
        carry_on().await;
        assert_eq!(days(&hall, written.id).await, made);
        hall.world.clock.turn(Duration::days(5));
        carry_on().await;
        let more = [made[0], made[1], made[2], date!(2026 - 12 - 23)];
        assert_eq!(days(&hall, written.id).await, more);
        // What became free meanwhile is had, too.
        let head = hall.cx("head").await;
        let _ = booking::cancel(&head, taken.id, 1, "").await.unwrap();
        carry_on().await;
        assert_eq!(days(&hall, written.id).await.len(), 5);
        let by = bookings(&hall, written.id).await.pop().unwrap().booking.by;
        assert_eq!(by.owner, hall.town.person("clerk"));
    }
}

#[tokio::test]
async fn what_passes_from_a_series_to_one_of_its_dates_is_nobody_elses_in_between() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|form| form.window_days = Some(28)).await;
        let written = meeting(&hall, &[room], weekly, OnTaken::Refuse)
            .await
            .unwrap();
        let second = bookings(&hall, written.id).await.remove(1).booking;
        assert_eq!(second.slot.starts_at.date(), date!(2026 - 12 - 02));
        let head = hall.cx("head").await;
        let wait = BookingForm {
            wait: true,
            starts_at: second.slot.starts_at,
            ends_at: second.slot.ends_at,
            ..form(room, time!(10:00), time!(11:00))
        };
        let waits = book(&head, wait).await.unwrap();

        let date = at("2026-12-02 10:00");
        let when = hours("2026-12-02 10:00", 2);
        let one = edited(&hall, written.id, Part::This(date), when)
            .await
            .unwrap();
        let own = bookings(&hall, one).await;
        assert_eq!(own.len(), 1);
        assert_eq!(own[0].booking.id, second.id);
        assert_eq!(own[0].booking.slot.length(), Duration::hours(2));
        assert_eq!(days(&hall, written.id).await.len(), 3);
        assert_eq!(hall.state(waits.id).await, BookingState::Waiting);

        // From the third on an hour later, as another series.
        let date = at("2026-12-09 10:00");
        let cx = hall.cx("clerk").await;
        let mut form = hall.meeting("clerk");
        weekly(&mut form);
        form.when = When::Timed {
            start: at("2026-12-09 11:00"),
            end: at("2026-12-09 12:00"),
            zone: Zone::JAPAN,
        };
        let revision = event::show(&cx, written.id).await.unwrap().event.revision;
        let rest = event::edit(&cx, written.id, revision, Part::Following(date), &form);
        let rest = rest.await.unwrap().into_inner();
        assert_eq!(days(&hall, written.id).await, [DAY]);
        let rest = bookings(&hall, rest).await;
        assert_eq!(rest.len(), 2);
        assert_eq!(rest[0].booking.slot.starts_at.local().time(), time!(11:00));

        let revision = event::show(&cx, one).await.unwrap().event.revision;
        let _ = event::cancel(&cx, one, revision, Part::All).await.unwrap();
        assert_eq!(hall.state(waits.id).await, BookingState::Confirmed);
    }
}

#[tokio::test]
async fn by_night_an_event_whose_room_allows_it_no_more_holds_up_no_other() {
    for hall in Hall::both("nogata").await {
        let mut rooms = Vec::new();
        let mut written = Vec::new();
        for _ in 0..2 {
            let room = hall.room(|form| form.window_days = Some(7)).await;
            let meeting = meeting(&hall, &[room], weekly, OnTaken::Refuse).await;
            rooms.push(room);
            written.push(meeting.unwrap().id);
        }
        let cx = hall.cx("administrator").await;
        let known = facility::get(&cx, rooms[0]).await.unwrap().facility;
        let shorter = FacilityForm {
            longest_minutes: Some(30),
            ..FacilityForm::from(known.settings)
        };
        let _ = facility::change(&cx, rooms[0], known.revision, shorter)
            .await
            .unwrap();
        hall.world.clock.turn(Duration::days(7));
        let carried = event::carry_on(&hall.world.system()).await.unwrap();
        assert_eq!((carried.made, carried.failed), (1, 1));
        assert_eq!(days(&hall, written[0]).await.len(), 1);
        assert_eq!(days(&hall, written[1]).await.len(), 2);
    }
}
