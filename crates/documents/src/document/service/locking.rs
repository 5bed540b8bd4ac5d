//! Locks: whoever works on a document keeps others from changing it meanwhile.

use serde_json::json;
use time::Duration;
use yakusho_kernel::{Audit, Conflict, Cx, Fault, Invalid, Notice, Reason, Saved};

use super::access::{Found, find};
use crate::document::model::{DocumentId, Lock};
use crate::document::rules::LONGEST_LOCK;
use crate::document::{policy, store};
use crate::notices;
use crate::webdav::store as webdav_store;

/// Takes a lock for that long, at most a day; of one's own lock, the end is moved.
///
/// # Errors
/// The conflict `locked` where somebody else holds it; the field `hours` where that is none, or too long.
pub async fn lock(cx: &Cx, id: DocumentId, length: Duration) -> Result<Saved<Lock>, Fault> {
    if length <= Duration::ZERO || length > LONGEST_LOCK {
        let max = LONGEST_LOCK.whole_hours();
        return Err(Invalid::field("hours", Reason::OutOfRange { min: 1, max }).into());
    }
    let tx = cx.begin().await?;
    let Found {
        mut document, ties, ..
    } = find(&tx, cx, id).await?;
    let permit = policy::may_lock(cx, &document, ties)?;
    document.expect_stands()?;
    let by = cx.actor().person().ok_or(Fault::NotFound)?;
    document.expect_free(by, cx.now())?;
    let lock = Lock {
        by,
        at: cx.now(),
        until: cx.now().plus(length),
    };
    document.lock = Some(lock);
    store::save_lock(&tx, &permit, &document).await?;
    let entry = Audit::of(permit, &id).with("until", lock.until.utc().to_string());
    Ok(tx.commit(entry, lock).await?)
}

/// Gives one's lock back.
pub async fn unlock(cx: &Cx, id: DocumentId) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found { mut document, .. } = find(&tx, cx, id).await?;
    let permit = policy::may_unlock(cx, &document)?;
    document.lock = None;
    store::save_lock(&tx, &permit, &document).await?;
    webdav_store::release_all(&tx, &permit, id).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Breaks another's lock, for a reason that they are told.
pub async fn break_lock(cx: &Cx, id: DocumentId, reason: &str) -> Result<Saved<()>, Fault> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Invalid::field("reason", Reason::Required).into());
    }
    let tx = cx.begin().await?;
    let Found {
        mut document, ties, ..
    } = find(&tx, cx, id).await?;
    let permit = policy::may_break_lock(cx, &document, ties)?;
    let held = document
        .locked(cx.now())
        .ok_or(Conflict { code: "not_locked" })?;
    document.lock = None;
    store::save_lock(&tx, &permit, &document).await?;
    webdav_store::release_all(&tx, &permit, id).await?;
    let said = json!({ "title": document.content.title, "reason": reason });
    let notice = Notice::new(notices::LOCK_BROKEN, &id)
        .keyed(document.revision.to_string())
        .params(said);
    tx.notify(&[held.by], &notice).await?;
    let entry = Audit::of(permit, &id).with("held_by", held.by.to_string());
    Ok(tx.commit(entry, ()).await?)
}
