//! Common free time: when all of some people have time, and which of some rooms are free then (nogata:3(4)).
//!
//! # Invariants
//! - What is in a calendar takes its time, whoever may see what it is, but for what its owner counts as free and what
//!   somebody declined. Dates among which is decided take theirs.
//! - A room is known here by its place in the list of rooms and the times at which it is taken, and by nothing else.

mod rules;
mod service;

pub use rules::{Found, Wanted, search};
pub use service::{Query, find};
