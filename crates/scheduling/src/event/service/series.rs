//! Parts of series: one date, or one and those after it.

use yakusho_kernel::{Audit, DbError, Fault, Permit, PersonId, Saved, Tx};

use super::facilities::{Facilities, Written, follow};
use super::tell::tell;
use super::write::{Entered, begin};
use crate::Authorship;
use crate::booking::BookingError;
use crate::event::model::{Event, EventId, Origin, Part};
use crate::event::{notices, rules, store};
use crate::recurrence::Local;

/// The part of the event that is meant: all of it, where it does not come back or the first date and those after it are.
pub(super) fn part(event: &Event, part: Part) -> Result<Part, Fault> {
    let (Part::This(date) | Part::Following(date)) = part else {
        return Ok(Part::All);
    };
    if !event.repeats() || !event.series().has(date) {
        return Err(Fault::NotFound);
    }
    match part {
        Part::Following(date) if date <= event.content.when.start() => Ok(Part::All),
        part => Ok(part),
    }
}

/// What becomes of a series from a date on.
pub(super) struct Edited<'f> {
    /// The id of the event that stands there then.
    pub(super) id: EventId,
    pub(super) date: Local,
    pub(super) entered: Entered,
    pub(super) decision: rules::Decided,
    pub(super) facilities: Facilities<'f>,
}

/// Has one date stand as an event of its own. What people said to taking part holds on, if it is at its old time.
pub(super) async fn replace_one(
    tx: Tx,
    permit: Permit,
    mut series: Event,
    edited: Edited<'_>,
) -> Result<Saved<Written>, BookingError> {
    let Edited {
        id,
        date,
        entered: (mut content, _),
        decision,
        facilities,
    } = edited;
    let cx = tx.cx().clone();
    let stays = content.when == series.content.when.from_start(date);
    leave_out(&tx, &permit, &mut series, date).await?;
    content.recurrence = None;
    let by = Authorship::of(&cx)?;
    let mut one = Event::new(id, series.owner, by, (content, None), cx.now());
    one.origin = Some(Origin {
        series: series.id,
        original: date,
    });
    one.decision = decision.kept();
    let answers = if stays {
        let entries = store::entries(&tx, series.id).await?;
        entries.iter().map(|entry| entry.on(date)).collect()
    } else {
        Vec::new()
    };
    let version = begin(&tx, &permit, &mut one, &answers).await?;
    let before = &series.content.participants;
    let gone = before.iter().copied();
    let gone = gone.filter(|person| !one.content.participants.contains(person));
    tell(&tx, &one, &gone.collect::<Vec<_>>(), notices::CANCELLED).await?;
    let events = [
        (&series, Facilities::KEPT),
        (&one, facilities.or_of(series.id)),
    ];
    let left_out = follow(&tx, &permit, &events, &[]).await?;
    store::note(&tx, &permit, &[series.id]).await?;
    let entry = Audit::of(permit, &one.id)
        .version(&version)
        .with("series", series.id.to_string())
        .with("date", date.to_string());
    let written = Written {
        id: one.id,
        left_out,
    };
    Ok(tx.commit(one.noted(entry), written).await?)
}

/// Ends a series before a date, and has those from it on go on as another.
pub(super) async fn split(
    tx: Tx,
    permit: Permit,
    mut series: Event,
    edited: Edited<'_>,
) -> Result<Saved<Written>, BookingError> {
    let Edited {
        id,
        date,
        entered,
        decision,
        facilities,
    } = edited;
    let cx = tx.cx().clone();
    let by = Authorship::of(&cx)?;
    let mut rest = Event::new(id, series.owner, by, entered, cx.now());
    rest.decision = decision.kept();
    let (left_out, added) = (&series.content.left_out, &series.content.added);
    let left_out: Vec<Local> = left_out.iter().copied().filter(|it| *it >= date).collect();
    rest.content.added = added.iter().copied().filter(|it| *it >= date).collect();
    let children = store::children(&tx, series.id, Some(date)).await?;
    let (kept, dropped) = sort(&mut rest, children, &left_out);
    end_before(&tx, &permit, &mut series, date).await?;
    let version = begin(&tx, &permit, &mut rest, &[]).await?;
    store::reparent(&tx, &permit, &kept, rest.id).await?;
    store::cancel_all(&tx, &permit, &dropped).await?;
    let events = [
        (&series, Facilities::KEPT),
        (&rest, facilities.or_of(series.id)),
    ];
    let left_out = follow(&tx, &permit, &events, &dropped).await?;
    store::note(&tx, &permit, &[series.id, rest.id]).await?;
    let entry = Audit::of(permit, &rest.id)
        .version(&version)
        .with("series", series.id.to_string())
        .with("date", date.to_string())
        .with("dropped", dropped.len());
    let written = Written {
        id: rest.id,
        left_out,
    };
    Ok(tx.commit(rest.noted(entry), written).await?)
}

/// Has a series that was written anew keep what it left out, as far as it still has those dates; says which events that
/// stood in the place of others were called off with these.
pub(super) async fn carry(
    tx: &Tx,
    permit: &Permit,
    event: &mut Event,
    left_out: &[Local],
) -> Result<Vec<EventId>, DbError> {
    if left_out.is_empty() {
        return Ok(Vec::new());
    }
    let children = store::children(tx, event.id, None).await?;
    let (_, dropped) = sort(event, children, left_out);
    store::cancel_all(tx, permit, &dropped).await?;
    Ok(dropped)
}

/// Which of the events that stand in the place of dates do so on, and which have lost theirs. A date whose event is called
/// off, and that the series still has, is a date again.
fn sort(
    series: &mut Event,
    children: Vec<(EventId, Local)>,
    left_out: &[Local],
) -> (Vec<EventId>, Vec<EventId>) {
    series.content.left_out.clear();
    let dates = series.series();
    let carried = rules::carried(&dates, left_out);
    let (kept, dropped): (Vec<_>, Vec<_>) = children
        .into_iter()
        .partition(|(_, original)| carried.contains(original));
    series.content.left_out = carried;
    let ids = |some: Vec<(EventId, Local)>| some.into_iter().map(|(id, _)| id).collect();
    (ids(kept), ids(dropped))
}

/// Leaves one date of a series out.
pub(super) async fn leave_out(
    tx: &Tx,
    permit: &Permit,
    series: &mut Event,
    date: Local,
) -> Result<(), Fault> {
    series.leave_out(date, tx.cx().now());
    keep(tx, permit, series).await
}

/// Ends a series before a date.
pub(super) async fn end_before(
    tx: &Tx,
    permit: &Permit,
    series: &mut Event,
    date: Local,
) -> Result<(), Fault> {
    series.end_before(date, tx.cx().now());
    keep(tx, permit, series).await
}

async fn keep(tx: &Tx, permit: &Permit, series: &mut Event) -> Result<(), Fault> {
    let version = tx.keep_version(&series.id, &series.content).await?;
    series.version = version.number;
    store::save(tx, permit, series).await?;
    Ok(store::move_to(tx, permit, series, false).await?)
}

/// Those who hear that dates of a series are called off.
pub(super) fn concerned(series: &Event) -> Vec<PersonId> {
    let mut people = series.content.participants.clone();
    if let crate::event::Owner::Person(owner) = series.owner {
        people.push(owner);
    }
    people
}
