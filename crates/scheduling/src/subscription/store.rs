//! The table `calendar_subscriptions`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryOrder, QuerySelect};
use yakusho_accounts::Secret;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Tx};

use super::model::{NewSubscription, Subscription, SubscriptionId};

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::subscription::model::SubscriptionId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_subscriptions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SubscriptionId,
        pub person: PersonId,
        pub name: String,
        pub details: bool,
        pub digest: Vec<u8>,
        pub made_at: Timestamp,
        pub revoked_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

impl From<row::Model> for Subscription {
    fn from(row: row::Model) -> Self {
        Self {
            id: row.id,
            name: row.name,
            details: row.details,
            made_at: row.made_at,
            revoked_at: row.revoked_at,
        }
    }
}

pub(super) async fn insert(
    tx: &Tx,
    _: &Permit,
    person: PersonId,
    new: &NewSubscription,
    secret: &Secret,
) -> Result<SubscriptionId, DbError> {
    let id = tx.cx().new_id();
    let row = row::ActiveModel {
        id: Set(id),
        person: Set(person),
        name: Set(new.name.clone()),
        details: Set(new.details),
        digest: Set(secret.digest()),
        made_at: Set(tx.cx().now()),
        revoked_at: Set(None),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(id)
}

/// A person's, the newest first.
pub(super) async fn list(
    on: &impl Reading,
    person: PersonId,
    most: usize,
) -> Result<Vec<Subscription>, DbError> {
    let rows = Entity::find()
        .filter(Column::Person.eq(person))
        .order_by_desc(Column::Id)
        .limit(most as u64)
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().map(Subscription::from).collect())
}

/// How many of a person's hold.
pub(super) async fn standing(on: &impl Reading, person: PersonId) -> Result<u64, DbError> {
    let count = Entity::find()
        .filter(Column::Person.eq(person))
        .filter(Column::RevokedAt.is_null())
        .count(&on.conn())
        .await?;
    Ok(count)
}

pub(super) async fn of_person(
    on: &impl Reading,
    person: PersonId,
    id: SubscriptionId,
) -> Result<Option<Subscription>, DbError> {
    let find = Entity::find_by_id(id).filter(Column::Person.eq(person));
    Ok(find.one(&on.conn()).await?.map(Subscription::from))
}

/// Whose the address with that secret is, if it was not revoked.
pub(super) async fn by_secret(
    on: &impl Reading,
    secret: &Secret,
) -> Result<Option<(PersonId, Subscription)>, DbError> {
    let find = Entity::find()
        .filter(Column::Digest.eq(secret.digest()))
        .filter(Column::RevokedAt.is_null());
    let row = find.one(&on.conn()).await?;
    Ok(row.map(|row| (row.person, row.into())))
}

/// Whether it held until now.
pub(super) async fn revoke(tx: &Tx, _: &Permit, id: SubscriptionId) -> Result<bool, DbError> {
    let revoked = Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(tx.cx().now()))
        .filter(Column::Id.eq(id))
        .filter(Column::RevokedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(revoked.rows_affected == 1)
}
