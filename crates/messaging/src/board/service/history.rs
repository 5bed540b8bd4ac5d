//! Versions of a post: listed, compared, restored; and the words that a marker stands in place of.

use yakusho_kernel::{Audited, Cx, Reading, Saved, version};

use super::access::{Found, find, find_at};
use super::write::{may_rewrite, rewrite};
use crate::Evidence;
use crate::board::model::{BoardPostId, Content, Post, PostState};
use crate::board::policy::Ties;
use crate::board::{BoardError, policy, store};
use crate::versions::{Change, Comparison, MOST_LISTED, VersionRow};

/// The versions of a post that the reader may see, the newest first: all for those who answer for it, those since its
/// publication for everyone who reads it.
pub async fn versions(cx: &Cx, id: BoardPostId) -> Result<Vec<VersionRow>, BoardError> {
    let Found { post, ties, .. } = find(&cx.reader(), cx, id).await?;
    let kept = yakusho_kernel::versions(&cx.reader(), &id, MOST_LISTED).await?;
    kept.into_iter()
        .filter(|kept| may_read_version(&post, ties, kept.number))
        .map(|kept| {
            let content: Content = serde_json::from_value(kept.content)?;
            Ok(VersionRow {
                id: kept.id,
                number: kept.number,
                at: kept.at,
                title: content.title.into_inner(),
            })
        })
        .collect()
}

/// Two versions of a post, compared.
pub async fn compare(
    cx: &Cx,
    id: BoardPostId,
    before: i32,
    after: i32,
) -> Result<Comparison, BoardError> {
    let on = cx.reader();
    let Found { post, ties, .. } = find(&on, cx, id).await?;
    if ![before, after]
        .iter()
        .all(|number| may_read_version(&post, ties, *number))
    {
        return Err(BoardError::NotFound);
    }
    let before = content(&on, id, before).await?;
    let after = content(&on, id, after).await?;
    Ok(Comparison::of(&before.into_text(), &after.into_text()))
}

/// Puts an earlier version in place of the present one, as a new version. Files that hung on it then hang on it again.
pub async fn restore(
    cx: &Cx,
    id: BoardPostId,
    revision: i32,
    number: i32,
    change: Change,
) -> Result<Saved<BoardPostId>, BoardError> {
    let tx = cx.begin().await?;
    let found = find_at(&tx, cx, id, revision).await?;
    let earlier = content(&tx, id, number).await?;
    let permit = may_rewrite(cx, &found, &earlier)?;
    rewrite(tx, found, permit, earlier, change).await
}

/// The words that a marker stands in place of: for the supervisor, and on record.
pub async fn evidence(cx: &Cx, id: BoardPostId) -> Result<Audited<Evidence>, BoardError> {
    let on = cx.reader();
    let found = store::post(&on, id, None).await?;
    let (post, _) = found.ok_or(BoardError::NotFound)?;
    if !matches!(post.state, PostState::Removed | PostState::Withdrawn) {
        return Err(BoardError::NotFound);
    }
    let permit = policy::may_see_evidence(cx, &post)?;
    let words = content(&on, id, post.version).await?;
    let evidence = Evidence {
        text: words.into_text(),
        by: post.by,
        removal: post.removal,
    };
    Ok(cx.disclose(permit, Some(&id), evidence).await?)
}

/// The content of a version.
pub(super) async fn content(
    on: &impl Reading,
    id: BoardPostId,
    number: i32,
) -> Result<Content, BoardError> {
    let kept = version(on, &id, number).await?;
    let kept = kept.ok_or(BoardError::NotFound)?;
    Ok(serde_json::from_value(kept.content)?)
}

/// Whether the reader may see that version: of what was taken back or down, nobody does but in evidence.
fn may_read_version(post: &Post, ties: Ties, number: i32) -> bool {
    let published = post.first_version.is_some_and(|first| first <= number);
    match post.state {
        PostState::Withdrawn | PostState::Removed => false,
        _ => ties.answers() || ties.approves || published,
    }
}
