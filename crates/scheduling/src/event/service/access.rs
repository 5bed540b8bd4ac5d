//! Finding an event, with the calendars of the one who acts.

use std::sync::Arc;

use yakusho_kernel::{
    Actor, Conflict, Cx, DbError, Fault, OnBehalf, PersonId, ProxyKind, Reading, Tx,
};

use crate::event::model::{Event, EventId, Owner};
use crate::event::policy::{self, Calendars};
use crate::event::store;

/// An event, and the calendars in which the one who acts writes.
pub(super) struct Found {
    pub(super) event: Event,
    pub(super) calendars: Calendars,
}

/// The calendars in which the one who acts writes.
pub(crate) async fn calendars(on: &impl Reading, cx: &Cx) -> Result<Calendars, DbError> {
    let owners = match cx.actor().standing() {
        Some(standing) => store::owners(on, standing).await?,
        None => Vec::new(),
    };
    Ok(policy::calendars(cx, owners))
}

/// The event, if the one who acts may see that it exists.
pub(super) async fn find(on: &impl Reading, cx: &Cx, id: EventId) -> Result<Found, Fault> {
    let _ = policy::may_look(cx)?;
    let event = store::find(on, id).await?.ok_or(Fault::NotFound)?;
    let calendars = calendars(on, cx).await?;
    if event.content.closed && !calendars.concern(&event) {
        return Err(Fault::NotFound);
    }
    Ok(Found { event, calendars })
}

/// The same for an act that changes it, if it still stands as it was when it was read: nobody else changes it until this
/// one ends.
pub(super) async fn hold(tx: &Tx, id: EventId, revision: Option<i32>) -> Result<Found, Fault> {
    store::lock(tx, id).await?;
    let found = find(tx, tx.cx(), id).await?;
    found.event.expect_stands()?;
    let seen = revision.unwrap_or(found.event.revision);
    Conflict::CHANGED.unless(found.event.revision == seen)?;
    Ok(found)
}

/// The act as it goes on record: one in another's calendar is done on the owner's behalf, if they let it.
pub(crate) fn on_behalf(cx: &Cx, calendars: &Calendars, owner: Owner) -> Cx {
    let (Owner::Person(person), Some(standing)) = (owner, cx.actor().standing()) else {
        return cx.clone();
    };
    if standing.stands_for(person) || !calendars.holds(owner) {
        return cx.clone();
    }
    let other = OnBehalf {
        person,
        kind: ProxyKind::Secretary,
    };
    let standing = standing.clone().acting_for(other, Vec::new());
    cx.acting(Actor::Person(Arc::new(standing)))
}

/// The act upon an event that is there already.
pub(super) async fn acting(cx: &Cx, id: EventId) -> Result<Cx, Fault> {
    let Found { event, calendars } = find(&cx.reader(), cx, id).await?;
    Ok(on_behalf(cx, &calendars, event.owner))
}

/// The act of answering for somebody.
pub(super) async fn answering(cx: &Cx, person: PersonId) -> Result<Cx, Fault> {
    let calendars = calendars(&cx.reader(), cx).await?;
    Ok(on_behalf(cx, &calendars, Owner::Person(person)))
}
