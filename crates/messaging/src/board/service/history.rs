//! Versions of a post: listed, compared, restored; and the words that a marker stands in place of.

use yakusho_kernel::{Audited, Cursor, Cx, Fault, Page, Saved};

use super::access::{Found, find, find_at};
use super::write::{may_rewrite, rewrite};
use crate::Evidence;
use crate::board::model::{BoardPostId, Content, Post};
use crate::board::policy::Ties;
use crate::board::{policy, store};
use crate::versions::{self, Change, Comparison, VersionRow};

/// A page of the versions of a post that the reader may see, the newest first: all for those who answer for it, those since its
/// publication for everyone who reads it.
pub async fn versions(
    cx: &Cx,
    id: BoardPostId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<VersionRow>, Fault> {
    let on = cx.reader();
    let Found { post, ties, .. } = find(&on, cx, id).await?;
    let from = readable_from(&post, ties);
    let page = versions::page::<Content>(&on, &id, from, after, size).await?;
    Ok(page.map(|row| row.signed(ties.sees_author(&post))))
}

/// Two versions of a post, compared.
pub async fn compare(
    cx: &Cx,
    id: BoardPostId,
    before: i32,
    after: i32,
) -> Result<Comparison, Fault> {
    let on = cx.reader();
    let Found { post, ties, .. } = find(&on, cx, id).await?;
    let from = readable_from(&post, ties);
    versions::compare::<Content>(&on, &id, from, before, after).await
}

/// Puts an earlier version in place of the present one, as a new version. Files that hung on it then hang on it again.
pub async fn restore(
    cx: &Cx,
    id: BoardPostId,
    revision: i32,
    number: i32,
    change: Change,
) -> Result<Saved<BoardPostId>, Fault> {
    let tx = cx.begin().await?;
    let found = find_at(&tx, cx, id, revision).await?;
    let earlier = versions::content(&tx, &id, number).await?;
    let permit = may_rewrite(cx, &found, &earlier)?;
    rewrite(tx, found, permit, earlier, change).await
}

/// The words that a marker stands in place of: for the supervisor, and on record.
pub async fn evidence(cx: &Cx, id: BoardPostId) -> Result<Audited<Evidence>, Fault> {
    let on = cx.reader();
    let found = store::post(&on, id, None).await?;
    let (post, _) = found.ok_or(Fault::NotFound)?;
    if !post.state.is_gone() {
        return Err(Fault::NotFound);
    }
    let permit = policy::may_see_evidence(cx, &post)?;
    let words: Content = versions::content(&on, &id, post.version).await?;
    let evidence = Evidence {
        text: words.into(),
        by: post.by,
        removal: post.removal,
    };
    Ok(cx.disclose(permit, Some(&id), evidence).await?)
}

/// The first version that the reader may see: of what was taken back or down, nobody sees any but in evidence.
fn readable_from(post: &Post, ties: Ties) -> Option<i32> {
    if post.state.is_gone() {
        None
    } else if ties.answers().holds() || ties.approves.holds() {
        Some(1)
    } else {
        post.first_version
    }
}
