//! The facilities of events: booked, moved and called off in the act that does the same with the event.

use std::collections::BTreeSet;

use time::Date;
use yakusho_accounts::calendar;
use yakusho_kernel::{Audit, Cx, Fault, Permit, Timestamp, Tx};
use yakusho_koyomi::Calendar;

use crate::booking::{self, Booker, BookingError, Clash, Following, OnTaken, Wanted};
use crate::event::model::{Event, EventForm, EventId};
use crate::event::{policy, store};
use crate::facility::Slot;
use crate::recurrence::SeriesError;
use crate::{Authorship, CarriedOn};

/// Which facilities an event is to have.
#[derive(Clone, Copy, Debug)]
pub(in crate::event) struct Facilities<'f> {
    wanted: Source<'f>,
    on_taken: OnTaken,
}

#[derive(Clone, Copy, Debug)]
enum Source<'f> {
    /// These.
    These(&'f [Wanted]),
    /// Those that it has.
    Own,
    /// Those that another of the events has, out of which it comes.
    Of(EventId),
}

impl<'f> Facilities<'f> {
    /// Those that it has.
    pub(super) const KEPT: Self = Self {
        wanted: Source::Own,
        on_taken: OnTaken::Refuse,
    };

    /// Those that the form says; those that it has, if that says nothing.
    pub(super) fn of(form: &'f EventForm, on_taken: OnTaken) -> Self {
        Self {
            wanted: form
                .facilities
                .as_deref()
                .map_or(Source::Own, Source::These),
            on_taken,
        }
    }

    /// The same of an event that comes out of another, and has what that has if nothing is said.
    pub(super) fn or_of(self, other: EventId) -> Self {
        Self {
            wanted: match self.wanted {
                Source::Own => Source::Of(other),
                said => said,
            },
            ..self
        }
    }
}

/// An event that was written, with its facilities.
#[derive(Clone, Debug)]
pub struct Written {
    /// The event.
    pub id: EventId,
    /// The dates of a series on which a facility could not be had, with what stands against each.
    pub left_out: Vec<Clash>,
}

/// Has the facilities follow the events; the events `gone` have none any more.
pub(super) async fn follow(
    tx: &Tx,
    permit: &Permit,
    events: &[(&Event, Facilities<'_>)],
    gone: &[EventId],
) -> Result<Vec<Clash>, BookingError> {
    let ids: Vec<EventId> = events.iter().map(|(event, _)| event.id).collect();
    let known = booking::facilities_of(tx, &[&ids[..], gone].concat()).await?;
    let wanted = events.iter().any(
        |(_, facilities)| matches!(facilities.wanted, Source::These(wanted) if !wanted.is_empty()),
    );
    if known.is_empty() && !wanted {
        return Ok(Vec::new());
    }
    let city = calendar::of(tx).await?;
    let own = |event: EventId| -> Vec<Wanted> {
        let own = known.iter().filter(|(of, _)| *of == event);
        own.map(|(_, wanted)| *wanted).collect()
    };
    let on_taken = events.iter().map(|(_, facilities)| facilities.on_taken);
    let on_taken = on_taken.max().unwrap_or(OnTaken::Refuse);
    let mut following = Vec::new();
    for (event, facilities) in events {
        let wanted: BTreeSet<Wanted> = match facilities.wanted {
            Source::These(wanted) => wanted.iter().copied().collect(),
            Source::Own => own(event.id).into_iter().collect(),
            Source::Of(other) => own(other).into_iter().collect(),
        };
        following.push(Following {
            event: event.id,
            purpose: &event.content.title,
            private: event.content.closed,
            by: booker(event.by),
            facilities: wanted.into_iter().collect(),
            goes_on: goes_on(event, tx.cx().today()),
            slots: slots(event, &city),
        });
    }
    let Some(by) = following.first().map(|one| one.by) else {
        return Ok(Vec::new());
    };
    following.extend(gone.iter().map(|event| Following {
        event: *event,
        purpose: "",
        private: false,
        by,
        facilities: Vec::new(),
        goes_on: false,
        slots: Box::new(|_| Ok(Vec::new())),
    }));
    booking::follow(tx, permit, &following, on_taken).await
}

fn booker(by: Authorship) -> Booker {
    Booker {
        owner: by.author,
        hand: by.hand,
        proxy: by.proxy,
        section: None,
    }
}

/// Whether the event has dates from today on that may lie beyond what is booked at once.
fn goes_on(event: &Event, today: Date) -> bool {
    let last = event.series().span().1;
    event.repeats() && !event.is_cancelled() && last.is_none_or(|last| last.date() >= today)
}

/// The times of an event; of a series, those that begin in a time. What was called off has none.
fn slots<'e>(
    event: &'e Event,
    city: &'e Calendar,
) -> Box<dyn Fn(Slot) -> Result<Vec<Slot>, SeriesError> + Send + Sync + 'e> {
    let when = &event.content.when;
    let slot = |(from, until): (Timestamp, Timestamp)| Slot::new(from, until);
    if event.is_cancelled() {
        return Box::new(|_| Ok(Vec::new()));
    }
    if !event.repeats() {
        return Box::new(move |_| Ok(slot(when.span()).into_iter().collect()));
    }
    Box::new(move |time| {
        let zone = when.zone();
        let works = |day| city.is_working_day(day).unwrap_or(true);
        let (from, until) = (zone.local(time.starts_at), zone.local(time.ends_at));
        let dates = event.series().each_within(from, until, &works)?;
        let spans = dates.iter().map(|date| when.from_start(date.start).span());
        Ok(spans.filter_map(slot).collect())
    })
}

/// Books the facilities of series up to today's windows. What is taken is left out.
pub async fn carry_on(cx: &Cx) -> Result<CarriedOn, Fault> {
    let _ = policy::may_carry_on(cx)?;
    let mut done = CarriedOn::default();
    for id in booking::events_going_on(&cx.reader()).await? {
        match carried_on(cx, id).await {
            Ok(had) => done.made += usize::from(had),
            Err(fault) => {
                fault.of_one(&id)?;
                done.failed += 1;
            }
        }
    }
    Ok(done)
}

/// One event; whether it has any to book.
async fn carried_on(cx: &Cx, id: EventId) -> Result<bool, Fault> {
    let rest = Facilities {
        wanted: Source::Own,
        on_taken: OnTaken::BookTheRest,
    };
    let tx = cx.begin().await?;
    let permit = policy::may_carry_on(cx)?;
    let Some(event) = store::find(&tx, id).await? else {
        return Ok(false);
    };
    let left_out = match follow(&tx, &permit, &[(&event, rest)], &[]).await {
        Ok(left_out) => left_out.len(),
        // Whoever made it may not book any more: it has what it has.
        Err(BookingError::Fault(Fault::Denied(_) | Fault::NotFound)) => return Ok(false),
        Err(other) => return Err(other.into()),
    };
    let entry = Audit::of(permit, &id).with("left_out", left_out);
    let _ = tx.commit(entry, ()).await?;
    Ok(true)
}
