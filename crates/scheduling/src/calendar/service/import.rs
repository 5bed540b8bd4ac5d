//! Files of events, in and out.

use std::collections::HashMap;

use time::{Duration, Time};
use yakusho_kernel::{Audit, Cx, Fault, Reason, Timestamp};

use super::facilities;
use super::read::{closed, objects, roots, with_people, works};
use crate::booking::BookingError;
use crate::calendar::model::{
    Export, Import, ImportFault, Imported, PutError, Select, Stored, Taken,
};
use crate::calendar::rules::One;
use crate::event::store::{self, Which};
use crate::event::{self, Called, Event, EventId, Owner, Put};
use crate::ical::{Entry, Object, read, write};
use crate::recurrence::Zone;

/// The most octets of a file.
const LARGEST: usize = 4 << 20;

/// The longest time that is written into a file.
const LONGEST: Duration = Duration::days(731);

/// The most events of a file.
const MOST: usize = 2000;

/// Why a file is refused that answers an event, or calls one off, and brings none.
const MESSAGE: &str = "event_message";

/// An event of a file that can be taken in.
struct Ready<'f> {
    one: One<'f>,
    put: Put,
    over: Option<EventId>,
}

/// Reads a file of events into a calendar, in one act: what came of the same UID before is changed. What cannot be taken in
/// is named, and the rest is; with a dry run, nothing is. Facilities that it names are not booked, and those that an event
/// has stay.
pub async fn import(cx: &Cx, file: &Import<'_>) -> Result<Imported, Fault> {
    let mut imported = Imported::default();
    let whole = |reason| ImportFault {
        line: 0,
        component: "VCALENDAR".to_owned(),
        field: "file".to_owned(),
        reason,
    };
    if file.text.len() > LARGEST {
        imported
            .faults
            .push(whole(Reason::TooLong { max: LARGEST }));
        return Ok(imported);
    }
    if file.text.contains('\0') {
        imported.faults.push(whole(Reason::Malformed));
        return Ok(imported);
    }
    let read = read(file.text, Zone::JAPAN);
    if read.method.as_ref().is_some_and(|method| !brings(method)) {
        imported.faults.push(ImportFault {
            field: "METHOD".to_owned(),
            ..whole(Reason::Code(MESSAGE))
        });
        return Ok(imported);
    }
    imported
        .faults
        .extend(read.refused.iter().map(|refused| ImportFault {
            line: refused.line,
            component: refused.component.clone(),
            field: refused.property.to_owned(),
            reason: match refused.property {
                "BEGIN" => Reason::Unknown,
                _ => Reason::Malformed,
            },
        }));
    if read.entries.len() > MOST {
        imported.faults.push(whole(Reason::TooMany { max: MOST }));
        return Ok(imported);
    }
    if read.entries.is_empty() && read.refused.is_empty() {
        imported.faults.push(whole(Reason::Required));
        return Ok(imported);
    }
    let by_uid = by_uid(read.entries);
    let ready = ready(cx, file.owner, &by_uid, &mut imported).await?;
    if !file.dry_run && !ready.is_empty() {
        apply(cx, file.owner, &ready).await?;
    }
    Ok(imported)
}

/// Whether a message of that method brings events (RFC 5546): all others are about events that somebody keeps.
fn brings(method: &str) -> bool {
    ["PUBLISH", "REQUEST"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(method))
}

/// The entries of each UID, in the order of the file.
fn by_uid(entries: Vec<Entry>) -> Vec<Vec<Entry>> {
    let mut at: HashMap<String, usize> = HashMap::new();
    let mut by_uid: Vec<Vec<Entry>> = Vec::new();
    for entry in entries {
        let place = *at.entry(entry.uid.clone()).or_insert(by_uid.len());
        match by_uid.get_mut(place) {
            Some(known) => known.push(entry),
            None => by_uid.push(vec![entry]),
        }
    }
    by_uid
}

/// What can be taken in; what cannot is named.
async fn ready<'f>(
    cx: &Cx,
    owner: Owner,
    by_uid: &'f [Vec<Entry>],
    imported: &mut Imported,
) -> Result<Vec<Ready<'f>>, Fault> {
    let on = cx.reader();
    if !event::calendars(&on, cx).await?.holds(owner) {
        return Err(Fault::NotFound);
    }
    let city = closed(&on).await?;
    let works = works(&city);
    let holder = owner.parts().1;
    let uids: Vec<String> = by_uid
        .iter()
        .map(|entries| entries[0].uid.clone())
        .collect();
    let ids = roots(&on, holder, &[], &uids).await?;
    let roots: Vec<EventId> = ids.iter().map(|(_, id)| *id).collect();
    let found = store::objects(&on, holder, Which::These(&roots)).await?;
    let mut standing: HashMap<EventId, Vec<Event>> = HashMap::new();
    for known in found.into_iter().filter(|known| known.event.owner == owner) {
        let root = known.event.root();
        standing.entry(root).or_default().push(known.event);
    }
    let known: HashMap<&str, EventId> = ids
        .iter()
        .filter(|(_, id)| standing.contains_key(id))
        .map(|(uid, id)| (uid.as_str(), *id))
        .collect();
    let named = facilities::named(&on, cx, by_uid.iter().flatten()).await?;
    let mut ready = Vec::new();
    for entries in by_uid {
        let (first, uid) = (&entries[0], entries[0].uid.as_str());
        let over = known.get(uid).copied();
        let there = over.and_then(|id| standing.get(&id));
        let there = there.map_or(&[][..], Vec::as_slice);
        let put = One::of_uid(entries)
            .ok_or(PutError::NotOne)
            .and_then(|one| Ok((one, one.put(owner, there, &named, cx.now(), &works)?)))
            .and_then(|(one, put)| {
                put.check(cx, there)?;
                Ok((one, put))
            });
        match put {
            Ok((one, put)) => {
                let whole = one.whole.unwrap_or(first);
                imported.taken.push(Taken {
                    line: whole.line,
                    title: put.whole.form.title.clone(),
                    when: whole.when,
                    repeats: whole.rule.is_some() || !whole.added.is_empty(),
                    changes: over.is_some(),
                });
                ready.push(Ready { one, put, over });
            }
            Err(error) => imported.faults.extend(faults(first, error)?),
        }
    }
    Ok(ready)
}

/// What is wrong with an event of a file.
fn faults(entry: &Entry, error: PutError) -> Result<Vec<ImportFault>, Fault> {
    let fault = |field: &str, reason| ImportFault {
        line: entry.line,
        component: "VEVENT".to_owned(),
        field: field.to_owned(),
        reason,
    };
    Ok(match error {
        PutError::Unreadable(property) => vec![fault(property, Reason::Malformed)],
        PutError::NotOne => vec![fault("UID", Reason::Taken)],
        PutError::Booking(BookingError::Fault(Fault::Invalid(invalid))) => {
            let errors = invalid.errors.into_iter();
            errors
                .map(|error| fault(&error.field, error.reason))
                .collect()
        }
        PutError::Booking(other) => return Err(other.into()),
        PutError::Condition | PutError::Component(_) | PutError::Uid(_) | PutError::NotOwner => {
            vec![fault("UID", Reason::Unknown)]
        }
    })
}

/// Takes in what is ready, all of it or nothing.
async fn apply(cx: &Cx, owner: Owner, ready: &[Ready<'_>]) -> Result<(), Fault> {
    let calendars = event::calendars(&cx.reader(), cx).await?;
    let cx = event::on_behalf(cx, &calendars, owner);
    let tx = cx.begin().await?;
    let mut last: Option<Audit> = None;
    for Ready { one, put, over } in ready {
        let called = Called {
            name: None,
            uid: one.uid(),
        };
        let (_, entry) = event::put(&tx, &calendars, *over, put, called).await?;
        if let Some(before) = last.replace(entry) {
            tx.record(before).await?;
        }
    }
    if let Some(entry) = last {
        let _ = tx.commit(entry, ()).await?;
    }
    Ok(())
}

/// Events as a file of iCalendar.
pub async fn export(cx: &Cx, what: Export) -> Result<String, Fault> {
    let on = cx.reader();
    let stored = match what {
        Export::Event(id) => vec![whole(cx, id).await?],
        Export::Days(owner, first, last) => {
            let after = first.checked_add(LONGEST).unwrap_or(last).min(last);
            let from = Timestamp::at(first, Time::MIDNIGHT);
            let until = Timestamp::at(after, Time::MIDNIGHT).plus(Duration::DAY);
            objects(cx, owner.parts().1, Select::Between(from, until)).await?
        }
    };
    let city = closed(&on).await?;
    let objects: Vec<Object> = stored.into_iter().map(|one| one.object).collect();
    Ok(write(&objects, None, cx.now(), &works(&city)))
}

/// An event with those that stand in the place of its dates, as far as the actor sees them.
async fn whole(cx: &Cx, id: EventId) -> Result<Stored, Fault> {
    let root = event::show(cx, id).await?.event.root();
    let on = cx.reader();
    let calendars = event::calendars(&on, cx).await?;
    let mut events = store::group(&on, root).await?;
    events.retain(|event| !event.content.closed || calendars.concern(event));
    let mut stored = [Stored {
        root,
        name: String::new(),
        seq: 0,
        object: Object::plain(events),
        said: HashMap::new(),
    }];
    with_people(&on, cx, &mut stored).await?;
    let [stored] = stored;
    Ok(stored)
}
