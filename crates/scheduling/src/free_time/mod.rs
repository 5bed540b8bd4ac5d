//! Common free time: when all of some people have time, and which of some facilities are free then (nogata:3(4)).
//!
//! # Invariants
//! - What is in a calendar takes its time, whoever may see what it is, but for what its owner counts as free and what
//!   somebody declined. Dates among which is decided take theirs.
//! - To the search a facility is its place in a list, the times at which it is not to be had, and what it allows.

mod rules;
mod service;

pub use rules::{Found, Wanted, search};
pub use service::{FreeTimes, Query, find};
