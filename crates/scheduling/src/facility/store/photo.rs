//! Table `facility_photos`.

use sea_orm::ActiveValue::Set;
use sea_orm::QuerySelect;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use yakusho_blobs::BlobHash;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Tx};

use crate::facility::model::{FacilityId, Photo, PhotoId};
use row::{ActiveModel, Column, Entity};

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::facility::model::{FacilityId, PhotoId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "facility_photos")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PhotoId,
        pub facility: FacilityId,
        pub blob: Vec<u8>,
        pub media_type: String,
        pub size: i64,
        pub set_by: PersonId,
        pub set_at: Timestamp,
        pub current: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The picture of a facility.
pub(in crate::facility) async fn photo(
    on: &impl Reading,
    facility: FacilityId,
) -> Result<Option<Photo>, DbError> {
    let row = Entity::find()
        .filter(Column::Facility.eq(facility))
        .filter(Column::Current.eq(true))
        .one(&on.conn())
        .await?;
    let found = row.map(|row| {
        Ok(Photo {
            hash: hash(&row.blob)?,
            media_type: row.media_type,
            size: u64::try_from(row.size).unwrap_or(0),
        })
    });
    found.transpose()
}

/// Writes the picture of a facility in the place of the one that it had, which stays on record.
pub(in crate::facility) async fn put_photo(
    tx: &Tx,
    _: &Permit,
    facility: FacilityId,
    set_by: PersonId,
    photo: Option<&Photo>,
) -> Result<(), DbError> {
    Entity::update_many()
        .col_expr(Column::Current, Expr::value(false))
        .filter(Column::Facility.eq(facility))
        .filter(Column::Current.eq(true))
        .exec(&tx.conn())
        .await?;
    let Some(photo) = photo else { return Ok(()) };
    let row = ActiveModel {
        id: Set(tx.cx().new_id::<PhotoId>()),
        facility: Set(facility),
        blob: Set(photo.hash.as_bytes().to_vec()),
        media_type: Set(photo.media_type.clone()),
        size: Set(i64::try_from(photo.size).unwrap_or(i64::MAX)),
        set_by: Set(set_by),
        set_at: Set(tx.cx().now()),
        current: Set(true),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// The blobs of every picture there is or was.
pub(in crate::facility) async fn photos(on: &impl Reading) -> Result<Vec<BlobHash>, DbError> {
    let blobs: Vec<Vec<u8>> = Entity::find()
        .select_only()
        .column(Column::Blob)
        .distinct()
        .into_tuple()
        .all(&on.conn())
        .await?;
    blobs.iter().map(|blob| hash(blob)).collect()
}

fn hash(bytes: &[u8]) -> Result<BlobHash, DbError> {
    <[u8; 32]>::try_from(bytes)
        .map(BlobHash::from)
        .map_err(|_| DbError::Failed(DbErr::Type("a blob's hash has 32 bytes".to_owned())))
}
