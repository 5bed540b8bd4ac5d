//! Keeping the index: in the acts that change things, and as a whole.

use uuid::Uuid;
use yakusho_kernel::{Audit, Cx, DbError, Fault, Permit, Ref, Saved, Tx, UnitId};

use crate::model::{Entry, Sources};
use crate::store::{Progress, Which};
use crate::{policy, store};

/// How many things of each kind are brought in by one act.
const PAGE: u64 = 50;

/// Has a thing be found by what the entry says of it from the end of the act on, and by nothing else.
pub fn put(tx: &Tx, permit: &Permit, entry: &Entry) -> Result<(), DbError> {
    store::put(tx, permit, entry)
}

/// Has things be found by what their entries say of them from the end of the act on: many at once, each of which is new.
pub async fn put_new(tx: &Tx, permit: &Permit, entries: &[Entry]) -> Result<(), DbError> {
    store::put_new(tx, permit, entries).await
}

/// Has a thing be found by what it says now, where that changed without an act upon it: what is in its files was read, or
/// somebody commented on it. What is not found by anything stays so.
pub async fn renew(tx: &Tx, permit: &Permit, sources: &Sources, item: &Ref) -> Result<(), DbError> {
    let mut sources = sources.0.iter();
    if let Some(source) = sources.find(|source| source.kind() == item.kind) {
        for entry in source.entries(tx, Which::One(item.id)).await? {
            store::put(tx, permit, &entry)?;
        }
    }
    Ok(())
}

/// Has a thing not be found any more.
pub fn forget(tx: &Tx, permit: &Permit, item: &Ref) {
    store::forget(tx, permit, item.id);
}

/// Has whatever lies in these places be of that section.
pub fn pass(tx: &Tx, permit: &Permit, places: &[Uuid], section: UnitId) {
    store::pass(tx, permit, places, section);
}

/// What was brought in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caught {
    /// How many things.
    pub things: u64,
}

/// Brings in what was there before the index, the oldest first, a few things at a time beside whatever else is going on.
/// Where nothing is missing, nothing is done.
pub async fn catch_up(cx: &Cx, sources: &Sources) -> Result<Caught, Fault> {
    let mut caught = Caught::default();
    while store::is_behind(&cx.reader()).await? {
        let permit = policy::may_index(cx)?;
        let tx = cx.begin().await?;
        let Progress { upto, done } = store::hold(&tx, &permit).await?;
        if done {
            break;
        }
        let mut entries = Vec::new();
        for source in &sources.0 {
            let which = Which::After(upto, PAGE);
            entries.extend(source.entries(&tx, which).await?);
        }
        // By their ids, which begin with the time: so the newest things get the highest numbers, of whatever kind.
        entries.sort_unstable_by_key(|entry| entry.item.id);
        entries.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
        for entry in &entries {
            store::put(&tx, &permit, entry)?;
        }
        caught.things += entries.len() as u64;
        let last = entries.last().map(|entry| entry.item.id);
        let progress = Progress {
            upto: last.unwrap_or(upto),
            done: last.is_none(),
        };
        store::advance(&tx, &permit, progress).await?;
        if progress.done && upto != Uuid::nil() {
            let entry = Audit::at_large(permit).with("things", caught.things);
            let _ = tx.commit(entry, ()).await?;
        } else {
            // What is found so, could be found before, too: nobody did anything to it.
            tx.commit_unaudited().await?;
        }
    }
    Ok(caught)
}

/// Empties the index, for [`catch_up`] to bring everything in anew. Until it has, not everything is found.
pub async fn rebuild(cx: &Cx) -> Result<Saved<()>, Fault> {
    let permit = policy::may_index(cx)?;
    let tx = cx.begin().await?;
    store::clear(&tx, &permit).await?;
    store::begin_anew(&tx, &permit).await?;
    Ok(tx.commit(Audit::at_large(permit), ()).await?)
}

/// Counts which terms stand in so many things that those are answered the newest first; says how many terms.
pub async fn count_common(cx: &Cx) -> Result<Saved<usize>, Fault> {
    let permit = policy::may_index(cx)?;
    // Counting takes long, and nobody is to wait for it.
    let terms = store::count(&cx.reader()).await?;
    let tx = cx.begin().await?;
    store::replace(&tx, &permit, &terms).await?;
    let entry = Audit::at_large(permit).with("common_terms", terms.len());
    Ok(tx.commit(entry, terms.len()).await?)
}
