//! Table `compliance_rule_states`: how it stood with what was owed on each day, by rule.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use time::Date;
use yakusho_kernel::{DbError, Permit, Reading, Tally, Tx};
use yakusho_regulation::Rule;

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_rule_states")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: time::Date,
        #[sea_orm(primary_key, auto_increment = false)]
        pub rule: String,
        pub open: i64,
        pub overdue: i64,
        pub next: Option<time::Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

/// What stands in place of a rule: that the day was recorded, even where nothing was owed.
const RECORDED: &str = "";

/// Records how it stands on a day; what was recorded of it before stays.
pub(in crate::duty) async fn record(
    tx: &Tx,
    _: &Permit,
    day: Date,
    tallies: &[Tally],
) -> Result<(), DbError> {
    let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let row = |rule: &str, open, overdue, next| row::ActiveModel {
        day: Set(day),
        rule: Set(rule.to_owned()),
        open: Set(count(open)),
        overdue: Set(count(overdue)),
        next: Set(next),
    };
    let recorded = row(RECORDED, 0, 0, None);
    let each = tallies
        .iter()
        .map(|one| row(one.rule.id(), one.open, one.overdue, one.next));
    let once = OnConflict::columns([Column::Day, Column::Rule])
        .do_nothing()
        .to_owned();
    Entity::insert_many(std::iter::once(recorded).chain(each))
        .on_conflict(once)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// What was recorded of a day; none where nothing was.
pub(in crate::duty) async fn states(
    on: &impl Reading,
    day: Date,
) -> Result<Option<Vec<Tally>>, DbError> {
    let rows = Entity::find()
        .filter(Column::Day.eq(day))
        .all(&on.conn())
        .await?;
    if rows.is_empty() {
        return Ok(None);
    }
    let tallies = rows.into_iter().filter_map(|row| {
        Some(Tally {
            rule: Rule::from_id(&row.rule)?,
            open: row.open.unsigned_abs(),
            overdue: row.overdue.unsigned_abs(),
            next: row.next,
        })
    });
    Ok(Some(tallies.collect()))
}
