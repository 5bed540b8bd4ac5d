//! Comments on posts.

use serde_json::json;
use yakusho_kernel::{Cursor, Cx, Notice, Page, Saved, Tx};

use super::access::{Found, find};
use crate::board::model::BoardPostId;
use crate::board::{BoardError, policy};
use crate::byline::{name_of, others};
use crate::comment::{self as comments_of, Comment, CommentId, Thread};
use crate::text::given;
use crate::{Authorship, notices};

/// A page of the comments on a post, the oldest first.
pub async fn comments(
    cx: &Cx,
    id: BoardPostId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Comment>, BoardError> {
    let on = cx.reader();
    let found = find(&on, cx, id).await?;
    let subject = policy::thread(&found.post, found.ties, &found.shelves).subject;
    Ok(comments_of::page(&on, cx, &subject, after, size).await?)
}

/// Comments on a post; its author is told.
pub async fn comment(cx: &Cx, id: BoardPostId, text: &str) -> Result<Saved<CommentId>, BoardError> {
    let tx = cx.begin().await?;
    let (found, thread) = thread(&tx, cx, id).await?;
    let name = name_of(&tx, Authorship::of(cx)?.author).await?;
    let (comment, entry) = comments_of::write(&tx, &thread, &name, text).await?;
    let title = found.post.content.title.as_str();
    let notice = Notice::new(notices::BOARD_COMMENTED, &id)
        .keyed(comment.to_string())
        .params(json!({ "title": title, "name": name }));
    tx.notify(&others(&tx, vec![found.post.by.author]), &notice)
        .await?;
    Ok(tx.commit(entry, comment).await?)
}

/// Changes the wording of one's own comment.
pub async fn edit_comment(
    cx: &Cx,
    id: BoardPostId,
    comment: CommentId,
    revision: i32,
    text: &str,
) -> Result<Saved<()>, BoardError> {
    let tx = cx.begin().await?;
    let (_, thread) = thread(&tx, cx, id).await?;
    let entry = comments_of::edit(&tx, &thread, comment, revision, text).await?;
    Ok(tx.commit(entry, ()).await?)
}

/// Takes one's own comment back, or another's down for a reason.
pub async fn remove_comment(
    cx: &Cx,
    id: BoardPostId,
    comment: CommentId,
    revision: i32,
    reason: &str,
) -> Result<Saved<()>, BoardError> {
    let reason = given(reason)?;
    let tx = cx.begin().await?;
    let (_, thread) = thread(&tx, cx, id).await?;
    let reason = reason.as_ref();
    let entry = comments_of::remove(&tx, &thread, comment, revision, reason).await?;
    Ok(tx.commit(entry, ()).await?)
}

async fn thread(tx: &Tx, cx: &Cx, id: BoardPostId) -> Result<(Found, Thread), BoardError> {
    let found = find(tx, cx, id).await?;
    let thread = policy::thread(&found.post, found.ties, &found.shelves);
    Ok((found, thread))
}
