//! Events as iCalendar text (RFC 5545), out and in.
//!
//! # Invariants
//! - A date that the town hall's closed days move or drop is written as such (EXDATE, RDATE), since no other program knows
//!   them; so it is with two years of them.
//! - What is read is content alone: whose calendar it goes to, and whether it may, is the caller's and the rules' matter.

mod read;
#[cfg(test)]
mod tests;
mod write;

pub use read::{Entry, Refused, read};
pub use write::write;
