//! Reading the board.

use std::sync::Arc;

use yakusho_attachments::{AttachmentId, Bearer};
use yakusho_kernel::{Audit, Conflict, Cursor, Cx, Fault, Page, Saved};
use yakusho_regulation::Role;

use super::access::{Found, find, look, own_shelves, reader, shelves};
use super::write;
use crate::board::model::{
    Asked, BoardPostId, CategoryId, Listed, PostRow, PostState, PostView, Reading, Shelf, ShelfRow,
};
use crate::board::store::Pins;
use crate::board::{policy, store};
use crate::{Authorship, Words, comment, summary};

/// The categories that the reader may read, in order, with how many posts of each they have not read.
pub async fn overview(cx: &Cx) -> Result<Vec<ShelfRow>, Fault> {
    if reader(cx).is_none() {
        return Ok(Vec::new());
    }
    let shelves = own_shelves(cx).await?;
    let unread = summary::unread(cx).await?;
    Ok(shelves
        .iter()
        .map(|shelf| ShelfRow {
            category: Arc::clone(&shelf.category),
            writable: shelf.writable,
            unread: unread.get(&shelf.category.id).copied().unwrap_or(0),
        })
        .collect())
}

/// A page of a shelf, with what is pinned on top of the first.
pub async fn list(
    cx: &Cx,
    shelf: Shelf,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Listed, Fault> {
    let (pinned, page) = on_shelf(cx, shelf, Pins::OnTop, after, size).await?;
    Ok(Listed { pinned, page })
}

/// The same in one order, with what is pinned in its place.
pub async fn posts(
    cx: &Cx,
    shelf: Shelf,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<PostRow>, Fault> {
    let (_, page) = on_shelf(cx, shelf, Pins::InPlace, after, size).await?;
    Ok(page)
}

async fn on_shelf(
    cx: &Cx,
    shelf: Shelf,
    pins: Pins,
    after: Option<&Cursor>,
    size: usize,
) -> Result<(Vec<PostRow>, Page<PostRow>), Fault> {
    let on = cx.reader();
    let after = after.map(Cursor::key).transpose()?;
    let (Some(standing), Some(reader)) = (cx.actor().standing(), reader(cx)) else {
        return Err(Fault::NotFound);
    };
    let shelves = own_shelves(cx).await?;
    if let Shelf::Category(id) = shelf
        && shelves.get(id).is_none()
    {
        return Err(Fault::NotFound);
    }
    let whose = store::Whose {
        standing,
        reader,
        now: cx.now(),
    };
    let rows = store::page(&on, &whose, &shelves, shelf, pins, after, size + 1).await?;
    let (mut pinned, mut others) = rows;
    let order = |row: &PostRow| {
        let at = if shelf.is_public() {
            row.visible_from
        } else {
            Some(row.changed_at)
        };
        (at, row.id)
    };
    // A union of queries is in no order.
    others.sort_unstable_by_key(|row| std::cmp::Reverse(order(row)));
    pinned.sort_unstable_by_key(|row| std::cmp::Reverse(order(row)));
    let page = Page::of(others, size, order);
    Ok((pinned, page))
}

/// A post on its own page, with the first so many of its comments.
pub async fn show(cx: &Cx, id: BoardPostId, comments: usize) -> Result<PostView, Fault> {
    let on = cx.reader();
    let Found {
        post,
        mark,
        ties,
        shelves,
        pending,
    } = look(cx, id).await?;
    let material = post.material_version;
    let confirmed = mark.is_some_and(|mark| mark.confirms(material));
    let category = match shelves.get(post.content.category) {
        Some(shelf) => Arc::clone(&shelf.category),
        // The head of a section may answer for a post in a category that is closed to them.
        None => store::category(&on, post.content.category)
            .await?
            .map(Arc::new)
            .ok_or(Fault::NotFound)?,
    };
    let approver = write::approver(cx, &shelves, &post);
    let may = policy::rights(cx, &post, ties, &shelves, approver, confirmed);
    let approves = approver.is_some_and(|approver| policy::gives(cx, approver));
    let answers = ties.answers().holds() || approves;
    let (approved, sent_back) = match post.state {
        PostState::Draft | PostState::Published if answers => store::decided(&on, id).await?,
        _ => (None, None),
    };
    let approved = approved.filter(|_| post.state == PostState::Published);
    let sent_back = sent_back.filter(|_| post.state == PostState::Draft);
    let shown_by = ties.sees_author(&post);
    let thread = policy::thread(&post, ties, &shelves);
    let comments = comment::page(&on, cx, &thread, None, comments).await?;
    let own = cx.actor().stands_for(post.by.author);
    let content = post.content;
    Ok(PostView {
        id,
        category,
        byline: post.byline,
        section: content.section,
        by: shown_by.then_some(post.by),
        state: post.state,
        registration: content.registration,
        starts_at: content.starts_at,
        visible_from: post.visible_from,
        ends_at: content.ends_at,
        pinned_until: content.pinned_until,
        changed_at: post.changed_at,
        version: post.version,
        first_version: post.first_version,
        revision: post.revision,
        read: mark.map(|mark| Reading {
            at: mark.at,
            version: mark.version,
        }),
        confirmation: content.confirmation.map(|asked| Asked {
            due: asked.due,
            confirmed_at: mark.and_then(|mark| mark.confirmed_at),
            outdated: mark.is_some_and(|mark| mark.is_outdated(material)),
            own,
        }),
        takes_comments: content.comments,
        comments,
        pending,
        sent_back,
        approved,
        may,
        words: match (post.state, post.removal) {
            (PostState::Removed, Some(removal)) => Words::Removed(removal),
            (PostState::Withdrawn, _) => Words::Withdrawn(post.changed_at),
            _ => Words::Shown(content.into()),
        },
    })
}

/// Notes that the one who is signed in has the post's present version before them. What is read in another's place is
/// not read by that other, and what is owed again after a confirmation is noted when it is confirmed.
pub async fn see(cx: &Cx, view: &PostView) -> Result<(), Fault> {
    let Ok(by) = Authorship::of(cx) else {
        return Ok(());
    };
    let known = view.read.is_some_and(|read| read.version == view.version);
    let outdated = view.confirmation.is_some_and(|asked| asked.outdated);
    if known || outdated || by.proxy.is_some() || view.state != PostState::Published {
        return Ok(());
    }
    let tx = cx.begin().await?;
    store::see(&tx, by.hand, view.id, view.version);
    Ok(tx.commit_unaudited().await?)
}

/// Lets everything in a category, or everywhere, that is there now count as read. It does not say that it was read:
/// what asks to confirm still asks.
pub async fn mark_all_read(cx: &Cx, category: Option<CategoryId>) -> Result<(), Fault> {
    let _ = policy::may_mark(cx)?;
    let tx = cx.begin().await?;
    if let Some(id) = category
        && shelves(&tx, cx).await?.get(id).is_none()
    {
        return Err(Fault::NotFound);
    }
    store::mark(&tx, Authorship::of(cx)?.author, category).await?;
    Ok(tx.commit_unaudited().await?)
}

/// Confirms having read that version of a post that asks for it, where nothing was changed in substance since; for the
/// one whom one stands in for, it says so. Whoever confirmed what it said before confirms it anew.
pub async fn confirm(cx: &Cx, id: BoardPostId, version: i32) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found { post, ties, .. } = find(&tx, cx, id).await?;
    let permit = policy::may_confirm(cx, &post, ties)?;
    post.stands_since(version)?;
    let by = Authorship::of(cx)?;
    if !store::confirm(&tx, &permit, by, &post).await? {
        return Err(Conflict { code: "confirmed" }.into());
    }
    let entry = Audit::of(permit, &id).with("version_number", post.version);
    Ok(tx.commit(entry, ()).await?)
}

impl Bearer for BoardPostId {
    /// A file that hangs on the post now is every reader's, an earlier one those people's who answer for it, and one of
    /// a post that was taken down the supervisor's.
    async fn lets(&self, cx: &Cx, file: AttachmentId) -> Result<bool, Fault> {
        let found = store::post(&cx.reader(), *self, None).await?;
        if found.is_some_and(|(post, _)| post.state.is_gone()) {
            return Ok(cx.actor().holds(Role::SystemSupervisor));
        }
        let Found { post, ties, .. } = look(cx, *self).await?;
        let current = post.content.files.iter().any(|known| known.id == file);
        Ok(current || ties.answers().holds())
    }
}
