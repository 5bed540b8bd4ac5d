//! Table `compliance_data_uses`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, ExprTrait as _, QueryOrder, QuerySelect, QueryTrait as _};
use time::Date;
use yakusho_kernel::{DbError, Permit, Reading, Tx, UnitId};

use super::model::{Approval, DataUseId};
use crate::ids::DataSetId;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::UnitId;

    use super::super::model::DataUseId;
    use crate::ids::DataSetId;
    use crate::procedure::CaseId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_data_uses")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DataUseId,
        pub of_case: CaseId,
        pub section: UnitId,
        pub data_set: DataSetId,
        pub purpose: String,
        /// The first day.
        pub valid_from: time::Date,
        /// The day after the last.
        pub valid_until: time::Date,
        pub granted_on: time::Date,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

impl From<row::Model> for Approval {
    fn from(row: row::Model) -> Self {
        let last = row.valid_until.previous_day().unwrap_or(Date::MIN);
        Self {
            id: row.id,
            case: row.of_case,
            section: row.section,
            data: row.data_set,
            purpose: row.purpose,
            days: (row.valid_from, last),
            granted_on: row.granted_on,
        }
    }
}

pub(super) fn insert(tx: &Tx, _: &Permit, one: &Approval) {
    let row = row::ActiveModel {
        id: Set(one.id),
        of_case: Set(one.case),
        section: Set(one.section),
        data_set: Set(one.data),
        purpose: Set(one.purpose.clone()),
        valid_from: Set(one.days.0),
        valid_until: Set(one.days.1.next_day().unwrap_or(Date::MAX)),
        granted_on: Set(one.granted_on),
    };
    tx.later(Entity::insert(row).as_query());
}

/// The approvals that a section has for data on that day, the longest first.
pub(super) async fn held(
    on: &impl Reading,
    section: UnitId,
    data: DataSetId,
    day: Date,
) -> Result<Vec<Approval>, DbError> {
    let rows = Entity::find()
        .filter(Column::Section.eq(section))
        .filter(Column::DataSet.eq(data))
        .filter(Column::ValidFrom.lte(day))
        .filter(Column::ValidUntil.gt(day))
        .order_by_desc(Column::ValidUntil)
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().map(Approval::from).collect())
}

/// The approvals of a section after a place among them, the latest end first, at most `size`.
pub(super) async fn of_section(
    on: &impl Reading,
    section: UnitId,
    after: Option<(i32, DataUseId)>,
    size: usize,
) -> Result<Vec<Approval>, DbError> {
    let mut find = Entity::find().filter(Column::Section.eq(section));
    if let Some((last, id)) = after {
        let until = Date::from_julian_day(last)
            .ok()
            .and_then(Date::next_day)
            .unwrap_or(Date::MIN);
        let same = Column::ValidUntil.eq(until).and(Column::Id.lt(id));
        find = find.filter(Condition::any().add(Column::ValidUntil.lt(until)).add(same));
    }
    let rows = find
        .order_by_desc(Column::ValidUntil)
        .order_by_desc(Column::Id)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    Ok(rows.into_iter().map(Approval::from).collect())
}
