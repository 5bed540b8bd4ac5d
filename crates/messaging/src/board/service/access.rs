//! Finding a post, with how the one who acts stands to it.

use serde_json::{Value, json};
use time::Duration;
use yakusho_kernel::{Conflict, Cx, DbError, Fault, PersonId, Reading, Timestamp};

use crate::Authorship;
use crate::board::model::{BoardPostId, Mark, Pending, Post, PostState};
use crate::board::policy::{Shelves, Ties};
use crate::board::{policy, store};

/// For whoever never marked anything as read, what is older than this counts as read: a newcomer is not shown years.
const NEWCOMER: Duration = Duration::days(30);

/// Nothing older than this is unread to anybody.
const LONGEST: Duration = Duration::days(366);

/// A post, and what it is to the one who acts.
pub(super) struct Found {
    pub(super) post: Post,
    /// What the reader did with it.
    pub(super) mark: Option<Mark>,
    pub(super) ties: Ties,
    pub(super) shelves: Shelves,
    pub(super) pending: Vec<Pending>,
}

/// The one as whom the board is read: who is signed in, or the one whom they stand in for.
pub(super) fn reader(cx: &Cx) -> Option<PersonId> {
    Authorship::of(cx).ok().map(|by| by.author)
}

/// What counts as read to whoever never marked anything.
pub(crate) fn unmarked(cx: &Cx) -> Timestamp {
    cx.now().plus(-NEWCOMER)
}

/// What counts as read to everybody.
pub(crate) fn oldest(cx: &Cx) -> Timestamp {
    cx.now().plus(-LONGEST)
}

/// The categories that the one who acts may read.
pub(crate) async fn shelves(on: &impl Reading, cx: &Cx) -> Result<Shelves, DbError> {
    let categories = store::all_for(on, reader(cx), unmarked(cx)).await?;
    let oldest = oldest(cx);
    let bounded = categories
        .into_iter()
        .map(|(category, upto)| (category, upto.max(oldest)));
    Ok(policy::readable(cx, bounded))
}

/// The same, outside of writing transactions: asked once in a request.
pub(crate) async fn own_shelves(cx: &Cx) -> Result<Shelves, DbError> {
    cx.asked_once(async { shelves(&cx.reader(), cx).await })
        .await
}

/// The post, if the one who acts may see that it exists.
pub(super) async fn find(on: &impl Reading, cx: &Cx, id: BoardPostId) -> Result<Found, Fault> {
    find_on(on, cx, id, shelves(on, cx).await?).await
}

/// The same, outside of writing transactions.
pub(super) async fn look(cx: &Cx, id: BoardPostId) -> Result<Found, Fault> {
    find_on(&cx.reader(), cx, id, own_shelves(cx).await?).await
}

async fn find_on(
    on: &impl Reading,
    cx: &Cx,
    id: BoardPostId,
    shelves: Shelves,
) -> Result<Found, Fault> {
    let found = store::post(on, id, reader(cx)).await?;
    let (post, mark) = found.ok_or(Fault::NotFound)?;
    let pending = if post.state == PostState::Submitted {
        store::pending(on, id).await?
    } else {
        Vec::new()
    };
    let ties = policy::ties(cx, &post, &shelves, &pending);
    if !ties.sees() {
        return Err(Fault::NotFound);
    }
    Ok(Found {
        post,
        mark,
        ties,
        shelves,
        pending,
    })
}

/// The same, if it is still as it was when it was read.
pub(super) async fn find_at(
    on: &impl Reading,
    cx: &Cx,
    id: BoardPostId,
    revision: i32,
) -> Result<Found, Fault> {
    let found = find(on, cx, id).await?;
    Conflict::CHANGED.unless(found.post.revision == revision)?;
    Ok(found)
}

/// What every notice about a post says.
pub(in crate::board) fn title(post: &Post) -> Value {
    json!({ "title": post.content.title.as_str(), "byline": post.byline })
}
