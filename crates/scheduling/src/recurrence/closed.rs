//! What becomes of a date on which the town hall is closed.

use serde::{Deserialize, Serialize};
use time::{Date, Duration};

/// The most days that a date is moved. If all of them are closed, it stays where it is.
const FARTHEST: u8 = 31;

/// What becomes of a date on which the town hall is closed. The last working day of the month is its last day, moved to
/// the working day before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnClosed {
    /// It stays.
    #[default]
    Keep,
    /// It moves to the next working day.
    Next,
    /// It moves to the working day before.
    Previous,
    /// It falls out.
    Skip,
}

yakusho_kernel::codes! {
    OnClosed {
        Keep = "keep",
        Next = "next",
        Previous = "previous",
        Skip = "skip",
    }
}

impl OnClosed {
    /// Where the day goes; nowhere if it falls out.
    pub(super) fn moved(self, day: Date, works: &dyn Fn(Date) -> bool) -> Option<Date> {
        if self == Self::Keep || works(day) {
            return Some(day);
        }
        let step = match self {
            Self::Next => Date::next_day,
            Self::Previous => Date::previous_day,
            Self::Keep | Self::Skip => return None,
        };
        let found = steps(day, step).find(|day| works(*day));
        Some(found.unwrap_or(day))
    }

    /// The days of which some may be moved among those from `first` to `last`.
    pub(super) fn reaching(
        self,
        first: Date,
        last: Date,
        works: &dyn Fn(Date) -> bool,
    ) -> (Date, Date) {
        let closed = |day: &Date| !works(*day);
        match self {
            Self::Keep | Self::Skip => (first, last),
            Self::Next => {
                let before = steps(first, Date::previous_day).take_while(closed);
                (before.last().unwrap_or(first), last)
            }
            Self::Previous => {
                let after = steps(last, Date::next_day).take_while(closed);
                (first, after.last().unwrap_or(last))
            }
        }
    }

    /// How much later than its date something may come.
    pub(super) const fn latest(self) -> Duration {
        match self {
            Self::Next => Duration::days(FARTHEST as i64),
            Self::Keep | Self::Previous | Self::Skip => Duration::ZERO,
        }
    }
}

/// The days after one, step by step, as far as anything is moved.
fn steps(day: Date, step: fn(Date) -> Option<Date>) -> impl Iterator<Item = Date> {
    std::iter::successors(step(day), move |day| step(*day)).take(FARTHEST.into())
}
