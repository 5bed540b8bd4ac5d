//! Tables `compliance_terminal_permits` and `compliance_terminal_rules`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryOrder, QuerySelect};
use time::Date;
use time::macros::date;
use yakusho_accounts::ledger::Days;
use yakusho_kernel::stored::known;
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use super::model::{Allowed, PermitId, RulesId, RulesVersion, TerminalPermit};
use crate::ids::AssetId;
use crate::text::folded;

/// Stands for "without end", so that a day is compared with one column.
const NEVER: Date = date!(9999 - 12 - 31);

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    use super::PermitId;
    use crate::ids::{AssetId, DataSetId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_terminal_permits")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub permit: PermitId,
        pub terminal: AssetId,
        pub data_set: Option<DataSetId>,
        pub business: Option<String>,
        pub business_key: Option<String>,
        pub valid_from: time::Date,
        /// The day after the last.
        pub valid_until: time::Date,
        pub recorded_at: Timestamp,
        pub superseded_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod rules {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use super::RulesId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "compliance_terminal_rules")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RulesId,
        pub version: i32,
        pub effective_on: time::Date,
        pub body: String,
        pub at: Timestamp,
        pub author: PersonId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

impl TryFrom<row::Model> for TerminalPermit {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        let days = if row.valid_until < NEVER {
            Days::between(row.valid_from, row.valid_until)
        } else {
            Some(Days::from(row.valid_from))
        };
        let allowed = match (row.data_set, row.business) {
            (Some(data), _) => Some(Allowed::Data(data)),
            (None, business) => business.map(Allowed::Business),
        };
        Ok(Self {
            id: row.permit,
            terminal: row.terminal,
            allowed: known("allowed", |_| allowed.clone())?,
            days: known("days", |_| days)?,
            recorded_at: row.recorded_at,
        })
    }
}

/// What stands of a terminal and is not over by that day.
pub(crate) async fn of_terminal(
    on: &impl Reading,
    terminal: AssetId,
    day: Date,
) -> Result<Vec<TerminalPermit>, DbError> {
    let rows = Entity::find()
        .filter(Column::Terminal.eq(terminal))
        .filter(Column::SupersededAt.is_null())
        .filter(Column::ValidUntil.gt(day))
        .order_by_asc(Column::ValidFrom)
        .order_by_asc(Column::Id)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(TerminalPermit::try_from).collect()
}

pub(super) async fn find(
    on: &impl Reading,
    id: PermitId,
) -> Result<Option<TerminalPermit>, DbError> {
    let row = Entity::find()
        .filter(Column::Permit.eq(id))
        .filter(Column::SupersededAt.is_null())
        .one(&on.conn())
        .await?;
    row.map(TerminalPermit::try_from).transpose()
}

pub(super) async fn insert(tx: &Tx, _: &Permit, one: &TerminalPermit) -> Result<(), DbError> {
    let (data, business) = match &one.allowed {
        Allowed::Data(data) => (Some(*data), None),
        Allowed::Business(words) => (None, Some(words.clone())),
    };
    let row = row::ActiveModel {
        id: Set(tx.cx().new_id::<PermitId>().into()),
        permit: Set(one.id),
        terminal: Set(one.terminal),
        data_set: Set(data),
        business_key: Set(business.as_deref().map(folded)),
        business: Set(business),
        valid_from: Set(one.days.first()),
        valid_until: Set(one.days.until().unwrap_or(NEVER)),
        recorded_at: Set(one.recorded_at),
        superseded_at: Set(None),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Has a permission stand no longer; false if it did not already.
pub(super) async fn supersede(tx: &Tx, _: &Permit, id: PermitId) -> Result<bool, DbError> {
    let done = Entity::update_many()
        .col_expr(Column::SupersededAt, Expr::value(tx.cx().known_from()))
        .filter(Column::Permit.eq(id))
        .filter(Column::SupersededAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// The number of the last version of the rules; 0 where there is none.
pub(super) async fn last_version(on: &impl Reading) -> Result<i32, DbError> {
    let last: Option<i32> = rules::Entity::find()
        .select_only()
        .column_as(rules::Column::Version.max(), "version")
        .into_tuple()
        .one(&on.conn())
        .await?
        .flatten();
    Ok(last.unwrap_or(0))
}

pub(super) async fn insert_rules(tx: &Tx, _: &Permit, one: &RulesVersion) -> Result<(), DbError> {
    let row = rules::ActiveModel {
        id: Set(one.id),
        version: Set(one.version),
        effective_on: Set(one.effective_on),
        body: Set(one.body.clone()),
        at: Set(one.at),
        author: Set(one.author),
    };
    rules::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Versions of the rules, the last first, at most `size`.
pub(super) async fn rules(
    on: &impl Reading,
    after: Option<i32>,
    size: usize,
) -> Result<Vec<RulesVersion>, DbError> {
    let mut find = rules::Entity::find();
    if let Some(after) = after {
        find = find.filter(rules::Column::Version.lt(after));
    }
    let rows = find
        .order_by_desc(rules::Column::Version)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    let versions = rows.into_iter().map(|row| RulesVersion {
        id: row.id,
        version: row.version,
        effective_on: row.effective_on,
        body: row.body,
        at: row.at,
        author: row.author,
    });
    Ok(versions.collect())
}
