//! What becomes of what programs write: pure.

use std::collections::HashSet;

use time::Date;
use uuid::Uuid;
use yakusho_kernel::{PersonId, Timestamp};

use super::model::PutError;
use crate::booking::{Had, Wanted};
use crate::event::{Draft, Event, EventForm, EventId, Owner, Put, RecurrenceForm, Status};
use crate::facility::FacilityId;
use crate::ical::{Entry, Read, moved};
use crate::recurrence::{Local, OnClosed};

/// The title of what comes without one.
const UNTITLED: &str = "（件名なし）";

/// What a program may say of facilities: they take part in an event as people do.
#[derive(Debug, Default)]
pub(super) struct Facilities {
    /// Which of the addresses are those of facilities that the actor sees.
    pub(super) named: HashSet<Uuid>,
    /// What the events have; none where it stays as it is, whatever is named.
    pub(super) had: Option<Vec<Had>>,
}

impl Facilities {
    /// Which an event is to have. Those that the actor does not see, and so cannot name, stay; and so does of how many
    /// there is no word.
    fn wanted(&self, entry: &Entry, before: Option<EventId>) -> Option<Vec<Wanted>> {
        let had = self.had.as_ref()?;
        let had = || had.iter().filter(|had| Some(had.event) == before);
        let unseen = had().filter(|had| had.facility.is_none());
        let mut wanted: Vec<Wanted> = unseen.map(|had| had.wanted).collect();
        let named = entry.invited.iter().map(|it| it.id);
        for id in named.filter(|id| self.named.contains(id)) {
            let facility = FacilityId::from(id);
            let known = had().find(|had| had.wanted.facility == facility);
            wanted.push(known.map_or(
                Wanted {
                    facility,
                    quantity: 1,
                },
                |had| had.wanted,
            ));
        }
        wanted.sort_unstable();
        wanted.dedup();
        Some(wanted)
    }
}

/// The entries of one object.
#[derive(Clone, Copy, Debug)]
pub(super) struct One<'r> {
    pub(super) whole: Option<&'r Entry>,
    pub(super) entries: &'r [Entry],
}

impl<'r> One<'r> {
    /// The one object that a text is.
    pub(super) fn of(read: &'r Read) -> Result<Self, PutError> {
        if let Some(refused) = read.refused.first() {
            return Err(match refused.property {
                "BEGIN" => PutError::Component(refused.component.clone()),
                property => PutError::Unreadable(property),
            });
        }
        let first = read.entries.first().ok_or(PutError::NotOne)?;
        if read.method.is_some() || read.entries.iter().any(|entry| entry.uid != first.uid) {
            return Err(PutError::NotOne);
        }
        Self::of_uid(&read.entries).ok_or(PutError::NotOne)
    }

    /// The object of entries of one UID; none if two of them are the same date.
    pub(super) fn of_uid(entries: &'r [Entry]) -> Option<Self> {
        let mut dates: Vec<_> = entries.iter().map(|entry| entry.original).collect();
        dates.sort_unstable();
        let twice = dates.windows(2).any(|pair| pair[0] == pair[1]);
        (!twice).then(|| Self {
            whole: entries.iter().find(|entry| entry.original.is_none()),
            entries,
        })
    }

    pub(super) fn uid(&self) -> &str {
        self.entries.first().map_or("", |entry| &entry.uid)
    }

    /// It as an object of that owner, over those events that are there.
    pub(super) fn put(
        &self,
        owner: Owner,
        standing: &[Event],
        facilities: &Facilities,
        now: Timestamp,
        works: &dyn Fn(Date) -> bool,
    ) -> Result<Put, PutError> {
        let whole = self.whole.ok_or(PutError::Unreadable("RECURRENCE-ID"))?;
        if whole.status == Status::Cancelled {
            return Err(PutError::Unreadable("STATUS"));
        }
        let before = |entry: &Entry| {
            let mut standing = standing.iter();
            standing.find(|event| event.origin.map(|origin| origin.original) == entry.original)
        };
        let standing_whole = before(whole);
        let draft = |entry: &Entry| {
            let before = before(entry);
            let mut draft = draft(entry, owner, before, now, works);
            let people = draft.form.participants.iter().copied();
            let people = people.filter(|id| !facilities.named.contains(&Uuid::from(*id)));
            draft.form.participants = people.collect();
            // What comes to stand in the place of a date comes out of its series.
            let had = before.or(standing_whole).map(|event| event.id);
            draft.form.facilities = facilities.wanted(entry, had);
            draft
        };
        let mut put = Put {
            whole: draft(whole),
            dates: Vec::new(),
        };
        for entry in self.entries {
            let Some(date) = entry.original else {
                continue;
            };
            if entry.status == Status::Cancelled {
                put.whole.left_out.push(date);
            } else {
                let one = draft(entry);
                let alike = entry.status == whole.status && before(entry).is_none();
                // A date on which it is as on the others may be there for an answer alone.
                if !(alike && is_plain(&one, &put.whole, date)) {
                    put.dates.push((date, one));
                }
            }
        }
        let stands = |date| put.dates.iter().any(|(other, _)| *other == date);
        let left_out = std::mem::take(&mut put.whole.left_out).into_iter();
        let left_out = left_out.filter(|date| !stands(*date)).collect();
        put.whole.left_out = left_out;
        Ok(put)
    }
}

/// An entry as it is to be registered. What iCalendar has no words for stays as it was.
fn draft(
    entry: &Entry,
    owner: Owner,
    before: Option<&Event>,
    now: Timestamp,
    works: &dyn Fn(Date) -> bool,
) -> Draft {
    let title = entry.title.trim();
    let title = if title.is_empty() { UNTITLED } else { title };
    let mut form = EventForm::new(owner, title, entry.when);
    form.place.clone_from(&entry.place);
    form.text.clone_from(&entry.text);
    form.closed = entry.closed;
    form.free = entry.free;
    form.away = before.is_some_and(|event| event.content.away);
    form.status = match (entry.status, before.map(|event| event.content.status)) {
        (Status::Tentative, Some(Status::Proposed)) => Status::Proposed,
        (Status::Tentative, _) => Status::Tentative,
        _ => Status::Confirmed,
    };
    if let Some(event) = before
        && event.content.when == entry.when
    {
        let candidates = event.content.candidates.iter();
        form.candidates = candidates.map(|candidate| candidate.when).collect();
    }
    let on_closed = entry.on_closed.unwrap_or_default();
    form.recurrence = entry
        .rule
        .clone()
        .map(|rule| RecurrenceForm { rule, on_closed });
    let invited = entry.invited.iter();
    form.participants = invited.map(|it| PersonId::from(it.id)).collect();
    let (mut added, mut left_out) = (entry.added.clone(), entry.left_out.clone());
    if let Some(event) = before
        && on_closed != OnClosed::Keep
    {
        // These were written because of closed days, and are none of their own.
        let (to, from) = moved(&event.series(), &event.content.when, now, works);
        added.retain(|date| !to.contains(date) || event.content.added.contains(date));
        left_out.retain(|date| !from.contains(date) || event.content.left_out.contains(date));
    }
    Draft {
        form,
        added,
        left_out,
        extra: entry.extra.clone(),
    }
}

/// Whether what is to stand in the place of a date says what its series does.
fn is_plain(one: &Draft, whole: &Draft, date: Local) -> bool {
    let expected = EventForm {
        when: whole.form.when.from_start(date),
        recurrence: None,
        status: one.form.status,
        away: one.form.away,
        ..whole.form.clone()
    };
    one.form == expected
        && one.extra == whole.extra
        && one.added.is_empty()
        && one.left_out.is_empty()
}
