//! Booking rooms: audited, durable, and never two at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use time::macros::time;
use time::{Date, Duration, Time};
use yakusho_accounts::calendar;
use yakusho_scheduling::facility::FacilityId;

use crate::Failure;
use crate::inside::Inside;
use crate::load::{FORM, Script, post};
use crate::report::Line;

use super::beside::Beside;
use super::writing::bare_insert;

/// How fast, beside bare durable inserts.
const TARGET: f64 = 0.5;

/// On how many days rooms are booked; they can be for half a year.
const DAYS: i64 = 150;

/// When the first booking of a day begins, and how many there are, of half an hour each.
const OPENS: Time = time!(8:30);
const EACH_DAY: usize = 27;

/// People book rooms, as fast as they are answered, each at a time that is free.
pub(super) async fn booking(beside: &Beside) -> Result<Line, Failure> {
    let inside = Inside::open(&beside.ours.hall).await?;
    let rooms: Vec<FacilityId> = inside.rooms().await?.iter().map(|room| room.id).collect();
    let days = working_days(&inside).await?;
    inside.close().await?;
    let (users, next) = (Arc::clone(&beside.ours.users), AtomicUsize::new(0));
    let script = Script::new(
        move |n| {
            let user = &users[n % users.len()];
            let turn = next.fetch_add(1, Ordering::Relaxed);
            let (room, turn) = (turn % rooms.len(), turn / rooms.len());
            let (time, day) = (turn % EACH_DAY, turn / EACH_DAY);
            let body = form(
                &user.form_token(),
                rooms[room],
                days[day % days.len()],
                time,
            );
            post("/bookings/new", &user.cookie, FORM, body)
        },
        |answer| answer.status.is_redirection(),
    );
    let compared = beside.compare(&script, &bare_insert()).await?;
    Ok(Line::rate("booking", &compared, TARGET))
}

/// The days from tomorrow on on which the rooms are open.
async fn working_days(inside: &Inside) -> Result<Vec<Date>, Failure> {
    let calendar = calendar::of(&inside.cx.reader()).await?;
    let days = (1..DAYS).map(|n| inside.today() + Duration::days(n));
    Ok(days
        .filter(|day| calendar.is_working_day(*day).unwrap_or(false))
        .collect())
}

fn form(csrf: &str, room: FacilityId, day: Date, time: usize) -> String {
    let time = i64::try_from(time).unwrap_or(0);
    let clock = |time: i64| {
        let at = OPENS + Duration::minutes(30 * time);
        format!("{:02}:{:02}", at.hour(), at.minute())
    };
    form_urlencoded::Serializer::new(String::new())
        .append_pair("csrf", csrf)
        .append_pair("facility", &room.to_string())
        .append_pair("first", &day.to_string())
        .append_pair("start", &clock(time))
        .append_pair("end", &clock(time + 1))
        .append_pair("purpose", "予算の打合せ")
        .append_pair("quantity", "1")
        .finish()
}
