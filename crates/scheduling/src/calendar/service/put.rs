//! Putting objects into calendars, and taking them out.

use uuid::Uuid;
use yakusho_kernel::{Cx, Fault, Invalid, Reason, Saved};

use super::facilities;
use super::read::{closed, held, roots, stored};
use crate::booking;
use crate::calendar::answers::{Answered, answered};
use crate::calendar::model::{Condition, Put, PutError, Select, Stored};
use crate::calendar::rules::One;
use crate::event::store;
use crate::event::{self, Answer, Called, EventId, Owner, Part};
use crate::ical::read;
use crate::recurrence::Zone;

/// The most octets of a name or a UID.
const NAME: usize = 255;

/// Puts an object into a calendar by that name, if the condition holds of what is there. In the calendar of somebody who
/// takes part, it says what they answer.
pub async fn put(
    cx: &Cx,
    holder: Uuid,
    name: &str,
    text: &str,
    condition: Condition,
) -> Result<Saved<Put>, PutError> {
    let on = cx.reader();
    let owner = held(&on, cx, holder).await?;
    // Text that is kept has none, and not every database takes one.
    if text.contains('\0') {
        return Err(PutError::Unreadable("NUL"));
    }
    let read = read(text, Zone::JAPAN);
    let one = One::of(&read)?;
    let uid = one.uid();
    if name.len() > NAME || uid.len() > NAME {
        return Err(Invalid::field("uid", Reason::TooLong { max: NAME }).into());
    }
    let names = [name.to_owned()];
    let there = stored(&on, owner, Select::Named(&names)).await?.pop();
    if let Some(there) = there
        .as_ref()
        .filter(|there| there.events().iter().any(|event| event.owner != owner))
    {
        if !condition.holds(Some(there.seq)) {
            return Err(PutError::Condition);
        }
        return answers(cx, owner, there, &one).await;
    }
    let calendars = event::calendars(&on, cx).await?;
    let mut facilities = facilities::named(&on, cx, one.entries.iter()).await?;
    let city = closed(&on).await?;
    let works = super::works(&city);
    let cx = event::on_behalf(cx, &calendars, owner);
    let tx = cx.begin().await?;
    if let Some(there) = &there {
        store::lock(&tx, there.root).await?;
    }
    // Now that nobody else changes it, what it is is read again.
    let there = stored(&tx, owner, Select::Named(&names)).await?.pop();
    if !condition.holds(there.as_ref().map(|there| there.seq)) {
        return Err(PutError::Condition);
    }
    let others = roots(&tx, holder, &[], &[uid.to_owned()]).await?;
    let others: Vec<_> = others.into_iter().map(|(_, id)| id).collect();
    let others = store::objects(&tx, holder, store::Which::These(&others)).await?;
    let own = there.as_ref().map(|there| there.root);
    if let Some(other) = others.iter().find(|it| Some(it.event.root()) != own) {
        let name = other.name.clone();
        return Err(PutError::Uid(
            name.unwrap_or_else(|| format!("{}.ics", other.event.root())),
        ));
    }
    if there.as_ref().is_some_and(|there| there.object.uid != uid) {
        return Err(PutError::NotOne);
    }
    let standing = there.as_ref().map_or(&[][..], Stored::events);
    let ids: Vec<EventId> = standing.iter().map(|event| event.id).collect();
    facilities.had = Some(booking::had(&tx, &cx, &ids).await?);
    let object = one.put(owner, standing, &facilities, cx.now(), &works)?;
    let called = Called {
        name: Some(name),
        uid,
    };
    let (_, entry) = event::put(&tx, &calendars, own, &object, called).await?;
    let created = there.is_none();
    Ok(tx
        .commit(entry, Put { created })
        .await
        .map_err(Fault::from)?)
}

/// Notes what the holder answers to an object of somebody else.
async fn answers(
    cx: &Cx,
    owner: Owner,
    there: &Stored,
    one: &One<'_>,
) -> Result<Saved<Put>, PutError> {
    let Owner::Person(person) = owner else {
        return Err(PutError::NotOwner);
    };
    let city = closed(&cx.reader()).await?;
    let answered = answered(one, there, person, cx.now(), &super::works(&city))?;
    let is_new = |one: &&Answered| {
        there
            .said
            .get(&one.event)
            .is_none_or(|said| one.changes(said))
    };
    let mut changed: Vec<&Answered> = answered.iter().filter(is_new).collect();
    if changed.is_empty() {
        // What is said once more is on record once more.
        changed.extend(answered.first());
    }
    let mut saved = None;
    for Answered {
        event,
        whole,
        dates,
    } in changed
    {
        saved = Some(event::answer_each(cx, *event, person, *whole, dates.clone()).await?);
    }
    let saved = saved.ok_or(PutError::NotOwner)?;
    Ok(saved.map(|()| Put { created: false }))
}

/// Takes an object out of a calendar, if the condition holds of it: its owner calls it off, whoever takes part declines it.
pub async fn delete(
    cx: &Cx,
    holder: Uuid,
    name: &str,
    condition: Condition,
) -> Result<Saved<()>, PutError> {
    let on = cx.reader();
    let owner = held(&on, cx, holder).await?;
    let names = [name.to_owned()];
    let there = stored(&on, owner, Select::Named(&names)).await?.pop();
    let there = there.ok_or(Fault::NotFound)?;
    if !condition.holds(Some(there.seq)) {
        return Err(PutError::Condition);
    }
    let mut saved = None;
    for event in there.events() {
        if event.owner == owner {
            // With a series goes what stands in the place of its dates.
            let done = event::cancel(cx, event.id, event.revision, Part::All).await?;
            return Ok(done);
        }
        if let Owner::Person(person) = owner {
            saved = Some(event::answer(cx, event.id, person, Answer::Declined).await?);
        }
    }
    Ok(saved.ok_or(Fault::NotFound)?)
}
