//! Rules against an expansion that knows nothing of windows, and against what is known of single dates.

mod against_full;
mod closed;
mod hostile;
mod known;
mod text;
mod zone;

use time::Date;

use super::{Local, Occurrence, OnClosed, Rule, Series, Zone};

/// A date and time, as `2026-11-20 09:00`.
pub(super) fn at(text: &str) -> Local {
    let form = time::macros::format_description!("[year]-[month]-[day] [hour]:[minute]");
    Local::parse(text, form).unwrap()
}

/// The series of a rule in Japan, where every day is a working day.
pub(super) fn series(start: &str, rule: &str) -> Series {
    let rule: Rule = rule.parse().unwrap();
    Series::new(at(start), rule, OnClosed::Keep, Zone::JAPAN).unwrap()
}

/// Every day is a working day.
pub(super) fn always(_: Date) -> bool {
    true
}

/// When the occurrences begin.
pub(super) fn starts(found: Vec<Occurrence>) -> Vec<String> {
    let form = time::macros::format_description!("[year]-[month]-[day] [hour]:[minute]");
    let starts = found.into_iter().map(|it| it.start.format(form).unwrap());
    starts.collect()
}
