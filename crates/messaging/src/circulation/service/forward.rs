//! Bringing circulations forward, all of them in a few statements. Their rows are locked by the act.

use yakusho_kernel::{DbError, Notice, Permit, PersonId, Tx};

use super::access::said;
use crate::circulation::model::CirculationId;
use crate::circulation::store;
use crate::notices;

/// Has those of these circulations in which nobody owes a confirmation any more reach the next rank, or ends them.
pub(in crate::circulation) async fn settle(
    tx: &Tx,
    permit: &Permit,
    ids: &[CirculationId],
) -> Result<(), DbError> {
    let mut ids = ids.to_vec();
    // A rank of which all have passed their duty on has nothing to confirm, so there may be another turn.
    while !ids.is_empty() {
        let still = store::standstills(tx, &ids).await?;
        let (through, waiting): (Vec<_>, Vec<_>) =
            still.into_iter().partition(store::Standstill::is_through);
        finish(tx, permit, through.into_iter().map(|one| one.id).collect()).await?;
        ids = waiting.into_iter().map(|one| one.id).collect();
        next(tx, permit, &ids).await?;
    }
    Ok(())
}

/// Has these circulations reach the next rank, and tells those whom they reach.
pub(in crate::circulation) async fn next(
    tx: &Tx,
    permit: &Permit,
    ids: &[CirculationId],
) -> Result<usize, DbError> {
    if ids.is_empty() {
        return Ok(0);
    }
    let reached = store::open_next(tx, permit, ids).await?;
    let headings = store::headings(tx, ids).await?;
    let told: Vec<(PersonId, Notice)> = reached
        .into_iter()
        .filter_map(|(id, person)| {
            let heading = headings.get(&id)?;
            let params = said(&heading.title, &heading.byline, heading.due);
            let notice = Notice::new(notices::CIRCULATION_RECEIVED, &id).params(params);
            Some((person, notice))
        })
        .collect();
    tx.notify_each(&told).await?;
    Ok(told.len())
}

/// Ends circulations that all have confirmed, and tells those who sent or watch them.
async fn finish(tx: &Tx, permit: &Permit, ids: Vec<CirculationId>) -> Result<(), DbError> {
    if ids.is_empty() {
        return Ok(());
    }
    store::complete(tx, permit, &ids).await?;
    let headings = store::headings(tx, &ids).await?;
    let authors = headings
        .values()
        .map(|heading| (heading.id, heading.author));
    let watchers = store::watchers(tx, &ids).await?;
    let told: Vec<(PersonId, Notice)> = authors
        .chain(watchers)
        .filter_map(|(id, person)| {
            let heading = headings.get(&id)?;
            let params = said(&heading.title, &heading.byline, heading.due);
            let notice = Notice::new(notices::CIRCULATION_COMPLETED, &id).params(params);
            Some((person, notice))
        })
        .collect();
    tx.notify_each(&told).await?;
    Ok(())
}
