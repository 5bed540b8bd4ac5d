//! Writing, editing, removing and reading comments. The thing that they stand on begins the act.

use yakusho_kernel::{
    Audit, Cursor, Cx, DbError, Fault, Invalid, Page, Reading, Ref, Saved, Tx, Version,
};

use super::model::Kept;
use super::{Comment, CommentId, Thread, policy, store};
use crate::Authorship;
use crate::text::{Remark, given};

/// Writes a comment under its author's name of today.
pub(crate) async fn write(
    tx: &Tx,
    thread: &Thread,
    author_name: &str,
    entered: &str,
) -> Result<(CommentId, Audit), Fault> {
    let permit = policy::may_write(tx.cx(), thread)?;
    let body = parse(entered)?;
    let id: CommentId = tx.cx().new_id();
    let by = Authorship::of(tx.cx())?;
    store::insert(tx, &permit, id, &thread.subject, by, author_name, &body).await?;
    let version = keep(tx, id, &body).await?;
    Ok((id, Audit::of(permit, &id).version(&version)))
}

/// Changes the wording of one's own comment.
pub(crate) async fn edit(
    tx: Tx,
    thread: &Thread,
    id: CommentId,
    revision: i32,
    entered: &str,
) -> Result<Saved<()>, Fault> {
    let comment = find(&tx, thread, id).await?;
    let permit = policy::may_edit(tx.cx(), &comment)?;
    let body = parse(entered)?;
    let version = keep(&tx, id, &body).await?;
    store::reword(&tx, &permit, id, revision, &body, version.number).await?;
    let entry = Audit::of(permit, &id).version(&version);
    Ok(tx.commit(entry, ()).await?)
}

/// Takes back one's own comment, or takes down another's for a reason.
pub(crate) async fn remove(
    tx: Tx,
    thread: &Thread,
    id: CommentId,
    revision: i32,
    reason: &str,
) -> Result<Saved<()>, Fault> {
    let reason = given(reason)?;
    let reason = reason.as_ref();
    let comment = find(&tx, thread, id).await?;
    let permit = policy::may_remove(tx.cx(), thread, &comment, reason)?;
    let own = tx.cx().actor().stands_for(comment.by.author);
    store::mark(&tx, &permit, id, revision, own, reason).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// A page of the comments on a thing, the oldest first.
pub(crate) async fn page(
    on: &impl Reading,
    cx: &Cx,
    subject: &Ref,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Comment>, Fault> {
    let page = store::page(on, subject, after, size).await?;
    Ok(page.map(|comment| comment.seen(|author| cx.actor().stands_for(author))))
}

async fn find(tx: &Tx, thread: &Thread, id: CommentId) -> Result<super::model::Stored, Fault> {
    store::find(tx, &thread.subject, id)
        .await?
        .ok_or(Fault::NotFound)
}

async fn keep(tx: &Tx, id: CommentId, body: &Remark) -> Result<Version, DbError> {
    let body = body.as_str();
    tx.keep_version(&id, &Kept { body }).await
}

fn parse(entered: &str) -> Result<Remark, Invalid> {
    Remark::parse(entered).map_err(|reason| Invalid::field("comment", reason))
}
