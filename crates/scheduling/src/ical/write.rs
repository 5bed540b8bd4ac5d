//! Events written as iCalendar text.

use std::collections::{HashMap, HashSet};
use std::fmt::{self, Write as _};

use calcard::{Entry, Parser};
use time::{Date, Duration};
use yakusho_kernel::Timestamp;

use super::ON_CLOSED;
use crate::event::{Answer, Event, EventId, Status, When};
use crate::facility::FacilityKind;
use crate::recurrence::{End, Local, OnClosed, Rule, Series, Zone};

/// For how long moved dates are written out.
const AHEAD: Duration = Duration::days(731);

/// The octets of a line (RFC 5545, section 3.1).
const LINE: usize = 75;

/// The town hall's clock, which has not changed since 1951.
const JAPAN: &str = "BEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n\
     TZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nTZNAME:JST\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// An event, or a series with those that stand in the place of its dates.
#[derive(Clone, Debug)]
pub struct Object {
    /// By what it is known outside.
    pub uid: String,
    /// The series first, if it is there.
    pub events: Vec<Event>,
    /// Whose it is, where others take part.
    pub host: Option<Party>,
    /// Who takes part in each of the events, and which facilities it has.
    pub parties: HashMap<EventId, Vec<Party>>,
    /// The same on single dates of a series, where it is not as on the others.
    pub dates: HashMap<(EventId, Local), Vec<Party>>,
    /// Whether what its owner's program keeps with it comes along.
    pub extra: bool,
}

impl Object {
    /// Events that are known outside by their own ids, without those who take part.
    pub fn plain(events: Vec<Event>) -> Self {
        let root = events.first().map(Event::root);
        Self {
            uid: root.map(|root| root.to_string()).unwrap_or_default(),
            events,
            host: None,
            parties: HashMap::new(),
            dates: HashMap::new(),
            extra: false,
        }
    }

    /// Who takes part in an event, or on the date of a series that it is.
    fn parties(&self, event: &Event) -> &[Party] {
        let date = event.origin.map(|origin| (event.id, origin.original));
        let on_date = date.and_then(|date| self.dates.get(&date));
        let parties = on_date.or_else(|| self.parties.get(&event.id));
        parties.map_or(&[], Vec::as_slice)
    }

    /// The dates of a series on which somebody says something else than to the others, each as an event.
    fn on_dates(&self, series: &Event) -> Vec<Event> {
        let dates = self.dates.keys().filter(|(id, _)| *id == series.id);
        let mut dates: Vec<Local> = dates.map(|(_, date)| *date).collect();
        dates.retain(|date| series.repeats() && series.series().has(*date));
        dates.sort_unstable();
        dates.into_iter().map(|date| series.on(date)).collect()
    }
}

/// What kind of calendar user takes part (RFC 5545, section 3.2.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartyKind {
    /// A person.
    #[default]
    Individual,
    /// A room.
    Room,
    /// Something else that is booked.
    Resource,
}

impl PartyKind {
    /// The code of the RFC.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Individual => "INDIVIDUAL",
            Self::Room => "ROOM",
            Self::Resource => "RESOURCE",
        }
    }
}

impl From<FacilityKind> for PartyKind {
    fn from(kind: FacilityKind) -> Self {
        match kind {
            FacilityKind::Room => Self::Room,
            FacilityKind::Equipment | FacilityKind::Car => Self::Resource,
        }
    }
}

/// Somebody who has to do with an event, or a facility that it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Their calendar address.
    pub address: String,
    /// The name.
    pub name: String,
    /// Whether it is a facility.
    pub kind: PartyKind,
    /// What they say to taking part; of a facility, whether it is booked.
    pub answer: Answer,
}

/// A calendar of these objects. `method` is said of a message to somebody (RFC 5546); `works` says on which days the town
/// hall does.
pub fn write(
    objects: &[Object],
    method: Option<&str>,
    now: Timestamp,
    works: &dyn Fn(Date) -> bool,
) -> String {
    let mut lines = Lines(String::with_capacity(1024));
    lines
        .0
        .push_str("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Yakusho//Yakusho//JA\r\n");
    if let Some(method) = method {
        lines.line(format_args!("METHOD:{method}"));
    }
    let events = || objects.iter().flat_map(|object| &object.events);
    let timed = || {
        let timed = events().map(|event| &event.content.when);
        timed.filter(|when| !when.is_days()).map(When::zone)
    };
    if timed().any(|zone| zone == Zone::JAPAN) {
        lines.0.push_str(JAPAN);
    }
    for object in objects {
        for event in &object.events {
            component(&mut lines, event, object, now, works);
            for date in object.on_dates(event) {
                component(&mut lines, &date, object, now, works);
            }
        }
    }
    lines.0.push_str("END:VCALENDAR\r\n");
    let Lines(text) = lines;
    if timed().all(|zone| zone == Zone::JAPAN || zone == Zone::UTC) {
        return text;
    }
    completed(&text).unwrap_or(text)
}

/// The text with the other time zones that it speaks of.
fn completed(text: &str) -> Option<String> {
    let Entry::ICalendar(mut calendar) = Parser::new(text).entry() else {
        return None;
    };
    calendar.add_missing_timezones();
    let mut written = String::with_capacity(text.len() + 512);
    calendar.write_to(&mut written).ok()?;
    Some(written)
}

/// Text that grows by folded lines.
struct Lines(String);

impl Lines {
    fn line(&mut self, line: fmt::Arguments<'_>) {
        let begin = self.0.len();
        // Writing to a string never fails.
        let _ = self.0.write_fmt(line);
        let mut at = begin + LINE;
        while at < self.0.len() {
            while !self.0.is_char_boundary(at) {
                at -= 1;
            }
            self.0.insert_str(at, "\r\n ");
            at += "\r\n".len() + LINE;
        }
        self.0.push_str("\r\n");
    }

    fn text(&mut self, name: &str, text: &str) {
        self.line(format_args!("{name}:{}", escaped(text)));
    }
}

fn component(
    lines: &mut Lines,
    event: &Event,
    object: &Object,
    now: Timestamp,
    works: &dyn Fn(Date) -> bool,
) {
    let content = &event.content;
    let when = &content.when;
    lines.line(format_args!("BEGIN:VEVENT"));
    lines.text("UID", &object.uid);
    lines.line(format_args!("DTSTAMP:{}", utc(event.changed_at)));
    lines.line(format_args!("CREATED:{}", utc(event.created_at)));
    lines.line(format_args!("LAST-MODIFIED:{}", utc(event.changed_at)));
    lines.line(format_args!("SEQUENCE:{}", event.revision - 1));
    lines.line(format_args!("DTSTART{}", dates(when, &[when.start()])));
    let end = when.start().checked_add(when.length());
    let end = end.unwrap_or(when.start());
    lines.line(format_args!("DTEND{}", dates(when, &[end])));
    if let Some(origin) = event.origin {
        lines.line(format_args!(
            "RECURRENCE-ID{}",
            dates(when, &[origin.original])
        ));
    }
    if let Some(recurrence) = &content.recurrence {
        lines.line(format_args!("RRULE:{}", bounded(&recurrence.rule, when)));
        if recurrence.on_closed != OnClosed::Keep {
            lines.line(format_args!("{ON_CLOSED}:{}", recurrence.on_closed.code()));
        }
    }
    let (mut added, mut left_out) = moved(&event.series(), when, now, works);
    added.extend(&content.added);
    left_out.extend(&content.left_out);
    left_out.retain(|date| !stands_in(object, event.id, *date));
    for (name, mut list) in [("RDATE", added), ("EXDATE", left_out)] {
        list.sort_unstable();
        list.dedup();
        if !list.is_empty() {
            lines.line(format_args!("{name}{}", dates(when, &list)));
        }
    }
    let status = match content.status {
        Status::Confirmed => "CONFIRMED",
        Status::Tentative | Status::Proposed | Status::Polling => "TENTATIVE",
        Status::Cancelled => "CANCELLED",
    };
    lines.line(format_args!("STATUS:{status}"));
    lines.text("SUMMARY", &content.title);
    for (name, words) in [("LOCATION", &content.place), ("DESCRIPTION", &content.text)] {
        if !words.is_empty() {
            lines.text(name, words);
        }
    }
    let class = if content.closed { "PRIVATE" } else { "PUBLIC" };
    lines.line(format_args!("CLASS:{class}"));
    let free = if content.free {
        "TRANSPARENT"
    } else {
        "OPAQUE"
    };
    lines.line(format_args!("TRANSP:{free}"));
    people(lines, event, object);
    if object.extra {
        lines.0.push_str(&content.extra);
    }
    lines.line(format_args!("END:VEVENT"));
}

/// Whose it is and who takes part, where somebody does.
fn people(lines: &mut Lines, event: &Event, object: &Object) {
    let parties = object.parties(event);
    let Some(host) = object.host.as_ref().filter(|_| !parties.is_empty()) else {
        return;
    };
    let (name, address) = (quoted(&host.name), &host.address);
    lines.line(format_args!("ORGANIZER;CN={name}:{address}"));
    for party in parties {
        let (name, address) = (quoted(&party.name), &party.address);
        let says = match party.answer {
            Answer::None => "NEEDS-ACTION;RSVP=TRUE",
            Answer::Accepted => "ACCEPTED",
            Answer::Declined => "DECLINED",
            Answer::Tentative => "TENTATIVE",
        };
        let kind = match party.kind {
            PartyKind::Individual => String::new(),
            kind => format!(";CUTYPE={};ROLE=NON-PARTICIPANT", kind.code()),
        };
        lines.line(format_args!(
            "ATTENDEE;CN={name}{kind};PARTSTAT={says}:{address}"
        ));
    }
}

/// Whether the date of a series stands as an event of its own.
fn stands_in(object: &Object, series: EventId, date: Local) -> bool {
    let mut origins = object.events.iter().filter_map(|other| other.origin);
    origins.any(|origin| origin.series == series && origin.original == date)
}

/// Of a series that closed days move, up to [`AHEAD`]: the dates to which they do, and those from which. Of one with more
/// dates than anybody plans, those that are to come.
pub(crate) fn moved(
    series: &Series,
    when: &When,
    now: Timestamp,
    works: &dyn Fn(Date) -> bool,
) -> (Vec<Local>, Vec<Local>) {
    if series.on_closed == OnClosed::Keep {
        return (Vec::new(), Vec::new());
    }
    let zone = when.zone();
    let until = zone.local(now.plus(AHEAD));
    let dates = |series: &Series| {
        let each = series.each_within(series.start, until, works);
        each.unwrap_or_else(|_| series.within(zone.local(now), until, works))
    };
    let found = dates(series);
    let added = found.iter().filter(|it| it.start != it.id);
    let added = added.map(|it| it.start).collect();
    let stays: HashSet<Local> = found
        .iter()
        .filter(|it| it.start == it.id)
        .map(|it| it.id)
        .collect();
    let unmoved = dates(&Series {
        on_closed: OnClosed::Keep,
        ..series.clone()
    });
    let left_out = unmoved.into_iter().map(|it| it.id);
    (
        added,
        left_out.filter(|date| !stays.contains(date)).collect(),
    )
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
        When::Timed { zone, .. } if *zone == Zone::UTC => {
            let times: Vec<String> = dates.iter().map(|date| clock(date) + "Z").collect();
            format!(":{}", times.join(","))
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

/// A point in time in UTC, as `20261124T010000Z`.
pub fn utc(at: Timestamp) -> String {
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

/// Text as the value of a parameter (section 3.2), which no quotation mark can stand in.
fn quoted(text: &str) -> String {
    let plain = text.chars().filter(|c| *c != '"' && !c.is_control());
    format!("\"{}\"", plain.collect::<String>())
}
