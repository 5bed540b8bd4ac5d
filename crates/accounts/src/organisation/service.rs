//! Editing the organisation, and asking how it was.

use std::collections::HashMap;

use time::Date;
use yakusho_kernel::{Cx, DbError, Fault, PersonId, PostId, Reading, Timestamp, UnitId};

use super::model::{Post, PostRow, Unit};
use super::{policy, store};
use crate::ledger::store::Want;
use crate::ledger::{AsOf, Change, Days, Edit, Recorded, RowId};

/// Asks whether a program that provisions accounts may change units and who is in them; for nobody does it.
pub fn may_provision(cx: &Cx) -> Result<(), Fault> {
    let _ = policy::may_provision(cx)?;
    Ok(())
}

/// Founds a unit, from that day on.
pub async fn found_unit(cx: &Cx, from: Date, unit: Unit) -> Result<Edit<UnitId>, Fault> {
    let unit = unit.parse()?;
    let id: UnitId = cx.new_id();
    let mut change = Change::begin(cx, from, Want::default()).await?;
    let permit = policy::may_edit(cx, policy::FOUND_UNIT, &id)?;
    change.ledger.units.put(id, Days::from(from), unit.clone());
    change.ready(permit, &id, &unit, id)
}

/// Has a unit be otherwise from that day on; `seen` is the row that the editor read.
pub async fn edit_unit(
    cx: &Cx,
    id: UnitId,
    seen: RowId,
    from: Date,
    unit: Unit,
) -> Result<Edit<()>, Fault> {
    let unit = unit.parse()?;
    let mut change = Change::begin(cx, from, Want::default()).await?;
    let permit = policy::may_edit(cx, policy::EDIT_UNIT, &id)?;
    let units = &mut change.ledger.units;
    units.as_read(id, seen, from)?;
    units.amend(id, Days::from(from), |state| state.clone_from(&unit));
    change.ready(permit, &id, &unit, ())
}

/// Closes a unit with its posts, which nobody may hold any more.
pub async fn close_unit(cx: &Cx, id: UnitId, seen: RowId, from: Date) -> Result<Edit<()>, Fault> {
    let mut change = Change::begin(cx, from, Want::default()).await?;
    let permit = policy::may_edit(cx, policy::CLOSE_UNIT, &id)?;
    change.ledger.units.as_read(id, seen, from)?;
    let posts: Vec<PostId> = posts_in(&change, id, from);
    change.also(Want::holders(posts.clone())).await?;
    for post in posts {
        change.ledger.posts.end(post, from);
    }
    change.ledger.units.end(id, from);
    change.ready(permit, &id, &"closed", ())
}

/// Founds a post, from that day on.
pub async fn found_post(cx: &Cx, from: Date, post: Post) -> Result<Edit<PostId>, Fault> {
    let post = post.parse()?;
    let id: PostId = cx.new_id();
    let mut change = Change::begin(cx, from, Want::default()).await?;
    let permit = policy::may_edit(cx, policy::FOUND_POST, &id)?;
    change.ledger.posts.put(id, Days::from(from), post.clone());
    change.ready(permit, &id, &post, id)
}

/// Has a post be otherwise from that day on.
pub async fn edit_post(
    cx: &Cx,
    id: PostId,
    seen: RowId,
    from: Date,
    post: Post,
) -> Result<Edit<()>, Fault> {
    let post = post.parse()?;
    let mut change = Change::begin(cx, from, Want::holders(vec![id])).await?;
    let permit = policy::may_edit(cx, policy::EDIT_POST, &id)?;
    let posts = &mut change.ledger.posts;
    posts.as_read(id, seen, from)?;
    posts.amend(id, Days::from(from), |state| state.clone_from(&post));
    change.ready(permit, &id, &post, ())
}

/// Closes a post, which nobody may hold any more.
pub async fn close_post(cx: &Cx, id: PostId, seen: RowId, from: Date) -> Result<Edit<()>, Fault> {
    let mut change = Change::begin(cx, from, Want::holders(vec![id])).await?;
    let permit = policy::may_edit(cx, policy::CLOSE_POST, &id)?;
    let posts = &mut change.ledger.posts;
    posts.as_read(id, seen, from)?;
    posts.end(id, from);
    change.ready(permit, &id, &"closed", ())
}

/// The posts of a unit on a day, by their place.
pub async fn posts(
    on: &impl Reading,
    unit: UnitId,
    when: impl Into<AsOf>,
) -> Result<Vec<PostRow>, DbError> {
    store::posts(on, Some(unit), when.into()).await
}

/// The posts of every unit that has any on a day, by their place.
pub async fn all_posts(
    on: &impl Reading,
    when: impl Into<AsOf>,
) -> Result<HashMap<UnitId, Vec<PostRow>>, DbError> {
    let mut posts: HashMap<UnitId, Vec<PostRow>> = HashMap::new();
    for row in store::posts(on, None, when.into()).await? {
        posts.entry(row.post.unit).or_default().push(row);
    }
    Ok(posts)
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

/// The heads of all units that have one on a day.
pub async fn heads(
    on: &impl Reading,
    when: impl Into<AsOf>,
) -> Result<HashMap<UnitId, PersonId>, DbError> {
    store::heads(on, when.into()).await
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
