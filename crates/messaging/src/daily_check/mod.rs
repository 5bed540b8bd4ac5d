//! The daily check (nogata:9(1)): whoever leaves the board unread over a working day is reminded.
//!
//! # Invariants
//! - Only what is unread over as many whole working days as the city sets counts, and only on working days is anybody
//!   reminded: once a day, however often the job runs.
//! - The reminder is its owner's. Heads of sections get figures of their section, never names or titles.

mod policy;
mod service;
mod store;

pub use service::{figures, run};

use time::Date;
use yakusho_kernel::{DbError, Denied, Fault, PageError, UnitId};
use yakusho_koyomi::HolidaysUnknown;

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

/// Why the daily check could not be run or looked at.
#[derive(Debug, thiserror::Error)]
pub enum DailyCheckError {
    /// A rule refuses.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The cursor is none.
    #[error(transparent)]
    Page(#[from] PageError),
    /// The calendar does not reach so far.
    #[error(transparent)]
    Calendar(#[from] HolidaysUnknown),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<DailyCheckError> for Fault {
    fn from(error: DailyCheckError) -> Self {
        match error {
            DailyCheckError::Denied(denied) => denied.into(),
            DailyCheckError::Page(error) => error.into(),
            DailyCheckError::Calendar(error) => Self::internal(error),
            DailyCheckError::Db(error) => error.into(),
        }
    }
}
