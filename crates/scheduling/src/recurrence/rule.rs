//! A rule of recurrence.

use serde::{Deserialize, Serialize};
use time::{Date, Time, Weekday};

use super::{Local, Zone};

/// How often a rule comes back, the most often first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frequency {
    /// Every so many seconds.
    Secondly,
    /// Every so many minutes.
    Minutely,
    /// Every so many hours.
    Hourly,
    /// Every so many days.
    Daily,
    /// Every so many weeks.
    Weekly,
    /// Every so many months.
    Monthly,
    /// Every so many years.
    Yearly,
}

impl Frequency {
    /// Every frequency, the most often first.
    pub const ALL: [Self; 7] = [
        Self::Secondly,
        Self::Minutely,
        Self::Hourly,
        Self::Daily,
        Self::Weekly,
        Self::Monthly,
        Self::Yearly,
    ];

    /// The word of RFC 5545.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Secondly => "SECONDLY",
            Self::Minutely => "MINUTELY",
            Self::Hourly => "HOURLY",
            Self::Daily => "DAILY",
            Self::Weekly => "WEEKLY",
            Self::Monthly => "MONTHLY",
            Self::Yearly => "YEARLY",
        }
    }

    /// The seconds of its unit, where that is less than a day.
    pub(super) const fn seconds(self) -> Option<i64> {
        match self {
            Self::Secondly => Some(1),
            Self::Minutely => Some(60),
            Self::Hourly => Some(3600),
            Self::Daily | Self::Weekly | Self::Monthly | Self::Yearly => None,
        }
    }
}

/// Where a rule ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// Nowhere.
    Never,
    /// After so many occurrences.
    Count(u32),
    /// With that day, which still belongs to it.
    Day(Date),
    /// At that time on the clock of the series, which still belongs to it.
    Local(Local),
    /// At that time in UTC, which still belongs to it.
    Utc(Local),
}

/// A day of the week, or one of them in its month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NthWeekday {
    /// Which one: from 1, or from the end, where -1 is the last; all of them if none.
    pub nth: Option<i8>,
    /// The day of the week.
    pub weekday: Weekday,
}

/// A rule of recurrence (RFC 5545, section 3.3.10). It is read from its text by `parse`, which lets nothing through that
/// the RFC forbids.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Rule {
    pub(super) freq: Frequency,
    pub(super) interval: u16,
    pub(super) end: End,
    pub(super) week_start: Weekday,
    pub(super) by_second: Vec<u8>,
    pub(super) by_minute: Vec<u8>,
    pub(super) by_hour: Vec<u8>,
    pub(super) by_day: Vec<NthWeekday>,
    pub(super) by_month_day: Vec<i8>,
    pub(super) by_year_day: Vec<i16>,
    pub(super) by_week_no: Vec<i8>,
    pub(super) by_month: Vec<u8>,
    pub(super) by_set_pos: Vec<i16>,
}

impl Rule {
    /// A rule without end or any parts: it comes back every `interval` days, weeks, months or years.
    pub const fn every(interval: u16, freq: Frequency) -> Self {
        Self {
            freq,
            interval: if interval == 0 { 1 } else { interval },
            end: End::Never,
            week_start: Weekday::Monday,
            by_second: Vec::new(),
            by_minute: Vec::new(),
            by_hour: Vec::new(),
            by_day: Vec::new(),
            by_month_day: Vec::new(),
            by_year_day: Vec::new(),
            by_week_no: Vec::new(),
            by_month: Vec::new(),
            by_set_pos: Vec::new(),
        }
    }

    /// The same on these days of the week.
    #[must_use]
    pub fn on(mut self, days: impl IntoIterator<Item = NthWeekday>) -> Self {
        self.by_day = days.into_iter().collect();
        self
    }

    /// The same on that day of the month; from the end if negative, where -1 is the last day.
    #[must_use]
    pub fn on_month_day(mut self, day: i8) -> Self {
        self.by_month_day = vec![day];
        self
    }

    /// The same with that end.
    #[must_use]
    pub const fn ending(mut self, end: End) -> Self {
        self.end = end;
        self
    }

    /// How often it comes back.
    pub const fn frequency(&self) -> Frequency {
        self.freq
    }

    /// Every how many days, weeks, months or years it does; at least 1.
    pub const fn interval(&self) -> u16 {
        self.interval
    }

    /// Where it ends.
    pub const fn end(&self) -> End {
        self.end
    }

    /// The last day on which something that begins at that time may take place, on the clock of `zone`; none where the rule
    /// ends nowhere, or after a number of times.
    pub fn last_day(&self, begins: Time, zone: Zone) -> Option<Date> {
        let last = match self.end {
            End::Never | End::Count(_) => return None,
            End::Day(day) => return Some(day),
            End::Local(at) => at,
            End::Utc(at) => zone.local(at.assume_utc().into()),
        };
        if last.time() < begins {
            last.date().previous_day()
        } else {
            Some(last.date())
        }
    }

    /// On which days of the week, if it names any.
    pub fn weekdays(&self) -> &[NthWeekday] {
        &self.by_day
    }

    /// On which days of the month, if it names any; negative ones count from the end.
    pub fn month_days(&self) -> &[i8] {
        &self.by_month_day
    }

    /// Whether it has parts that a form with frequency, interval, days of the week or one day of the month cannot show.
    pub fn is_elaborate(&self) -> bool {
        let months = [Frequency::Monthly, Frequency::Yearly].contains(&self.freq);
        let nth = self.by_day.iter().filter(|day| day.nth.is_some()).count();
        self.freq < Frequency::Daily
            || !self.by_second.is_empty()
            || !self.by_minute.is_empty()
            || !self.by_hour.is_empty()
            || !self.by_year_day.is_empty()
            || !self.by_week_no.is_empty()
            || !self.by_month.is_empty()
            || !self.by_set_pos.is_empty()
            || self.by_month_day.len() + nth > 1
            || (months && self.by_day.len() > nth)
    }
}
