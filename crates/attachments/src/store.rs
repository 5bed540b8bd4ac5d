//! Table `attachments`.

use std::collections::HashSet;

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, QuerySelect};
use yakusho_blobs::BlobHash;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Ref, Timestamp, Tx};

use crate::{Attachment, AttachmentId, FileName};

pub(crate) mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::AttachmentId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "attachments")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AttachmentId,
        pub subject_kind: Option<String>,
        pub subject_id: Option<Uuid>,
        pub blob: Vec<u8>,
        pub size: i64,
        pub name: String,
        pub media_type: String,
        pub uploader: PersonId,
        pub at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl TryFrom<row::Model> for Attachment {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            name: FileName::stored(row.name),
            media_type: row.media_type,
            size: u64::try_from(row.size).unwrap_or(0),
            hash: hash(&row.blob)?,
        })
    }
}

pub(crate) fn hash(bytes: &[u8]) -> Result<BlobHash, DbError> {
    <[u8; 32]>::try_from(bytes)
        .map(BlobHash::from)
        .map_err(|_| DbError::Failed(DbErr::Type("a blob's hash has 32 bytes".to_owned())))
}

fn hanging_on(subject: &Ref) -> Condition {
    Condition::all()
        .add(row::Column::SubjectKind.eq(subject.kind.as_ref()))
        .add(row::Column::SubjectId.eq(subject.id))
}

pub(crate) async fn insert(
    tx: &Tx,
    _: &Permit,
    subject: Option<&Ref>,
    uploader: PersonId,
    files: &[Attachment],
) -> Result<(), DbError> {
    if files.is_empty() {
        return Ok(());
    }
    let rows = files.iter().map(|file| row::ActiveModel {
        id: Set(file.id),
        subject_kind: Set(subject.map(|subject| subject.kind.clone().into_owned())),
        subject_id: Set(subject.map(|subject| subject.id)),
        blob: Set(file.hash.as_bytes().to_vec()),
        size: Set(i64::try_from(file.size).unwrap_or(i64::MAX)),
        name: Set(file.name.as_str().to_owned()),
        media_type: Set(file.media_type.clone()),
        uploader: Set(uploader),
        at: Set(tx.cx().now()),
    });
    row::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Those of the files that hang on the thing, or are loose and of that uploader: locked, so that of two acts which want a
/// loose file one alone gets it.
pub(crate) async fn at_hand(
    tx: &Tx,
    subject: &Ref,
    uploader: PersonId,
    ids: &[AttachmentId],
) -> Result<Vec<Attachment>, DbError> {
    let at_hand = Condition::any()
        .add(hanging_on(subject))
        .add(loose_of(uploader));
    let found = some(ids, at_hand).lock_exclusive();
    read(tx, found).await
}

/// Those of the files that are loose and of that uploader.
pub(crate) async fn loose(
    on: &impl Reading,
    uploader: PersonId,
    ids: &[AttachmentId],
) -> Result<Vec<Attachment>, DbError> {
    read(on, some(ids, loose_of(uploader))).await
}

fn loose_of(uploader: PersonId) -> Condition {
    Condition::all()
        .add(row::Column::SubjectId.is_null())
        .add(row::Column::Uploader.eq(uploader))
}

fn some(ids: &[AttachmentId], which: Condition) -> Select<row::Entity> {
    row::Entity::find()
        .filter(row::Column::Id.is_in(ids.iter().copied()))
        .filter(which)
}

async fn read(on: &impl Reading, found: Select<row::Entity>) -> Result<Vec<Attachment>, DbError> {
    let rows = found.all(&on.conn()).await?;
    rows.into_iter().map(Attachment::try_from).collect()
}

/// Hangs the loose ones of the files on the thing.
pub(crate) async fn hang(
    tx: &Tx,
    _: &Permit,
    subject: &Ref,
    ids: &[AttachmentId],
) -> Result<(), DbError> {
    row::Entity::update_many()
        .col_expr(row::Column::SubjectKind, Expr::value(subject.kind.as_ref()))
        .col_expr(row::Column::SubjectId, Expr::value(subject.id))
        .filter(row::Column::Id.is_in(ids.iter().copied()))
        .filter(row::Column::SubjectId.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn of(
    on: &impl Reading,
    subject: &Ref,
    id: AttachmentId,
) -> Result<Option<Attachment>, DbError> {
    let row = row::Entity::find_by_id(id)
        .filter(hanging_on(subject))
        .one(&on.conn())
        .await?;
    row.map(Attachment::try_from).transpose()
}

/// The blobs of a thing's files.
pub(crate) async fn blobs_of(tx: &Tx, subject: &Ref) -> Result<Vec<Vec<u8>>, DbError> {
    let blobs = row::Entity::find()
        .select_only()
        .column(row::Column::Blob)
        .filter(hanging_on(subject));
    Ok(blobs.into_tuple().all(&tx.conn()).await?)
}

/// Forgets the files of a thing; says how many.
pub(crate) async fn drop_of(tx: &Tx, _: &Permit, subject: &Ref) -> Result<u64, DbError> {
    let dropped = row::Entity::delete_many()
        .filter(hanging_on(subject))
        .exec(&tx.conn())
        .await?;
    Ok(dropped.rows_affected)
}

/// Forgets uploads from before then that hang on nothing; says how many.
pub(crate) async fn drop_loose(tx: &Tx, _: &Permit, before: Timestamp) -> Result<u64, DbError> {
    let dropped = row::Entity::delete_many()
        .filter(row::Column::SubjectId.is_null())
        .filter(row::Column::At.lt(before))
        .exec(&tx.conn())
        .await?;
    Ok(dropped.rows_affected)
}

/// Those of the blobs that something refers to.
pub(crate) async fn referred_to(
    on: &impl Reading,
    hashes: &[BlobHash],
) -> Result<HashSet<BlobHash>, DbError> {
    if hashes.is_empty() {
        return Ok(HashSet::new());
    }
    let blobs: Vec<Vec<u8>> = row::Entity::find()
        .select_only()
        .column(row::Column::Blob)
        .distinct()
        .filter(row::Column::Blob.is_in(hashes.iter().map(|hash| hash.as_bytes().to_vec())))
        .into_tuple()
        .all(&on.conn())
        .await?;
    blobs.iter().map(|blob| hash(blob)).collect()
}
