//! Table `attachment_readings`: of each blob that was read, its text or why it has none, and of pictures a thumbnail.

use std::collections::{HashMap, HashSet};

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use sea_orm::{QueryOrder, QuerySelect};
use yakusho_blobs::BlobHash;
use yakusho_file_text::NoText;
use yakusho_kernel::{DbError, Permit, Reading as On, Ref, Tx};

use super::{Found, Reading};
use crate::store::{hash, row as attachment};

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "attachment_readings")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub blob: Vec<u8>,
        pub text: Option<String>,
        pub without: Option<String>,
        pub thumbnail: Option<Vec<u8>>,
        pub read_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

fn of(hashes: &HashSet<BlobHash>) -> Expr {
    row::Column::Blob.is_in(hashes.iter().map(|hash| hash.as_bytes().to_vec()))
}

/// The texts of those of the blobs that have one.
pub(super) async fn texts(
    on: &impl On,
    hashes: &HashSet<BlobHash>,
) -> Result<HashMap<BlobHash, String>, DbError> {
    if hashes.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Vec<u8>, String)> = row::Entity::find()
        .select_only()
        .columns([row::Column::Blob, row::Column::Text])
        .filter(of(hashes))
        .filter(row::Column::Text.is_not_null())
        .into_tuple()
        .all(&on.conn())
        .await?;
    let texts = rows.into_iter();
    texts.map(|(blob, text)| Ok((hash(&blob)?, text))).collect()
}

/// What became of those of the blobs that were read.
pub(super) async fn readings(
    on: &impl On,
    hashes: &HashSet<BlobHash>,
) -> Result<HashMap<BlobHash, Reading>, DbError> {
    if hashes.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Vec<u8>, Option<String>)> = row::Entity::find()
        .select_only()
        .columns([row::Column::Blob, row::Column::Without])
        .filter(of(hashes))
        .into_tuple()
        .all(&on.conn())
        .await?;
    let readings = rows.into_iter().map(|(blob, without)| {
        let without = without.as_deref().and_then(NoText::from_code);
        let reading = without.map_or(Reading::Read, Reading::Without);
        Ok((hash(&blob)?, reading))
    });
    readings.collect()
}

/// Those of the blobs of which there is a thumbnail.
pub(super) async fn pictured(
    on: &impl On,
    hashes: &HashSet<BlobHash>,
) -> Result<HashSet<BlobHash>, DbError> {
    if hashes.is_empty() {
        return Ok(HashSet::new());
    }
    let blobs: Vec<Vec<u8>> = row::Entity::find()
        .select_only()
        .column(row::Column::Blob)
        .filter(of(hashes))
        .filter(row::Column::Thumbnail.is_not_null())
        .into_tuple()
        .all(&on.conn())
        .await?;
    blobs.iter().map(|blob| hash(blob)).collect()
}

/// The thumbnail of a blob, as JPEG.
pub(super) async fn thumbnail(on: &impl On, hash: BlobHash) -> Result<Option<Vec<u8>>, DbError> {
    let found: Option<Option<Vec<u8>>> = row::Entity::find_by_id(hash.as_bytes().to_vec())
        .select_only()
        .column(row::Column::Thumbnail)
        .into_tuple()
        .one(&on.conn())
        .await?;
    Ok(found.flatten())
}

/// Keeps what was read of a blob, if nobody else has.
pub(super) async fn keep(tx: &Tx, _: &Permit, hash: BlobHash, found: Found) -> Result<(), DbError> {
    let without = found.text.as_ref().err();
    let without = without.map(|why| why.code().to_owned());
    let text = row::ActiveModel {
        blob: Set(hash.as_bytes().to_vec()),
        without: Set(without),
        text: Set(found.text.ok()),
        thumbnail: Set(found.thumbnail),
        read_at: Set(tx.cx().now()),
    };
    let known = OnConflict::column(row::Column::Blob)
        .do_nothing()
        .to_owned();
    row::Entity::insert(text)
        .on_conflict(known)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Files that hang on something and were not read, in the order of their ids after that one: at most so many.
pub(super) async fn missed(
    on: &impl On,
    after: Uuid,
    size: u64,
) -> Result<Vec<(Uuid, BlobHash, Ref)>, DbError> {
    let read = Query::select()
        .expr(Expr::val(1))
        .from(row::Entity)
        .and_where(
            Expr::col((row::Entity, row::Column::Blob))
                .equals((attachment::Entity, attachment::Column::Blob)),
        )
        .take();
    let rows: Vec<(Uuid, Vec<u8>, String, Uuid)> = attachment::Entity::find()
        .select_only()
        .columns([
            attachment::Column::Id,
            attachment::Column::Blob,
            attachment::Column::SubjectKind,
            attachment::Column::SubjectId,
        ])
        .filter(attachment::Column::SubjectId.is_not_null())
        .filter(attachment::Column::Id.gt(after))
        .filter(Expr::exists(read).not())
        .order_by_asc(attachment::Column::Id)
        .limit(size)
        .into_tuple()
        .all(&on.conn())
        .await?;
    let missed = rows.into_iter().map(|(id, blob, kind, subject)| {
        let thing = Ref {
            kind: kind.into(),
            id: subject,
        };
        Ok((id, hash(&blob)?, thing))
    });
    missed.collect()
}

/// Forgets what was read of blobs that no file has any more: of these, or of any.
pub(crate) async fn forget_unused(
    tx: &Tx,
    _: &Permit,
    of_these: Option<Vec<Vec<u8>>>,
) -> Result<(), DbError> {
    let used = Query::select()
        .expr(Expr::val(1))
        .from(attachment::Entity)
        .and_where(
            Expr::col((attachment::Entity, attachment::Column::Blob))
                .equals((row::Entity, row::Column::Blob)),
        )
        .take();
    let mut forget = row::Entity::delete_many().filter(Expr::exists(used).not());
    if let Some(blobs) = of_these {
        forget = forget.filter(row::Column::Blob.is_in(blobs));
    }
    forget.exec(&tx.conn()).await?;
    Ok(())
}
