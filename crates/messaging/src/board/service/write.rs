//! Writing, changing and publishing posts.

use yakusho_accounts::registration::{self, Clearance};
use yakusho_attachments as attachments;
use yakusho_kernel::{
    Audit, Cx, DbError, Fault, Invalid, Notice, Permit, Reason, Saved, Subject as _, Tx,
};

use super::access::{Found, find_at, shelves, title};
use super::approve::ask;
use crate::board::model::{Approver, BoardPostId, Content, Post, PostForm, PostState, Published};
use crate::board::policy::{self, Shelved, Shelves};
use crate::board::{rules, store};
use crate::byline::{byline, others};
use crate::versions::Change;
use crate::{Authorship, notices};

/// Begins a post that nobody else sees yet.
pub async fn draft(cx: &Cx, form: PostForm) -> Result<Saved<BoardPostId>, Fault> {
    let (content, files) = form.parse()?;
    let tx = cx.begin().await?;
    let shelves = shelves(&tx, cx).await?;
    let permit = policy::may_draft(cx, shelf(&shelves, &content)?, content.section)?;
    let by = Authorship::of(cx)?;
    let name = byline(&tx, content.section, by).await?;
    let mut post = Post::new(cx.new_id(), by, name, content, cx.now());
    post.content.files = attachments::take(&tx, &permit, &post.id, &files).await?;
    let version = tx.keep_version(&post.id, &post.content).await?;
    store::insert(&tx, &permit, &post).await?;
    Ok(tx
        .commit(Audit::of(permit, &post.id).version(&version), post.id)
        .await?)
}

/// Changes a draft or a post, if it is still at that revision. The version before it stays; of a material change of
/// what others see, those who have read it are told.
pub async fn edit(
    cx: &Cx,
    id: BoardPostId,
    revision: i32,
    form: PostForm,
    change: Change,
) -> Result<Saved<BoardPostId>, Fault> {
    let (content, files) = form.parse()?;
    let tx = cx.begin().await?;
    let found = find_at(&tx, cx, id, revision).await?;
    let ids = files;
    let permit = may_rewrite(cx, &found, &content)?;
    let files = attachments::take(&tx, &permit, &id, &ids).await?;
    rewrite(tx, found, permit, Content { files, ..content }, change).await
}

/// Whether the post may have this content in place of its own.
pub(super) fn may_rewrite(cx: &Cx, found: &Found, content: &Content) -> Result<Permit, Fault> {
    let Found {
        post,
        ties,
        shelves,
        ..
    } = found;
    let permit = policy::may_edit(cx, post, *ties, approver(cx, shelves, post))?;
    let before = &post.content;
    if (content.category, content.section) != (before.category, before.section) {
        let _ = policy::may_draft(cx, shelf(shelves, content)?, content.section)?;
    }
    if post.state == PostState::Published {
        rules::goes_on_asking(before, content)?;
        rules::ready(cx, content)?;
    }
    Ok(permit)
}

/// Puts the content in place of the post's own.
pub(super) async fn rewrite(
    tx: Tx,
    found: Found,
    permit: Permit,
    content: Content,
    change: Change,
) -> Result<Saved<BoardPostId>, Fault> {
    let Found { mut post, .. } = found;
    let id = post.id;
    if post.state == PostState::Published && !is_clear(&tx, &permit, &content, id).await? {
        return Err(Invalid::field("registration", Reason::Code("uncleared")).into());
    }
    let version = tx.keep_version(&id, &content).await?;
    post.byline = byline(&tx, content.section, post.by).await?;
    post.rewrite(content, version.number, change, tx.cx().now())?;
    store::save(&tx, &permit, &post).await?;
    if post.state == PostState::Published {
        // One's own words are not unread to oneself.
        let by = Authorship::of(tx.cx())?;
        store::see(&tx, by.author, id, post.version).await?;
    }
    if post.state == PostState::Published && change == Change::Material {
        let notice = Notice::new(notices::BOARD_CHANGED, &id)
            .keyed(version.number.to_string())
            .params(title(&post));
        tx.notify(&others(&tx, store::readers_of(&tx, id).await?), &notice)
            .await?;
    }
    let entry = Audit::of(permit, &id)
        .version(&version)
        .with("material", change == Change::Material);
    Ok(tx.commit(entry, id).await?)
}

/// Publishes a draft, or has it wait for the approval that it needs.
pub async fn publish(cx: &Cx, id: BoardPostId, revision: i32) -> Result<Saved<Published>, Fault> {
    let tx = cx.begin().await?;
    let Found {
        mut post,
        ties,
        shelves,
        ..
    } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_publish(cx, &post, ties, shelf(&shelves, &post.content)?)?;
    rules::ready(cx, &post.content)?;
    if !is_clear(&tx, &permit, &post.content, id).await? {
        let entry = Audit::of(permit, &id).with("cleared", false);
        return Ok(tx.commit(entry, Published::Uncleared).await?);
    }
    let outcome = match approver(cx, &shelves, &post) {
        Some(other) if !policy::gives(cx, other) => {
            ask(&tx, &permit, &post, other).await?;
            post.submit(cx.now())?
        }
        _ => post.publish(cx.now())?,
    };
    store::save(&tx, &permit, &post).await?;
    // One's own words are not unread to oneself.
    store::see(&tx, post.by.author, id, post.version).await?;
    Ok(tx.commit(Audit::of(permit, &id), outcome).await?)
}

/// Whether others may see content of its kind; the administrator is asked about what is of the fifth.
async fn is_clear(
    tx: &Tx,
    permit: &Permit,
    content: &Content,
    id: BoardPostId,
) -> Result<bool, DbError> {
    let (kind, title) = (content.registration, content.title.as_str());
    let clearance = registration::clear(tx, permit, kind, id.reference(), title).await?;
    Ok(clearance == Clearance::Clear)
}

/// The category that the content is for, if the one who acts may read it.
fn shelf<'a>(shelves: &'a Shelves, content: &Content) -> Result<&'a Shelved, Invalid> {
    shelves
        .get(content.category)
        .ok_or_else(|| Invalid::field("category", Reason::Unknown))
}

/// Whose approval the post needs, as the one who acts.
fn approver(cx: &Cx, shelves: &Shelves, post: &Post) -> Option<Approver> {
    let approval = shelves
        .get(post.content.category)?
        .category
        .settings
        .approval;
    rules::approver(approval, &post.content, cx.actor().standing()?)
}
