//! Telling those who take part.

use serde_json::{Value, json};
use yakusho_accounts::directory;
use yakusho_kernel::{DbError, Notice, PersonId, Tx};

use crate::event::model::{Event, Owner};

/// What every notice about an event says.
pub(super) async fn said(tx: &Tx, event: &Event) -> Result<Value, DbError> {
    let (start, _) = event.content.when.span();
    let name = match tx.cx().actor().person() {
        Some(person) => {
            let mut cards = directory::people(tx, tx.cx().today(), &[person]).await?;
            cards.remove(&person).map(|card| card.name)
        }
        None => None,
    };
    Ok(json!({
        "title": event.content.title,
        "start": start.millis(),
        "name": name,
    }))
}

/// Tells people of that version of an event, but for the one who acts.
pub(super) async fn tell(
    tx: &Tx,
    event: &Event,
    people: &[PersonId],
    kind: &'static str,
) -> Result<(), DbError> {
    let acting = tx.cx().actor().person();
    let others: Vec<PersonId> = people
        .iter()
        .copied()
        .filter(|person| Some(*person) != acting)
        .collect();
    if others.is_empty() {
        return Ok(());
    }
    let notice = Notice::new(kind, &event.id)
        .keyed(event.version.to_string())
        .params(said(tx, event).await?);
    tx.notify(&others, &notice).await
}

/// The person who hears of answers: the owner, or who wrote it for a unit.
pub(super) fn host(event: &Event) -> PersonId {
    match event.owner {
        Owner::Person(person) => person,
        Owner::Unit(_) => event.by.author,
    }
}
