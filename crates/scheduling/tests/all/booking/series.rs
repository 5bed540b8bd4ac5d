//! Series: rows up to the window, carried on by night.

use time::macros::{date, time};
use time::{Date, Duration};
use yakusho_kernel::{Fault, Timestamp};
use yakusho_scheduling::booking::{
    self, BookingError, BookingForm, BookingState, OnTaken, Repeat, SeriesBooked,
};
use yakusho_scheduling::facility::FacilityId;
use yakusho_scheduling::recurrence::OnClosed;

use super::{DAY, book, form};
use crate::Hall;

fn every(rule: &str, on_closed: OnClosed) -> Repeat {
    Repeat {
        rule: rule.parse().unwrap(),
        on_closed,
    }
}

/// A form for another day.
fn on(day: Date, facility: FacilityId) -> BookingForm {
    BookingForm {
        starts_at: Timestamp::at(day, time!(9:00)),
        ends_at: Timestamp::at(day, time!(10:00)),
        ..form(facility, time!(9:00), time!(10:00))
    }
}

async fn booked(
    hall: &Hall,
    room: FacilityId,
    repeat: Repeat,
    on_taken: OnTaken,
) -> Result<SeriesBooked, BookingError> {
    let cx = hall.cx("clerk").await;
    let form = form(room, time!(9:00), time!(10:00));
    let booked = booking::book_series(&cx, form, repeat, on_taken).await;
    booked.map(yakusho_kernel::Saved::into_inner)
}

async fn days(hall: &Hall, booked: &SeriesBooked) -> Vec<Date> {
    let cx = hall.cx("clerk").await;
    let rows = booking::of_series(&cx, booked.series).await.unwrap();
    rows.iter()
        .map(|row| row.booking.slot.starts_at.date())
        .collect()
}

#[tokio::test]
async fn a_series_that_meets_taken_dates_names_them_all_and_books_the_rest_if_it_may() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|form| form.window_days = Some(28)).await;
        let head = hall.cx("head").await;
        for week in [1, 2] {
            book(&head, on(DAY + Duration::weeks(week), room))
                .await
                .unwrap();
        }
        let weekly = || every("FREQ=WEEKLY", OnClosed::Keep);
        let refused = booked(&hall, room, weekly(), OnTaken::Refuse).await;
        let Err(BookingError::Taken(clashes)) = refused else {
            panic!("{refused:?}");
        };
        let taken: Vec<Date> = clashes
            .iter()
            .map(|clash| clash.wanted.starts_at.date())
            .collect();
        assert_eq!(taken, [date!(2026 - 12 - 02), date!(2026 - 12 - 09)]);
        let made = booked(&hall, room, weekly(), OnTaken::BookTheRest)
            .await
            .unwrap();
        assert_eq!(made.left_out.len(), 2);
        // Today is the 20th: the window reaches to 18 December.
        assert_eq!(days(&hall, &made).await, [DAY, date!(2026 - 12 - 16)]);
    }
}

#[tokio::test]
async fn by_night_a_series_is_carried_on_up_to_the_window_and_tells_what_it_leaves_out() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|form| form.window_days = Some(14)).await;
        let made = booked(
            &hall,
            room,
            every("FREQ=WEEKLY;COUNT=4", OnClosed::Keep),
            OnTaken::Refuse,
        )
        .await
        .unwrap();
        assert_eq!(days(&hall, &made).await, [DAY, date!(2026 - 12 - 02)]);
        let carry_on = async || {
            let done = booking::nightly::carry_on(&hall.world.system()).await;
            done.unwrap().made
        };
        assert_eq!(carry_on().await, 0);
        hall.world.clock.turn(Duration::days(5));
        let head = hall.cx("head").await;
        book(&head, on(date!(2026 - 12 - 09), room)).await.unwrap();
        assert_eq!((carry_on().await, carry_on().await), (0, 0));
        assert_eq!(hall.told("clerk").await, ["booking.series_skipped"]);
        hall.world.clock.turn(Duration::days(7));
        assert_eq!((carry_on().await, carry_on().await), (1, 0));
        // Four dates were counted; there is none after.
        hall.world.clock.turn(Duration::days(30));
        assert_eq!(carry_on().await, 0);
        let all = [DAY, date!(2026 - 12 - 02), date!(2026 - 12 - 16)];
        assert_eq!(days(&hall, &made).await, all);
    }
}

#[tokio::test]
async fn closed_days_move_a_series_where_it_says_so() {
    for hall in Hall::both("nogata").await {
        let room = hall
            .room(|form| {
                form.window_days = Some(60);
                form.opening = super::office();
            })
            .await;
        // Of the Wednesdays, 30 December is closed.
        let refused = booked(
            &hall,
            room,
            every("FREQ=WEEKLY;COUNT=6", OnClosed::Keep),
            OnTaken::Refuse,
        )
        .await;
        assert!(matches!(refused, Err(BookingError::Taken(clashes)) if clashes.len() == 1));
        let previous = every("FREQ=WEEKLY;COUNT=6", OnClosed::Previous);
        let made = booked(&hall, room, previous, OnTaken::Refuse)
            .await
            .unwrap();
        assert_eq!(days(&hall, &made).await[5], date!(2026 - 12 - 28));
    }
}

#[tokio::test]
async fn what_is_to_come_of_a_series_is_called_off_and_goes_on_no_more() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|form| form.window_days = Some(28)).await;
        let made = booked(
            &hall,
            room,
            every("FREQ=WEEKLY", OnClosed::Keep),
            OnTaken::Refuse,
        )
        .await
        .unwrap();
        let from = Timestamp::start_of(date!(2026 - 12 - 09));
        let stranger = hall.cx("stranger").await;
        let refused = booking::cancel_series(&stranger, made.series, from).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let clerk = hall.cx("clerk").await;
        let gone = booking::cancel_series(&clerk, made.series, from)
            .await
            .unwrap();
        assert_eq!(*gone, 2);
        assert_eq!(days(&hall, &made).await, [DAY, date!(2026 - 12 - 02)]);
        assert_eq!(hall.state(made.booked[3]).await, BookingState::Cancelled);
        hall.world.clock.turn(Duration::days(20));
        let more = booking::nightly::carry_on(&hall.world.system())
            .await
            .unwrap();
        assert_eq!(more.made, 0);
    }
}

#[tokio::test]
async fn a_series_of_somebody_who_may_not_book_any_more_ends() {
    for hall in Hall::both("nogata").await {
        let citizens = yakusho_accounts::directory::Audience {
            units: vec![hall.town.unit("citizens")],
            ..Default::default()
        };
        let room = hall
            .room(|form| {
                form.window_days = Some(7);
                form.bookers = citizens;
            })
            .await;
        let head = hall.cx("head").await;
        let weekly = every("FREQ=WEEKLY", OnClosed::Keep);
        let form = form(room, time!(9:00), time!(10:00));
        let _ = booking::book_series(&head, form, weekly, OnTaken::Refuse)
            .await
            .unwrap();
        hall.swap_heads(date!(2026 - 12 - 01)).await;
        let more = booking::nightly::carry_on(&hall.world.system())
            .await
            .unwrap();
        assert_eq!(more.made, 0);
        assert!(
            hall.told("head")
                .await
                .contains(&"booking.series_ended".to_owned())
        );
    }
}

#[tokio::test]
async fn by_night_a_series_that_fails_holds_up_no_other() {
    for hall in Hall::both("nogata").await {
        let mut made = Vec::new();
        for _ in 0..3 {
            let room = hall.room(|form| form.window_days = Some(7)).await;
            let weekly = every("FREQ=WEEKLY", OnClosed::Keep);
            let series = booked(&hall, room, weekly, OnTaken::Refuse).await;
            made.push(series.unwrap());
        }
        let first = made.iter().map(|series| series.series).min().unwrap();
        hall.world
            .execute(
                "UPDATE booking_series SET rule = '{\"text\":\"FREQ=NEVER\",\"on_closed\":\"keep\"}'
                 WHERE id = (SELECT id FROM booking_series ORDER BY id LIMIT 1)",
            )
            .await;
        hall.world.clock.turn(Duration::days(7));
        let carried = booking::nightly::carry_on(&hall.world.system()).await;
        let carried = carried.unwrap();
        assert_eq!((carried.made, carried.failed), (2, 1));
        for series in &made {
            let dates = if series.series == first { 1 } else { 2 };
            assert_eq!(days(&hall, series).await.len(), dates);
        }
    }
}

#[tokio::test]
async fn a_series_of_several_times_a_day_is_booked_up_to_the_end_of_the_window_or_not_at_all() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|form| form.window_days = Some(366)).await;
        let often = every("FREQ=DAILY;BYHOUR=9,11,14", OnClosed::Keep);
        let made = booked(&hall, room, often, OnTaken::Refuse).await.unwrap();
        // From the fifth day to the 365th.
        assert_eq!(made.booked.len(), 362 * 3);
        let last = *days(&hall, &made).await.last().unwrap();
        assert_eq!(last, date!(2027 - 11 - 21));
        let room = hall.room(|form| form.window_days = Some(366)).await;
        let cx = hall.cx("clerk").await;
        let brief = form(room, time!(9:00), time!(9:05));
        let often = every("FREQ=HOURLY;BYMINUTE=0,10,20,30,40,50", OnClosed::Keep);
        let refused = booking::book_series(&cx, brief, often, OnTaken::BookTheRest).await;
        let expected = [("rule".to_owned(), "too_many_dates")];
        assert_eq!(super::fields(refused), expected);
    }
}
