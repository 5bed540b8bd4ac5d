//! Which days a rule takes, asked of each day by itself.

use time::{Date, Duration, Weekday};

use super::rule::{Frequency, NthWeekday, Rule};

/// A rule with what its start adds to it, ready to be asked of days.
#[derive(Debug)]
pub(super) struct Days<'a> {
    rule: &'a Rule,
    start: Date,
    /// Neither days nor weeks are named: the start says them.
    bare: bool,
}

impl<'a> Days<'a> {
    pub(super) fn new(rule: &'a Rule, start: Date) -> Self {
        let bare = rule.by_day.is_empty()
            && rule.by_month_day.is_empty()
            && rule.by_year_day.is_empty()
            && rule.by_week_no.is_empty();
        Self { rule, start, bare }
    }

    /// Whether the rule takes the day: it lies in a period that is not skipped, and every part agrees.
    pub(super) fn takes(&self, day: Date) -> bool {
        self.is_in_step(day) && self.agrees(day)
    }

    /// The first day of the period that the day lies in, and the first of the one after; none after the end of time.
    pub(super) fn period(&self, day: Date) -> (Date, Option<Date>) {
        match self.rule.freq {
            Frequency::Yearly => {
                let first = first_of_year(day.year());
                (first.unwrap_or(day), first_of_year(day.year() + 1))
            }
            Frequency::Monthly => {
                let first = day.replace_day(1).unwrap_or(day);
                let next = first.checked_add(Duration::days(31));
                (first, next.and_then(|day| day.replace_day(1).ok()))
            }
            Frequency::Weekly => {
                let first = week_of(day, self.rule.week_start).unwrap_or(day);
                (first, first.checked_add(Duration::days(7)))
            }
            Frequency::Secondly | Frequency::Minutely | Frequency::Hourly | Frequency::Daily => {
                (day, day.next_day())
            }
        }
    }

    /// Whether the period of the day is not among those that the interval skips.
    pub(super) fn is_in_step(&self, day: Date) -> bool {
        let start = self.start;
        let apart = match self.rule.freq {
            Frequency::Yearly => day.year() - start.year(),
            Frequency::Monthly => {
                let months = |date: Date| date.year() * 12 + i32::from(u8::from(date.month()));
                months(day) - months(start)
            }
            Frequency::Weekly => {
                let week = |date: Date| {
                    let into = days_into_week(date, self.rule.week_start);
                    date.to_julian_day() - i32::from(into)
                };
                (week(day) - week(start)) / 7
            }
            Frequency::Daily => day.to_julian_day() - start.to_julian_day(),
            // These skip times, not days.
            Frequency::Secondly | Frequency::Minutely | Frequency::Hourly => return true,
        };
        apart % i32::from(self.rule.interval) == 0
    }

    fn agrees(&self, day: Date) -> bool {
        let rule = self.rule;
        let monthly = rule.by_month.is_empty() || rule.by_month.contains(&u8::from(day.month()));
        if !monthly {
            return false;
        }
        if self.bare {
            return self.repeats_start(day);
        }
        (rule.by_week_no.is_empty() || self.is_in_weeks(day))
            && (rule.by_year_day.is_empty() || is_among(&rule.by_year_day, year_day(day)))
            && (rule.by_month_day.is_empty() || is_among(&rule.by_month_day, month_day(day)))
            && (rule.by_day.is_empty() || rule.by_day.iter().any(|it| self.is_nth(day, *it)))
    }

    /// Without days of its own, a rule takes those like its start.
    fn repeats_start(&self, day: Date) -> bool {
        match self.rule.freq {
            Frequency::Yearly => {
                let month = !self.rule.by_month.is_empty() || day.month() == self.start.month();
                month && day.day() == self.start.day()
            }
            Frequency::Monthly => day.day() == self.start.day(),
            Frequency::Weekly => day.weekday() == self.start.weekday(),
            Frequency::Secondly | Frequency::Minutely | Frequency::Hourly | Frequency::Daily => {
                true
            }
        }
    }

    fn is_nth(&self, day: Date, it: NthWeekday) -> bool {
        if day.weekday() != it.weekday {
            return false;
        }
        let Some(nth) = it.nth else {
            return true;
        };
        let in_year = self.rule.freq == Frequency::Yearly && self.rule.by_month.is_empty();
        let (n, of) = if in_year {
            year_day(day)
        } else {
            month_day(day)
        };
        let place = if nth > 0 {
            (n - 1) / 7 + 1
        } else {
            -((of - n) / 7 + 1)
        };
        i16::from(nth) == place
    }

    /// Week 1 is the first with four days in the year; the last days of a year may be in week 1 of the next one.
    fn is_in_weeks(&self, day: Date) -> bool {
        let wkst = self.rule.week_start;
        let (year, week) = week_of_year(day, wkst);
        let weeks = weeks_in(year, wkst);
        is_among(&self.rule.by_week_no, (week, weeks))
    }
}

/// Whether a list names the nth of so many, from its beginning or its end.
fn is_among<T: Copy + Into<i16>>(list: &[T], (n, of): (i16, i16)) -> bool {
    list.iter().any(|it| {
        let it: i16 = (*it).into();
        it == n || it == n - of - 1
    })
}

fn first_of_year(year: i32) -> Option<Date> {
    Date::from_ordinal_date(year, 1).ok()
}

/// Which day of its month, of how many.
fn month_day(day: Date) -> (i16, i16) {
    let of = day.month().length(day.year());
    (day.day().into(), of.into())
}

/// Which day of its year, of how many.
fn year_day(day: Date) -> (i16, i16) {
    let of = time::util::days_in_year(day.year());
    (small(day.ordinal().into()), small(of.into()))
}

fn small(number: i32) -> i16 {
    i16::try_from(number).unwrap_or(i16::MAX)
}

fn days_into_week(day: Date, week_start: Weekday) -> u8 {
    let from_monday = day.weekday().number_days_from_monday();
    (from_monday + 7 - week_start.number_days_from_monday()) % 7
}

fn week_of(day: Date, week_start: Weekday) -> Option<Date> {
    day.checked_sub(Duration::days(days_into_week(day, week_start).into()))
}

/// The Julian day on which week 1 of a year begins.
fn first_week(year: i32, week_start: Weekday) -> i32 {
    // The fourth of January is always in it.
    let fourth = Date::from_ordinal_date(year, 4).unwrap_or(Date::MAX);
    fourth.to_julian_day() - i32::from(days_into_week(fourth, week_start))
}

fn week_of_year(day: Date, week_start: Weekday) -> (i32, i16) {
    let julian = day.to_julian_day();
    let mut year = day.year();
    if julian >= first_week(year + 1, week_start) {
        year += 1;
    } else if julian < first_week(year, week_start) {
        year -= 1;
    }
    let week = (julian - first_week(year, week_start)) / 7 + 1;
    (year, small(week))
}

fn weeks_in(year: i32, week_start: Weekday) -> i16 {
    small((first_week(year + 1, week_start) - first_week(year, week_start)) / 7)
}
