//! The web from outside: a tiny site of its own, asked as browsers and programs ask.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where what it rests on fails"
)]

mod site;
mod smoke;
