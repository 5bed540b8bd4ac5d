//! Locks of programs: a token of each, under the document's own lock.

use std::collections::BTreeSet;

use time::Duration;
use uuid::Uuid;
use yakusho_kernel::{Cx, Fault, Timestamp};

use crate::cabinet::{FolderId, store as cabinet_store};
use crate::document;
use crate::webdav::model::{Found, Held, LONGEST_LOCK, LockId, MISPLACED, Node, Thing, Wish};
use crate::webdav::{policy, store};

/// Every token that holds now.
pub async fn held(cx: &Cx) -> Result<Vec<Held>, Fault> {
    Ok(store::held(&cx.reader(), cx.now()).await?)
}

/// Those tokens that are on what an address leads to: its own, and those on what it lies in with all below.
pub fn around<'h>(held: &'h [Held], found: &Found) -> Vec<&'h Held> {
    let own = found.node.as_ref().and_then(Node::thing);
    let above: Vec<Thing> = found.above.iter().filter_map(Node::thing).collect();
    let is_on = |held: &&Held| {
        own.as_ref() == Some(&held.thing) || held.deep && above.contains(&held.thing)
    };
    held.iter().filter(is_on).collect()
}

/// Those tokens that are on something in what is there.
pub async fn below<'h>(cx: &Cx, held: &'h [Held], node: &Node) -> Result<Vec<&'h Held>, Fault> {
    let on = cx.reader();
    let ids: BTreeSet<Uuid> = match node {
        Node::Folder(row) if !held.is_empty() => {
            let folders = cabinet_store::below(&on, &row.folder).await?;
            let folders: Vec<FolderId> = folders.iter().map(|folder| folder.id).collect();
            let things: Vec<Uuid> = held.iter().map(|held| held.thing.id).collect();
            let mut ids = document::store::among(&on, &folders, &things).await?;
            ids.extend(folders.into_iter().map(Uuid::from));
            ids
        }
        Node::Document(lying) => BTreeSet::from([lying.id.into()]),
        _ => BTreeSet::new(),
    };
    let own = node.thing();
    let is_below = |one: &&Held| ids.contains(&one.thing.id) && own.as_ref() != Some(&one.thing);
    Ok(held.iter().filter(is_below).collect())
}

/// Takes a lock on what is there; none where a token stands against it.
///
/// # Errors
/// The conflict `document_locked` where somebody else holds the document.
pub async fn lock(cx: &Cx, found: &Found, wish: Wish) -> Result<Option<Held>, Fault> {
    let node = found.node.as_ref().ok_or(Fault::NotFound)?;
    let thing = node.thing().ok_or(MISPLACED)?;
    let reference = node.reference().ok_or(MISPLACED)?;
    let all = held(cx).await?;
    let around = around(&all, found);
    let mut against = around.iter().any(|one| one.exclusive || wish.exclusive);
    if wish.deep {
        let below = below(cx, &all, node).await?;
        against |= below.iter().any(|one| one.exclusive || wish.exclusive);
    }
    if against {
        return Ok(None);
    }
    let length = granted(wish.length);
    let until = cx.now().plus(length);
    let mut before = None;
    if let Some(lying) = node.document() {
        let mut own = all.iter().filter(|one| one.thing.id == thing.id);
        before = match own.next() {
            Some(one) => one.before,
            None => lying.lock.map(|lock| lock.until),
        };
        let longest = lying.lock.map_or(until, |lock| lock.until.max(until));
        let _ = document::lock(cx, lying.id, longest.since(cx.now())).await?;
    }
    let permit = policy::may_hold(cx, &reference, node.writes())?;
    let token: LockId = cx.new_id();
    let held = Held {
        token: token.into(),
        thing,
        person: cx.actor().person().ok_or(Fault::NotFound)?,
        owner: wish.owner,
        exclusive: wish.exclusive,
        deep: wish.deep && node.is_collection(),
        until,
        before,
    };
    let tx = cx.begin().await?;
    store::hold(&tx, &permit, &held).await?;
    tx.commit_unaudited().await?;
    Ok(Some(held))
}

/// Has a lock of one's own hold for longer.
pub async fn refresh(
    cx: &Cx,
    found: &Found,
    held: &Held,
    length: Option<Duration>,
) -> Result<Held, Fault> {
    let length = granted(length);
    let until = cx.now().plus(length);
    prolong(cx, found, held, length).await?;
    let permit = policy::may_hold(cx, &LockId::from(held.token), true)?;
    let tx = cx.begin().await?;
    store::prolong(&tx, &permit, held.token, until).await?;
    tx.commit_unaudited().await?;
    Ok(Held {
        until,
        ..held.clone()
    })
}

/// Has the document's own lock hold as long as the token does, where that is on a document.
async fn prolong(cx: &Cx, found: &Found, held: &Held, length: Duration) -> Result<(), Fault> {
    let document = found.node.as_ref().and_then(Node::document);
    let Some(lying) = document.filter(|lying| Uuid::from(lying.id) == held.thing.id) else {
        return Ok(());
    };
    let until = cx.now().plus(length);
    let longest = lying.lock.map_or(until, |lock| lock.until.max(until));
    let _ = document::lock(cx, lying.id, longest.since(cx.now())).await?;
    Ok(())
}

fn granted(length: Option<Duration>) -> Duration {
    let length = length.unwrap_or(LONGEST_LOCK);
    length.clamp(Duration::seconds(1), LONGEST_LOCK)
}

/// Gives a lock back: that of the document, too, once no token is on it, unless its page held it before.
pub async fn unlock(cx: &Cx, found: &Found, held: &Held) -> Result<(), Fault> {
    let permit = policy::may_hold(cx, &LockId::from(held.token), true)?;
    let tx = cx.begin().await?;
    store::release(&tx, &permit, held.token).await?;
    tx.commit_unaudited().await?;
    let document = found.node.as_ref().and_then(Node::document);
    let Some(lying) = document.filter(|lying| Uuid::from(lying.id) == held.thing.id) else {
        return Ok(());
    };
    if lying.lock.is_none() {
        return Ok(());
    }
    let others = store::held(&cx.reader(), cx.now()).await?;
    let others = others.iter().filter(|one| one.thing.id == held.thing.id);
    let rest: Option<Timestamp> = others.map(|one| one.until).chain(held.before).max();
    match rest.filter(|rest| *rest > cx.now()) {
        Some(rest) => {
            let _ = document::lock(cx, lying.id, rest.since(cx.now())).await?;
        }
        None => {
            let _ = document::unlock(cx, lying.id).await?;
        }
    }
    Ok(())
}

/// Has a document be locked by the tokens that came over to it.
pub(super) async fn settle(cx: &Cx, thing: &Thing) -> Result<(), Fault> {
    let all = held(cx).await?;
    let own = all.iter().filter(|one| one.thing == *thing);
    if let Some(until) = own.map(|one| one.until).max() {
        let id = document::DocumentId::from(thing.id);
        let _ = document::lock(cx, id, until.since(cx.now())).await?;
    }
    Ok(())
}
