//! Table `comments`.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryOrder, QuerySelect};
use yakusho_kernel::{
    Cursor, DbError, Fault, Page, Permit, PersonId, ProxyKind, Reading, Ref, Timestamp, Tx,
};

use super::CommentId;
use super::model::Stored;
use crate::text::Remark;
use crate::{Authorship, Removal, Words};
use yakusho_kernel::stored::one;

const SHOWN: &str = "shown";
const WITHDRAWN: &str = "withdrawn";
const REMOVED: &str = "removed";

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::comment::CommentId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "comments")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CommentId,
        pub subject_kind: String,
        pub subject_id: Uuid,
        pub author: PersonId,
        pub hand: PersonId,
        pub proxy: Option<String>,
        pub author_name: String,
        pub at: Timestamp,
        pub body: String,
        pub state: String,
        pub version: i32,
        pub revision: i32,
        pub removed_at: Option<Timestamp>,
        pub removed_by: Option<PersonId>,
        pub removed_reason: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl From<row::Model> for Stored {
    fn from(row: row::Model) -> Self {
        let at = row.removed_at.unwrap_or(row.at);
        let removal = Removal::stored(row.removed_at, row.removed_by, row.removed_reason);
        let words = match (row.state.as_str(), removal) {
            (SHOWN, _) => Words::Shown(row.body),
            (REMOVED, Some(removal)) => Words::Removed(removal),
            _ => Words::Withdrawn(at),
        };
        Self {
            id: row.id,
            subject: Ref {
                kind: row.subject_kind.into(),
                id: row.subject_id,
            },
            by: Authorship {
                author: row.author,
                hand: row.hand,
                proxy: row.proxy.as_deref().and_then(ProxyKind::from_code),
            },
            author_name: row.author_name,
            at: row.at,
            words,
            version: row.version,
            revision: row.revision,
        }
    }
}

pub(super) async fn insert(
    tx: &Tx,
    _: &Permit,
    id: CommentId,
    subject: &Ref,
    by: Authorship,
    author_name: &str,
    body: &Remark,
) -> Result<(), DbError> {
    let row = row::ActiveModel {
        id: Set(id),
        subject_kind: Set(subject.kind.clone().into_owned()),
        subject_id: Set(subject.id),
        author: Set(by.author),
        hand: Set(by.hand),
        proxy: Set(by.proxy.map(|kind| kind.code().to_owned())),
        author_name: Set(author_name.to_owned()),
        at: Set(tx.cx().now()),
        body: Set(body.as_str().to_owned()),
        state: Set(SHOWN.to_owned()),
        version: Set(1),
        revision: Set(1),
        removed_at: Set(None),
        removed_by: Set(None),
        removed_reason: Set(None),
    };
    row::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(super) async fn comment(on: &impl Reading, id: CommentId) -> Result<Option<Stored>, DbError> {
    let row = row::Entity::find_by_id(id).one(&on.conn()).await?;
    Ok(row.map(Stored::from))
}

pub(super) async fn find(
    on: &impl Reading,
    subject: &Ref,
    id: CommentId,
) -> Result<Option<Stored>, DbError> {
    let found = comment(on, id).await?;
    Ok(found.filter(|comment| comment.subject == *subject))
}

pub(super) async fn page(
    on: &impl Reading,
    subject: &Ref,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Stored>, Fault> {
    let mut find = row::Entity::find()
        .filter(row::Column::SubjectKind.eq(subject.kind.as_ref()))
        .filter(row::Column::SubjectId.eq(subject.id));
    if let Some(cursor) = after {
        find = find.filter(row::Column::Id.gt(cursor.key::<CommentId>()?));
    }
    let rows = find
        .order_by_asc(row::Column::Id)
        .limit(size as u64 + 1)
        .all(&on.conn())
        .await
        .map_err(DbError::from)?;
    Ok(Page::of(rows, size, |row| row.id).map(Stored::from))
}

/// What the comments on those things of a kind say, the oldest first; of those that are shown.
pub(crate) async fn said(
    on: &impl Reading,
    kind: &str,
    things: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<String>>, DbError> {
    let rows: Vec<(Uuid, String)> = row::Entity::find()
        .select_only()
        .column(row::Column::SubjectId)
        .column(row::Column::Body)
        .filter(row::Column::SubjectKind.eq(kind))
        .filter(row::Column::SubjectId.is_in(things))
        .filter(row::Column::State.eq(SHOWN))
        .order_by_asc(row::Column::Id)
        .into_tuple()
        .all(&on.conn())
        .await?;
    let mut said: HashMap<Uuid, Vec<String>> = HashMap::new();
    for (thing, body) in rows {
        said.entry(thing).or_default().push(body);
    }
    Ok(said)
}

/// Changes the wording, if the comment is still at that revision and shown.
pub(super) async fn reword(
    tx: &Tx,
    _: &Permit,
    id: CommentId,
    revision: i32,
    body: &Remark,
    version: i32,
) -> Result<(), Fault> {
    let changed = at(id, revision, SHOWN)
        .col_expr(row::Column::Body, Expr::value(body.as_str()))
        .col_expr(row::Column::Version, Expr::value(version))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(changed.rows_affected)
}

/// Puts a marker in the place of the words, if the comment is still at that revision and shown. The words leave
/// this table; their versions keep them.
pub(super) async fn mark(
    tx: &Tx,
    _: &Permit,
    id: CommentId,
    revision: i32,
    own: bool,
    reason: Option<&Remark>,
) -> Result<(), Fault> {
    let state = if own { WITHDRAWN } else { REMOVED };
    let changed = at(id, revision, SHOWN)
        .col_expr(row::Column::Body, Expr::value(""))
        .col_expr(row::Column::State, Expr::value(state))
        .col_expr(row::Column::RemovedAt, Expr::value(tx.cx().now()))
        .col_expr(
            row::Column::RemovedBy,
            Expr::value(tx.cx().actor().person()),
        )
        .col_expr(
            row::Column::RemovedReason,
            Expr::value(reason.map(|reason| reason.as_str().to_owned())),
        )
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(changed.rows_affected)
}

/// Puts the words back in place of the marker, if the comment is still at that revision and taken down by another.
pub(super) async fn unmark(
    tx: &Tx,
    _: &Permit,
    id: CommentId,
    revision: i32,
    body: &Remark,
) -> Result<(), Fault> {
    let changed = at(id, revision, REMOVED)
        .col_expr(row::Column::Body, Expr::value(body.as_str()))
        .col_expr(row::Column::State, Expr::value(SHOWN))
        .col_expr(row::Column::RemovedAt, Expr::value(None::<Timestamp>))
        .col_expr(row::Column::RemovedBy, Expr::value(None::<PersonId>))
        .col_expr(row::Column::RemovedReason, Expr::value(None::<String>))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(changed.rows_affected)
}

fn at(id: CommentId, revision: i32, state: &str) -> sea_orm::UpdateMany<row::Entity> {
    row::Entity::update_many()
        .col_expr(row::Column::Revision, Expr::value(revision + 1))
        .filter(row::Column::Id.eq(id))
        .filter(row::Column::Revision.eq(revision))
        .filter(row::Column::State.eq(state))
}
