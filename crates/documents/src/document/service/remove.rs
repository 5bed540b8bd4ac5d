//! Taking documents back as one's own, and down as another's.

use serde_json::json;
use yakusho_kernel::{Audit, Authorship, Cx, Fault, Invalid, Notice, Saved, entered};

use super::access::{Found, content, find_at, title};
use crate::document::model::{DocumentId, LONGEST_REASON, Removal, State};
use crate::document::{policy, rules, store};
use crate::notices;

/// A reason as it was entered; empty where none was given.
pub(super) fn given(reason: &str) -> Result<String, Invalid> {
    let mut invalid = Invalid::default();
    let reason = entered::lines_or_nothing(&mut invalid, "reason", reason, LONGEST_REASON);
    invalid.check()?;
    Ok(reason)
}

/// The entry with the reason that was given, if one was.
pub(super) fn because(entry: Audit, reason: String) -> Audit {
    if reason.is_empty() {
        entry
    } else {
        entry.with("reason", reason)
    }
}

/// Takes one's own document back; for a reason, if it is registered.
pub async fn withdraw(
    cx: &Cx,
    id: DocumentId,
    revision: i32,
    reason: &str,
) -> Result<Saved<()>, Fault> {
    let reason = given(reason)?;
    let tx = cx.begin().await?;
    let Found {
        mut document, ties, ..
    } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_withdraw(cx, &document, ties)?;
    rules::explained(&document, &reason)?;
    document.take_away(None, cx.now())?;
    store::save(&tx, &permit, &document).await?;
    let entry = because(Audit::of(permit, &id), reason);
    Ok(tx.commit(entry, ()).await?)
}

/// Takes down what another registered, for a reason that they and readers are told. A marker stands in its place, and
/// what it said stays as evidence.
pub async fn remove(
    cx: &Cx,
    id: DocumentId,
    revision: i32,
    reason: &str,
) -> Result<Saved<()>, Fault> {
    let reason = given(reason)?;
    let tx = cx.begin().await?;
    let Found {
        mut document, ties, ..
    } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_remove(cx, &document, ties, &reason)?;
    document.expect(State::Registered)?;
    let said = json!({ "title": document.content.title, "reason": reason });
    let removal = Removal {
        at: cx.now(),
        by: Authorship::of(cx)?.hand,
        reason,
    };
    document.take_away(Some(removal), cx.now())?;
    store::save(&tx, &permit, &document).await?;
    let notice = Notice::new(notices::REMOVED, &id)
        .keyed(document.revision.to_string())
        .params(said);
    tx.notify(&[document.by.author], &notice).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Puts up again what was taken down.
pub async fn reinstate(cx: &Cx, id: DocumentId, revision: i32) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found {
        mut document, ties, ..
    } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_reinstate(cx, &document, ties)?;
    let words = content(&tx, &id, document.version).await?;
    document.reinstate(words, cx.now())?;
    store::save(&tx, &permit, &document).await?;
    let notice = Notice::new(notices::REINSTATED, &id)
        .keyed(document.revision.to_string())
        .params(title(&document));
    tx.notify(&[document.by.author], &notice).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}
