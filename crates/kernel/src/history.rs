//! History: every version of a thing's content stays, with a salted digest for the audit trail.

use data_encoding::HEXLOWER;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryOrder, QuerySelect, QueryTrait};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::{DbError, PersonId, Reading, Ref, Subject, Timestamp, Tx, typed_id};

typed_id! {
    /// A kept version of something.
    pub struct VersionId = "version";
}

/// A version of a thing's content.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its id.
    pub id: VersionId,
    /// Its number, from 1.
    pub number: i32,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it, if a person did.
    pub by: Option<PersonId>,
    /// The content, as the domain wrote it.
    pub content: Json,
    /// SHA-256 over salt and content, in hexadecimal. With the content disposed of, it tells nothing.
    pub digest: String,
}

mod row {
    use sea_orm::entity::prelude::*;

    use super::VersionId;
    use crate::{PersonId, Timestamp};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "versions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: VersionId,
        pub subject_kind: String,
        pub subject_id: Uuid,
        pub number: i32,
        pub at: Timestamp,
        pub by: Option<PersonId>,
        pub content: Json,
        pub salt: Vec<u8>,
        pub digest: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl From<row::Model> for Version {
    fn from(row: row::Model) -> Self {
        Self {
            id: row.id,
            number: row.number,
            at: row.at,
            by: row.by,
            content: row.content,
            digest: row.digest,
        }
    }
}

/// The number of a thing's last version; 0 where it has none.
pub(crate) async fn last(tx: &Tx, subject: &Ref) -> Result<i32, DbError> {
    let last: Option<i32> = row::Entity::find()
        .select_only()
        .column_as(row::Column::Number.max(), "number")
        .filter(row::Column::SubjectKind.eq(subject.kind.as_ref()))
        .filter(row::Column::SubjectId.eq(subject.id))
        .into_tuple()
        .one(&tx.conn())
        .await?
        .flatten();
    Ok(last.unwrap_or(0))
}

pub(crate) fn insert(
    tx: &Tx,
    subject: Ref,
    number: i32,
    content: &impl Serialize,
) -> Result<Version, DbError> {
    let failed = |error: serde_json::Error| DbError::Failed(DbErr::Json(error.to_string()));
    let content = serde_json::to_value(content).map_err(failed)?;
    let salt: [u8; 16] = tx.cx().env().rng().bytes();
    let digest = Sha256::new()
        .chain_update(salt)
        .chain_update(content.to_string())
        .finalize();
    let row = row::Model {
        id: tx.cx().new_id(),
        subject_kind: subject.kind.into_owned(),
        subject_id: subject.id,
        number,
        at: tx.cx().now(),
        by: tx.cx().actor().person(),
        content,
        salt: salt.to_vec(),
        digest: HEXLOWER.encode(&digest),
    };
    // Two who add the same number are told apart by the unique index: the second is a conflict.
    let active = row::ActiveModel {
        id: Set(row.id),
        subject_kind: Set(row.subject_kind.clone()),
        subject_id: Set(row.subject_id),
        number: Set(row.number),
        at: Set(row.at),
        by: Set(row.by),
        content: Set(row.content.clone()),
        salt: Set(row.salt.clone()),
        digest: Set(row.digest.clone()),
    };
    tx.later(row::Entity::insert(active).as_query());
    Ok(row.into())
}

/// Takes the content out of every version of a thing; says of how many. Their digests stay, by which the audit trail
/// knows them.
pub(crate) async fn erase(tx: &Tx, subject: &Ref) -> Result<u64, DbError> {
    let erased = row::Entity::update_many()
        .col_expr(row::Column::Content, Expr::value(Json::Null))
        .filter(row::Column::SubjectKind.eq(subject.kind.as_ref()))
        .filter(row::Column::SubjectId.eq(subject.id))
        .exec(&tx.conn())
        .await?;
    Ok(erased.rows_affected)
}

/// The versions of a thing, the newest first; at most `limit`.
pub async fn versions(
    on: &impl Reading,
    subject: &impl Subject,
    limit: u64,
) -> Result<Vec<Version>, DbError> {
    versions_before(on, subject, i32::MAX, limit).await
}

/// The versions of a thing with numbers below that one, the newest first, at most `limit`: the next page of a list.
pub async fn versions_before(
    on: &impl Reading,
    subject: &impl Subject,
    number: i32,
    limit: u64,
) -> Result<Vec<Version>, DbError> {
    let subject = subject.reference();
    let rows = row::Entity::find()
        .filter(row::Column::SubjectKind.eq(subject.kind.as_ref()))
        .filter(row::Column::SubjectId.eq(subject.id))
        .filter(row::Column::Number.lt(number))
        .order_by_desc(row::Column::Number)
        .limit(limit)
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().map(Version::from).collect())
}

/// One version of a thing by its number.
pub async fn version(
    on: &impl Reading,
    subject: &impl Subject,
    number: i32,
) -> Result<Option<Version>, DbError> {
    let subject = subject.reference();
    let row = row::Entity::find()
        .filter(row::Column::SubjectKind.eq(subject.kind.as_ref()))
        .filter(row::Column::SubjectId.eq(subject.id))
        .filter(row::Column::Number.eq(number))
        .one(&on.conn())
        .await?;
    Ok(row.map(Version::from))
}
