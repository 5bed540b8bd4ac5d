//! Time zones: what point in time a clock shows.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDateTime, Offset as _, TimeDelta, TimeZone as _, Timelike as _};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use time::{Date, Month, Time};
use yakusho_kernel::Timestamp;

use super::Local;

/// A time zone of the IANA database.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(Tz);

/// That no zone has this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown time zone")]
pub struct UnknownZone;

impl Zone {
    /// The town hall's own.
    pub const JAPAN: Self = Self(Tz::Asia__Tokyo);

    /// That of no place.
    pub const UTC: Self = Self(Tz::UTC);

    /// Its name in the database, such as `Asia/Tokyo`.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// When its clock shows that. What is shown twice, as summer ends, is taken the first time; what is left out, as
    /// summer begins, counts on from the time before (RFC 5545, section 3.3.5).
    pub fn at(self, local: Local) -> Timestamp {
        let naive = naive(local);
        let before = || {
            let day = naive.checked_sub_signed(TimeDelta::days(1))?;
            let offset = self.0.offset_from_local_datetime(&day).latest()?;
            let seconds = i64::from(offset.fix().local_minus_utc());
            Some(naive.and_utc().timestamp_millis() - seconds * 1000)
        };
        let found = self.0.from_local_datetime(&naive).earliest();
        let millis = match found {
            Some(at) => at.timestamp_millis(),
            None => before().unwrap_or_else(|| naive.and_utc().timestamp_millis()),
        };
        Timestamp::from_millis(millis)
    }

    /// What its clock shows then, to the second.
    pub fn local(self, at: Timestamp) -> Local {
        let utc = DateTime::from_timestamp_millis(at.millis()).unwrap_or_default();
        civil(utc.with_timezone(&self.0).naive_local())
    }
}

impl Default for Zone {
    fn default() -> Self {
        Self::JAPAN
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(name: &str) -> Result<Self, UnknownZone> {
        name.parse().map(Self).map_err(|_| UnknownZone)
    }
}

impl TryFrom<String> for Zone {
    type Error = UnknownZone;

    fn try_from(name: String) -> Result<Self, UnknownZone> {
        name.parse()
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name().to_owned()
    }
}

fn naive(local: Local) -> NaiveDateTime {
    let utc = local.assume_utc().unix_timestamp();
    DateTime::from_timestamp(utc, 0)
        .unwrap_or_default()
        .naive_utc()
}

fn civil(naive: NaiveDateTime) -> Local {
    use chrono::Datelike as _;
    let clock = |part: u32| u8::try_from(part).unwrap_or_default();
    let month = Month::try_from(clock(naive.month())).unwrap_or(Month::January);
    let date = Date::from_calendar_date(naive.year(), month, clock(naive.day()));
    let time = Time::from_hms(
        clock(naive.hour()),
        clock(naive.minute()),
        clock(naive.second()),
    );
    Local::new(date.unwrap_or(Date::MAX), time.unwrap_or(Time::MIDNIGHT))
}
