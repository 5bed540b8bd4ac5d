//! Table `compliance_divisions`: rows are added, and never changed.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, QueryTrait as _};
use time::Date;
use yakusho_kernel::stored::{from_json, known, newest, to_json};
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use super::model::{Division, DivisionId, DivisionKind};
use crate::ids::SystemId;

mod row {
    use sea_orm::entity::prelude::*;

    use crate::division::DivisionId;
    use crate::ids::SystemId;
    use crate::procedure::CaseId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_divisions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DivisionId,
        pub of_case: CaseId,
        pub system: SystemId,
        pub kind: String,
        pub valid_from: time::Date,
        pub parts: Json,
        pub text: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{ActiveModel, Column, Entity, Model};

impl TryFrom<Model> for Division {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            case: row.of_case,
            system: row.system,
            kind: known(&row.kind, DivisionKind::from_code)?,
            from: row.valid_from,
            parts: from_json(row.parts)?,
            text: row.text,
        })
    }
}

pub(super) fn insert(tx: &Tx, _: &Permit, one: &Division) -> Result<(), DbError> {
    let row = ActiveModel {
        id: Set(one.id),
        of_case: Set(one.case),
        system: Set(one.system),
        kind: Set(one.kind.code().to_owned()),
        valid_from: Set(one.from),
        parts: Set(to_json(&one.parts)?),
        text: Set(one.text.clone()),
    };
    tx.later(Entity::insert(row).as_query());
    Ok(())
}

/// The one of a system that is in force on that day: of two from the same day the later one.
pub(super) async fn on(
    on: &impl Reading,
    system: SystemId,
    kind: DivisionKind,
    day: Date,
) -> Result<Option<Division>, DbError> {
    let row = Entity::find()
        .filter(Column::System.eq(system))
        .filter(Column::Kind.eq(kind.code()))
        .filter(Column::ValidFrom.lte(day))
        .order_by_desc(Column::ValidFrom)
        .order_by_desc(Column::Id)
        .limit(1)
        .one(&on.conn())
        .await?;
    row.map(Division::try_from).transpose()
}

/// Those of a system after that one, the last granted first, at most `size`.
pub(super) async fn of_system(
    on: &impl Reading,
    system: SystemId,
    after: Option<DivisionId>,
    size: usize,
) -> Result<Vec<Division>, DbError> {
    let find = Entity::find().filter(Column::System.eq(system));
    let rows = newest(on, find, Column::Id, after, size).await?;
    rows.into_iter().map(Division::try_from).collect()
}
