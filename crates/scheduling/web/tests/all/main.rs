//! The pages and the API of scheduling, asked as browsers and programs ask, in a small town hall.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where what it rests on fails"
)]

mod api;
mod booking;
mod booking_acts;
mod booking_api;
mod caldav;
mod facilities;
mod facility;
mod files;
mod outside;
mod presence;
mod schedule;
mod series;
mod site;
mod untouched;
