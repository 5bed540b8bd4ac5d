//! Points in time, as the database keeps them.

use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

/// Japan's offset from UTC. It has had no daylight saving time since 1951.
const JAPAN: UtcOffset = match UtcOffset::from_hms(9, 0, 0) {
    Ok(offset) => offset,
    Err(_) => UtcOffset::UTC,
};

/// Milliseconds since 1970-01-01T00:00:00Z.
///
/// The databases keep this integer, because SQLite compares times with an offset as text.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    DeriveValueType,
)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The point `millis` milliseconds after the epoch.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since the epoch.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// 00:00 of that day in the town hall.
    pub fn start_of(day: Date) -> Self {
        Self::at(day, Time::MIDNIGHT)
    }

    /// That time of that day in the town hall.
    pub fn at(day: Date, time: Time) -> Self {
        PrimitiveDateTime::new(day, time)
            .assume_offset(JAPAN)
            .into()
    }

    /// The day it is in the town hall.
    pub fn date(self) -> Date {
        self.local().date()
    }

    /// The clock on the town hall's wall; in the last hours that can be written, the last of them.
    pub fn local(self) -> OffsetDateTime {
        let last = || PrimitiveDateTime::MAX.assume_offset(JAPAN);
        self.utc().checked_to_offset(JAPAN).unwrap_or_else(last)
    }

    /// The same point as a date and time in UTC; out of range becomes the epoch, which no act can make.
    pub fn utc(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000_000)
            .unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }

    /// So much later (or earlier, if negative).
    #[must_use]
    pub fn plus(self, span: time::Duration) -> Self {
        let millis = i64::try_from(span.whole_milliseconds()).unwrap_or(i64::MAX);
        Self(self.0.saturating_add(millis))
    }

    /// How long after `earlier`; negative if before it.
    pub fn since(self, earlier: Self) -> time::Duration {
        time::Duration::milliseconds(self.0.saturating_sub(earlier.0))
    }
}

impl std::fmt::Display for Timestamp {
    /// RFC 3339 in UTC, to the millisecond: for files and logs. Pages show the town hall's clock.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let utc = self.utc();
        let (date, time) = (utc.date(), utc.time());
        write!(
            f,
            "{date}T{:02}:{:02}:{:02}.{:03}Z",
            time.hour(),
            time.minute(),
            time.second(),
            time.millisecond()
        )
    }
}

impl From<OffsetDateTime> for Timestamp {
    fn from(at: OffsetDateTime) -> Self {
        Self(i64::try_from(at.unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn every_point_has_a_day() {
        let last = time::macros::utc_datetime!(9999-12-31 23:59:59);
        assert_eq!(
            Timestamp::from(OffsetDateTime::from(last)).date(),
            date!(9999 - 12 - 31)
        );
        let first = time::macros::utc_datetime!(-9999-01-01 0:00);
        assert_eq!(
            Timestamp::from(OffsetDateTime::from(first)).date(),
            date!(-9999 - 01 - 01)
        );
        for edge in [i64::MIN, i64::MAX] {
            assert_eq!(Timestamp::from_millis(edge).date(), date!(1970 - 01 - 01));
        }
    }

    #[test]
    fn the_day_turns_at_midnight_in_japan() {
        let midnight = Timestamp::start_of(date!(2026 - 04 - 01));
        assert_eq!(midnight.date(), date!(2026 - 04 - 01));
        assert_eq!(
            midnight.plus(time::Duration::milliseconds(-1)).date(),
            date!(2026 - 03 - 31)
        );
        assert_eq!(midnight.utc().hour(), 15);
    }
}
