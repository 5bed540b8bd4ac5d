//! The table `provider_answers`: which answers were taken.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use sha2::{Digest as _, Sha256};
use yakusho_kernel::{DbError, Reading as _, Tx};

use super::Began;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "provider_answers")]
    pub struct Model {
        /// Of what tells a sign-in from others.
        #[sea_orm(primary_key, auto_increment = false)]
        pub digest: Vec<u8>,
        pub taken_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

/// Takes the answer to a sign-in; false where one was taken before.
pub(super) async fn take(tx: &Tx, began: &Began) -> Result<bool, DbError> {
    let row = row::ActiveModel {
        digest: Set(Sha256::digest(&began.state).to_vec()),
        taken_at: Set(tx.cx().now()),
    };
    let once = OnConflict::column(Column::Digest).do_nothing().to_owned();
    let taken = Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(taken == 1)
}

/// Forgets answers of sign-ins that nobody waits for any longer; says how many.
pub(crate) async fn sweep(tx: &Tx) -> Result<u64, DbError> {
    let past = tx.cx().now().plus(-Began::PATIENCE);
    let swept = Entity::delete_many()
        .filter(Column::TakenAt.lte(past))
        .exec(&tx.conn())
        .await?;
    Ok(swept.rows_affected)
}
