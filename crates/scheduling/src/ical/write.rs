//! Events written as iCalendar text.

use std::fmt::Write as _;

use calcard::{Entry, Parser};
use time::{Date, Duration};
use yakusho_kernel::Timestamp;

use crate::event::{Event, Status, When};
use crate::recurrence::{End, Local, OnClosed, Rule, Series};

/// For how long moved dates are written out.
const AHEAD: Duration = Duration::days(731);

/// A calendar of these events; those that stand in the place of a date of a series come with it. `works` says on which days
/// the town hall does.
pub fn write(events: &[Event], now: Timestamp, works: &dyn Fn(Date) -> bool) -> String {
    let mut text =
        String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Yakusho//Yakusho//JA\r\n");
    for event in events {
        // Writing to a string never fails.
        let _ = component(&mut text, event, events, now, works);
    }
    text.push_str("END:VCALENDAR\r\n");
    completed(&text).unwrap_or(text)
}

/// The text with its lines folded, and with the time zones that it speaks of.
fn completed(text: &str) -> Option<String> {
    let Entry::ICalendar(mut calendar) = Parser::new(text).entry() else {
        return None;
    };
    calendar.add_missing_timezones();
    let mut written = String::with_capacity(text.len() + 512);
    calendar.write_to(&mut written).ok()?;
    Some(written)
}

fn component(
    text: &mut String,
    event: &Event,
    all: &[Event],
    now: Timestamp,
    works: &dyn Fn(Date) -> bool,
) -> std::fmt::Result {
    let content = &event.content;
    let when = &content.when;
    let uid = event.origin.map_or(event.id, |origin| origin.series);
    let status = match content.status {
        Status::Confirmed => "CONFIRMED",
        Status::Tentative | Status::Proposed | Status::Polling => "TENTATIVE",
        Status::Cancelled => "CANCELLED",
    };
    write!(text, "BEGIN:VEVENT\r\nUID:{uid}\r\n")?;
    write!(text, "DTSTAMP:{}\r\n", utc(event.changed_at))?;
    write!(text, "CREATED:{}\r\n", utc(event.created_at))?;
    write!(text, "LAST-MODIFIED:{}\r\n", utc(event.changed_at))?;
    write!(text, "SEQUENCE:{}\r\n", event.revision - 1)?;
    write!(text, "DTSTART{}\r\n", dates(when, &[when.start()]))?;
    let end = when
        .start()
        .checked_add(when.length())
        .unwrap_or(when.start());
    write!(text, "DTEND{}\r\n", dates(when, &[end]))?;
    if let Some(origin) = event.origin {
        write!(text, "RECURRENCE-ID{}\r\n", dates(when, &[origin.original]))?;
    }
    if let Some(recurrence) = &content.recurrence {
        write!(text, "RRULE:{}\r\n", bounded(&recurrence.rule, when))?;
    }
    let (added, left_out) = besides(event, all, now, works);
    for (name, list) in [("RDATE", added), ("EXDATE", left_out)] {
        if !list.is_empty() {
            write!(text, "{name}{}\r\n", dates(when, &list))?;
        }
    }
    write!(
        text,
        "STATUS:{status}\r\nSUMMARY:{}\r\n",
        escaped(&content.title)
    )?;
    for (name, words) in [("LOCATION", &content.place), ("DESCRIPTION", &content.text)] {
        if !words.is_empty() {
            write!(text, "{name}:{}\r\n", escaped(words))?;
        }
    }
    let class = if content.closed { "PRIVATE" } else { "PUBLIC" };
    let transp = if content.free {
        "TRANSPARENT"
    } else {
        "OPAQUE"
    };
    write!(text, "CLASS:{class}\r\nTRANSP:{transp}\r\nEND:VEVENT\r\n")
}

/// The dates that are added to those of the rule, and those that are left out: also where closed days move or drop them.
fn besides(
    event: &Event,
    all: &[Event],
    now: Timestamp,
    works: &dyn Fn(Date) -> bool,
) -> (Vec<Local>, Vec<Local>) {
    let series = event.series();
    let stands_in = |date: &Local| {
        let mut origins = all.iter().filter_map(|other| other.origin);
        origins.any(|origin| origin.series == event.id && origin.original == *date)
    };
    let mut added = series.added.clone();
    let mut left_out = series.left_out.clone();
    left_out.retain(|date| !stands_in(date));
    if series.on_closed != OnClosed::Keep {
        let until = event.content.when.zone().local(now.plus(AHEAD));
        let found = series.within(series.start, until, works);
        let moved = found.iter().filter(|it| it.start != it.id);
        added.extend(moved.map(|it| it.start));
        let unmoved = Series {
            on_closed: OnClosed::Keep,
            ..series.clone()
        };
        let stays = |date: &Local| found.iter().any(|it| it.id == *date && it.start == *date);
        let dates = unmoved.within(series.start, until, works).into_iter();
        left_out.extend(dates.map(|it| it.id).filter(|date| !stays(date)));
    }
    (added, left_out)
}

/// Dates as the value of a property, with its parameters before it.
fn dates(when: &When, dates: &[Local]) -> String {
    let day = |date: &Local| {
        let (year, month, day) = date.date().to_calendar_date();
        format!("{year:04}{:02}{day:02}", u8::from(month))
    };
    let clock = |date: &Local| {
        let (hour, minute, second) = date.time().as_hms();
        format!("{}T{hour:02}{minute:02}{second:02}", day(date))
    };
    match when {
        When::Days { .. } => {
            let days: Vec<String> = dates.iter().map(day).collect();
            format!(";VALUE=DATE:{}", days.join(","))
        }
        When::Timed { zone, .. } => {
            let times: Vec<String> = dates.iter().map(clock).collect();
            format!(";TZID={}:{}", zone.name(), times.join(","))
        }
    }
}

/// The rule with its end as the RFC wants it: a day where the event is whole days, else a time in UTC.
fn bounded(rule: &Rule, when: &When) -> Rule {
    let last = match rule.end() {
        End::Never | End::Count(_) | End::Utc(_) => return rule.clone(),
        End::Day(day) => Local::new(day, time::macros::time!(23:59:59)),
        End::Local(at) => at,
    };
    if when.is_days() {
        return rule.clone().ending(End::Day(last.date()));
    }
    let utc = when.zone().at(last).utc();
    rule.clone()
        .ending(End::Utc(Local::new(utc.date(), utc.time())))
}

fn utc(at: Timestamp) -> String {
    let utc = at.utc();
    let (year, month, day) = utc.to_calendar_date();
    let (hour, minute, second) = utc.to_hms();
    format!(
        "{year:04}{:02}{day:02}T{hour:02}{minute:02}{second:02}Z",
        u8::from(month)
    )
}

/// Text as the value of a property (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}
