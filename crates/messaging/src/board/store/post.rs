//! Table `board_posts`, post by post.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{Condition, QueryTrait};
use yakusho_accounts::registration::Kind;
use yakusho_kernel::{DbError, Fault, Permit, PersonId, ProxyKind, Reading, Timestamp, Tx};

use super::index::index;
use super::rows::{post, read};
use crate::board::model::{BoardPostId, Confirmation, Content, Mark, Post, PostState};
use crate::text::{Body, Remark, Title};
use crate::{Authorship, Removal};
use yakusho_kernel::stored::{from_json, known, one, to_json};

impl TryFrom<post::Model> for Post {
    type Error = DbError;

    fn try_from(row: post::Model) -> Result<Self, DbError> {
        let removal = Removal::stored(row.removed_at, row.removed_by, row.removed_reason);
        let state = known(&row.state, PostState::from_code)?;
        Ok(Self {
            id: row.id,
            by: Authorship {
                author: row.author,
                hand: row.hand,
                proxy: row.proxy.as_deref().and_then(ProxyKind::from_code),
            },
            byline: row.byline,
            content: Content {
                category: row.category,
                title: Title::stored(row.title),
                body: Body::stored(row.body),
                section: row.section,
                registration: row.registration.as_deref().and_then(Kind::from_code),
                starts_at: row.starts_at,
                ends_at: row.ends_at,
                pinned_until: row.pinned_until,
                comments: row.comments,
                confirmation: row.asks.then_some(Confirmation { due: row.due }),
                files: from_json(row.files)?,
            },
            state,
            visible_from: row.visible_from,
            version: row.version,
            first_version: row.first_version,
            material_version: row.material_version,
            created_at: row.created_at,
            changed_at: row.changed_at,
            revision: row.revision,
            removal,
        })
    }
}

fn model(post: &Post, revision: i32) -> Result<post::ActiveModel, DbError> {
    let content = &post.content;
    // What is not there to be read leaves the table; its versions keep it.
    let gone = post.state.is_gone();
    let removal = post.removal.as_ref();
    let kept = |text: &str| if gone { String::new() } else { text.to_owned() };
    Ok(post::ActiveModel {
        id: Set(post.id),
        category: Set(content.category),
        author: Set(post.by.author),
        hand: Set(post.by.hand),
        proxy: Set(post.by.proxy.map(|kind| kind.code().to_owned())),
        section: Set(content.section),
        byline: Set(post.byline.clone()),
        title: Set(kept(content.title.as_str())),
        body: Set(kept(content.body.as_str())),
        files: Set(if gone {
            Json::Array(Vec::new())
        } else {
            to_json(&content.files)?
        }),
        registration: Set(content.registration.map(|kind| kind.code().to_owned())),
        comments: Set(content.comments),
        asks: Set(content.confirmation.is_some()),
        due: Set(content.confirmation.and_then(|asked| asked.due)),
        starts_at: Set(content.starts_at),
        ends_at: Set(content.ends_at),
        pinned_until: Set(content.pinned_until),
        state: Set(post.state.code().to_owned()),
        visible_from: Set(post.visible_from),
        version: Set(post.version),
        first_version: Set(post.first_version),
        material_version: Set(post.material_version),
        created_at: Set(post.created_at),
        changed_at: Set(post.changed_at),
        revision: Set(revision),
        removed_at: Set(removal.map(|removal| removal.at)),
        removed_by: Set(removal.map(|removal| removal.by)),
        removed_reason: Set(removal
            .and_then(|removal| removal.reason.clone())
            .map(Remark::into_inner)),
    })
}

/// A post, with what that reader did with it.
pub(crate) async fn find(
    on: &impl Reading,
    id: BoardPostId,
    reader: Option<PersonId>,
) -> Result<Option<(Post, Option<Mark>)>, DbError> {
    let of_reader = Condition::all()
        .add(Expr::col((read::Entity, read::Column::Post)).eq(Uuid::from(id)))
        .add(Expr::col((read::Entity, read::Column::Person)).eq(reader.map(Uuid::from)));
    let mut find = post::Entity::find_by_id(id);
    QueryTrait::query(&mut find).left_join(read::Entity, of_reader);
    let row = find.select_also(read::Entity).one(&on.conn()).await?;
    row.map(|(post, mark)| Ok((post.try_into()?, mark.map(Mark::from))))
        .transpose()
}

/// Posts that others began to see in that time, which does not count its beginning, later than they were published.
pub(crate) async fn started(
    on: &impl Reading,
    after: Timestamp,
    until: Timestamp,
) -> Result<Vec<Post>, DbError> {
    let column = post::Column::VisibleFrom;
    published(
        on,
        within(column, after, until).add(post::Column::StartsAt.is_not_null()),
    )
    .await
}

/// Posts whose time ended in that time.
pub(crate) async fn ended(
    on: &impl Reading,
    after: Timestamp,
    until: Timestamp,
) -> Result<Vec<Post>, DbError> {
    published(on, within(post::Column::EndsAt, after, until)).await
}

/// Posts that others see now and that ask to confirm by one of those days.
pub(crate) async fn due(
    on: &impl Reading,
    days: impl IntoIterator<Item = time::Date>,
    now: Timestamp,
) -> Result<Vec<Post>, DbError> {
    let over = Condition::any()
        .add(post::Column::EndsAt.is_null())
        .add(post::Column::EndsAt.gt(now));
    let due = Condition::all()
        .add(post::Column::Asks.eq(true))
        .add(post::Column::Due.is_in(days))
        .add(post::Column::VisibleFrom.lte(now))
        .add(over);
    published(on, due).await
}

fn within(column: post::Column, after: Timestamp, until: Timestamp) -> Condition {
    Condition::all()
        .add(column.gt(after))
        .add(column.lte(until))
}

async fn published(on: &impl Reading, which: Condition) -> Result<Vec<Post>, DbError> {
    let rows = post::Entity::find()
        .filter(post::Column::State.eq(PostState::Published.code()))
        .filter(which)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Post::try_from).collect()
}

pub(crate) async fn insert(tx: &Tx, permit: &Permit, post: &Post) -> Result<(), DbError> {
    let insert = post::Entity::insert(model(post, post.revision)?);
    tx.later(insert.as_query());
    index(tx, permit, post).await
}

/// Writes the post over the one that it was read as, if that is still there, and has it be found by what it says now.
pub(crate) async fn save(tx: &Tx, permit: &Permit, post: &Post) -> Result<(), Fault> {
    let saved = post::Entity::update_many()
        .set(model(post, post.revision + 1)?)
        .filter(post::Column::Id.eq(post.id))
        .filter(post::Column::Revision.eq(post.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)?;
    Ok(index(tx, permit, post).await?)
}
