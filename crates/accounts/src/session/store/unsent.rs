//! The table `unsent_forms`.

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use time::Duration;
use yakusho_kernel::{DbError, PersonId, Reading, Timestamp, Tx};

use crate::session::UnsentId;

/// For how long a form waits.
const KEPT: Duration = Duration::days(1);

/// How many forms of a person wait at most: the oldest makes room.
const MOST: u64 = 10;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use crate::session::UnsentId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "unsent_forms")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: UnsentId,
        pub person: PersonId,
        /// Sealed for the person.
        pub sent: Vec<u8>,
        pub kept_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

/// Keeps a form for a person.
pub(in crate::session) async fn keep(
    tx: &Tx,
    person: PersonId,
    sent: Vec<u8>,
) -> Result<UnsentId, DbError> {
    let oldest: Vec<UnsentId> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Person.eq(person))
        .order_by_desc(Column::Id)
        .offset(MOST - 1)
        .limit(MOST)
        .into_tuple()
        .all(&tx.conn())
        .await?;
    Entity::delete_many()
        .filter(Column::Id.is_in(oldest))
        .exec(&tx.conn())
        .await?;
    let id = tx.cx().new_id();
    let row = row::ActiveModel {
        id: Set(id),
        person: Set(person),
        sent: Set(sent),
        kept_at: Set(tx.cx().now()),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(id)
}

/// A person's form that waits.
pub(in crate::session) async fn kept(
    on: &impl Reading,
    person: PersonId,
    id: UnsentId,
    now: Timestamp,
) -> Result<Option<Vec<u8>>, DbError> {
    Ok(Entity::find_by_id(id)
        .select_only()
        .column(Column::Sent)
        .filter(Column::Person.eq(person))
        .filter(Column::KeptAt.gt(now.plus(-KEPT)))
        .into_tuple()
        .one(&on.conn())
        .await?)
}

/// Removes a person's form.
pub(in crate::session) async fn sent(
    tx: &Tx,
    person: PersonId,
    id: UnsentId,
) -> Result<(), DbError> {
    Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::Person.eq(person))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Removes what nobody has asked for in time; says how many.
pub(in crate::session) async fn sweep_unsent(tx: &Tx) -> Result<u64, DbError> {
    let past = tx.cx().now().plus(-KEPT);
    let swept = Entity::delete_many()
        .filter(Column::KeptAt.lte(past))
        .exec(&tx.conn())
        .await?;
    Ok(swept.rows_affected)
}
