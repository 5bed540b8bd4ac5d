//! The pages and the API of messaging, asked as browsers and programs ask, in a small town hall.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where what it rests on fails"
)]

mod api;
mod board;
mod circulation;
mod portal;
mod site;
