//! Taking posts back as one's own, and down as another's.

use serde_json::json;
use yakusho_kernel::{Audit, Cx, Fault, Notice, Saved};

use super::access::{Found, find_at, title};
use crate::Removal;
use crate::board::model::BoardPostId;
use crate::board::{policy, store};
use crate::text::given;
use crate::{notices, versions};

/// Takes one's own post back.
pub async fn withdraw(cx: &Cx, id: BoardPostId, revision: i32) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found { mut post, ties, .. } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_withdraw(cx, &post, ties)?;
    post.withdraw(cx.now())?;
    store::save(&tx, &permit, &post).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Takes another's post down, for a reason that its author and readers are told. A marker stands in its place, and its
/// words stay as evidence.
pub async fn remove(
    cx: &Cx,
    id: BoardPostId,
    revision: i32,
    reason: &str,
) -> Result<Saved<()>, Fault> {
    let reason = given(reason)?;
    let tx = cx.begin().await?;
    let Found { mut post, ties, .. } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_remove(cx, &post, ties, reason.as_ref())?;
    let by = crate::Authorship::of(cx)?.hand;
    let params = json!({ "title": post.content.title.as_str(), "reason": reason });
    post.remove(Removal {
        at: cx.now(),
        by,
        reason,
    })?;
    store::save(&tx, &permit, &post).await?;
    let notice = Notice::new(notices::BOARD_REMOVED, &id)
        .keyed(post.revision.to_string())
        .params(params);
    tx.notify(&[post.by.author], &notice).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Puts up again what was taken down.
pub async fn reinstate(cx: &Cx, id: BoardPostId, revision: i32) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found { mut post, ties, .. } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_reinstate(cx, &post, ties)?;
    let words = versions::content(&tx, &id, post.version).await?;
    post.reinstate(words, cx.now())?;
    store::save(&tx, &permit, &post).await?;
    let notice = Notice::new(notices::BOARD_REINSTATED, &id)
        .keyed(post.revision.to_string())
        .params(title(&post));
    tx.notify(&[post.by.author], &notice).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}
