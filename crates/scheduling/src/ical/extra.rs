//! What other programs say of an event and this one has no place for: alarms, categories, properties of their own, and
//! those who take part from outside. It is kept as lines.

use std::fmt::Write as _;

use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarEntry, ICalendarProperty};

use super::{ON_CLOSED, addressed};

/// How far components may stand within each other: an alarm within an event holds nothing more that anybody writes.
const DEEPEST: u8 = 3;

/// The lines of what an event has besides.
pub(super) fn of(calendar: &ICalendar, event: &ICalendarComponent) -> Option<String> {
    let mut lines = String::new();
    for entry in event.entries.iter().filter(|entry| !is_known(entry)) {
        entry.write_to(&mut lines).ok()?;
    }
    within(&mut lines, calendar, event, DEEPEST)?;
    Some(lines)
}

fn within(
    lines: &mut String,
    calendar: &ICalendar,
    component: &ICalendarComponent,
    depth: u8,
) -> Option<()> {
    let depth = depth.checked_sub(1)?;
    for id in &component.component_ids {
        let inner = calendar.component_by_id(*id)?;
        let name = inner.component_type.as_str();
        write!(lines, "BEGIN:{name}\r\n").ok()?;
        for entry in &inner.entries {
            entry.write_to(lines).ok()?;
        }
        within(lines, calendar, inner, depth)?;
        write!(lines, "END:{name}\r\n").ok()?;
    }
    Some(())
}

/// Whether there is a place for it.
fn is_known(entry: &ICalendarEntry) -> bool {
    match &entry.name {
        ICalendarProperty::Uid
        | ICalendarProperty::Dtstamp
        | ICalendarProperty::Created
        | ICalendarProperty::LastModified
        | ICalendarProperty::Sequence
        | ICalendarProperty::Dtstart
        | ICalendarProperty::Dtend
        | ICalendarProperty::Duration
        | ICalendarProperty::RecurrenceId
        | ICalendarProperty::Rrule
        | ICalendarProperty::Rdate
        | ICalendarProperty::Exdate
        | ICalendarProperty::Status
        | ICalendarProperty::Summary
        | ICalendarProperty::Location
        | ICalendarProperty::Description
        | ICalendarProperty::Class
        | ICalendarProperty::Transp
        | ICalendarProperty::Organizer => true,
        ICalendarProperty::Attendee => entry.calendar_address().and_then(addressed).is_some(),
        other => other.as_str().eq_ignore_ascii_case(ON_CLOSED),
    }
}
