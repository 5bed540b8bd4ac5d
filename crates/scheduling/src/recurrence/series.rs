//! A series: where it starts, its rule, and what is added to it and taken from it.

use time::macros::time;
use time::{Date, Duration, Time};

use super::days::Days;
use super::rule::{End, Frequency, Rule};
use super::times::{Times, places};
use super::{Local, OnClosed, Zone};

/// As far as dates are sought and counted, in days after the start: as long as from the first year of which anything is
/// kept, 1990, to the end of the last, 2200, and less where a day has many times to go through.
const fn horizon(freq: Frequency) -> Duration {
    Duration::days(match freq {
        Frequency::Secondly => 31,
        Frequency::Minutely => 1_830,
        Frequency::Hourly => 36_525,
        _ => 77_066,
    })
}

/// The most occurrences that a count may ask for: every day of a quarter of a century.
const MOST_COUNTED: u32 = 10_000;

/// The last second of a day.
const END_OF_DAY: Time = time!(23:59:59);

/// A series of dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its first date; with a rule, the first that the rule takes.
    pub start: Local,
    /// The rule; without one there are the start and what is added.
    pub rule: Option<Rule>,
    /// The last date that the rule may take; none where it goes on for ever.
    pub last: Option<Local>,
    /// What is added (RDATE).
    pub added: Vec<Local>,
    /// What is left out (EXDATE), by the date that the rule gives.
    pub left_out: Vec<Local>,
    /// What becomes of dates on which the town hall is closed.
    pub on_closed: OnClosed,
}

/// One date of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Occurrence {
    /// When it begins.
    pub start: Local,
    /// The date by which it is known (RECURRENCE-ID): where it would begin were no day closed.
    pub id: Local,
}

/// Why a rule makes no series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SeriesError {
    /// It takes no date as far as one is sought.
    #[error("the rule takes no date")]
    Empty,
    /// It counts further than anybody plans.
    #[error("the rule counts more than {MOST_COUNTED} dates")]
    TooMany,
}

impl SeriesError {
    /// The code of the reason for which a form is refused.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "no_date",
            Self::TooMany => "too_many_dates",
        }
    }
}

impl Series {
    /// The most occurrences that one window answers with; the earliest ones.
    pub const MOST: usize = 1_000;

    /// The most occurrences that [`Series::each_within`] answers with: every day of a quarter of a century.
    pub const MOST_EACH: usize = MOST_COUNTED as usize;

    /// One date alone.
    pub const fn once(start: Local) -> Self {
        Self {
            start,
            rule: None,
            last: None,
            added: Vec::new(),
            left_out: Vec::new(),
            on_closed: OnClosed::Keep,
        }
    }

    /// The series of a rule from a date on; it starts with the first date on or after it that the rule takes. What the
    /// rule counts is counted here, once. An end in UTC is read in `zone`.
    pub fn new(
        start: Local,
        rule: Rule,
        on_closed: OnClosed,
        zone: Zone,
    ) -> Result<Self, SeriesError> {
        let horizon = later(start, horizon(rule.frequency()));
        let last = match rule.end() {
            End::Never => None,
            End::Count(count) if count > MOST_COUNTED => return Err(SeriesError::TooMany),
            End::Count(count) => Some(counted(&rule, start, horizon, count)),
            End::Day(day) => Some(Local::new(day, END_OF_DAY)),
            End::Local(at) => Some(at),
            End::Utc(at) => Some(zone.local(at.assume_utc().into())),
        };
        let mut first = None;
        let soonest = last.unwrap_or(horizon).min(horizon);
        expand(&rule, start, start, soonest, &mut |at| {
            first = Some(at);
            false
        });
        Ok(Self {
            start: first.ok_or(SeriesError::Empty)?,
            rule: Some(rule),
            last,
            added: Vec::new(),
            left_out: Vec::new(),
            on_closed,
        })
    }

    /// The occurrences that begin in the window from `from` to before `until`, in their order and at most
    /// [`Series::MOST`]. `works` says whether the town hall works on a day.
    pub fn within(
        &self,
        from: Local,
        until: Local,
        works: &dyn Fn(Date) -> bool,
    ) -> Vec<Occurrence> {
        let mut found = self.found(from, until, works, Self::MOST).0;
        found.truncate(Self::MOST);
        found
    }

    /// The same, but all of them: for what would be lost if it were not among them.
    ///
    /// # Errors
    /// [`SeriesError::TooMany`], where more than [`Series::MOST_EACH`] of its dates lie about the window.
    pub fn each_within(
        &self,
        from: Local,
        until: Local,
        works: &dyn Fn(Date) -> bool,
    ) -> Result<Vec<Occurrence>, SeriesError> {
        let (found, all) = self.found(from, until, works, Self::MOST_EACH);
        all.then_some(found).ok_or(SeriesError::TooMany)
    }

    /// The occurrences that begin in the window, as far as the first so many dates of the rule make any; whether the rule
    /// has no more.
    fn found(
        &self,
        from: Local,
        until: Local,
        works: &dyn Fn(Date) -> bool,
        most: usize,
    ) -> (Vec<Occurrence>, bool) {
        let (first, last) = self.on_closed.reaching(from.date(), until.date(), works);
        let mut low = from;
        if first < from.date() {
            low = Local::new(first, Time::MIDNIGHT);
        }
        let mut high = until;
        if last > until.date() {
            high = Local::new(last, END_OF_DAY);
        }
        let (dates, all) = self.dates(low, high, most);
        let mut found: Vec<Occurrence> = dates
            .into_iter()
            .filter_map(|id| {
                let day = self.on_closed.moved(id.date(), works)?;
                let start = id.replace_date(day);
                (start >= from && start < until).then_some(Occurrence { start, id })
            })
            .collect();
        found.sort_unstable();
        found.dedup_by_key(|occurrence| occurrence.start);
        (found, all)
    }

    /// Whether that is one of its dates, by which an occurrence is known.
    pub fn has(&self, id: Local) -> bool {
        let (dates, _) = self.dates(id, later(id, Duration::SECOND), Self::MOST);
        dates.contains(&id)
    }

    /// The first and the last time at which anything of it may begin; without a last one, none.
    pub fn span(&self) -> (Local, Option<Local>) {
        let first = self.added.iter().copied().fold(self.start, Local::min);
        let earliest = match self.on_closed {
            OnClosed::Previous => earlier(first, OnClosed::Next.latest()),
            OnClosed::Keep | OnClosed::Next | OnClosed::Skip => first,
        };
        let rule_last = match (&self.rule, self.last) {
            (None, _) => self.start,
            (Some(_), Some(last)) => last,
            (Some(_), None) => return (earliest, None),
        };
        let last = self.added.iter().copied().fold(rule_last, Local::max);
        (earliest, Some(later(last, self.on_closed.latest())))
    }

    /// The dates from `low` to `high`, which may still be one, without what is left out: of the rule, the first `most`.
    /// Whether these are all of them.
    fn dates(&self, low: Local, high: Local, most: usize) -> (Vec<Local>, bool) {
        let mut dates = Vec::new();
        let mut all = true;
        match &self.rule {
            None => dates.extend((self.start >= low && self.start <= high).then_some(self.start)),
            Some(rule) => {
                let high = self.last.map_or(high, |last| high.min(last));
                let low = low.max(self.start);
                expand(rule, self.start, low, high, &mut |at| {
                    if self.left_out.contains(&at) {
                        return true;
                    }
                    all = dates.len() < most;
                    if all {
                        dates.push(at);
                    }
                    all
                });
            }
        }
        let added = self.added.iter().copied();
        dates.extend(added.filter(|at| *at >= low && *at <= high));
        dates.sort_unstable();
        dates.dedup();
        dates.retain(|at| !self.left_out.contains(at));
        (dates, all)
    }
}

/// The date with which a rule has counted so far, or as far as it comes.
fn counted(rule: &Rule, start: Local, horizon: Local, count: u32) -> Local {
    let mut left = count;
    let mut last = start;
    expand(rule, start, start, horizon, &mut |at| {
        left -= 1;
        last = at;
        left > 0
    });
    last
}

/// Gives `take` the dates of a rule from `low` to `high`, which may still be one, in their order, until it says no.
fn expand(rule: &Rule, start: Local, low: Local, high: Local, take: &mut dyn FnMut(Local) -> bool) {
    let days = Days::new(rule, start.date());
    let times = Times::new(rule, start);
    let mut take = |at: Local| at <= high && take(at);
    let by_places = !rule.by_set_pos.is_empty() && rule.frequency() >= Frequency::Daily;
    let mut day = low.date();
    while day <= high.date() {
        let (first, next) = days.period(day);
        let mut more = true;
        if !days.is_in_step(day) {
            // The whole period is skipped.
        } else if by_places {
            more = in_period(rule, &days, &times, first, next, low, &mut take);
        } else {
            let end = next.unwrap_or(Date::MAX);
            let until = end.min(later_day(high.date()));
            more = each_day(day, until)
                .filter(|day| days.takes(*day))
                .all(|day| times.each(day, low, &mut take));
        }
        match next {
            Some(next) if more => day = next,
            _ => return,
        }
    }
}

/// The same of one period, of which BYSETPOS takes some.
fn in_period(
    rule: &Rule,
    days: &Days<'_>,
    times: &Times<'_>,
    first: Date,
    next: Option<Date>,
    low: Local,
    take: &mut dyn FnMut(Local) -> bool,
) -> bool {
    let taken: Vec<Date> = each_day(first, next.unwrap_or(Date::MAX))
        .filter(|day| days.takes(*day))
        .collect();
    let per_day = times.per_day();
    places(&rule.by_set_pos, taken.len() * per_day)
        .into_iter()
        .filter_map(|place| {
            Some(Local::new(
                taken[place / per_day],
                times.nth(place % per_day)?,
            ))
        })
        .filter(|at| *at >= low)
        .all(take)
}

/// The days from one to before another.
fn each_day(first: Date, end: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first), |day| day.next_day()).take_while(move |day| *day < end)
}

fn later_day(day: Date) -> Date {
    day.next_day().unwrap_or(day)
}

fn later(at: Local, by: Duration) -> Local {
    at.checked_add(by).unwrap_or(Local::MAX)
}

fn earlier(at: Local, by: Duration) -> Local {
    at.checked_sub(by).unwrap_or(Local::MIN)
}
