//! The daily check (nogata:9(1)): whoever leaves the board unread over a working day is reminded.
//!
//! # Invariants
//! - Only what is unread over as many whole working days as the city sets counts, and only on working days is anybody
//!   reminded: once a day, however often the job runs. Whoever is away on one of these days, as the schedule says, is
//!   not reminded, nor counted as behind. Whose days those are is handed in, since domains know nothing of each other.
//! - The reminder is its owner's. Heads of sections get figures of their section, never names or titles.

mod policy;
mod service;
mod store;

pub use service::{days, figures, run};

use time::Date;
use yakusho_kernel::UnitId;

/// How a section kept the daily check on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The day.
    pub day: Date,
    /// The section.
    pub section: UnitId,
    /// How many people it had.
    pub people: i32,
    /// How many of them had left something unread.
    pub behind: i32,
    /// How many posts that made, counted for each person.
    pub unread: i32,
}
