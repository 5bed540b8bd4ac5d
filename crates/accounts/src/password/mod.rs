//! Passwords: set by their owners, known to nobody else.
//!
//! # Invariants
//! - A password is stored as an argon2id hash alone, and appears in no log, page, export or audit entry (nogata:10(4),
//!   shiroishi:24-2, muko:33-2).
//! - One that the administrator issues works once, for some hours, and opens nothing but its own change (nogata:2(4)).
//! - Known and easily guessed ones are refused.
//! - Where the city sets an age (shiroishi:24-3), nothing else can be done past it until the password is changed.
//! - A few hashes are worked out at once, and none within a transaction.

mod hashing;
mod model;
mod owed;
mod policy;
mod romaji;
mod rules;
mod service;
pub(crate) mod store;
mod strength;
mod text;

pub use model::{Age, Change, Issued};
pub use owed::PasswordsOwed;
pub use service::{age, change, issue, remind};
pub use text::PasswordText;

pub(crate) use hashing::verify;
pub(crate) use model::{OneTime, Password};
pub(crate) use policy::may_go_on;
pub(crate) use service::known;
pub(crate) use service::{ask, issue_at_console};
