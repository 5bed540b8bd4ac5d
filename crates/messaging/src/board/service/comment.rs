//! Comments on posts.

use serde_json::json;
use yakusho_kernel::{Cursor, Cx, Fault, Notice, Page, Saved, Tx};

use yakusho_search::Sources;

use super::access::{Found, find};
use crate::board::model::BoardPostId;
use crate::board::policy;
use crate::board::search::Posts;
use crate::byline::{name_of, others};
use crate::comment::{self as comments_of, Comment, CommentId, Thread};
use crate::text::Remark;
use crate::{Authorship, notices};

/// A page of the comments on a post, the oldest first. They are gone while that is.
pub async fn comments(
    cx: &Cx,
    id: BoardPostId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Comment>, Fault> {
    let on = cx.reader();
    let found = find(&on, cx, id).await?;
    if found.post.state.is_gone() {
        return Err(Fault::NotFound);
    }
    let thread = policy::thread(&found.post, found.ties, &found.shelves);
    comments_of::page(&on, cx, &thread, after, size).await
}

/// Comments on a post; its author is told.
pub async fn comment(cx: &Cx, id: BoardPostId, text: &str) -> Result<Saved<CommentId>, Fault> {
    let tx = cx.begin().await?;
    let (found, thread) = thread(&tx, cx, id).await?;
    let name = name_of(&tx, cx.today(), Authorship::of(cx)?.author).await?;
    let (comment, entry) = comments_of::write(&tx, &thread, &posts(), &name, text).await?;
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
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let (_, thread) = thread(&tx, cx, id).await?;
    comments_of::edit(tx, &thread, &posts(), comment, revision, text).await
}

/// Takes one's own comment back, or another's down for a reason that its author is told.
pub async fn remove_comment(
    cx: &Cx,
    id: BoardPostId,
    comment: CommentId,
    revision: i32,
    reason: &str,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let (found, thread) = thread(&tx, cx, id).await?;
    let title = found.post.content.title;
    let tell = |reason: Option<&Remark>| {
        Notice::new(notices::BOARD_COMMENT_REMOVED, &id)
            .params(json!({ "title": title.as_str(), "reason": reason }))
    };
    comments_of::remove(tx, &thread, &posts(), comment, revision, reason, tell).await
}

/// Puts up again a comment that was taken down.
pub async fn reinstate_comment(
    cx: &Cx,
    id: BoardPostId,
    comment: CommentId,
    revision: i32,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let (found, thread) = thread(&tx, cx, id).await?;
    let notice = Notice::new(notices::BOARD_COMMENT_REINSTATED, &id)
        .params(json!({ "title": found.post.content.title.as_str() }));
    comments_of::reinstate(tx, &thread, &posts(), comment, revision, notice).await
}

/// What is found by its comments, too.
fn posts() -> Sources {
    Sources::new().with(Posts)
}

async fn thread(tx: &Tx, cx: &Cx, id: BoardPostId) -> Result<(Found, Thread), Fault> {
    let found = find(tx, cx, id).await?;
    let thread = policy::thread(&found.post, found.ties, &found.shelves);
    Ok((found, thread))
}
