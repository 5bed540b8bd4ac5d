//! Table `compliance_system_managers`: rows are added and superseded, never changed.

use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use time::Date;
use yakusho_kernel::stored::{from_json, to_json};
use yakusho_kernel::{DbError, Permit, Reading, Tx, UnitId};

use crate::ids::SystemId;
use crate::inventory::Manager;

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

/// The section whose manager was recorded for a system and stands on that day.
pub(crate) async fn section(
    on: &impl Reading,
    system: SystemId,
    day: Date,
) -> Result<Option<UnitId>, DbError> {
    let row = Entity::find()
        .filter(Column::System.eq(system))
        .filter(Column::SupersededAt.is_null())
        .filter(Column::ValidFrom.lte(day))
        .order_by_desc(Column::ValidFrom)
        .one(&on.conn())
        .await?;
    Ok(row.map(|row| row.section))
}

/// Everything that was recorded of a system, the last first.
pub(crate) async fn managers(on: &impl Reading, system: SystemId) -> Result<Vec<Manager>, DbError> {
    let rows = Entity::find()
        .filter(Column::System.eq(system))
        .order_by_desc(Column::RecordedAt)
        .order_by_desc(Column::Id)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Manager::try_from).collect()
}

/// Records who it is from a day on; whatever was recorded from that day on or later is superseded.
pub(crate) async fn set(tx: &Tx, _: &Permit, one: &Manager) -> Result<(), DbError> {
    Entity::update_many()
        .col_expr(Column::SupersededAt, Expr::value(tx.cx().now()))
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
