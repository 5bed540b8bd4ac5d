//! Table `compliance_security_methods`: rows are added and superseded, never changed.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryOrder, QuerySelect};
use time::Date;
use yakusho_kernel::stored::{from_json, newest, to_json};
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use crate::ids::SystemId;
use crate::protection::model::{Methods, MethodsId};

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    use crate::ids::SystemId;
    use crate::protection::MethodsId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_security_methods")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MethodsId,
        pub system: SystemId,
        pub text: String,
        pub valid_from: time::Date,
        pub set_by: Json,
        pub recorded_at: Timestamp,
        pub superseded_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{ActiveModel, Column, Entity, Model};

impl TryFrom<Model> for Methods {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            system: row.system,
            text: row.text,
            from: row.valid_from,
            set: from_json(row.set_by)?,
            recorded_at: row.recorded_at,
            superseded_at: row.superseded_at,
        })
    }
}

/// What is in force for a system on that day.
pub(in crate::protection) async fn on(
    on: &impl Reading,
    system: SystemId,
    day: Date,
) -> Result<Option<Methods>, DbError> {
    let row = Entity::find()
        .filter(Column::System.eq(system))
        .filter(Column::SupersededAt.is_null())
        .filter(Column::ValidFrom.lte(day))
        .order_by_desc(Column::ValidFrom)
        .order_by_desc(Column::Id)
        .limit(1)
        .one(&on.conn())
        .await?;
    row.map(Methods::try_from).transpose()
}

/// Everything that was set for a system after that one, the last first, at most `size`.
pub(in crate::protection) async fn methods(
    on: &impl Reading,
    system: SystemId,
    after: Option<MethodsId>,
    size: usize,
) -> Result<Vec<Methods>, DbError> {
    let find = Entity::find().filter(Column::System.eq(system));
    let rows = newest(on, find, Column::Id, after, size).await?;
    rows.into_iter().map(Methods::try_from).collect()
}

/// Records what is in force from a day on; whatever was set from that day on or later is superseded.
pub(in crate::protection) async fn set(tx: &Tx, _: &Permit, one: &Methods) -> Result<(), DbError> {
    Entity::update_many()
        .col_expr(Column::SupersededAt, Expr::value(tx.cx().known_from()))
        .filter(Column::System.eq(one.system))
        .filter(Column::SupersededAt.is_null())
        .filter(Column::ValidFrom.gte(one.from))
        .exec(&tx.conn())
        .await?;
    let row = ActiveModel {
        id: Set(one.id),
        system: Set(one.system),
        text: Set(one.text.clone()),
        valid_from: Set(one.from),
        set_by: Set(to_json(&one.set)?),
        recorded_at: Set(one.recorded_at),
        superseded_at: Set(None),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}
