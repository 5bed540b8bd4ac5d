//! Events as iCalendar text (RFC 5545), out and in.
//!
//! # Invariants
//! - A date that the town hall's closed days move or drop is written as such (EXDATE, RDATE), since no other program knows
//!   them; so it is with two years of them. That they do is said in a property of our own, so that it comes back.
//! - What is read is content alone: whose calendar it goes to, and whether it may, is the caller's and the rules' matter.
//! - What there is no place for, such as alarms, is kept as it came, for the owner's own programs.

mod extra;
mod question;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use question::{Question, read_question};
pub use read::{Entry, Invited, Read, Refused, read};
pub(crate) use write::moved;
pub use write::{Object, Party, PartyKind, utc, write};

/// What becomes of the dates of a series on closed days, by its code.
const ON_CLOSED: &str = "X-YAKUSHO-ON-CLOSED";

/// The scheme of the calendar addresses of people and units: they are known by their ids.
const ADDRESS: &str = "urn:uuid:";

/// The calendar address of a person or unit.
pub fn address(id: impl std::fmt::Display) -> String {
    format!("{ADDRESS}{id}")
}

/// Whose calendar address it is, if it is one of ours.
pub fn addressed(address: &str) -> Option<uuid::Uuid> {
    let scheme = address.get(..ADDRESS.len())?;
    let ours = scheme.eq_ignore_ascii_case(ADDRESS);
    address[ADDRESS.len()..].parse().ok().filter(|_| ours)
}
