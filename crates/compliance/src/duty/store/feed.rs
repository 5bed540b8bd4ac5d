//! Table `compliance_duty_feeds`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use yakusho_accounts::Secret;
use yakusho_kernel::{DbError, Permit, PersonId, Reading, Timestamp, Tx};

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_duty_feeds")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person: PersonId,
        pub digest: Vec<u8>,
        pub made_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

pub(in crate::duty) async fn put_feed(
    tx: &Tx,
    _: &Permit,
    person: PersonId,
    secret: &Secret,
) -> Result<(), DbError> {
    let row = row::ActiveModel {
        person: Set(person),
        digest: Set(secret.digest()),
        made_at: Set(tx.cx().now()),
    };
    let instead = OnConflict::column(Column::Person)
        .update_columns([Column::Digest, Column::MadeAt])
        .to_owned();
    Entity::insert(row)
        .on_conflict(instead)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Whether there was one.
pub(in crate::duty) async fn end_feed(
    tx: &Tx,
    _: &Permit,
    person: PersonId,
) -> Result<bool, DbError> {
    let ended = Entity::delete_by_id(person).exec(&tx.conn()).await?;
    Ok(ended.rows_affected == 1)
}

pub(in crate::duty) async fn feed_of(
    on: &impl Reading,
    person: PersonId,
) -> Result<Option<Timestamp>, DbError> {
    let row = Entity::find_by_id(person).one(&on.conn()).await?;
    Ok(row.map(|row| row.made_at))
}

/// Whose the address with that secret is.
pub(in crate::duty) async fn person_of(
    on: &impl Reading,
    secret: &Secret,
) -> Result<Option<PersonId>, DbError> {
    let find = Entity::find().filter(Column::Digest.eq(secret.digest()));
    Ok(find.one(&on.conn()).await?.map(|row| row.person))
}
