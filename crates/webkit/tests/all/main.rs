//! The web from outside: a tiny site of its own, asked as browsers and programs ask.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where what it rests on fails"
)]

mod access;
mod book;
mod days;
mod downloads;
mod faults;
mod forgery;
mod forms;
mod headers;
mod language;
mod limits;
mod notices;
mod policy;
mod portal;
mod routes;
mod site;
mod uploads;
