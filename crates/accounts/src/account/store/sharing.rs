//! The table `sharing_permissions`.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _};
use yakusho_kernel::stored::newest;
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use super::known;
use crate::account::{Sharing, SharingId};

mod row {
    use sea_orm::entity::prelude::*;
    use time::Date;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::account::SharingId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "sharing_permissions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SharingId,
        pub person: PersonId,
        pub people: Json,
        pub reason: String,
        pub ends_on: Date,
        pub permitted_by: PersonId,
        pub permitted_at: Timestamp,
        pub withdrawn_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl TryFrom<row::Model> for Sharing {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            person: row.person,
            people: known("list of people", serde_json::from_value(row.people).ok())?,
            reason: row.reason,
            ends_on: row.ends_on,
            permitted_by: row.permitted_by,
            permitted_at: row.permitted_at,
            withdrawn_at: row.withdrawn_at,
        })
    }
}

/// Records a permission to share.
pub(in crate::account) async fn insert_sharing(
    tx: &Tx,
    _: &Permit,
    permission: &Sharing,
) -> Result<(), DbError> {
    let people = serde_json::to_value(&permission.people)
        .map_err(|error| DbError::Failed(DbErr::Json(error.to_string())))?;
    let row = row::ActiveModel {
        id: Set(permission.id),
        person: Set(permission.person),
        people: Set(people),
        reason: Set(permission.reason.clone()),
        ends_on: Set(permission.ends_on),
        permitted_by: Set(permission.permitted_by),
        permitted_at: Set(permission.permitted_at),
        withdrawn_at: Set(None),
    };
    row::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// A permission to share, by its id.
pub(in crate::account) async fn sharing(
    on: &impl Reading,
    id: SharingId,
) -> Result<Option<Sharing>, DbError> {
    let row = row::Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(Sharing::try_from).transpose()
}

/// The permissions to share, the newest first, after that one.
pub(in crate::account) async fn sharings(
    on: &impl Reading,
    after: Option<SharingId>,
    limit: usize,
) -> Result<Vec<Sharing>, DbError> {
    let find = row::Entity::find();
    let rows = newest(on, find, row::Column::Id, after, limit).await?;
    rows.into_iter().map(Sharing::try_from).collect()
}

/// Withdraws a permission to share; false if it was withdrawn before.
pub(in crate::account) async fn withdraw_sharing(
    tx: &Tx,
    _: &Permit,
    id: SharingId,
) -> Result<bool, DbError> {
    let done = row::Entity::update_many()
        .col_expr(row::Column::WithdrawnAt, Expr::value(tx.cx().now()))
        .filter(row::Column::Id.eq(id))
        .filter(row::Column::WithdrawnAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}
