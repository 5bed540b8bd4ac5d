//! Many events at once.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use yakusho_kernel::{DbError, Permit, Reading as _, Tx};

use super::event::model;
use super::index::index_new;
use super::rows::{entry, event};
use crate::event::model::{Answer, Event, Extent};

/// Rows in one statement.
const CHUNK: usize = 500;

/// Writes new events, each into its owner's calendar.
pub(crate) async fn insert_many(tx: &Tx, permit: &Permit, events: &[Event]) -> Result<(), DbError> {
    for events in events.chunks(CHUNK) {
        let rows = events.iter().map(|one| model(one, one.revision));
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        event::Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
        let entries = events.iter().map(|one| {
            let Extent { from, until } = one.extent();
            entry::ActiveModel {
                event: Set(one.id),
                holder: Set(one.owner.parts().1),
                answer: Set(Answer::None.code().to_owned()),
                answered_at: Set(None),
                answered_by: Set(None),
                from_at: Set(from),
                until_at: Set(until),
                long: Set(one.extent().is_long()),
                dates: Set(None),
            }
        });
        entry::Entity::insert_many(entries)
            .exec_without_returning(&tx.conn())
            .await?;
        index_new(tx, permit, events).await?;
    }
    Ok(())
}
