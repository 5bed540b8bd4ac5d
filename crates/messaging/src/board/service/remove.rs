//! Taking posts back as one's own, and down as another's.

use async_trait::async_trait;
use serde_json::json;
use uuid::Uuid;
use yakusho_kernel::{
    Audit, Cx, Fault, Invalid, Notice, Permit, Reason, Removable, Saved, Tx, TypedId as _,
};

use super::access::{Found, find_at, title};
use crate::board::model::{BoardPostId, Post};
use crate::board::{Posts, policy, store};
use crate::text::{Remark, given};
use crate::{Authorship, Removal};
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
    let Found { post, ties, .. } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_remove(cx, &post, ties, reason.as_ref())?;
    take_down(&tx, &permit, post, reason).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

async fn take_down(
    tx: &Tx,
    permit: &Permit,
    mut post: Post,
    reason: Option<Remark>,
) -> Result<(), Fault> {
    let params = json!({ "title": post.content.title.as_str(), "reason": reason });
    post.remove(Removal {
        at: tx.cx().now(),
        by: Authorship::of(tx.cx())?.hand,
        reason,
    })?;
    store::save(tx, permit, &post).await?;
    let notice = Notice::new(notices::BOARD_REMOVED, &post.id)
        .keyed(post.revision.to_string())
        .params(params);
    tx.notify(&[post.by.author], &notice).await?;
    Ok(())
}

#[async_trait]
impl Removable for Posts {
    fn kind(&self) -> &'static str {
        BoardPostId::KIND
    }

    async fn take_down(
        &self,
        tx: &Tx,
        permit: &Permit,
        id: Uuid,
        reason: &str,
    ) -> Result<(), Fault> {
        let reason = given(reason)?.ok_or_else(|| Invalid::field("reason", Reason::Required))?;
        let (post, _) = store::post(tx, id.into(), None)
            .await?
            .ok_or(Fault::NotFound)?;
        take_down(tx, permit, post, Some(reason)).await
    }
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
