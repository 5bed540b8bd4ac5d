//! Which times of a day a rule takes.

use time::{Date, Time};

use super::Local;
use super::rule::{Frequency, Rule};

/// Seconds of a day.
const DAY: i64 = 86_400;

/// The times of a rule's days, with what its start adds to them.
#[derive(Debug)]
pub(super) struct Times<'a> {
    rule: &'a Rule,
    start: Local,
    hours: Vec<u8>,
    minutes: Vec<u8>,
    seconds: Vec<u8>,
}

/// A part of the clock: as the rule names it, else as the start has it where the rule's unit is longer.
fn part(named: &[u8], start: u8, longer: bool) -> Vec<u8> {
    match (named, longer) {
        ([], true) => vec![start],
        _ => named.to_vec(),
    }
}

impl<'a> Times<'a> {
    pub(super) fn new(rule: &'a Rule, start: Local) -> Self {
        let freq = rule.freq;
        Self {
            rule,
            start,
            hours: part(&rule.by_hour, start.hour(), freq > Frequency::Hourly),
            minutes: part(&rule.by_minute, start.minute(), freq > Frequency::Minutely),
            seconds: part(&rule.by_second, start.second(), freq > Frequency::Secondly),
        }
    }

    /// How many times a day has, where the rule's unit is a day or longer.
    pub(super) fn per_day(&self) -> usize {
        self.hours.len() * self.minutes.len() * self.seconds.len()
    }

    /// The nth time of a day, from 0, where the rule's unit is a day or longer.
    pub(super) fn nth(&self, n: usize) -> Option<Time> {
        let seconds = self.seconds.len();
        let minutes = self.minutes.len();
        let second = *self.seconds.get(n % seconds)?;
        let minute = *self.minutes.get(n / seconds % minutes)?;
        let hour = *self.hours.get(n / seconds / minutes)?;
        Time::from_hms(hour, minute, second).ok()
    }

    /// Gives `take` the times of that day in their order, from `from` on, until it says no; says whether it never did.
    pub(super) fn each(&self, day: Date, from: Local, take: &mut dyn FnMut(Local) -> bool) -> bool {
        match self.rule.freq.seconds() {
            None => (0..self.per_day())
                .filter_map(|n| self.nth(n))
                .map(|time| Local::new(day, time))
                .filter(|at| *at >= from)
                .all(take),
            Some(unit) => self.each_unit(day, from, unit, take),
        }
    }

    /// The same where the unit is an hour, a minute or a second: steps from the start, of which the parts let some through.
    fn each_unit(
        &self,
        day: Date,
        from: Local,
        unit: i64,
        take: &mut dyn FnMut(Local) -> bool,
    ) -> bool {
        let start = self.start.assume_utc().unix_timestamp();
        let base = start - start.rem_euclid(unit);
        let midnight = Local::new(day, Time::MIDNIGHT)
            .assume_utc()
            .unix_timestamp();
        let earliest = midnight.max(from.assume_utc().unix_timestamp() - unit);
        let step = unit * i64::from(self.rule.interval);
        let mut at = base + (earliest - base).div_euclid(step) * step;
        while at < midnight + DAY {
            if at >= midnight && !self.in_unit(day, at - midnight, unit, from, take) {
                return false;
            }
            at += step;
        }
        true
    }

    /// The times within one unit that begins so many seconds into the day.
    fn in_unit(
        &self,
        day: Date,
        into: i64,
        unit: i64,
        from: Local,
        take: &mut dyn FnMut(Local) -> bool,
    ) -> bool {
        let clock = |seconds: i64| u8::try_from(seconds).unwrap_or(u8::MAX);
        let (hour, minute, second) = (clock(into / 3600), clock(into / 60 % 60), clock(into % 60));
        let passes = |named: &[u8], it: u8| named.is_empty() || named.contains(&it);
        if !passes(&self.rule.by_hour, hour) {
            return true;
        }
        let own_minute = [minute];
        let minutes = match unit {
            3600 => &self.minutes[..],
            _ if passes(&self.rule.by_minute, minute) => &own_minute,
            _ => return true,
        };
        let own_second = [second];
        let seconds = match unit {
            60 | 3600 => &self.seconds[..],
            _ if passes(&self.rule.by_second, second) => &own_second,
            _ => return true,
        };
        let of = minutes.len() * seconds.len();
        let mut offer = |place: usize| {
            let (minute, second) = (
                minutes[place / seconds.len()],
                seconds[place % seconds.len()],
            );
            let Ok(time) = Time::from_hms(hour, minute, second) else {
                return true;
            };
            let at = Local::new(day, time);
            at < from || take(at)
        };
        if self.rule.by_set_pos.is_empty() {
            (0..of).all(offer)
        } else {
            places(&self.rule.by_set_pos, of)
                .into_iter()
                .all(&mut offer)
        }
    }
}

/// The places of BYSETPOS in a set of so many, from 0, each once and in order.
pub(super) fn places(set_pos: &[i16], of: usize) -> Vec<usize> {
    let place = |pos: &i16| {
        let n = usize::from(pos.unsigned_abs());
        if *pos > 0 {
            Some(n - 1).filter(|place| *place < of)
        } else {
            of.checked_sub(n)
        }
    };
    let mut places: Vec<usize> = set_pos.iter().filter_map(place).collect();
    places.sort_unstable();
    places.dedup();
    places
}
