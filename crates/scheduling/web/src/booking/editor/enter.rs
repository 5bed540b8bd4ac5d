//! What was entered, and booking it.

use yakusho_kernel::{PersonId, Reason, Timestamp};
use yakusho_scheduling::booking::{
    self, Booked, BookingError, BookingForm, BookingId, Clash, OnTaken, Repeat, SeriesBooked,
    Wanted,
};
use yakusho_scheduling::event::{self, EventForm, Owner, RecurrenceForm, When, Written};
use yakusho_scheduling::facility::Slot;
use yakusho_scheduling::recurrence::{Local, Zone};
use yakusho_webkit::{Fields, Problem, Reader, Visit};

use super::form::PEOPLE;
use super::{ALL_THE_SAME, taken};
use crate::schedule::{self, repeat, time_of_day};

/// What was booked.
pub(super) enum Done {
    /// A facility, once.
    Booking(Booked),
    /// A facility, again and again.
    Series(SeriesBooked),
    /// A facility with an event.
    Event(Written),
}

/// Why nothing was booked.
pub(super) enum Unbooked {
    /// What was asked for is taken.
    Taken(Asked, Vec<Clash>),
    /// Everything else.
    Problem(Problem),
}

impl<P: Into<Problem>> From<P> for Unbooked {
    fn from(problem: P) -> Self {
        Self::Problem(problem.into())
    }
}

/// What was asked for.
#[derive(Clone)]
pub(super) struct Asked {
    pub(super) form: BookingForm,
    pub(super) repeat: Option<RecurrenceForm>,
    /// Whether an event is to be written with it, and who takes part in that.
    pub(super) event: Option<Vec<PersonId>>,
    pub(super) on_taken: OnTaken,
}

impl Asked {
    fn read(fields: &Fields) -> Result<Self, Problem> {
        let mut read = fields.reader();
        let facility = if fields.has(taken::INSTEAD) {
            taken::INSTEAD
        } else {
            "facility"
        };
        let facility = read.needed(facility, Reader::one);
        let first = read.needed("first", Reader::day);
        let clock = |read: &mut Reader<'_>, name: &str| read.with(name, time_of_day);
        let start = read.needed("start", clock);
        let last = read.day("last").or(first);
        let end = read.needed("end", clock);
        let quantity = read.one("quantity").unwrap_or(1);
        let begins = first.zip(start);
        let begins = begins.map(|(day, time)| Local::new(day, time));
        let repeat = repeat::read(&mut read, fields, begins, None);
        let people: Vec<PersonId> = read.all(PEOPLE);
        if fields.text("purpose").trim().is_empty() {
            read.wrong("purpose", Reason::Required);
        }
        let starts_at = first.zip(start).map(|(day, time)| Timestamp::at(day, time));
        let ends_at = last.zip(end).map(|(day, time)| Timestamp::at(day, time));
        if starts_at
            .zip(ends_at)
            .is_some_and(|(from, until)| until <= from)
        {
            read.wrong("end", Reason::EndBeforeStart);
        }
        let times = starts_at.zip(ends_at);
        let (facility, (starts_at, ends_at)) = read.finish_with(facility.zip(times))?;
        let on_taken = if fields.has(taken::REST) {
            OnTaken::BookTheRest
        } else {
            OnTaken::Refuse
        };
        Ok(Self {
            form: BookingForm {
                facility,
                starts_at,
                ends_at,
                quantity,
                purpose: fields.text("purpose"),
                private: fields.has("private"),
                wait: fields.has(taken::WAIT),
                all_the_same: fields.has(ALL_THE_SAME),
            },
            repeat,
            event: (fields.has("with_event") || !people.is_empty()).then_some(people),
            on_taken,
        })
    }

    /// When it is; the first time of a series.
    pub(super) fn slot(&self) -> Option<Slot> {
        Slot::new(self.form.starts_at, self.form.ends_at)
    }

    fn unbooked(self, error: BookingError) -> Unbooked {
        match error {
            BookingError::Taken(clashes) => Unbooked::Taken(self, clashes),
            BookingError::Fault(fault) => Unbooked::Problem(fault.into()),
        }
    }
}

/// Books what was entered.
pub(super) async fn booked(visit: &Visit, fields: &Fields) -> Result<Done, Unbooked> {
    let mut asked = Asked::read(fields)?;
    if !visit.is_on(schedule::FUNCTION) {
        asked.event = None;
    }
    let done = match (&asked.event, &asked.repeat) {
        (Some(people), _) => {
            let form = event(visit, fields, &asked, people)?;
            let written = event::create_with(&visit.cx, &form, asked.on_taken).await;
            written.map(|written| Done::Event(written.into_inner()))
        }
        (None, Some(repeat)) => {
            let repeat = parsed(repeat)?;
            let form = asked.form.clone();
            let series = booking::book_series(&visit.cx, form, repeat, asked.on_taken).await;
            series.map(|series| Done::Series(series.into_inner()))
        }
        (None, None) => {
            let booked = booking::book(&visit.cx, asked.form.clone()).await;
            booked.map(|booked| Done::Booking(booked.into_inner()))
        }
    };
    done.map_err(|error| asked.unbooked(error))
}

/// Changes a booking to what was entered.
pub(super) async fn changed(
    visit: &Visit,
    id: BookingId,
    fields: &Fields,
) -> Result<Booked, Unbooked> {
    let revision = fields.reader().given("revision")?;
    let asked = Asked::read(fields)?;
    let changed = booking::change(&visit.cx, id, revision, asked.form.clone()).await;
    let changed = changed.map_err(|error| asked.unbooked(error))?;
    Ok(changed.into_inner())
}

fn parsed(form: &RecurrenceForm) -> Result<Repeat, Problem> {
    let rule = form.rule.parse();
    let rule = rule.map_err(|_| yakusho_kernel::Invalid::field("repeat", Reason::Malformed))?;
    Ok(Repeat {
        rule,
        on_closed: form.on_closed,
    })
}

/// The event that has the facility.
fn event(
    visit: &Visit,
    fields: &Fields,
    asked: &Asked,
    people: &[PersonId],
) -> Result<EventForm, Problem> {
    let local = |at: Timestamp| -> Local { Zone::JAPAN.local(at) };
    let when = When::Timed {
        start: local(asked.form.starts_at),
        end: local(asked.form.ends_at),
        zone: Zone::JAPAN,
    };
    let owner = Owner::Person(visit.me()?.standing.person);
    let wanted = Wanted {
        facility: asked.form.facility,
        quantity: asked.form.quantity,
    };
    Ok(EventForm {
        recurrence: asked.repeat.clone(),
        closed: asked.form.private,
        participants: people.to_vec(),
        facilities: Some(vec![wanted]),
        all_the_same: fields.has(ALL_THE_SAME),
        ..EventForm::new(owner, asked.form.purpose.clone(), when)
    })
}
