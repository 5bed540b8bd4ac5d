//! Table `compliance_data_uses`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{Condition, ExprTrait as _, QueryOrder, QuerySelect, QueryTrait as _};
use time::Date;
use yakusho_kernel::{DbError, Permit, Reading, Tx, UnitId};

use super::model::{Approval, DataUseId};
use crate::ids::DataSetId;
use crate::inventory;

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
pub(crate) async fn held(
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

/// Whether a section has an approval for data that is not over on that day: one that begins later counts.
pub(crate) async fn is_approved(
    on: &impl Reading,
    section: UnitId,
    data: DataSetId,
    day: Date,
) -> Result<bool, DbError> {
    let found = Entity::find()
        .filter(Column::Section.eq(section))
        .filter(Column::DataSet.eq(data))
        .filter(Column::ValidUntil.gt(day))
        .limit(1)
        .one(&on.conn())
        .await?;
    Ok(found.is_some())
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

/// An approval that ends, and what its data are called.
pub(super) type Ending = (Approval, String);

/// That nothing of the kind is approved for longer.
fn last_of_its_kind() -> Condition {
    let of = |table: &'static str, column: Column| Expr::col((table, column));
    let longer = Query::select()
        .expr(Expr::val(1))
        .from_as(Entity, "later")
        .and_where(of("later", Column::Section).eq(Expr::col((Entity, Column::Section))))
        .and_where(of("later", Column::DataSet).eq(Expr::col((Entity, Column::DataSet))))
        .and_where(of("later", Column::Purpose).eq(Expr::col((Entity, Column::Purpose))))
        .and_where(of("later", Column::ValidUntil).gt(Expr::col((Entity, Column::ValidUntil))))
        .take();
    Condition::all().add(Expr::exists(longer).not())
}

/// Approvals that hold or will and that none follows, of these sections or of all, by the day after their last, after a
/// place; at most `size`.
pub(super) async fn ending(
    on: &impl Reading,
    sections: Option<&[UnitId]>,
    (from, until): (Date, Option<Date>),
    after: Option<(Date, DataUseId)>,
    size: usize,
) -> Result<Vec<Ending>, DbError> {
    let mut find = Entity::find()
        .filter(Column::ValidUntil.gt(from))
        .filter(last_of_its_kind());
    if let Some(sections) = sections {
        find = find.filter(Column::Section.is_in(sections.iter().copied()));
    }
    if let Some(until) = until {
        find = find.filter(Column::ValidUntil.lte(until));
    }
    if let Some((day, id)) = after {
        let same = Column::ValidUntil.eq(day).and(Column::Id.gt(id));
        find = find
            .filter(Column::ValidUntil.gte(day))
            .filter(Column::ValidUntil.gt(day).or(same));
    }
    let rows = find
        .order_by_asc(Column::ValidUntil)
        .order_by_asc(Column::Id)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    let ids = rows.iter().map(|row| row.data_set);
    let names = inventory::store::data_set_names(on, ids).await?;
    let named = rows.into_iter().map(|row| {
        let name = names.get(&row.data_set).cloned().unwrap_or_default();
        (Approval::from(row), name)
    });
    Ok(named.collect())
}

/// How many there are of them, and the day after the last of the first.
pub(super) async fn count_ending(
    on: &impl Reading,
    from: Date,
) -> Result<(u64, Option<Date>), DbError> {
    let found: Option<(i64, Option<Date>)> = Entity::find()
        .select_only()
        .column_as(Column::Id.count(), "open")
        .column_as(Column::ValidUntil.min(), "next")
        .filter(Column::ValidUntil.gt(from))
        .filter(last_of_its_kind())
        .into_tuple()
        .one(&on.conn())
        .await?;
    let (open, next) = found.unwrap_or_default();
    Ok((open.unsigned_abs(), next))
}
