//! By what posts are found, and by whom.

use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use yakusho_attachments::{Texts, texts};
use yakusho_kernel::{DbError, Permit, Reading as _, Subject as _, Timestamp, Tx};
use yakusho_search::{Column, Entry, Seen, Which};

use super::rows::post;
use crate::board::model::{Post, PostState};
use crate::board::policy::Shelves;

/// Has a post be found by what it says now; what is not published is not found.
pub(super) async fn index(tx: &Tx, permit: &Permit, post: &Post) -> Result<(), DbError> {
    match post.state {
        PostState::Published => {
            let texts = texts(tx, &post.content.files).await?;
            yakusho_search::put(tx, permit, &entry(post, &texts))
        }
        // A draft never was.
        PostState::Draft if post.first_version.is_none() => Ok(()),
        _ => {
            yakusho_search::forget(tx, permit, &post.id.reference());
            Ok(())
        }
    }
}

fn entry(post: &Post, texts: &Texts) -> Entry {
    let content = &post.content;
    let files = texts.of(&content.files);
    let said = [content.body.as_str(), post.byline.as_str()];
    let text: Vec<&str> = said.into_iter().chain(files).collect();
    Entry {
        item: post.id.reference(),
        place: Some(content.category.into()),
        section: content.section,
        at: post.visible_from.unwrap_or(post.changed_at),
        title: content.title.as_str().to_owned(),
        text: text.join("\n"),
    }
}

/// What others see now, in the categories that the actor may read.
pub(crate) fn seen(shelves: &Shelves, now: Timestamp) -> Seen {
    let categories = shelves.iter().map(|shelf| Uuid::from(shelf.category.id));
    let over = Expr::col(("p", "ends_at")).lte(now);
    let shown = Query::select()
        .expr(Expr::val(1))
        .from_as("board_posts", "p")
        .and_where(Expr::col(("p", "id")).eq(Column::Item.of_entry()))
        .and_where(Expr::col(("p", "visible_from")).lte(now))
        .and_where(Expr::col(("p", "ends_at")).is_null().or(over.not()))
        .take();
    let seen = Condition::all()
        .add(Column::Place.of_entry().is_in(categories))
        .add(Expr::exists(shown));
    Seen::only(seen)
}

/// What is found of the posts that are meant, in their order, which nobody changes meanwhile.
pub(crate) async fn entries(tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
    // Said so, no index of states serves it: each page would read all that are published to have them in the order of ids.
    let other = post::Column::State.ne(PostState::Published.code());
    let find = post::Entity::find().filter(other.not());
    let rows = which.of(find, post::Column::Id).all(&tx.conn()).await?;
    let posts = rows.into_iter().map(Post::try_from);
    let posts = posts.collect::<Result<Vec<_>, _>>()?;
    let texts = texts(tx, posts.iter().flat_map(|post| &post.content.files)).await?;
    Ok(posts.iter().map(|post| entry(post, &texts)).collect())
}
