//! Tables `compliance_systems` and `compliance_connections`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use yakusho_kernel::stored::{known, one};
use yakusho_kernel::{DbError, Fault, Permit, Reading, Tx};

use crate::ids::{ConnectionId, SystemId};
use crate::inventory::{Connection, System, SystemClass};

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::UnitId;

    use crate::ids::SystemId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_systems")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SystemId,
        pub name: String,
        pub class: String,
        pub section: UnitId,
        pub research: bool,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod connection {
    use sea_orm::entity::prelude::*;

    use crate::ids::{ConnectionId, SystemId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_connections")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ConnectionId,
        pub information_side: SystemId,
        pub business_side: SystemId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl TryFrom<row::Model> for System {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            name: row.name,
            class: known(&row.class, SystemClass::from_code)?,
            section: row.section,
            research: row.research,
            revision: row.revision,
        })
    }
}

fn model(system: &System, revision: i32) -> row::ActiveModel {
    row::ActiveModel {
        id: Set(system.id),
        name: Set(system.name.clone()),
        class: Set(system.class.code().to_owned()),
        section: Set(system.section),
        research: Set(system.research),
        revision: Set(revision),
    }
}

pub(crate) async fn system(on: &impl Reading, id: SystemId) -> Result<Option<System>, DbError> {
    let row = row::Entity::find_by_id(id).one(&on.conn()).await?;
    row.map(System::try_from).transpose()
}

/// Systems by name, at most `size`.
pub(crate) async fn systems(on: &impl Reading, size: u64) -> Result<Vec<System>, DbError> {
    let rows = row::Entity::find()
        .order_by_asc(row::Column::Name)
        .order_by_asc(row::Column::Id)
        .limit(size)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(System::try_from).collect()
}

pub(crate) async fn insert_system(tx: &Tx, _: &Permit, system: &System) -> Result<(), DbError> {
    row::Entity::insert(model(system, system.revision))
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the system over the one of its revision.
pub(crate) async fn save_system(tx: &Tx, _: &Permit, system: &System) -> Result<(), Fault> {
    let saved = row::Entity::update_many()
        .set(model(system, system.revision + 1))
        .filter(row::Column::Id.eq(system.id))
        .filter(row::Column::Revision.eq(system.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)
}

pub(crate) async fn is_connection(on: &impl Reading, id: ConnectionId) -> Result<bool, DbError> {
    let row = connection::Entity::find_by_id(id).one(&on.conn()).await?;
    Ok(row.is_some())
}

pub(crate) async fn insert_connection(
    tx: &Tx,
    _: &Permit,
    one: &Connection,
) -> Result<(), DbError> {
    let row = connection::ActiveModel {
        id: Set(one.id),
        information_side: Set(one.information_side),
        business_side: Set(one.business_side),
    };
    connection::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}
