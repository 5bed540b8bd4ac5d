//! Editing the organisation, and asking how it was.

use time::Date;
use yakusho_kernel::{Cx, DbError, Fault, PersonId, PostId, Reading, Saved, Timestamp, UnitId};

use super::model::{Post, PostRow, Unit};
use super::{policy, store};
use crate::ledger::store::Want;
use crate::ledger::{Change, Days, Recorded, RowId};

/// Founds a unit, from that day on.
pub async fn found_unit(cx: &Cx, from: Date, unit: Unit) -> Result<Saved<UnitId>, Fault> {
    let unit = unit.parse()?;
    let id: UnitId = cx.new_id();
    let mut change = Change::begin(cx, from, Want::default()).await?;
    let permit = policy::may_edit(cx, policy::FOUND_UNIT, &id)?;
    change.ledger.units.put(id, Days::from(from), unit.clone());
    change.commit(permit, &id, &unit, id).await
}

/// Has a unit be otherwise from that day on; `seen` is the row that the editor read.
pub async fn edit_unit(
    cx: &Cx,
    id: UnitId,
    seen: RowId,
    from: Date,
    unit: Unit,
) -> Result<Saved<()>, Fault> {
    let unit = unit.parse()?;
    let mut change = Change::begin(cx, from, Want::default()).await?;
    let permit = policy::may_edit(cx, policy::EDIT_UNIT, &id)?;
    let units = &mut change.ledger.units;
    units.as_read(id, seen, from)?;
    units.amend(id, Days::from(from), |state| state.clone_from(&unit));
    change.commit(permit, &id, &unit, ()).await
}

/// Closes a unit with its posts, which nobody may hold any more.
pub async fn close_unit(cx: &Cx, id: UnitId, seen: RowId, from: Date) -> Result<Saved<()>, Fault> {
    let mut change = Change::begin(cx, from, Want::default()).await?;
    let permit = policy::may_edit(cx, policy::CLOSE_UNIT, &id)?;
    change.ledger.units.as_read(id, seen, from)?;
    let posts: Vec<PostId> = posts_in(&change, id, from);
    change.also(Want::holders(posts.clone())).await?;
    for post in posts {
        change.ledger.posts.end(post, from);
    }
    change.ledger.units.end(id, from);
    change.commit(permit, &id, &"closed", ()).await
}

/// Founds a post, from that day on.
pub async fn found_post(cx: &Cx, from: Date, post: Post) -> Result<Saved<PostId>, Fault> {
    let post = post.parse()?;
    let id: PostId = cx.new_id();
    let mut change = Change::begin(cx, from, Want::default()).await?;
    let permit = policy::may_edit(cx, policy::FOUND_POST, &id)?;
    change.ledger.posts.put(id, Days::from(from), post.clone());
    change.commit(permit, &id, &post, id).await
}

/// Has a post be otherwise from that day on.
pub async fn edit_post(
    cx: &Cx,
    id: PostId,
    seen: RowId,
    from: Date,
    post: Post,
) -> Result<Saved<()>, Fault> {
    let post = post.parse()?;
    let mut change = Change::begin(cx, from, Want::holders(vec![id])).await?;
    let permit = policy::may_edit(cx, policy::EDIT_POST, &id)?;
    let posts = &mut change.ledger.posts;
    posts.as_read(id, seen, from)?;
    posts.amend(id, Days::from(from), |state| state.clone_from(&post));
    change.commit(permit, &id, &post, ()).await
}

/// Closes a post, which nobody may hold any more.
pub async fn close_post(cx: &Cx, id: PostId, seen: RowId, from: Date) -> Result<Saved<()>, Fault> {
    let mut change = Change::begin(cx, from, Want::holders(vec![id])).await?;
    let permit = policy::may_edit(cx, policy::CLOSE_POST, &id)?;
    let posts = &mut change.ledger.posts;
    posts.as_read(id, seen, from)?;
    posts.end(id, from);
    change.commit(permit, &id, &"closed", ()).await
}

/// The posts of a unit on a day, by their place.
pub async fn posts(on: &impl Reading, unit: UnitId, day: Date) -> Result<Vec<PostRow>, DbError> {
    store::posts(on, unit, day).await
}

/// Who was head of a unit on a day, as was known at a time; none where there was nobody. What was known on a day is known
/// at [`end_of`](crate::ledger::end_of) it.
pub async fn head_of(
    on: &impl Reading,
    unit: UnitId,
    day: Date,
    known: Timestamp,
) -> Result<Option<PersonId>, DbError> {
    store::head_of(on, unit, day, known).await
}

/// Everything that was ever recorded of a unit.
pub async fn unit_history(on: &impl Reading, unit: UnitId) -> Result<Vec<Recorded<Unit>>, DbError> {
    store::unit_history(on, unit).await
}

/// Everything that was ever recorded of a post.
pub async fn post_history(on: &impl Reading, post: PostId) -> Result<Vec<Recorded<Post>>, DbError> {
    store::post_history(on, post).await
}

/// The posts in a unit on that day or later.
fn posts_in(change: &Change, unit: UnitId, from: Date) -> Vec<PostId> {
    let lines = change.ledger.posts.all();
    let mut posts: Vec<PostId> = lines
        .filter(|(_, line)| line.state.unit == unit)
        .filter(|(_, line)| line.days.and(Days::from(from)).is_some())
        .map(|(post, _)| post)
        .collect();
    posts.dedup();
    posts
}
