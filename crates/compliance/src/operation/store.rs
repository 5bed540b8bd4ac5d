//! Table `compliance_operation_checks`: written once, and never changed.

use sea_orm::ActiveValue::Set;
use sea_orm::QueryTrait as _;
use sea_orm::entity::prelude::*;
use yakusho_kernel::stored::{from_json, known, newest, to_json};
use yakusho_kernel::{DbError, Permit, Reading, Tx, UnitId};

use super::model::{CheckId, Outcome, Recorded};
use crate::asset::policy::Scope;
use crate::ids::AssetId;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use super::CheckId;
    use crate::ids::{AssetId, DataSetId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_operation_checks")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CheckId,
        pub at: Timestamp,
        pub person: PersonId,
        pub asset: AssetId,
        pub section: UnitId,
        pub business: String,
        pub data_set: Option<DataSetId>,
        pub asked_by: Option<PersonId>,
        pub answer: String,
        pub rule: Option<String>,
        pub citation: Option<String>,
        pub grounds: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

impl TryFrom<row::Model> for Recorded {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            at: row.at,
            person: row.person,
            asset: row.asset,
            business: row.business,
            data: row.data_set,
            asked_by: row.asked_by,
            outcome: known(&row.answer, Outcome::from_code)?,
            rule: row.rule,
            citation: row.citation,
            grounds: from_json(row.grounds)?,
        })
    }
}

pub(super) fn insert(tx: &Tx, _: &Permit, one: &Recorded, section: UnitId) -> Result<(), DbError> {
    let row = row::ActiveModel {
        id: Set(one.id),
        at: Set(one.at),
        person: Set(one.person),
        asset: Set(one.asset),
        section: Set(section),
        business: Set(one.business.clone()),
        data_set: Set(one.data),
        asked_by: Set(one.asked_by),
        answer: Set(one.outcome.code().to_owned()),
        rule: Set(one.rule.clone()),
        citation: Set(one.citation.clone()),
        grounds: Set(to_json(&one.grounds)?),
    };
    tx.later(Entity::insert(row).as_query());
    Ok(())
}

/// Answers, the last first, at most `size`.
pub(super) async fn list(
    on: &impl Reading,
    scope: &Scope,
    of: Option<AssetId>,
    after: Option<CheckId>,
    size: usize,
) -> Result<Vec<Recorded>, DbError> {
    let mut find = Entity::find();
    if !scope.all() {
        find = find.filter(Column::Section.is_in(scope.units().iter().copied()));
    }
    if let Some(of) = of {
        find = find.filter(Column::Asset.eq(of));
    }
    let rows = newest(on, find, Column::Id, after, size).await?;
    rows.into_iter().map(Recorded::try_from).collect()
}
