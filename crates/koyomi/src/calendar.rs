//! The days on which a town hall works.

use std::collections::BTreeMap;

use time::{Date, Month, Weekday};

use crate::{HolidaysUnknown, PublicHoliday, YearMonth, public_holiday};

/// Why a town hall is closed on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed<'a> {
    /// The city closes it, for the reason it gave.
    City(&'a str),
    /// A public holiday.
    PublicHoliday(PublicHoliday),
    /// The days around the new year.
    YearEnd,
    /// Saturday or Sunday.
    Weekend,
}

/// The days around the new year on which a town hall is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearEnd {
    from_december: u8,
    to_january: u8,
}

impl YearEnd {
    /// From a day of December to a day of January, both included; `None` if there are no such
    /// days.
    pub const fn new(from_december: u8, to_january: u8) -> Option<Self> {
        match (from_december, to_january) {
            (1..=31, 1..=31) => Some(Self {
                from_december,
                to_january,
            }),
            _ => None,
        }
    }

    fn contains(self, date: Date) -> bool {
        match date.month() {
            Month::December => date.day() >= self.from_december,
            Month::January => date.day() <= self.to_january,
            _ => false,
        }
    }
}

/// 29 December to 3 January, as nearly every city has it.
impl Default for YearEnd {
    fn default() -> Self {
        Self {
            from_december: 29,
            to_january: 3,
        }
    }
}

/// A city's calendar: closed on Saturdays, Sundays, public holidays and around the new year
/// (Local Autonomy Act, article 4-2), and as the city itself says for single days. Saturdays
/// count as closed in all years, though until 1992 town halls worked on some of them.
///
/// It answers for the years of [`HOLIDAY_YEARS`](crate::HOLIDAY_YEARS); everything that would
/// need a day outside them is [`HolidaysUnknown`].
#[derive(Debug, Clone)]
pub struct Calendar {
    year_end: Option<YearEnd>,
    /// The city's word on single days: closed for a reason, or open.
    own: BTreeMap<Date, Option<String>>,
}

/// As a city has it that says nothing of its own.
impl Default for Calendar {
    fn default() -> Self {
        Self::new(Some(YearEnd::default()))
    }
}

impl Calendar {
    /// With the days around the new year as the city's ordinance sets them, or none.
    pub const fn new(year_end: Option<YearEnd>) -> Self {
        let own = BTreeMap::new();
        Self { year_end, own }
    }

    /// Closes a day for a reason that staff and citizens read. What was said of it before is
    /// replaced.
    #[must_use]
    pub fn closed(mut self, date: Date, reason: impl Into<String>) -> Self {
        self.own.insert(date, Some(reason.into()));
        self
    }

    /// Opens a day, whatever it would be otherwise. What was said of it before is replaced.
    #[must_use]
    pub fn opened(mut self, date: Date) -> Self {
        self.own.insert(date, None);
        self
    }

    /// Why the town hall is closed on a day; `None` on a working day. The city's own word comes
    /// first, then the most telling reason.
    pub fn why_closed(&self, date: Date) -> Result<Option<Closed<'_>>, HolidaysUnknown> {
        let holiday = public_holiday(date)?;
        if let Some(own) = self.own.get(&date) {
            return Ok(own.as_deref().map(Closed::City));
        }
        let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
        let year_end = self.year_end.is_some_and(|days| days.contains(date));
        Ok(holiday
            .map(Closed::PublicHoliday)
            .or(year_end.then_some(Closed::YearEnd))
            .or(weekend.then_some(Closed::Weekend)))
    }

    /// Whether the town hall works on a day.
    pub fn is_working_day(&self, date: Date) -> Result<bool, HolidaysUnknown> {
        Ok(self.why_closed(date)?.is_none())
    }

    /// The working day on or after a day. A time limit that ends on a closed day ends on this one
    /// (Local Autonomy Act, article 4-2, paragraph 4).
    pub fn on_or_after(&self, date: Date) -> Result<Date, HolidaysUnknown> {
        self.first_working(date, Date::next_day)
    }

    /// The working day on or before a day.
    pub fn on_or_before(&self, date: Date) -> Result<Date, HolidaysUnknown> {
        self.first_working(date, Date::previous_day)
    }

    /// So many working days after a day, which itself does not count; before it, if negative. With
    /// 0, the day itself, even a closed one.
    pub fn add_working_days(&self, date: Date, days: i32) -> Result<Date, HolidaysUnknown> {
        let step = if days < 0 {
            Date::previous_day
        } else {
            Date::next_day
        };
        (0..days.unsigned_abs()).try_fold(date, |date, _| {
            let next = step(date).ok_or(HolidaysUnknown { date })?;
            self.first_working(next, step)
        })
    }

    /// The last working day of a month. In a month without any it is in the one before.
    pub fn last_working_day(&self, month: YearMonth) -> Result<Date, HolidaysUnknown> {
        self.on_or_before(month.last_day())
    }

    fn first_working(
        &self,
        mut date: Date,
        step: fn(Date) -> Option<Date>,
    ) -> Result<Date, HolidaysUnknown> {
        while !self.is_working_day(date)? {
            date = step(date).ok_or(HolidaysUnknown { date })?;
        }
        Ok(date)
    }
}
