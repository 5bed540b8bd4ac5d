//! Under whose name something stands.

use time::Date;
use yakusho_accounts::directory;
use yakusho_kernel::{DbError, Notice, PersonId, Reading, Tx, UnitId};

use crate::Authorship;

/// The name under which something stands today: the section's, or its author's.
pub(crate) async fn byline(
    on: &impl Reading,
    today: Date,
    section: Option<UnitId>,
    by: Authorship,
) -> Result<String, DbError> {
    match section {
        Some(unit) => {
            let mut names = directory::unit_names(on, today, &[unit]).await?;
            Ok(names.remove(&unit).unwrap_or_default())
        }
        None => name_of(on, today, by.author).await,
    }
}

/// The name of a person today.
pub(crate) async fn name_of(
    on: &impl Reading,
    today: Date,
    person: PersonId,
) -> Result<String, DbError> {
    let mut cards = directory::people(on, today, &[person]).await?;
    Ok(cards
        .remove(&person)
        .map(|card| card.name)
        .unwrap_or_default())
}

/// Those of the people who are not the one who acts.
pub(crate) fn others(tx: &Tx, mut people: Vec<PersonId>) -> Vec<PersonId> {
    let acting = tx.cx().actor().person();
    people.retain(|person| Some(*person) != acting);
    people
}

/// Tells these people the same; says how many were not told it before.
pub(crate) async fn remind_each(
    tx: &Tx,
    people: &[PersonId],
    notice: &Notice,
) -> Result<usize, DbError> {
    let told = people.iter().map(|person| (*person, notice.clone()));
    tx.notify_each(&told.collect::<Vec<_>>()).await
}
