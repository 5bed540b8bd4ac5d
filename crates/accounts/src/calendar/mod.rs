//! The city's calendar: the days on which the town hall works.
//!
//! The law closes it on Saturdays, Sundays, public holidays and around the new year ([`yakusho_koyomi::Calendar`]). Over
//! that the administrator closes or opens single days, with a reason that everybody reads.
//!
//! # Invariants
//! - A day has one word of the city at most. Taken back, the day is as the law has it; what was said stays as a version.

mod model;
mod policy;
mod service;
mod store;

pub use model::{DayChanged, NewOwnDay, OwnDay, OwnDayId, Word};
pub use service::{current, get, list, of, set, withdraw};
