//! What comes back: rules of RFC 5545, and what offices in Japan need beyond them.
//!
//! A window of time is answered by asking of each of its days whether the rule takes it, so that what lies outside is
//! never gone through: only a count is, once, when it is turned into the last date that it reaches.
//!
//! # Invariants
//! - All is in the clock of the series' own zone: what comes every day at 9:00 comes at 9:00 on both sides of a change to
//!   daylight saving time. [`Zone`] alone knows what point in time that is.
//! - An occurrence is known by the date that the rule gives it ([`Occurrence::id`], RECURRENCE-ID), wherever closed days
//!   move it.
//! - No rule, however it is meant, costs more than going through the days of the window, and none answers with more than
//!   [`Series::MOST`] occurrences, or [`Series::MOST_EACH`] where none may be missing: more than these are an error.

mod closed;
mod days;
mod rule;
mod series;
#[cfg(test)]
mod tests;
mod text;
mod times;
mod zone;

pub use closed::OnClosed;
pub use rule::{End, Frequency, NthWeekday, Rule};
pub use series::{Occurrence, Series, SeriesError};
pub use text::RuleError;
pub use zone::{UnknownZone, Zone};

/// A date and time on the clock of a zone that is known from elsewhere.
pub type Local = time::PrimitiveDateTime;
