//! Writing and changing events.

use uuid::Uuid;
use yakusho_accounts::directory;
use yakusho_attachments::{self as attachments, Attachment};
use yakusho_kernel::{Audit, Cx, Fault, Invalid, Permit, PersonId, Reason, Saved, Tx};

use super::access::{Found, acting, calendars, hold, on_behalf};
use super::facilities::{Facilities, Written, follow as follow_with};
use super::series;
use super::tell::tell;
use crate::Authorship;
use crate::booking::{BookingError, OnTaken};
use crate::event::model::{Content, Event, EventForm, EventId, Owner, Part};
use crate::event::store::{self, Entry};
use crate::event::{notices, policy, rules};
use crate::recurrence::Local;

/// What was entered: the content, and the last date of its rule.
pub(super) type Entered = (Content, Option<Local>);

/// Writes an event into a calendar and books its facilities, both or neither.
pub async fn create(cx: &Cx, form: &EventForm) -> Result<Saved<EventId>, Fault> {
    let written = create_with(cx, form, OnTaken::Refuse).await?;
    Ok(written.map(|written| written.id))
}

/// The same, and says of a series which of its dates have no facility, where the rest is to be booked all the same.
///
/// # Errors
/// [`BookingError::Taken`] with all that stands against the bookings.
pub async fn create_with(
    cx: &Cx,
    form: &EventForm,
    on_taken: OnTaken,
) -> Result<Saved<Written>, BookingError> {
    let facilities = Facilities::of(form, on_taken);
    let entered = form.parse(cx)?;
    let decision = rules::decision(cx, &entered.0, None, form.all_the_same)?;
    let calendars = calendars(&cx.reader(), cx).await?;
    let cx = on_behalf(cx, &calendars, form.owner);
    let tx = cx.begin().await?;
    let permit = policy::may_create(&cx, &calendars, form.owner, decision.is_clear())?;
    known(&tx, form.owner, &entered.0.participants).await?;
    let by = Authorship::of(&cx)?;
    let mut event = Event::new(cx.new_id(), form.owner, by, entered, cx.now());
    event.decision = decision.kept();
    event.content.files = files(&tx, &permit, &event, form).await?;
    let version = begin(&tx, &permit, &mut event, &[]).await?;
    let left_out = follow_with(&tx, &permit, &[(&event, facilities)], &[]).await?;
    store::note(&tx, &permit, &[event.id]).await?;
    let entry = event.noted(Audit::of(permit, &event.id).version(&version));
    let written = Written {
        id: event.id,
        left_out,
    };
    Ok(tx.commit(entry, written).await?)
}

/// Changes an event, or a part of a series, if it is still at that revision. The version before it stays. Out come the id
/// of the event that says so now: a date that is changed by itself, and those that follow one, become events of their own.
/// `form.when` is that of the first date of the part.
pub async fn edit(
    cx: &Cx,
    id: EventId,
    revision: i32,
    part: Part,
    form: &EventForm,
) -> Result<Saved<EventId>, Fault> {
    let written = edit_with(cx, id, revision, part, form, OnTaken::Refuse).await?;
    Ok(written.map(|written| written.id))
}

/// The same, and says of a series which of its dates have no facility, where the rest is to be booked all the same.
///
/// # Errors
/// [`BookingError::Taken`] with all that stands against the bookings.
pub async fn edit_with(
    cx: &Cx,
    id: EventId,
    revision: i32,
    part: Part,
    form: &EventForm,
    on_taken: OnTaken,
) -> Result<Saved<Written>, BookingError> {
    let facilities = Facilities::of(form, on_taken);
    let mut entered = form.parse(cx)?;
    let cx = acting(cx, id).await?;
    let tx = cx.begin().await?;
    let found = hold(&tx, id, Some(revision)).await?;
    let event = &found.event;
    if form.owner != event.owner {
        return Err(Invalid::field("owner", Reason::Code("moved")).into());
    }
    if event.origin.is_some() && entered.0.recurrence.is_some() {
        return Err(Invalid::field("recurrence", Reason::Code("one_date")).into());
    }
    let decision = rules::decision(&cx, &entered.0, event.decision.as_ref(), form.all_the_same)?;
    let permit = policy::may_edit(&cx, &found.calendars, event, decision.is_clear())?;
    known(&tx, form.owner, &entered.0.participants).await?;
    match series::part(event, part)? {
        Part::All => {
            entered.0.files = files(&tx, &permit, event, form).await?;
            rewrite(tx, permit, found, entered, decision, facilities).await
        }
        part @ (Part::This(date) | Part::Following(date)) => {
            let id = cx.new_id();
            entered.0.files = files_along(&tx, &permit, event, form, id).await?;
            let edited = series::Edited {
                id,
                date,
                entered,
                decision,
                facilities,
            };
            match part {
                Part::This(_) => series::replace_one(tx, permit, found.event, edited).await,
                _ => series::split(tx, permit, found.event, edited).await,
            }
        }
    }
}

/// The files that are to hang on the event.
async fn files(
    tx: &Tx,
    permit: &Permit,
    event: &Event,
    form: &EventForm,
) -> Result<Vec<Attachment>, Fault> {
    match &form.files {
        Some(ids) => attachments::take(tx, permit, &event.id, ids).await,
        None => Ok(event.content.files.clone()),
    }
}

/// Those that are to hang on an event of that id which takes the place of a part of this one.
async fn files_along(
    tx: &Tx,
    permit: &Permit,
    event: &Event,
    form: &EventForm,
    id: EventId,
) -> Result<Vec<Attachment>, Fault> {
    match &form.files {
        Some(ids) => attachments::take_along(tx, permit, &id, &event.id, ids).await,
        None => attachments::copies(tx, permit, &id, &event.content.files).await,
    }
}

/// Puts other content in place of the event's own.
async fn rewrite(
    tx: Tx,
    permit: Permit,
    found: Found,
    (mut content, last): Entered,
    decision: rules::Decided,
    facilities: Facilities<'_>,
) -> Result<Saved<Written>, BookingError> {
    let mut event = found.event;
    let before = event.content.clone();
    content.added.clone_from(&before.added);
    content.extra.clone_from(&before.extra);
    rules::keep_candidates(&before, &mut content);
    event.rewrite(content, last, tx.cx().now());
    event.decision = decision.kept();
    let dropped = series::carry(&tx, &permit, &mut event, &before.left_out).await?;
    let moved = rules::is_moved(&before, &event.content);
    let version = tx.keep_version(&event.id, &event.content).await?;
    event.version = version.number;
    store::save(&tx, &permit, &event).await?;
    follow(&tx, &permit, &event, &before.participants, moved).await?;
    let left_out = follow_with(&tx, &permit, &[(&event, facilities)], &dropped).await?;
    store::note(&tx, &permit, &[event.root()]).await?;
    let entry = Audit::of(permit, &event.id)
        .version(&version)
        .with("moved", moved)
        .with("dropped", dropped.len());
    let written = Written {
        id: event.id,
        left_out,
    };
    Ok(tx.commit(event.noted(entry), written).await?)
}

/// Has the calendars of all who take part follow the event, and tells them.
pub(super) async fn follow(
    tx: &Tx,
    permit: &Permit,
    event: &Event,
    before: &[PersonId],
    moved: bool,
) -> Result<(), Fault> {
    store::move_to(tx, permit, event, moved).await?;
    let now = &event.content.participants;
    let only = |some: &[PersonId], others: &[PersonId]| -> Vec<PersonId> {
        let some = some.iter().copied();
        some.filter(|person| !others.contains(person)).collect()
    };
    let (new, gone) = (only(now, before), only(before, now));
    let stay = only(now, &new);
    store::remove(tx, permit, event.id, &gone).await?;
    store::enter(tx, permit, event, &silent(&new)).await?;
    tell(tx, event, &new, notices::INVITED).await?;
    tell(tx, event, &gone, notices::CANCELLED).await?;
    tell(tx, event, &[stay, owner(event)].concat(), notices::CHANGED).await?;
    Ok(())
}

/// Keeps a new event, with the calendars that it is in, and tells those who take part. `answers` are what is known of them
/// already.
pub(super) async fn begin(
    tx: &Tx,
    permit: &Permit,
    event: &mut Event,
    answers: &[Entry],
) -> Result<yakusho_kernel::Version, Fault> {
    let version = tx.keep_version(&event.id, &event.content).await?;
    event.version = version.number;
    store::insert(tx, permit, event).await?;
    let mut entries = vec![Entry::silent(event.owner.parts().1)];
    for entry in silent(&event.content.participants) {
        let known = answers.iter().find(|known| known.holder == entry.holder);
        entries.push(known.cloned().unwrap_or(entry));
    }
    store::enter(tx, permit, event, &entries).await?;
    tell(tx, event, &event.content.participants, notices::INVITED).await?;
    tell(tx, event, &owner(event), notices::WRITTEN).await?;
    Ok(version)
}

/// The entries of people who have said nothing yet.
fn silent(people: &[PersonId]) -> Vec<Entry> {
    let ids = people.iter().map(|person| Uuid::from(*person));
    ids.map(Entry::silent).collect()
}

/// The owner, if a person.
fn owner(event: &Event) -> Vec<PersonId> {
    match event.owner {
        Owner::Person(person) => vec![person],
        Owner::Unit(_) => Vec::new(),
    }
}

/// That owner and participants are known.
pub(super) async fn known(tx: &Tx, owner: Owner, people: &[PersonId]) -> Result<(), Fault> {
    let cards = directory::people(tx, tx.cx().today(), people).await?;
    if people.iter().any(|person| !cards.contains_key(person)) {
        return Err(Invalid::field("participants", Reason::Unknown).into());
    }
    if let Owner::Unit(unit) = owner {
        let names = directory::unit_names(tx, tx.cx().today(), &[unit]).await?;
        if !names.contains_key(&unit) {
            return Err(Invalid::field("owner", Reason::Unknown).into());
        }
    }
    Ok(())
}
