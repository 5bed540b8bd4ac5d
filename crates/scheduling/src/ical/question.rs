//! Questions when somebody is free (RFC 5546, section 3.3.2).

use calcard::icalendar::{
    ICalendar, ICalendarComponentType, ICalendarEntry, ICalendarProperty, ICalendarValue,
};
use calcard::{Entry, Parser};
use yakusho_kernel::Timestamp;

use super::read::local;
use crate::recurrence::Zone;

/// A question when somebody is free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The addresses of those about whom it is.
    pub whom: Vec<String>,
    /// Between when.
    pub times: (Timestamp, Timestamp),
    /// The lines that an answer repeats: its UID and who asks.
    pub lines: String,
}

/// The question of a text, if it is one.
pub fn read_question(text: &str) -> Option<Question> {
    let Entry::ICalendar(calendar) = Parser::new(text).entry() else {
        return None;
    };
    of(&calendar)
}

fn of(calendar: &ICalendar) -> Option<Question> {
    let mut components = calendar.components.iter();
    let asked = components.find(|it| it.component_type == ICalendarComponentType::VFreebusy)?;
    let at = |name| {
        let at = asked.property(name)?.values.first();
        let ICalendarValue::PartialDateTime(at) = at? else {
            return None;
        };
        Some(Zone::UTC.at(local(at, Zone::UTC)?.0))
    };
    let from = at(&ICalendarProperty::Dtstart)?;
    let until = at(&ICalendarProperty::Dtend)?;
    let attendees = asked.properties(&ICalendarProperty::Attendee);
    let whom = attendees.filter_map(ICalendarEntry::calendar_address);
    let whom: Vec<String> = whom.map(str::to_owned).collect();
    let mut lines = String::new();
    for name in [&ICalendarProperty::Uid, &ICalendarProperty::Organizer] {
        if let Some(said) = asked.property(name) {
            said.write_to(&mut lines).ok()?;
        }
    }
    (from < until && !whom.is_empty()).then_some(Question {
        whom,
        times: (from, until),
        lines,
    })
}
