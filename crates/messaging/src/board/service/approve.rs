//! Approval of posts, where their category asks for it.

use serde_json::json;
use yakusho_accounts::role;
use yakusho_kernel::{Audit, Cx, DbError, Fault, Notice, Permit, PersonId, Saved, Tx};

use super::access::{Found, find_at, title};
use crate::board::model::{Approver, BoardPostId, Decision, Post, Published};
use crate::board::{policy, store};
use crate::notices;

/// Has the post wait for an approval, and tells those whose it is today.
pub(super) async fn ask(
    tx: &Tx,
    permit: &Permit,
    post: &Post,
    approver: Approver,
) -> Result<(), DbError> {
    store::ask(tx, permit, post.id, approver).await?;
    let notice = Notice::new(notices::BOARD_SUBMITTED, &post.id)
        .keyed(post.version.to_string())
        .params(title(post));
    tx.notify(&approvers(tx, approver).await?, &notice).await
}

/// Who gives the approval today.
async fn approvers(tx: &Tx, approver: Approver) -> Result<Vec<PersonId>, DbError> {
    let today = tx.cx().today();
    match approver {
        Approver::HeadOf(unit) => role::leaders(tx, today, &[unit]).await,
        Approver::Holder(role) => role::people(tx, role, today).await,
    }
}

/// Approves a post, which publishes it, or sends it back with a reason; `None` where it is sent back. Whoever of those asked
/// comes first decides for all of them.
pub async fn decide(
    cx: &Cx,
    id: BoardPostId,
    revision: i32,
    decision: Decision,
) -> Result<Saved<Option<Published>>, Fault> {
    let tx = cx.begin().await?;
    let Found { mut post, ties, .. } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_decide(cx, &post, ties)?;
    let (outcome, kind, reason) = match &decision {
        Decision::Approve => {
            store::decide(&tx, &permit, id, None).await?;
            (Some(post.publish(cx.now())?), notices::BOARD_APPROVED, "")
        }
        Decision::SendBack(reason) => {
            store::decide(&tx, &permit, id, Some(reason)).await?;
            post.send_back(cx.now())?;
            (None, notices::BOARD_SENT_BACK, reason.as_str())
        }
    };
    store::save(&tx, &permit, &post).await?;
    let params = json!({ "title": post.content.title.as_str(), "reason": reason });
    let notice = Notice::new(kind, &id)
        .keyed(post.revision.to_string())
        .params(params);
    tx.notify(&[post.by.author], &notice).await?;
    let entry = Audit::of(permit, &id).with("approved", outcome.is_some());
    Ok(tx.commit(entry, outcome).await?)
}
