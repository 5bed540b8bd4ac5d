//! Comments on circulations.

use serde_json::json;
use yakusho_kernel::{Cursor, Cx, Fault, Notice, Page, Saved, Tx};

use yakusho_search::Sources;

use super::access::{Found, find};
use crate::byline::{name_of, others};
use crate::circulation::model::CirculationId;
use crate::circulation::search::Circulations;
use crate::circulation::{policy, store};
use crate::comment::{self as comments_of, Comment, CommentId, Thread};
use crate::text::Remark;
use crate::{Authorship, notices};

/// A page of the comments on a circulation, the oldest first. They are gone while that is.
pub async fn comments(
    cx: &Cx,
    id: CirculationId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Comment>, Fault> {
    let on = cx.reader();
    let Found {
        circulation, ties, ..
    } = find(&on, cx, id).await?;
    if circulation.state.is_gone() {
        return Err(Fault::NotFound);
    }
    let thread = policy::thread(&circulation, ties);
    comments_of::page(&on, cx, &thread, after, size).await
}

/// Comments on a circulation; its author and those who watch it are told.
pub async fn comment(cx: &Cx, id: CirculationId, text: &str) -> Result<Saved<CommentId>, Fault> {
    let tx = cx.begin().await?;
    let (found, thread) = thread(&tx, cx, id).await?;
    let name = name_of(&tx, cx.today(), Authorship::of(cx)?.author).await?;
    let (comment, entry) = comments_of::write(&tx, &thread, &circulations(), &name, text).await?;
    let title = found.circulation.content.title.as_str();
    let notice = Notice::new(notices::CIRCULATION_COMMENTED, &id)
        .keyed(comment.to_string())
        .params(json!({ "title": title, "name": name }));
    let mut people = vec![found.circulation.by.author];
    people.extend(
        store::watchers(&tx, &[id])
            .await?
            .into_iter()
            .map(|(_, person)| person),
    );
    tx.notify(&others(&tx, people), &notice).await?;
    Ok(tx.commit(entry, comment).await?)
}

/// Changes the wording of one's own comment.
pub async fn edit_comment(
    cx: &Cx,
    id: CirculationId,
    comment: CommentId,
    revision: i32,
    text: &str,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let (_, thread) = thread(&tx, cx, id).await?;
    comments_of::edit(tx, &thread, &circulations(), comment, revision, text).await
}

/// Takes one's own comment back, or another's down for a reason that its author is told.
pub async fn remove_comment(
    cx: &Cx,
    id: CirculationId,
    comment: CommentId,
    revision: i32,
    reason: &str,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let (found, thread) = thread(&tx, cx, id).await?;
    let title = found.circulation.content.title;
    let tell = |reason: Option<&Remark>| {
        Notice::new(notices::CIRCULATION_COMMENT_REMOVED, &id)
            .params(json!({ "title": title.as_str(), "reason": reason }))
    };
    comments_of::remove(
        tx,
        &thread,
        &circulations(),
        comment,
        revision,
        reason,
        tell,
    )
    .await
}

/// Puts up again a comment that was taken down.
pub async fn reinstate_comment(
    cx: &Cx,
    id: CirculationId,
    comment: CommentId,
    revision: i32,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let (found, thread) = thread(&tx, cx, id).await?;
    let notice = Notice::new(notices::CIRCULATION_COMMENT_REINSTATED, &id)
        .params(json!({ "title": found.circulation.content.title.as_str() }));
    comments_of::reinstate(tx, &thread, &circulations(), comment, revision, notice).await
}

/// What is found by its comments, too.
fn circulations() -> Sources {
    Sources::new().with(Circulations)
}

async fn thread(tx: &Tx, cx: &Cx, id: CirculationId) -> Result<(Found, Thread), Fault> {
    let found = find(tx, cx, id).await?;
    let thread = policy::thread(&found.circulation, found.ties);
    Ok((found, thread))
}
