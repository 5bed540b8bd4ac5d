//! What the city says of a day.

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_kernel::{Event, PersonId, Timestamp, typed_id};

typed_id! {
    /// A day of which the city says something.
    pub struct OwnDayId = "calendar.own_day";
}

/// What the city says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Word {
    /// The town hall is closed, whatever day it is.
    Closed,
    /// The town hall works, whatever day it is.
    Opened,
}

yakusho_kernel::codes! {
    Word {
        Closed = "closed",
        Opened = "opened",
    }
}

/// A day of which the city says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDay {
    /// Its id.
    pub id: OwnDayId,
    /// The day.
    pub day: Date,
    /// What is said of it.
    pub word: Word,
    /// Why, for staff and citizens to read.
    pub reason: String,
    /// The administrator who said so.
    pub set_by: PersonId,
    /// When.
    pub set_at: Timestamp,
    /// Its revision, to be shown by whoever takes it back.
    pub revision: i32,
}

/// What the administrator says of a day.
#[derive(Clone, Debug)]
pub struct NewOwnDay {
    /// The day.
    pub day: Date,
    /// What is said of it.
    pub word: Word,
    /// Why: 1 to [`NewOwnDay::LONGEST_REASON`] characters.
    pub reason: String,
}

impl NewOwnDay {
    /// The most characters of a reason.
    pub const LONGEST_REASON: usize = 100;
}

/// The city said something of a day, or took it back: whether the town hall works on it may have changed.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct DayChanged {
    /// What was said of it.
    pub id: OwnDayId,
    /// The day.
    pub day: Date,
}

impl Event for DayChanged {
    const KIND: &'static str = "calendar.day_changed";
}
