//! Facilities that programs outside invite to events.

use std::fmt::Write as _;

use time::macros::time;
use yakusho_accounts::directory::Audience;
use yakusho_kernel::{Fault, Reason};
use yakusho_scheduling::booking::{self, BookingError, BookingState, Decision, OnTaken, Wanted};
use yakusho_scheduling::calendar::{self, Condition, Import, PutError};
use yakusho_scheduling::event::{self, Delegate, EventId, Owner};
use yakusho_scheduling::facility::{FacilityId, Slot};
use yakusho_scheduling::ical::address;

use super::Hall;
use super::booking::slot;
use super::calendar::text;

/// A meeting from 10 to 11 o'clock on Wednesday, the 25th, with these facilities.
fn meeting(facilities: &[FacilityId]) -> String {
    let lines = "UID:m@phone\r\nSUMMARY:打合せ\r\nDTSTART;TZID=Asia/Tokyo:20261125T100000\r\n\
        DTEND;TZID=Asia/Tokyo:20261125T110000";
    invited(lines, facilities)
}

fn invited(lines: &str, facilities: &[FacilityId]) -> String {
    let mut lines = lines.to_owned();
    for id in facilities {
        write!(lines, "\r\nATTENDEE;CUTYPE=ROOM:{}", address(id)).unwrap();
    }
    lines
}

impl Hall {
    /// Puts events as one object into the clerk's calendar.
    async fn put_these(&self, events: &[&str]) -> Result<bool, PutError> {
        let text = text(events);
        let put = self.put("clerk", "m.ics", &text, Condition::None);
        Box::pin(put).await
    }

    /// What the clerk's only object says.
    async fn says(&self) -> String {
        let stored = self.stored("clerk").await.remove(0);
        let said = stored.text(self.cx("clerk").await.now(), &|_| true);
        said.replace("\r\n ", "")
    }

    /// The times for which events have a facility.
    async fn had(&self, events: &[EventId]) -> Vec<Slot> {
        let cx = self.cx("clerk").await;
        let rows = booking::of_events(&cx, events).await.unwrap();
        rows.into_iter().map(|row| row.booking.slot).collect()
    }

    async fn ids(&self) -> Vec<EventId> {
        let stored = self.stored("clerk").await.remove(0);
        stored.events().iter().map(|event| event.id).collect()
    }
}

#[tokio::test]
async fn a_room_that_is_invited_is_booked_with_the_event_and_given_back_with_it() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|_| {}).await;
        hall.put_these(&[&meeting(&[room])]).await.unwrap();
        let said = hall.says().await;
        let line = format!(
            "ATTENDEE;CN=\"第1会議室\";CUTYPE=ROOM;ROLE=NON-PARTICIPANT;PARTSTAT=ACCEPTED:{}",
            address(room)
        );
        assert!(said.contains(&line) && said.contains("ORGANIZER"), "{said}");
        let ids = hall.ids().await;
        assert_eq!(hall.had(&ids).await, [slot(time!(10:00), time!(11:00))]);
        let view = event::show(&hall.cx("clerk").await, ids[0]).await.unwrap();
        assert_eq!(view.event.content.participants, []);

        // What the program says of the answer is not the room's.
        let declined = meeting(&[room]).replace("CUTYPE=ROOM", "PARTSTAT=DECLINED");
        hall.put_these(&[&declined]).await.unwrap();
        assert!(hall.says().await.contains(&line));

        hall.put_these(&[&meeting(&[])]).await.unwrap();
        assert_eq!(hall.had(&ids).await, []);
        hall.put_these(&[&meeting(&[room])]).await.unwrap();
        let cx = hall.cx("clerk").await;
        let _ = calendar::delete(&cx, hall.holder("clerk"), "m.ics", Condition::None)
            .await
            .unwrap();
        hall.book("head", room, time!(10:00), time!(11:00))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn a_room_that_is_taken_refuses_the_event_and_the_change() {
    for hall in Hall::both("nogata").await {
        let rooms = [hall.room(|_| {}).await, hall.room(|_| {}).await];
        hall.book("head", rooms[1], time!(10:30), time!(11:30))
            .await
            .unwrap();
        let is_taken = |put: Result<bool, PutError>| {
            matches!(
                put,
                Err(PutError::Booking(BookingError::Taken(clashes)))
                    if clashes.len() == 1 && clashes[0].facility == rooms[1]
            )
        };
        assert!(is_taken(hall.put_these(&[&meeting(&rooms)]).await));
        assert_eq!(hall.stored("clerk").await.len(), 0);
        hall.book("head", rooms[0], time!(10:00), time!(10:30))
            .await
            .unwrap();

        let later = |text: &str| text.replace("T10", "T09").replace("T11", "T10");
        let early = later(&meeting(&rooms));
        hall.put_these(&[&early]).await.unwrap();
        let before = hall.stored("clerk").await.remove(0);
        let renamed = meeting(&rooms).replace("打合せ", "会議");
        assert!(matches!(
            hall.put_these(&[&renamed]).await,
            Err(PutError::Booking(BookingError::Taken(clashes))) if clashes.len() == 2
        ));
        assert_eq!(hall.stored("clerk").await[0].seq, before.seq);
        assert!(hall.says().await.contains("SUMMARY:打合せ"));
        let nine = slot(time!(9:00), time!(10:00));
        assert_eq!(hall.had(&hall.ids().await).await, [nine, nine]);
    }
}

#[tokio::test]
async fn a_room_that_is_approved_first_is_tentative_until_then() {
    for hall in Hall::both("nogata").await {
        let post = hall.town.head_post("citizens");
        let room = hall.room(|form| form.approval = Some(post)).await;
        hall.put_these(&[&meeting(&[room])]).await.unwrap();
        assert!(hall.says().await.contains("PARTSTAT=TENTATIVE"));
        let decided = async |decision: Decision| {
            let before = hall.seq("clerk").await;
            let ids = hall.ids().await;
            let cx = hall.cx("head").await;
            let booked = booking::of_events(&cx, &ids)
                .await
                .unwrap()
                .remove(0)
                .booking;
            assert_eq!(booked.state, BookingState::Tentative);
            let _ = booking::decide(&cx, booked.id, booked.revision, decision)
                .await
                .unwrap();
            assert!(hall.seq("clerk").await > before);
        };
        decided(Decision::Approve).await;
        assert!(hall.says().await.contains("PARTSTAT=ACCEPTED"));

        // Moved, it is asked for anew.
        let moved = meeting(&[room]).replace("20261125", "20261126");
        hall.put_these(&[&moved]).await.unwrap();
        decided(Decision::Refuse("工事".to_owned())).await;
        assert!(hall.says().await.contains("PARTSTAT=DECLINED"));
    }
}

#[tokio::test]
async fn each_date_of_a_series_has_the_rooms_that_it_names() {
    const SERIES: &str = "UID:s@phone\r\nSUMMARY:朝会\r\nDTSTART;TZID=Asia/Tokyo:20261124T090000\r\n\
        DTEND;TZID=Asia/Tokyo:20261124T100000\r\nRRULE:FREQ=DAILY;COUNT=2";
    let instead = |hour: &str| {
        format!(
            "UID:s@phone\r\nSUMMARY:朝会\r\nRECURRENCE-ID;TZID=Asia/Tokyo:20261125T090000\r\n\
             DTSTART;TZID=Asia/Tokyo:20261125T{hour}0000\r\nDURATION:PT1H"
        )
    };
    for hall in Hall::both("nogata").await {
        let room = hall.room(|_| {}).await;
        let series = invited(SERIES, &[room]);
        let on_25 = async || {
            let mut had = hall.had(&hall.ids().await).await;
            had.retain(|slot| slot.starts_at.date() == super::booking::DAY);
            had
        };
        let nine = slot(time!(9:00), time!(10:00));
        let ten = slot(time!(10:00), time!(11:00));
        hall.put_these(&[&series, &invited(&instead("10"), &[room])])
            .await
            .unwrap();
        assert_eq!(on_25().await, [ten]);
        hall.put_these(&[&series, &instead("10")]).await.unwrap();
        assert_eq!(on_25().await, []);
        hall.put_these(&[&series]).await.unwrap();
        assert_eq!(on_25().await, [nine]);
        hall.put_these(&[&series, &invited(&instead("10"), &[room])])
            .await
            .unwrap();

        // All of it at ten, but that date at nine: each takes the place that the other leaves.
        let later = series
            .replace("24T100000", "24T110000")
            .replace("T090000", "T100000");
        let earlier = invited(&instead("09"), &[room])
            .replace("25T090000\r\nDTSTART", "25T100000\r\nDTSTART");
        hall.put_these(&[&later, &earlier]).await.unwrap();
        assert_eq!(on_25().await, [nine]);
        assert_eq!(hall.had(&hall.ids().await).await.len(), 2);
    }
}

#[tokio::test]
async fn what_a_program_cannot_say_stays_as_it_was() {
    for hall in Hall::both("nogata").await {
        let beamers = hall.equipment(3).await;
        let keeper = Audience {
            people: vec![hall.town.person("administrator")],
            ..Audience::default()
        };
        let hidden = hall
            .room(|form| {
                form.viewers = keeper.clone();
                form.bookers = keeper;
            })
            .await;
        let refused = hall.put_these(&[&meeting(&[hidden])]).await;
        assert!(matches!(
            refused,
            Err(PutError::Booking(BookingError::Fault(Fault::Invalid(invalid))))
                if invalid.errors[0].reason == Reason::Unknown
        ));

        // Two of them, and a room that only whoever keeps it sees.
        let mut form = hall.meeting("administrator");
        let wanted = |facility, quantity| Wanted { facility, quantity };
        form.facilities = Some(vec![wanted(beamers, 2), wanted(hidden, 1)]);
        let cx = hall.cx("administrator").await;
        let clerk = Delegate::Person(hall.town.person("clerk"));
        let owner = hall.town.person("administrator");
        let _ = event::give(&cx, owner, &[clerk]).await.unwrap();
        let written = event::create_with(&cx, &form, OnTaken::Refuse);
        let id = Box::pin(written).await.unwrap().into_inner().id;
        let clerk = hall.cx("clerk").await;
        let name = format!("{id}.ics");
        let stored = calendar::find(&clerk, owner.into(), &name).await.unwrap();
        let said = stored.text(clerk.now(), &|_| true);
        assert!(!said.contains(&hidden.to_string()), "{said}");
        let moved = said
            .replace("T100000", "T130000")
            .replace("T110000", "T140000");
        let put = calendar::put(&clerk, owner.into(), &name, &moved, Condition::There);
        let _ = Box::pin(put).await.unwrap();
        let rows = booking::of_events(&cx, &[id]).await.unwrap();
        let mut had: Vec<_> = rows
            .iter()
            .map(|row| (row.booking.facility, row.booking.quantity, row.booking.slot))
            .collect();
        had.sort_unstable();
        let one = slot(time!(13:00), time!(14:00));
        let mut expected = [(beamers, 2, one), (hidden, 1, one)];
        expected.sort_unstable();
        assert_eq!(had, expected);
    }
}

#[tokio::test]
async fn a_file_that_names_a_room_books_none() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|_| {}).await;
        let cx = hall.cx("clerk").await;
        let file = text(&[&meeting(&[room])]);
        let import = Import {
            owner: Owner::Person(hall.town.person("clerk")),
            text: &file,
            dry_run: false,
        };
        let imported = calendar::import(&cx, &import).await.unwrap();
        assert_eq!((imported.taken.len(), imported.faults.len()), (1, 0));
        assert_eq!(hall.had(&hall.ids().await).await, []);
    }
}

#[tokio::test]
async fn moved_by_a_program_to_where_its_room_is_taken_an_event_stays_as_it_was() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|_| {}).await;
        let mut form = hall.meeting("clerk");
        form.facilities = Some(vec![Wanted {
            facility: room,
            quantity: 1,
        }]);
        let cx = hall.cx("clerk").await;
        let written = event::create_with(&cx, &form, OnTaken::Refuse);
        let id = Box::pin(written).await.unwrap().into_inner().id;
        hall.book("head", room, time!(14:00), time!(15:00))
            .await
            .unwrap();
        let before = hall.stored("clerk").await.remove(0);
        let said = before.text(cx.now(), &|_| true);
        let moved_to = |start: &str, end: &str| {
            let moved = said.replace("T100000", start).replace("T110000", end);
            assert_ne!(moved, said);
            moved
        };
        let booked = async || {
            let rows = booking::of_events(&cx, &[id]).await.unwrap();
            let slots = rows.into_iter().map(|row| row.booking.slot);
            slots.collect::<Vec<_>>()
        };

        let there = moved_to("T143000", "T153000");
        let refused = hall
            .put("clerk", &before.name, &there, Condition::There)
            .await;
        assert!(matches!(
            refused,
            Err(PutError::Booking(BookingError::Taken(clashes)))
                if clashes.len() == 1 && clashes[0].facility == room
        ));
        let after = hall.stored("clerk").await.remove(0);
        assert_eq!(
            (after.seq, after.text(cx.now(), &|_| true)),
            (before.seq, said.clone())
        );
        assert_eq!(booked().await, [slot(time!(10:00), time!(11:00))]);

        let free = moved_to("T150000", "T160000");
        hall.put("clerk", &before.name, &free, Condition::There)
            .await
            .unwrap();
        assert_eq!(booked().await, [slot(time!(15:00), time!(16:00))]);
    }
}
