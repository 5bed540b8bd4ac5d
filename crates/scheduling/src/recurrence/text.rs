//! Rules as text: `FREQ=MONTHLY;BYDAY=2TU`.

use std::fmt::{self, Display, Write as _};
use std::str::FromStr;

use time::macros::format_description;
use time::{Date, Time, Weekday};

use super::Local;
use super::rule::{End, Frequency, NthWeekday, Rule};

/// The longest text of a rule that is looked at, in bytes: no rule that anybody means comes near.
const LONGEST: usize = 2_000;

/// Why a text is no rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// It is not in the form of RFC 5545.
    #[error("not a rule of recurrence")]
    Malformed,
    /// It says a part twice.
    #[error("{0} stands there twice")]
    Twice(&'static str),
    /// Its parts may not stand together.
    #[error("{0} does not go with the frequency")]
    Unfit(&'static str),
}

const DAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

/// The parts, in the order in which they are written.
const PARTS: [&str; 14] = [
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "WKST",
    "BYMONTH",
    "BYWEEKNO",
    "BYYEARDAY",
    "BYMONTHDAY",
    "BYDAY",
    "BYHOUR",
    "BYMINUTE",
    "BYSECOND",
    "BYSETPOS",
];

impl FromStr for Rule {
    type Err = RuleError;

    /// Reads the value of an RRULE. What the RFC does not know is refused, but for parts that begin with `X-`.
    fn from_str(text: &str) -> Result<Self, RuleError> {
        if text.len() > LONGEST {
            return Err(RuleError::Malformed);
        }
        let mut rule = Self::every(1, Frequency::Daily);
        let mut seen = [false; PARTS.len()];
        for part in text.trim().split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').ok_or(RuleError::Malformed)?;
            let name = name.to_ascii_uppercase();
            if name.starts_with("X-") {
                continue;
            }
            let at = PARTS.iter().position(|known| *known == name);
            let at = at.ok_or(RuleError::Malformed)?;
            if std::mem::replace(&mut seen[at], true) {
                return Err(RuleError::Twice(PARTS[at]));
            }
            rule.take(PARTS[at], &value.to_ascii_uppercase())?;
        }
        if !seen[0] {
            return Err(RuleError::Malformed);
        }
        rule.fits()?;
        Ok(rule)
    }
}

impl TryFrom<String> for Rule {
    type Error = RuleError;

    fn try_from(text: String) -> Result<Self, RuleError> {
        text.parse()
    }
}

impl From<Rule> for String {
    fn from(rule: Rule) -> Self {
        rule.to_string()
    }
}

impl Rule {
    fn take(&mut self, part: &str, value: &str) -> Result<(), RuleError> {
        match part {
            "FREQ" => {
                let known = Frequency::ALL.into_iter().find(|freq| freq.word() == value);
                self.freq = known.ok_or(RuleError::Malformed)?;
            }
            "INTERVAL" => self.interval = number(value, 1, u16::MAX)?,
            "COUNT" if self.end == End::Never => {
                self.end = End::Count(number(value, 1, u32::MAX)?);
            }
            "UNTIL" if self.end == End::Never => self.end = until(value)?,
            "COUNT" | "UNTIL" => return Err(RuleError::Twice("COUNT or UNTIL")),
            "WKST" => self.week_start = weekday(value)?,
            "BYMONTH" => self.by_month = numbers(value, 1, 12)?,
            "BYWEEKNO" => self.by_week_no = signed(value, 53)?,
            "BYYEARDAY" => self.by_year_day = signed(value, 366)?,
            "BYMONTHDAY" => self.by_month_day = signed(value, 31)?,
            "BYDAY" => {
                let days: Result<Vec<_>, _> = value.split(',').map(nth_weekday).collect();
                self.by_day = days?;
                self.by_day
                    .sort_unstable_by_key(|day| (day.nth, day.weekday.number_days_from_monday()));
                self.by_day.dedup();
            }
            "BYHOUR" => self.by_hour = numbers(value, 0, 23)?,
            "BYMINUTE" => self.by_minute = numbers(value, 0, 59)?,
            // The 61st second of a leap second is never on a clock here.
            "BYSECOND" => self.by_second = numbers(value, 0, 60)?,
            "BYSETPOS" => self.by_set_pos = signed(value, 366)?,
            _ => return Err(RuleError::Malformed),
        }
        Ok(())
    }

    /// What may not stand together (RFC 5545, section 3.3.10).
    fn fits(&self) -> Result<(), RuleError> {
        let freq = self.freq;
        let nth = self.by_day.iter().any(|day| day.nth.is_some());
        let months = matches!(freq, Frequency::Monthly | Frequency::Yearly);
        let parts = [
            !self.by_second.is_empty(),
            !self.by_minute.is_empty(),
            !self.by_hour.is_empty(),
            !self.by_day.is_empty(),
            !self.by_month_day.is_empty(),
            !self.by_year_day.is_empty(),
            !self.by_week_no.is_empty(),
            !self.by_month.is_empty(),
        ];
        let year_days = matches!(
            freq,
            Frequency::Daily | Frequency::Weekly | Frequency::Monthly
        );
        for (unfit, name) in [
            (
                freq == Frequency::Weekly && !self.by_month_day.is_empty(),
                "BYMONTHDAY",
            ),
            (
                freq != Frequency::Yearly && !self.by_week_no.is_empty(),
                "BYWEEKNO",
            ),
            (year_days && !self.by_year_day.is_empty(), "BYYEARDAY"),
            (nth && (!months || !self.by_week_no.is_empty()), "BYDAY"),
            (
                !self.by_set_pos.is_empty() && !parts.contains(&true),
                "BYSETPOS",
            ),
        ] {
            if unfit {
                return Err(RuleError::Unfit(name));
            }
        }
        Ok(())
    }
}

fn number<T: FromStr + PartialOrd + Copy>(value: &str, min: T, max: T) -> Result<T, RuleError> {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    let number: T = value.parse().map_err(|_| RuleError::Malformed)?;
    if digits && number >= min && number <= max {
        Ok(number)
    } else {
        Err(RuleError::Malformed)
    }
}

/// Numbers with commas between, each once and in order.
fn numbers(value: &str, min: u8, max: u8) -> Result<Vec<u8>, RuleError> {
    let numbers: Result<Vec<_>, _> = value.split(',').map(|one| number(one, min, max)).collect();
    let mut numbers = numbers?;
    numbers.sort_unstable();
    numbers.dedup();
    Ok(numbers)
}

/// Numbers from 1, or from the end where they are negative, each once and in order.
fn signed<T: TryFrom<i16> + Ord>(value: &str, max: i16) -> Result<Vec<T>, RuleError> {
    let numbers: Result<Vec<T>, _> = value.split(',').map(|one| sign(one, max)).collect();
    let mut numbers = numbers?;
    numbers.sort_unstable();
    numbers.dedup();
    Ok(numbers)
}

fn sign<T: TryFrom<i16>>(one: &str, max: i16) -> Result<T, RuleError> {
    let (minus, digits) = match one.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, one.strip_prefix('+').unwrap_or(one)),
    };
    let number = number(digits, 1, max)?;
    T::try_from(if minus { -number } else { number }).map_err(|_| RuleError::Malformed)
}

fn weekday(value: &str) -> Result<Weekday, RuleError> {
    let known = DAYS.into_iter().find(|(word, _)| *word == value);
    known.map(|(_, day)| day).ok_or(RuleError::Malformed)
}

fn nth_weekday(value: &str) -> Result<NthWeekday, RuleError> {
    let at = value.len().checked_sub(2).ok_or(RuleError::Malformed)?;
    let (nth, day) = value.split_at_checked(at).ok_or(RuleError::Malformed)?;
    let nth = if nth.is_empty() {
        None
    } else {
        Some(sign(nth, 53)?)
    };
    Ok(NthWeekday {
        nth,
        weekday: weekday(day)?,
    })
}

fn until(value: &str) -> Result<End, RuleError> {
    let date = format_description!("[year][month][day]");
    let time = format_description!("[hour][minute][second]");
    let day = |text| Date::parse(text, date).map_err(|_| RuleError::Malformed);
    let Some((before, after)) = value.split_once('T') else {
        return Ok(End::Day(day(value)?));
    };
    let clock = |text| Time::parse(text, time).map_err(|_| RuleError::Malformed);
    Ok(match after.strip_suffix('Z') {
        Some(after) => End::Utc(Local::new(day(before)?, clock(after)?)),
        None => End::Local(Local::new(day(before)?, clock(after)?)),
    })
}

impl Display for Rule {
    /// The value of an RRULE.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FREQ={}", self.freq.word())?;
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        match self.end {
            End::Never => {}
            End::Count(count) => write!(f, ";COUNT={count}")?,
            End::Day(day) => write!(f, ";UNTIL={}", Day(day))?,
            End::Local(at) => write!(f, ";UNTIL={}T{}", Day(at.date()), Clock(at.time()))?,
            End::Utc(at) => write!(f, ";UNTIL={}T{}Z", Day(at.date()), Clock(at.time()))?,
        }
        if self.week_start != Weekday::Monday {
            write!(f, ";WKST={}", word(self.week_start))?;
        }
        list(f, "BYMONTH", &self.by_month)?;
        list(f, "BYWEEKNO", &self.by_week_no)?;
        list(f, "BYYEARDAY", &self.by_year_day)?;
        list(f, "BYMONTHDAY", &self.by_month_day)?;
        list(f, "BYDAY", &self.by_day)?;
        list(f, "BYHOUR", &self.by_hour)?;
        list(f, "BYMINUTE", &self.by_minute)?;
        list(f, "BYSECOND", &self.by_second)?;
        list(f, "BYSETPOS", &self.by_set_pos)
    }
}

impl Display for NthWeekday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(nth) = self.nth {
            write!(f, "{nth}")?;
        }
        f.write_str(word(self.weekday))
    }
}

fn list<T: Display>(f: &mut fmt::Formatter<'_>, name: &str, values: &[T]) -> fmt::Result {
    for (n, value) in values.iter().enumerate() {
        if n == 0 {
            write!(f, ";{name}=")?;
        } else {
            f.write_char(',')?;
        }
        write!(f, "{value}")?;
    }
    Ok(())
}

const fn word(day: Weekday) -> &'static str {
    DAYS[day.number_days_from_monday() as usize].0
}

struct Day(Date);

impl Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(f, "{year:04}{:02}{day:02}", u8::from(month))
    }
}

struct Clock(Time);

impl Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = self.0.as_hms();
        write!(f, "{hour:02}{minute:02}{second:02}")
    }
}
