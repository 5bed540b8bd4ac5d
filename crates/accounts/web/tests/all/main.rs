//! The pages and the API of accounts, asked as browsers and programs ask them.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where what it rests on fails"
)]

mod me;
mod pages;
mod people;
mod sign_in;
mod site;
