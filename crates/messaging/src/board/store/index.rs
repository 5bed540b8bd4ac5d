//! By what posts are found, and by whom.

use std::collections::{HashMap, HashSet};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{Condition, QuerySelect as _};
use yakusho_attachments::{Texts, texts};
use yakusho_kernel::{
    DbError, Permit, Reading, Standing, Subject as _, Timestamp, Tx, TypedId as _,
};
use yakusho_search::{Column, Entry, Seen, Which};

use super::rows::post;
use crate::board::model::{BoardPostId, Post, PostState};
use crate::board::policy::Shelves;
use crate::comment;
use crate::store::own;

/// Has a post be found by what it says now, and what its comments say; what a marker stands in place of is not found.
pub(super) async fn index(tx: &Tx, permit: &Permit, post: &Post) -> Result<(), DbError> {
    if post.state.is_gone() {
        yakusho_search::forget(tx, permit, &post.id.reference());
        return Ok(());
    }
    let texts = texts(tx, &post.content.files).await?;
    // Nobody comments on what others never saw.
    let mut said = HashMap::new();
    if post.first_version.is_some() {
        said = comment::said(tx, BoardPostId::KIND, [post.id.into()]).await?;
    }
    yakusho_search::put(tx, permit, &entry(post, &texts, &said))
}

fn entry(post: &Post, texts: &Texts, said: &HashMap<Uuid, Vec<String>>) -> Entry {
    let content = &post.content;
    let files = texts.of(&content.files);
    let comments = said.get(&post.id.into()).into_iter().flatten();
    let said = [content.body.as_str(), post.byline.as_str()];
    let said = said.into_iter().chain(comments.map(String::as_str));
    let text: Vec<&str> = said.chain(files).collect();
    Entry {
        item: post.id.reference(),
        place: Some(content.category.into()),
        section: content.section,
        at: post.visible_from.unwrap_or(post.changed_at),
        title: content.title.as_str().to_owned(),
        text: text.join("\n"),
    }
}

/// What others see now, in the categories that the actor may read; what is theirs, and what stands in the name of a
/// section that they head.
pub(crate) fn seen(shelves: &Shelves, standing: &Standing, now: Timestamp) -> Seen {
    let categories = shelves.iter().map(|shelf| Uuid::from(shelf.category.id));
    let over = Expr::col(("p", "ends_at")).lte(now);
    let shown = Query::select()
        .expr(Expr::val(1))
        .from_as("board_posts", "p")
        .and_where(Expr::col(("p", "id")).eq(Column::Item.of_entry()))
        .and_where(Expr::col(("p", "visible_from")).lte(now))
        .and_where(Expr::col(("p", "ends_at")).is_null().or(over.not()))
        .take();
    let shown = Condition::all()
        .add(Column::Place.of_entry().is_in(categories))
        .add(Expr::exists(shown));
    let seen = Condition::any()
        .add(shown)
        .add(Column::Section.of_entry().is_in(standing.headed()))
        .add(own("board_posts", standing));
    Seen::only(seen)
}

/// Which of these are drafts.
pub(crate) async fn drafts(on: &impl Reading, items: &[Uuid]) -> Result<HashSet<Uuid>, DbError> {
    let find = post::Entity::find()
        .select_only()
        .column(post::Column::Id)
        .filter(post::Column::Id.is_in(items.iter().copied()))
        .filter(post::Column::State.eq(PostState::Draft.code()));
    let drafts: Vec<Uuid> = find.into_tuple().all(&on.conn()).await?;
    Ok(drafts.into_iter().collect())
}

/// What is found of the posts that are meant, in their order, which nobody changes meanwhile.
pub(crate) async fn entries(tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
    let gone = [PostState::Withdrawn, PostState::Removed].map(PostState::code);
    let find = post::Entity::find().filter(post::Column::State.is_not_in(gone));
    let rows = which.of(find, post::Column::Id).all(&tx.conn()).await?;
    let posts = rows.into_iter().map(Post::try_from);
    let posts = posts.collect::<Result<Vec<_>, _>>()?;
    let texts = texts(tx, posts.iter().flat_map(|post| &post.content.files)).await?;
    let ids = posts.iter().map(|post| post.id.into());
    let said = comment::said(tx, BoardPostId::KIND, ids).await?;
    let entries = posts.iter().map(|post| entry(post, &texts, &said));
    Ok(entries.collect())
}
