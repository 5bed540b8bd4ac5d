//! What a program answers to somebody else's object: pure.

use time::Date;
use uuid::Uuid;
use yakusho_kernel::{PersonId, Timestamp};

use super::model::{PutError, Stored};
use super::rules::One;
use crate::event::{Answer, Event, EventId, Said, Status};
use crate::ical::{Entry, moved};
use crate::recurrence::Local;

/// What somebody answers to an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answered {
    pub(super) event: EventId,
    pub(super) whole: Answer,
    /// To single dates of a series, what is other than to the rest.
    pub(super) dates: Vec<(Local, Answer)>,
}

impl Answered {
    /// Whether it is something else than what they said before.
    pub(super) fn changes(&self, said: &Said) -> bool {
        let before = said.dates.iter().map(|said| (said.date, said.answer));
        self.whole != said.whole || !before.eq(self.dates.iter().copied())
    }
}

/// What is answered to each of the events; something else than answers is not theirs to change.
pub(super) fn answered(
    one: &One<'_>,
    there: &Stored,
    person: PersonId,
    now: Timestamp,
    works: &dyn Fn(Date) -> bool,
) -> Result<Vec<Answered>, PutError> {
    let mut answered = Vec::new();
    for event in there.events() {
        let original = event.origin.map(|origin| origin.original);
        let mut entries = one.entries.iter();
        let entry = entries.find(|entry| entry.original == original);
        // What is not named is called off for the holder alone.
        let whole = match entry {
            Some(entry) if !same(entry, event) => return Err(PutError::NotOwner),
            Some(entry) => answer_of(entry, person),
            None => Some(Answer::Declined),
        };
        if let Some(whole) = whole {
            let dates = match entry.filter(|_| event.repeats()) {
                Some(entry) => {
                    let closed = moved(&event.series(), &event.content.when, now, works).1;
                    let mut dates = left_out(entry, event, there, &closed);
                    dates.extend(on_dates(one, event, there, person)?);
                    dates.retain(|(_, answer)| *answer != whole);
                    dates.sort_unstable_by_key(|(date, _)| *date);
                    dates.dedup_by_key(|(date, _)| *date);
                    dates
                }
                None => Vec::new(),
            };
            answered.push(Answered {
                event: event.id,
                whole,
                dates,
            });
        }
    }
    Ok(answered)
}

/// The dates that the program leaves out of a series, and its owner does not: these are declined.
fn left_out(
    entry: &Entry,
    series: &Event,
    there: &Stored,
    closed: &[Local],
) -> Vec<(Local, Answer)> {
    let declined: Vec<Local> = there.declined(series.id).collect();
    let dates = series.series();
    let left_out = entry.left_out.iter().copied();
    let theirs = left_out
        .filter(|date| declined.contains(date) || (dates.has(*date) && !closed.contains(date)));
    theirs.map(|date| (date, Answer::Declined)).collect()
}

/// What is answered on dates that stand by themselves for that alone.
fn on_dates(
    one: &One<'_>,
    series: &Event,
    there: &Stored,
    person: PersonId,
) -> Result<Vec<(Local, Answer)>, PutError> {
    let stands = |date: Local| {
        let mut origins = there.events().iter().filter_map(|event| event.origin);
        origins.any(|origin| origin.original == date)
    };
    let declined: Vec<Local> = there.declined(series.id).collect();
    let mut answers = Vec::new();
    for entry in one.entries {
        let Some(date) = entry.original.filter(|date| !stands(*date)) else {
            continue;
        };
        let is_date = declined.contains(&date) || series.series().has(date);
        if !is_date || !same(entry, &series.on(date)) {
            return Err(PutError::NotOwner);
        }
        let called_off = entry.status == Status::Cancelled;
        let says = answer_of(entry, person).filter(|_| !called_off);
        answers.push((date, says.unwrap_or(Answer::Declined)));
    }
    Ok(answers)
}

fn answer_of(entry: &Entry, person: PersonId) -> Option<Answer> {
    let mut invited = entry.invited.iter();
    let own = invited.find(|it| it.id == Uuid::from(person))?;
    Some(own.answer)
}

/// Whether an event says the same as an entry, but for what is answered to it.
fn same(entry: &Entry, event: &Event) -> bool {
    let content = &event.content;
    entry.when == content.when
        && entry.title.trim() == content.title
        && entry.place.trim() == content.place
}
