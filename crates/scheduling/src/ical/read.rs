//! Events read from iCalendar text.

use calcard::common::PartialDateTime;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{
    ICalendar, ICalendarClassification, ICalendarComponent, ICalendarComponentType, ICalendarEntry,
    ICalendarParameterName, ICalendarParameterValue, ICalendarParticipationStatus,
    ICalendarProperty, ICalendarStatus, ICalendarTransparency, ICalendarValue,
};
use calcard::{Entry as Parsed, Parser};
use time::{Date, Duration, Month, Time};
use uuid::Uuid;

use super::{ON_CLOSED, addressed, extra};
use crate::event::{Answer, Status, When};
use crate::recurrence::{Local, OnClosed, Zone};

/// What was read of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// The events.
    pub entries: Vec<Entry>,
    /// What could not be read.
    pub refused: Vec<Refused>,
    /// What it asks, where it is a message to somebody (RFC 5546).
    pub method: Option<String>,
}

/// Somebody who is to take part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The person, or the unit.
    pub id: Uuid,
    /// What they say to it.
    pub answer: Answer,
}

/// An event as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The line on which it begins, from 1.
    pub line: u32,
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
    /// What becomes of dates on closed days, if one of ours wrote it.
    pub on_closed: Option<OnClosed>,
    /// Who takes part, of those whom the town hall knows by their addresses.
    pub invited: Vec<Invited>,
    /// What there is no place for, as lines of iCalendar.
    pub extra: String,
}

/// An event that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The line on which it begins, from 1.
    pub line: u32,
    /// What it is, such as `VEVENT`.
    pub component: String,
    /// By what it is known where it comes from; may be empty.
    pub uid: String,
    /// The property without which it is none, or that cannot be.
    pub property: &'static str,
}

/// The events of a text, and what cannot be read. Times without a zone are on the clock of `zone`; times in UTC are put on
/// it.
pub fn read(text: &str, zone: Zone) -> Read {
    let mut read = Read::default();
    let mut lines = lines(text);
    let mut parser = Parser::new(text);
    loop {
        match parser.entry() {
            Parsed::ICalendar(calendar) => of(&calendar, zone, &mut lines, &mut read),
            Parsed::Eof => return read,
            _ => {}
        }
    }
}

/// The lines on which components begin that are no part of another.
fn lines(text: &str) -> impl Iterator<Item = u32> {
    let mut depth = 0_u32;
    (1..).zip(text.lines()).filter_map(move |(number, line)| {
        let begins = |word: &str| {
            let start = line.get(..word.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        if begins("END:") {
            depth = depth.saturating_sub(1);
        }
        if !begins("BEGIN:") {
            return None;
        }
        depth += 1;
        (depth == 2).then_some(number)
    })
}

fn of(calendar: &ICalendar, zone: Zone, lines: &mut dyn Iterator<Item = u32>, read: &mut Read) {
    let zones = Zones {
        named: calendar.build_tz_resolver(),
        other: zone,
    };
    let Some(whole) = calendar.components.first() else {
        return;
    };
    let method = whole.property(&ICalendarProperty::Method);
    let method = method.and_then(|it| it.values.first()?.as_text().map(str::to_owned));
    read.method = read.method.take().or(method);
    for id in &whole.component_ids {
        let line = lines.next().unwrap_or_default();
        let Some(component) = calendar.component_by_id(*id) else {
            continue;
        };
        let read_in = match component.component_type {
            ICalendarComponentType::VTimezone => continue,
            ICalendarComponentType::VEvent => entry(calendar, component, &zones, line),
            _ => Err("BEGIN"),
        };
        match read_in {
            Ok(entry) => read.entries.push(entry),
            Err(property) => read.refused.push(Refused {
                line,
                component: component.component_type.as_str().to_owned(),
                uid: component.uid().unwrap_or_default().to_owned(),
                property,
            }),
        }
    }
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

fn entry(
    calendar: &ICalendar,
    event: &ICalendarComponent,
    zones: &Zones<'_>,
    line: u32,
) -> Result<Entry, &'static str> {
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
    let original = event.property(&ICalendarProperty::RecurrenceId);
    if original.is_some_and(|it| it.has_parameter(&ICalendarParameterName::Range)) {
        return Err("RECURRENCE-ID");
    }
    let rule = event.property(&ICalendarProperty::Rrule);
    let rule = rule
        .and_then(|it| it.values.first())
        .map(|value| match value {
            ICalendarValue::RecurrenceRule(rule) => Ok(rule.to_string()),
            _ => Err("RRULE"),
        });
    Ok(Entry {
        line,
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
        on_closed: on_closed(event),
        invited: invited(event),
        extra: extra::of(calendar, event).unwrap_or_default(),
    })
}

fn on_closed(event: &ICalendarComponent) -> Option<OnClosed> {
    let mut properties = event.entries.iter();
    let ours = properties.find(|it| it.name.as_str().eq_ignore_ascii_case(ON_CLOSED))?;
    OnClosed::from_code(ours.values.first()?.as_text()?)
}

fn invited(event: &ICalendarComponent) -> Vec<Invited> {
    let attendees = event.properties(&ICalendarProperty::Attendee);
    attendees
        .filter_map(|attendee| {
            let answer = match attendee.parameter(&ICalendarParameterName::Partstat) {
                Some(ICalendarParameterValue::Partstat(said)) => match said {
                    ICalendarParticipationStatus::Accepted => Answer::Accepted,
                    ICalendarParticipationStatus::Declined => Answer::Declined,
                    ICalendarParticipationStatus::Tentative => Answer::Tentative,
                    _ => Answer::None,
                },
                _ => Answer::None,
            };
            Some(Invited {
                id: addressed(attendee.calendar_address()?)?,
                answer,
            })
        })
        .collect()
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

/// A date on the clock of a zone, and whether it is a whole day.
pub(super) fn local(at: &PartialDateTime, zone: Zone) -> Option<(Local, bool)> {
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
