//! Calendars as programs outside know them.

use std::collections::HashMap;

use time::Date;
use uuid::Uuid;
use yakusho_kernel::{Reason, Timestamp};
use yakusho_koyomi::Calendar;

use crate::booking::BookingError;
use crate::event::rules::within;
use crate::event::{Answer, Event, EventId, Origin, Owner, Said, When};
use crate::ical::{Object, write};
use crate::recurrence::Local;

/// A calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collection {
    /// Whose it is.
    pub owner: Owner,
    /// Their name.
    pub name: String,
    /// The number of its last change; 0 if there was none yet.
    pub seq: i64,
}

impl Collection {
    /// The id of the person or unit.
    pub fn holder(&self) -> Uuid {
        self.owner.parts().1
    }
}

/// Which objects of a calendar.
#[derive(Clone, Copy, Debug)]
pub enum Select<'s> {
    /// All of them.
    All,
    /// Those of which there may be something between two points in time.
    Between(Timestamp, Timestamp),
    /// Those of these names.
    Named(&'s [String]),
}

/// An object in a calendar.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The event, or the series.
    pub root: EventId,
    /// Its name in the calendar.
    pub name: String,
    /// The number of the change that it was last part of.
    pub seq: i64,
    /// What it says.
    pub object: Object,
    /// What whoever has the calendar says to each of its events.
    pub(crate) said: HashMap<EventId, Said>,
}

impl Stored {
    /// The dates of a series that whoever has the calendar declined: these are left out of what it says.
    pub(crate) fn declined(&self, series: EventId) -> impl Iterator<Item = Local> {
        let said = self.said.get(&series).into_iter();
        let dates = said.flat_map(|said| &said.dates);
        let declined = dates.filter(|said| said.answer == Answer::Declined);
        declined.map(|said| said.date)
    }

    /// It as iCalendar text.
    pub fn text(&self, now: Timestamp, works: &dyn Fn(Date) -> bool) -> String {
        write(std::slice::from_ref(&self.object), None, now, works)
    }

    /// Whether anything of it falls between two points in time.
    pub fn falls(&self, times: (Timestamp, Timestamp), city: &Calendar) -> bool {
        let mut patterns = self.events().iter().map(Event::pattern);
        patterns.any(|pattern| !within(&pattern, times, city).is_empty())
    }

    /// Its dates between two points in time, each as an event of its own with its times in UTC.
    #[must_use]
    pub fn expanded(&self, times: (Timestamp, Timestamp), city: &Calendar) -> Self {
        let mut events = Vec::new();
        let (mut parties, mut dates) = (HashMap::new(), HashMap::new());
        for event in self.events() {
            for (item, date, _) in within(&event.pattern(), times, city) {
                let mut one = event.clone();
                one.content.when = event.content.when.in_utc(item.start, item.end);
                let original = date.or(event.origin.map(|origin| origin.original));
                one.origin = original.map(|original| Origin {
                    series: self.root,
                    original: event.content.when.original_in_utc(original),
                });
                (one.content.recurrence, one.last) = (None, None);
                one.content.added.clear();
                one.content.left_out.clear();
                events.push(one);
            }
            if let Some(known) = self.object.parties.get(&event.id) {
                parties.insert(event.id, known.clone());
            }
            for ((id, date), known) in &self.object.dates {
                if *id == event.id {
                    let date = event.content.when.original_in_utc(*date);
                    dates.insert((*id, date), known.clone());
                }
            }
        }
        events.sort_by_key(|event| event.content.when.start());
        let object = Object {
            events,
            parties,
            dates,
            ..self.object.clone()
        };
        Self {
            object,
            ..self.clone()
        }
    }

    /// The events that it is made of.
    pub fn events(&self) -> &[Event] {
        &self.object.events
    }
}

/// What was changed in a calendar since a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The names of objects that are there, new or changed, each with its number.
    pub there: Vec<(String, i64)>,
    /// The names of those that are gone.
    pub gone: Vec<String>,
    /// The number up to which these are all changes.
    pub seq: i64,
    /// Whether there are more.
    pub more: bool,
}

/// What must hold for an object to be put or deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Condition {
    /// Nothing.
    #[default]
    None,
    /// It is not there yet.
    Absent,
    /// It is there, whatever it says.
    There,
    /// Its last change has this number.
    Seq(i64),
}

impl Condition {
    /// Whether it holds of what is there.
    pub(crate) fn holds(self, seq: Option<i64>) -> bool {
        match self {
            Self::None => true,
            Self::Absent => seq.is_none(),
            Self::There => seq.is_some(),
            Self::Seq(wanted) => seq == Some(wanted),
        }
    }
}

/// An object that was put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Put {
    /// Whether it was not there before.
    pub created: bool,
}

/// Why an object was not put or deleted.
#[derive(Debug, thiserror::Error)]
pub enum PutError {
    /// What was asked to hold does not.
    #[error("the condition does not hold")]
    Condition,
    /// It is no iCalendar text that can be read; which property is at fault.
    #[error("{0} cannot be read")]
    Unreadable(&'static str),
    /// It holds something else than events.
    #[error("{0} is not kept here")]
    Component(String),
    /// It is not one event with its dates, or a message to somebody.
    #[error("not one calendar object")]
    NotOne,
    /// The UID is that of another object, of this name.
    #[error("the UID is that of another object")]
    Uid(String),
    /// It is another's, and something else than one's own answer was changed.
    #[error("only the answer is one's own")]
    NotOwner,
    /// Its facilities are not to be had, or something else stands against it.
    #[error(transparent)]
    Booking(BookingError),
}

impl<E: Into<BookingError>> From<E> for PutError {
    fn from(error: E) -> Self {
        Self::Booking(error.into())
    }
}

/// A time that somebody is busy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Busy {
    /// From when.
    pub from: Timestamp,
    /// To before when.
    pub until: Timestamp,
    /// Whether it is not certain.
    pub tentative: bool,
}

/// What is exported.
#[derive(Clone, Copy, Debug)]
pub enum Export {
    /// An event that the actor sees, or the series that it belongs to.
    Event(EventId),
    /// What is in a calendar of the actor's from a day to another, which still belongs to it; at most two years.
    Days(Owner, Date, Date),
}

/// A file of events to be read in.
#[derive(Clone, Copy, Debug)]
pub struct Import<'i> {
    /// Into whose calendar.
    pub owner: Owner,
    /// What it says.
    pub text: &'i str,
    /// Whether it is only to be looked at.
    pub dry_run: bool,
}

/// What a file brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// What is taken in.
    pub taken: Vec<Taken>,
    /// What is not, and why.
    pub faults: Vec<ImportFault>,
}

/// An event of a file that is taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The line on which it begins.
    pub line: u32,
    /// Its title.
    pub title: String,
    /// When it is; of a series, its first date.
    pub when: When,
    /// Whether it comes back.
    pub repeats: bool,
    /// Whether it changes one that is there.
    pub changes: bool,
}

/// Something in a file that is not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFault {
    /// The line on which it begins; 0 if it is of the file as a whole.
    pub line: u32,
    /// What it is, such as `VEVENT`.
    pub component: String,
    /// The property, or the field, that is at fault.
    pub field: String,
    /// What is wrong with it.
    pub reason: Reason,
}
