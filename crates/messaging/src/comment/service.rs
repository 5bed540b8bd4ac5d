//! Writing, editing, removing and reading comments. The thing that they stand on begins the act, and is found by what they
//! say from its end on.

use yakusho_kernel::{
    Audit, Audited, Conflict, Cursor, Cx, DbError, Fault, Invalid, Notice, Page, PersonId, Reading,
    Saved, Tx, Version,
};

use yakusho_search::Sources;

use super::model::{Kept, Stored};
use super::{Comment, CommentEvidence, CommentId, Thread, policy, store};
use crate::Authorship;
use crate::byline::others;
use crate::text::{Remark, given};
use crate::versions;

/// Writes a comment under its author's name of today.
pub(crate) async fn write(
    tx: &Tx,
    thread: &Thread,
    things: &Sources,
    author_name: &str,
    entered: &str,
) -> Result<(CommentId, Audit), Fault> {
    let permit = policy::may_write(tx.cx(), thread)?;
    let body = parse(entered)?;
    let id: CommentId = tx.cx().new_id();
    let by = Authorship::of(tx.cx())?;
    store::insert(tx, &permit, id, &thread.subject, by, author_name, &body).await?;
    let version = keep(tx, id, &body).await?;
    yakusho_search::renew(tx, &permit, things, &thread.subject).await?;
    Ok((id, Audit::of(permit, &id).version(&version)))
}

/// Changes the wording of one's own comment.
pub(crate) async fn edit(
    tx: Tx,
    thread: &Thread,
    things: &Sources,
    id: CommentId,
    revision: i32,
    entered: &str,
) -> Result<Saved<()>, Fault> {
    let comment = find(&tx, thread, id).await?;
    let permit = policy::may_edit(tx.cx(), &comment)?;
    let body = parse(entered)?;
    let version = keep(&tx, id, &body).await?;
    store::reword(&tx, &permit, id, revision, &body, version.number).await?;
    yakusho_search::renew(&tx, &permit, things, &thread.subject).await?;
    let entry = Audit::of(permit, &id).version(&version);
    Ok(tx.commit(entry, ()).await?)
}

/// Takes back one's own comment, or takes down another's for a reason that its author is told.
pub(crate) async fn remove(
    tx: Tx,
    thread: &Thread,
    things: &Sources,
    id: CommentId,
    revision: i32,
    reason: &str,
    tell: impl FnOnce(Option<&Remark>) -> Notice,
) -> Result<Saved<()>, Fault> {
    let reason = given(reason)?;
    let reason = reason.as_ref();
    let comment = find(&tx, thread, id).await?;
    let permit = policy::may_remove(tx.cx(), thread, &comment, reason)?;
    let own = tx.cx().actor().stands_for(comment.by.author);
    store::mark(&tx, &permit, id, revision, own, reason).await?;
    yakusho_search::renew(&tx, &permit, things, &thread.subject).await?;
    told(&tx, id, revision, comment.by.author, tell(reason)).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Puts up again what was taken down; its author is told.
pub(crate) async fn reinstate(
    tx: Tx,
    thread: &Thread,
    things: &Sources,
    id: CommentId,
    revision: i32,
    notice: Notice,
) -> Result<Saved<()>, Fault> {
    let comment = find(&tx, thread, id).await?;
    let permit = policy::may_reinstate(tx.cx(), thread, &comment)?;
    Conflict::CHANGED.unless(comment.revision == revision)?;
    let kept: Kept = versions::content(&tx, &id, comment.version).await?;
    store::unmark(&tx, &permit, id, revision, &kept.body).await?;
    yakusho_search::renew(&tx, &permit, things, &thread.subject).await?;
    told(&tx, id, revision, comment.by.author, notice).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Tells the author what another did with their comment.
async fn told(
    tx: &Tx,
    id: CommentId,
    revision: i32,
    author: PersonId,
    notice: Notice,
) -> Result<(), DbError> {
    let notice = notice.keyed(format!("{id} {revision}"));
    tx.notify(&others(tx, vec![author]), &notice).await
}

/// The words that a marker stands in place of: for the supervisor, and on record.
pub async fn evidence(cx: &Cx, id: CommentId) -> Result<Audited<CommentEvidence>, Fault> {
    let on = cx.reader();
    let comment = store::comment(&on, id).await?.ok_or(Fault::NotFound)?;
    if comment.words.shown().is_some() {
        return Err(Fault::NotFound);
    }
    let permit = policy::may_see_evidence(cx, &comment)?;
    let kept: Kept = versions::content(&on, &id, comment.version).await?;
    let evidence = CommentEvidence {
        removal: comment.words.removal().cloned(),
        subject: comment.subject,
        words: kept.body,
        by: comment.by,
        at: comment.at,
    };
    Ok(cx.disclose(permit, Some(&id), evidence).await?)
}

/// A page of the comments on a thing, the oldest first.
pub(crate) async fn page(
    on: &impl Reading,
    cx: &Cx,
    thread: &Thread,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Comment>, Fault> {
    let page = store::page(on, &thread.subject, after, size).await?;
    Ok(page.map(|comment| {
        let rights = policy::rights(cx, thread, &comment);
        comment.seen(rights)
    }))
}

async fn find(tx: &Tx, thread: &Thread, id: CommentId) -> Result<Stored, Fault> {
    store::find(tx, &thread.subject, id)
        .await?
        .ok_or(Fault::NotFound)
}

async fn keep(tx: &Tx, id: CommentId, body: &Remark) -> Result<Version, DbError> {
    let body = body.clone();
    tx.keep_version(&id, &Kept { body }).await
}

fn parse(entered: &str) -> Result<Remark, Invalid> {
    Remark::parse(entered).map_err(|reason| Invalid::field("comment", reason))
}
