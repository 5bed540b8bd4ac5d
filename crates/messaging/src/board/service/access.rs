//! Finding a post, with how the one who acts stands to it.

use std::sync::Arc;

use serde_json::{Value, json};
use time::Duration;
use yakusho_accounts::role;
use yakusho_kernel::{
    Conflict, Cx, DbError, Fault, PersonId, Reader, Reading, Reference, Standing, Timestamp,
};

use crate::Authorship;
use crate::board::model::{BoardPostId, Category, Mark, Pending, Post, PostState};
use crate::board::policy::{Shelves, Ties};
use crate::board::store::Marks;
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

/// Every category in order: kept while none changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Categories;

impl Reference for Categories {
    type Answer = Vec<Arc<Category>>;

    async fn read(&self, on: &Reader<'_>) -> Result<Self::Answer, DbError> {
        Ok(store::categories(on)
            .await?
            .into_iter()
            .map(Arc::new)
            .collect())
    }
}

/// The categories that the one who acts may read, as an act finds them; nothing counts as read there.
pub(super) async fn shelves(on: &impl Reading, cx: &Cx) -> Result<Shelves, DbError> {
    let categories = store::categories(on).await?.into_iter();
    let categories: Vec<_> = categories.map(Arc::new).collect();
    let principal = principal(on, cx).await?;
    Ok(policy::readable(
        cx,
        &categories,
        principal.as_ref(),
        |_| oldest(cx),
    ))
}

/// How the one stands today in whose place somebody acts.
async fn principal(on: &impl Reading, cx: &Cx) -> Result<Option<Standing>, DbError> {
    let standing = cx.actor().standing();
    match standing.and_then(|standing| standing.on_behalf.as_ref()) {
        Some(other) => role::standing(on, other.person, cx.today()).await,
        None => Ok(None),
    }
}

/// The same before an act begins.
pub(super) async fn present_shelves(cx: &Cx) -> Result<Shelves, DbError> {
    let categories = cx.reference(Categories).await?;
    let principal = principal(&cx.reader(), cx).await?;
    Ok(policy::readable(
        cx,
        &categories,
        principal.as_ref(),
        |_| oldest(cx),
    ))
}

/// The same outside of writing transactions, with what they have read there: asked once in a request.
pub(crate) async fn own_shelves(cx: &Cx) -> Result<Shelves, DbError> {
    let ask = async {
        let categories = cx.reference(Categories).await?;
        let marks = match reader(cx) {
            Some(reader) => store::marks(&cx.reader(), reader).await?,
            None => Marks::default(),
        };
        let (unmarked, oldest) = (unmarked(cx), oldest(cx));
        let upto = |category| marks.upto(category).unwrap_or(unmarked).max(oldest);
        let principal = principal(&cx.reader(), cx).await?;
        Ok(policy::readable(cx, &categories, principal.as_ref(), upto))
    };
    cx.asked_once(Box::pin(ask)).await
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
