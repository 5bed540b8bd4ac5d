//! What was known when.

use time::Date;
use yakusho_kernel::Timestamp;

use super::{Days, RowId};
use crate::order::OrderId;

/// A row of the ledger with the time for which it was held to be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded<S> {
    /// The row.
    pub row: RowId,
    /// The days on which it says that this holds.
    pub days: Days,
    /// What it says.
    pub state: S,
    /// From when it was known.
    pub recorded_at: Timestamp,
    /// When something else took its place; none if it still stands.
    pub superseded_at: Option<Timestamp>,
    /// The order that recorded it, if one did.
    pub cause: Option<OrderId>,
    /// The order that took its place, if one did.
    pub superseded_by: Option<OrderId>,
}

impl<S> Recorded<S> {
    /// The same, with what it says turned into something else.
    pub fn map<T>(self, turn: impl FnOnce(S) -> T) -> Recorded<T> {
        Recorded {
            row: self.row,
            days: self.days,
            state: turn(self.state),
            recorded_at: self.recorded_at,
            superseded_at: self.superseded_at,
            cause: self.cause,
            superseded_by: self.superseded_by,
        }
    }
}

/// A day that is asked about, and when it was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The day.
    pub day: Date,
    /// As was known at this time; as is known now if none.
    pub known: Option<Timestamp>,
}

impl From<Date> for AsOf {
    fn from(day: Date) -> Self {
        Self { day, known: None }
    }
}

/// The last moment of a day in the town hall: what was known "on that day".
pub fn end_of(day: Date) -> Timestamp {
    let next = day.next_day().unwrap_or(day);
    Timestamp::start_of(next).plus(time::Duration::milliseconds(-1))
}
