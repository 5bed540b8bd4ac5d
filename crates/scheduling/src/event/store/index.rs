//! By what events are found, and by whom.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{Condition, QuerySelect as _};
use yakusho_attachments::{Texts, texts};
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Subject as _, Tx};
use yakusho_search::{Column, Entry, Seen, Which};

use super::rows::event;
use crate::event::model::{Event, Owner, Status};
use crate::event::policy::Calendars;

/// Has an event be found by what it says now; what was called off is not found.
pub(super) async fn index(tx: &Tx, permit: &Permit, event: &Event) -> Result<(), DbError> {
    if event.is_cancelled() {
        yakusho_search::forget(tx, permit, &event.id.reference());
        return Ok(());
    }
    let texts = texts(tx, &event.content.files).await?;
    yakusho_search::put(tx, permit, &entry(event, &texts))
}

/// Has new events be found by what they say.
pub(super) async fn index_new(tx: &Tx, permit: &Permit, events: &[Event]) -> Result<(), DbError> {
    let texts = texts(tx, events.iter().flat_map(|event| &event.content.files)).await?;
    let entries: Vec<Entry> = events.iter().map(|event| entry(event, &texts)).collect();
    yakusho_search::put_new(tx, permit, &entries).await
}

/// One that its owner closed lies in their calendar, any other in none: everybody sees that.
fn entry(event: &Event, texts: &Texts) -> Entry {
    let content = &event.content;
    let files = texts.of(&content.files);
    let said = [content.place.as_str(), content.text.as_str()];
    let text: Vec<&str> = said.into_iter().chain(files).collect();
    Entry {
        item: event.id.reference(),
        place: content.closed.then(|| event.owner.parts().1),
        section: match event.owner {
            Owner::Unit(unit) => Some(unit),
            Owner::Person(_) => None,
        },
        at: event.extent().from,
        title: content.title.clone(),
        text: text.join("\n"),
    }
}

/// What is closed to nobody, and what concerns those in whose calendars the actor writes.
pub(crate) fn seen(calendars: &Calendars) -> Seen {
    let holders: Vec<Uuid> = calendars.ids().collect();
    let entered = Query::select()
        .expr(Expr::val(1))
        .from_as("schedule_entries", "x")
        .and_where(Expr::col(("x", "event")).eq(Column::Item.of_entry()))
        .and_where(Expr::col(("x", "holder")).is_in(holders.iter().copied()))
        .take();
    let place = || Column::Place.of_entry();
    let seen = Condition::any()
        .add(place().is_null())
        .add(place().is_in(holders))
        .add(Expr::exists(entered));
    Seen::only(seen)
}

/// What is found of the events that are meant, in their order, which nobody changes meanwhile.
pub(crate) async fn entries(tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
    let find = event::Entity::find().filter(event::Column::Status.ne(Status::Cancelled.code()));
    let rows = which.of(find, event::Column::Id).all(&tx.conn()).await?;
    let events = rows.into_iter().map(Event::try_from);
    let events = events.collect::<Result<Vec<_>, _>>()?;
    let texts = texts(tx, events.iter().flat_map(|event| &event.content.files)).await?;
    Ok(events.iter().map(|event| entry(event, &texts)).collect())
}

/// Those of the events that come back.
pub(crate) async fn repeating(on: &impl Reading, ids: &[Uuid]) -> Result<Vec<Event>, DbError> {
    let comes_back = event::Column::Rule
        .is_not_null()
        .or(event::Column::Added.is_not_null());
    let rows = event::Entity::find()
        .filter(event::Column::Id.is_in(ids.iter().copied()))
        .filter(comes_back)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Event::try_from).collect()
}

/// Whose each of those in a person's calendar is.
pub(crate) async fn people_of(
    on: &impl Reading,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, PersonId>, DbError> {
    let rows: Vec<(Uuid, PersonId)> = event::Entity::find()
        .select_only()
        .columns([event::Column::Id, event::Column::Owner])
        .filter(event::Column::Id.is_in(ids.iter().copied()))
        .filter(event::Column::OwnerKind.eq("person"))
        .into_tuple()
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().collect())
}
