//! Events read from iCalendar text.

use calcard::common::PartialDateTime;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{
    ICalendar, ICalendarClassification, ICalendarComponent, ICalendarComponentType, ICalendarEntry,
    ICalendarParameterName, ICalendarProperty, ICalendarStatus, ICalendarTransparency,
    ICalendarValue,
};
use calcard::{Entry as Parsed, Parser};
use time::{Date, Duration, Month, Time};

use crate::event::{Status, When};
use crate::recurrence::{Local, Zone};

/// An event as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// By what it is known where it comes from.
    pub uid: String,
    /// The date of its series in the place of which it stands.
    pub original: Option<Local>,
    /// Its title; may be empty.
    pub title: String,
    /// Where it is; may be empty.
    pub place: String,
    /// What there is to know besides; may be empty.
    pub text: String,
    /// When it is.
    pub when: When,
    /// Its rule, as the value of an RRULE.
    pub rule: Option<String>,
    /// Dates besides those of the rule.
    pub added: Vec<Local>,
    /// Dates of the rule that fall out.
    pub left_out: Vec<Local>,
    /// How certain it is.
    pub status: Status,
    /// Whether it is private or confidential.
    pub closed: bool,
    /// Whether its time counts as free.
    pub free: bool,
}

/// An event that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// By what it is known where it comes from; may be empty.
    pub uid: String,
    /// The property without which it is none, or that cannot be.
    pub property: &'static str,
}

/// The events of a text, and those that cannot be read. Times without a zone are on the clock of `zone`; times in UTC are
/// put on it.
pub fn read(text: &str, zone: Zone) -> (Vec<Entry>, Vec<Refused>) {
    let (mut read, mut refused) = (Vec::new(), Vec::new());
    let mut parser = Parser::new(text);
    loop {
        match parser.entry() {
            Parsed::ICalendar(calendar) => {
                for result in of(&calendar, zone) {
                    match result {
                        Ok(entry) => read.push(entry),
                        Err(wrong) => refused.push(wrong),
                    }
                }
            }
            Parsed::Eof => return (read, refused),
            _ => {}
        }
    }
}

fn of(calendar: &ICalendar, zone: Zone) -> Vec<Result<Entry, Refused>> {
    let zones = Zones {
        named: calendar.build_tz_resolver(),
        other: zone,
    };
    let events = calendar.components.iter();
    let events = events.filter(|it| it.component_type == ICalendarComponentType::VEvent);
    events
        .map(|event| {
            entry(event, &zones).map_err(|property| Refused {
                uid: event.uid().unwrap_or_default().to_owned(),
                property,
            })
        })
        .collect()
}

/// What the names of zones in a calendar mean.
struct Zones<'c> {
    named: TzResolver<&'c str>,
    other: Zone,
}

impl Zones<'_> {
    /// The zone on whose clock a property is.
    fn of(&self, property: &ICalendarEntry) -> Zone {
        let name = property.parameter(&ICalendarParameterName::Tzid);
        let name = name.and_then(|name| name.as_text());
        let resolved = name.and_then(|name| self.named.resolve(name)?.name());
        let zone = resolved.and_then(|name| name.parse().ok());
        zone.unwrap_or(self.other)
    }
}

fn entry(event: &ICalendarComponent, zones: &Zones<'_>) -> Result<Entry, &'static str> {
    let words = |name: &ICalendarProperty| {
        let value = event.property(name).and_then(|it| it.values.first());
        value
            .and_then(ICalendarValue::as_text)
            .unwrap_or_default()
            .to_owned()
    };
    let start = event
        .property(&ICalendarProperty::Dtstart)
        .ok_or("DTSTART")?;
    let zone = zones.of(start);
    let (first, is_days) = stated(start, zone).next().ok_or("DTSTART")?;
    let when = when(event, first, is_days, zone)?;
    let all = |name: &ICalendarProperty| -> Vec<Local> {
        let properties = event.properties(name);
        properties
            .flat_map(|it| stated(it, zone))
            .map(|(date, _)| date)
            .collect()
    };
    let rule = event.property(&ICalendarProperty::Rrule);
    let rule = rule
        .and_then(|it| it.values.first())
        .map(|value| match value {
            ICalendarValue::RecurrenceRule(rule) => Ok(rule.to_string()),
            _ => Err("RRULE"),
        });
    Ok(Entry {
        uid: event.uid().ok_or("UID")?.to_owned(),
        original: all(&ICalendarProperty::RecurrenceId).first().copied(),
        title: words(&ICalendarProperty::Summary),
        place: words(&ICalendarProperty::Location),
        text: words(&ICalendarProperty::Description),
        when,
        rule: rule.transpose()?,
        added: all(&ICalendarProperty::Rdate),
        left_out: all(&ICalendarProperty::Exdate),
        status: match event.status() {
            Some(ICalendarStatus::Tentative) => Status::Tentative,
            Some(ICalendarStatus::Cancelled) => Status::Cancelled,
            _ => Status::Confirmed,
        },
        closed: is_closed(event),
        free: event.transparency() == Some(&ICalendarTransparency::Transparent),
    })
}

/// What is neither said to be public nor left unsaid is closed.
fn is_closed(event: &ICalendarComponent) -> bool {
    let class = event.property(&ICalendarProperty::Class);
    class.and_then(|it| it.values.first()).is_some_and(|value| {
        *value != ICalendarValue::Classification(ICalendarClassification::Public)
    })
}

/// When it is: up to its end, for its duration, or for what the RFC takes if neither is said.
fn when(
    event: &ICalendarComponent,
    start: Local,
    is_days: bool,
    zone: Zone,
) -> Result<When, &'static str> {
    let end = event.property(&ICalendarProperty::Dtend);
    let end = end.and_then(|end| stated(end, zone).next());
    let duration = event.property(&ICalendarProperty::Duration);
    let duration = duration.and_then(|it| it.values.first());
    let length = match (end, duration) {
        (Some((end, _)), _) => end - start,
        (None, Some(ICalendarValue::Duration(length))) => {
            let length = length.to_time_delta().ok_or("DURATION")?;
            Duration::seconds(length.num_seconds())
        }
        (None, Some(_)) => return Err("DURATION"),
        (None, None) if is_days => Duration::DAY,
        (None, None) => Duration::ZERO,
    };
    if length.is_negative() || length > When::LONGEST {
        return Err("DTEND");
    }
    let until = start.checked_add(length).ok_or("DTEND")?;
    Ok(if is_days {
        let last = until.date().previous_day().ok_or("DTEND")?;
        let first = start.date();
        When::Days {
            first,
            last: last.max(first),
        }
    } else {
        When::Timed {
            start,
            end: until,
            zone,
        }
    })
}

/// The dates of a property on the clock of a zone, each with whether it is a whole day.
fn stated(property: &ICalendarEntry, zone: Zone) -> impl Iterator<Item = (Local, bool)> {
    property.values.iter().filter_map(move |value| match value {
        ICalendarValue::PartialDateTime(at) => local(at, zone),
        _ => None,
    })
}

fn local(at: &PartialDateTime, zone: Zone) -> Option<(Local, bool)> {
    let month = Month::try_from(at.month?).ok()?;
    let date = Date::from_calendar_date(at.year?.into(), month, at.day?).ok()?;
    let Some(hour) = at.hour else {
        return Some((date.midnight(), true));
    };
    let minute = at.minute.unwrap_or_default();
    // A leap second is on no clock here.
    let second = at.second.unwrap_or_default().min(59);
    let clock = Local::new(date, Time::from_hms(hour, minute, second).ok()?);
    let local = match at.tz_hour {
        Some(_) => zone.local(clock.assume_utc().into()),
        None => clock,
    };
    Some((local, false))
}
