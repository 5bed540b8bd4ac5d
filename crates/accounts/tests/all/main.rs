//! Tests of the accounts package, a module per capability.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where what it rests on fails"
)]

mod account;
mod bulk;
mod calendar;
mod delegation;
mod directory;
mod function;
mod group;
mod histories;
mod leaver;
mod order;
mod organisation;
mod registration;
mod role;
mod sign_in;
mod usage;
