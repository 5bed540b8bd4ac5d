//! Writing, editing, removing and reading comments. The thing that they stand on begins and commits the act.

use yakusho_kernel::{Audit, Cursor, Cx, Invalid, Page, Reading, Ref, Tx};

use super::model::Kept;
use super::{Comment, CommentError, CommentId, Thread, policy, store};
use crate::Authorship;
use crate::text::Remark;

/// Writes a comment under its author's name of today.
pub(crate) async fn write(
    tx: &Tx,
    thread: &Thread,
    author_name: &str,
    entered: &str,
) -> Result<(CommentId, Audit), CommentError> {
    let permit = policy::may_write(tx.cx(), thread)?;
    let body = parse(entered)?;
    let id: CommentId = tx.cx().new_id();
    let by = Authorship::of(tx.cx())?;
    store::insert(tx, &permit, id, &thread.subject, by, author_name, &body).await?;
    let version = tx
        .keep_version(
            &id,
            &Kept {
                body: body.as_str(),
            },
        )
        .await?;
    Ok((id, Audit::of(permit, &id).version(&version)))
}

/// Changes the wording of one's own comment.
pub(crate) async fn edit(
    tx: &Tx,
    thread: &Thread,
    id: CommentId,
    revision: i32,
    entered: &str,
) -> Result<Audit, CommentError> {
    let comment = find(tx, thread, id).await?;
    let permit = policy::may_edit(tx.cx(), &comment)?;
    let body = parse(entered)?;
    let version = tx
        .keep_version(
            &id,
            &Kept {
                body: body.as_str(),
            },
        )
        .await?;
    store::reword(tx, &permit, id, revision, &body, version.number).await?;
    Ok(Audit::of(permit, &id).version(&version))
}

/// Takes back one's own comment, or takes down another's for a reason.
pub(crate) async fn remove(
    tx: &Tx,
    thread: &Thread,
    id: CommentId,
    revision: i32,
    reason: Option<&Remark>,
) -> Result<Audit, CommentError> {
    let comment = find(tx, thread, id).await?;
    let permit = policy::may_remove(tx.cx(), thread, &comment, reason)?;
    let own = tx.cx().actor().stands_for(comment.by.author);
    store::mark(tx, &permit, id, revision, own, reason).await?;
    Ok(Audit::of(permit, &id))
}

/// A page of the comments on a thing, the oldest first.
pub(crate) async fn page(
    on: &impl Reading,
    cx: &Cx,
    subject: &Ref,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Comment>, CommentError> {
    let page = store::page(on, subject, after, size).await?;
    Ok(page.map(|comment| comment.seen(|author| cx.actor().stands_for(author))))
}

async fn find(
    tx: &Tx,
    thread: &Thread,
    id: CommentId,
) -> Result<super::model::Stored, CommentError> {
    store::find(tx, &thread.subject, id)
        .await?
        .ok_or(CommentError::NotFound)
}

fn parse(entered: &str) -> Result<Remark, Invalid> {
    Remark::parse(entered).map_err(|reason| Invalid::field("comment", reason))
}
