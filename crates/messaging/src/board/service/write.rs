//! Writing, changing and publishing posts.

use yakusho_accounts::registration::{self, Clearance};
use yakusho_attachments as attachments;
use yakusho_kernel::{
    Audit, Cx, DbError, Fault, Invalid, Notice, Permit, Reason, Saved, Subject as _, Tx, Version,
};

use super::access::{Found, find_at, present_shelves, title};
use super::approve::ask;
use crate::board::model::{
    Approver, BoardPostId, Content, New, Post, PostForm, PostState, Published,
};
use crate::board::policy::{self, Shelved, Shelves, Ties};
use crate::board::{rules, store};
use crate::byline::{byline, others};
use crate::versions::Change;
use crate::{Authorship, notices};

/// A draft as it is begun, and not yet stored.
struct Begun {
    tx: Tx,
    post: Post,
    /// What its author may read.
    shelves: Shelves,
    permit: Permit,
    version: Version,
}

/// Begins a post that nobody else sees yet.
pub async fn draft(cx: &Cx, form: PostForm) -> Result<Saved<BoardPostId>, Fault> {
    let Begun {
        tx,
        post,
        permit,
        version,
        ..
    } = begin(cx, form).await?;
    store::insert(&tx, &permit, &post).await?;
    let entry = Audit::of(permit, &post.id).version(&version);
    Ok(tx.commit(entry, post.id).await?)
}

/// Begins a post and publishes it in the same act, or has it wait for the approval that it needs. Where something stands
/// against that, it is a draft all the same.
pub async fn publish_new(cx: &Cx, form: PostForm) -> Result<Saved<New>, Fault> {
    let Begun {
        tx,
        mut post,
        shelves,
        permit: drafting,
        version,
    } = begin(cx, form).await?;
    let id = post.id;
    let drafted = |permit| Audit::of(permit, &id).version(&version);
    let ties = policy::ties(cx, &post, &shelves, &[]);
    let permit = match may_publish(cx, &post, ties, &shelves) {
        Ok(permit) => permit,
        Err(fault) => {
            store::insert(&tx, &drafting, &post).await?;
            let published = Err(fault);
            return Ok(tx.commit(drafted(drafting), New { id, published }).await?);
        }
    };
    tx.record(drafted(drafting)).await?;
    let (outcome, asked) = bring_out(&tx, &permit, &mut post, &shelves).await?;
    store::insert(&tx, &permit, &post).await?;
    let entry = told(&tx, permit, &post, outcome, asked).await?;
    let published = Ok(outcome);
    Ok(tx.commit(entry, New { id, published }).await?)
}

/// A new draft as the one who acts may write it.
async fn begin(cx: &Cx, form: PostForm) -> Result<Begun, Fault> {
    let (content, files) = form.parse()?;
    let by = Authorship::of(cx)?;
    // Names and categories are read while others write.
    let name = byline(&cx.reader(), cx.today(), content.section, by).await?;
    let shelves = present_shelves(cx).await?;
    let tx = cx.begin().await?;
    let permit = policy::may_draft(cx, shelf(&shelves, &content)?, content.section)?;
    let mut post = Post::new(cx.new_id(), by, name, content, cx.now());
    post.content.files = attachments::take(&tx, &permit, &post.id, &files).await?;
    let version = tx.keep_first_version(&post.id, &post.content)?;
    Ok(Begun {
        tx,
        post,
        shelves,
        permit,
        version,
    })
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
    post.byline = byline(&tx, tx.cx().today(), content.section, post.by).await?;
    post.rewrite(content, version.number, change, tx.cx().now())?;
    store::save(&tx, &permit, &post).await?;
    if post.state == PostState::Published {
        // One's own words are not unread to oneself.
        let by = Authorship::of(tx.cx())?;
        store::see(&tx, by.author, id, post.version);
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
    let permit = may_publish(cx, &post, ties, &shelves)?;
    let (outcome, asked) = bring_out(&tx, &permit, &mut post, &shelves).await?;
    if outcome != Published::Uncleared {
        store::save(&tx, &permit, &post).await?;
    }
    let entry = told(&tx, permit, &post, outcome, asked).await?;
    Ok(tx.commit(entry, outcome).await?)
}

/// Whether the post may be published as it is.
fn may_publish(cx: &Cx, post: &Post, ties: Ties, shelves: &Shelves) -> Result<Permit, Fault> {
    let permit = policy::may_publish(cx, post, ties, shelf(shelves, &post.content)?)?;
    rules::ready(cx, &post.content)?;
    Ok(permit)
}

/// Lets others see the post, or has it wait for the approval that it names.
async fn bring_out(
    tx: &Tx,
    permit: &Permit,
    post: &mut Post,
    shelves: &Shelves,
) -> Result<(Published, Option<Approver>), Fault> {
    let cx = tx.cx();
    if !is_clear(tx, permit, &post.content, post.id).await? {
        return Ok((Published::Uncleared, None));
    }
    Ok(match approver(cx, shelves, post) {
        Some(other) if !policy::gives(cx, other) => (post.submit(cx.now())?, Some(other)),
        _ => (post.publish(cx.now())?, None),
    })
}

/// Asks for the approval that is missing, and says what became of the post.
async fn told(
    tx: &Tx,
    permit: Permit,
    post: &Post,
    outcome: Published,
    asked: Option<Approver>,
) -> Result<Audit, Fault> {
    if outcome == Published::Uncleared {
        return Ok(Audit::of(permit, &post.id).with("cleared", false));
    }
    if let Some(other) = asked {
        ask(tx, &permit, post, other).await?;
    }
    // One's own words are not unread to oneself.
    store::see(tx, post.by.author, post.id, post.version);
    Ok(Audit::of(permit, &post.id))
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
pub(super) fn approver(cx: &Cx, shelves: &Shelves, post: &Post) -> Option<Approver> {
    let approval = shelves
        .get(post.content.category)?
        .category
        .settings
        .approval;
    rules::approver(approval, &post.content, cx.actor().standing()?)
}
