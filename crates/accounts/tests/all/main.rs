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
mod lockout;
mod mailing;
mod maintenance;
mod order;
mod organisation;
mod outside_bytes;
mod owed;
mod passkey;
mod password;
mod provisioning;
mod reference;
mod registration;
mod role;
mod second_factor;
mod session;
mod sign_in;
mod suspension;
mod taking_over;
mod timing;
mod token;
mod usage;
