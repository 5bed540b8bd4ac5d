//! Table `compliance_system_managers`: rows are added and superseded, never changed.

use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use time::Date;
use yakusho_kernel::stored::{from_json, newest, to_json};
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use crate::ids::SystemId;
use crate::inventory::{Manager, ManagerId};

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{Timestamp, UnitId};

    use crate::ids::SystemId;
    use crate::inventory::ManagerId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_system_managers")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ManagerId,
        pub system: SystemId,
        pub section: UnitId,
        pub valid_from: time::Date,
        pub agreed: Json,
        pub files: Json,
        pub recorded_at: Timestamp,
        pub superseded_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

impl TryFrom<row::Model> for Manager {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            system: row.system,
            section: row.section,
            from: row.valid_from,
            agreed: from_json(row.agreed)?,
            files: from_json(row.files)?,
            recorded_at: row.recorded_at,
            superseded_at: row.superseded_at,
        })
    }
}

/// What was recorded for a system and stands on that day.
pub(crate) async fn standing(
    on: &impl Reading,
    system: SystemId,
    day: Date,
) -> Result<Option<Manager>, DbError> {
    let row = Entity::find()
        .filter(Column::System.eq(system))
        .filter(Column::SupersededAt.is_null())
        .filter(Column::ValidFrom.lte(day))
        .order_by_desc(Column::ValidFrom)
        .one(&on.conn())
        .await?;
    row.map(Manager::try_from).transpose()
}

/// One that was recorded of a system.
pub(crate) async fn recorded(
    on: &impl Reading,
    system: SystemId,
    id: ManagerId,
) -> Result<Option<Manager>, DbError> {
    let find = Entity::find_by_id(id).filter(Column::System.eq(system));
    let row = find.one(&on.conn()).await?;
    row.map(Manager::try_from).transpose()
}

/// What was recorded of a system after that one, the last first.
pub(crate) async fn managers(
    on: &impl Reading,
    system: SystemId,
    after: Option<ManagerId>,
    size: usize,
) -> Result<Vec<Manager>, DbError> {
    let find = Entity::find().filter(Column::System.eq(system));
    let rows = newest(on, find, Column::Id, after, size).await?;
    rows.into_iter().map(Manager::try_from).collect()
}

/// Records who it is from a day on; whatever was recorded from that day on or later is superseded.
pub(crate) async fn set(tx: &Tx, _: &Permit, one: &Manager) -> Result<(), DbError> {
    Entity::update_many()
        .col_expr(Column::SupersededAt, Expr::value(tx.cx().known_from()))
        .filter(Column::System.eq(one.system))
        .filter(Column::SupersededAt.is_null())
        .filter(Column::ValidFrom.gte(one.from))
        .exec(&tx.conn())
        .await?;
    let row = row::ActiveModel {
        id: Set(one.id),
        system: Set(one.system),
        section: Set(one.section),
        valid_from: Set(one.from),
        agreed: Set(to_json(&one.agreed)?),
        files: Set(to_json(&one.files)?),
        recorded_at: Set(one.recorded_at),
        superseded_at: Set(None),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}
