//! The table `suspensions`.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use yakusho_kernel::stored::newest;
use yakusho_kernel::{DbError, Permit, Reading, Tx};

use super::model::{Breach, Lifting, Suspension, SuspensionId};
use crate::account::{AccountId, known};

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp};

    use super::SuspensionId;
    use crate::account::AccountId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "suspensions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SuspensionId,
        pub account: AccountId,
        pub breach: String,
        pub clause: Option<String>,
        pub citation: String,
        pub reason: String,
        pub suspended_at: Timestamp,
        pub suspended_by: PersonId,
        pub lifted_at: Option<Timestamp>,
        pub lifted_by: Option<PersonId>,
        pub lift_reason: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{Column, Entity};

impl TryFrom<row::Model> for Suspension {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        let lifting = match (row.lifted_at, row.lifted_by) {
            (Some(at), Some(by)) => Some(Lifting {
                at,
                by,
                reason: row.lift_reason.unwrap_or_default(),
            }),
            _ => None,
        };
        Ok(Self {
            id: row.id,
            account: row.account,
            breach: known("breach", Breach::from_code(&row.breach))?,
            clause: row.clause,
            citation: row.citation,
            reason: row.reason,
            at: row.suspended_at,
            by: row.suspended_by,
            lifting,
        })
    }
}

/// The suspension of an account that was not lifted.
pub(crate) async fn current(
    on: &impl Reading,
    account: AccountId,
) -> Result<Option<Suspension>, DbError> {
    let row = Entity::find()
        .filter(Column::Account.eq(account))
        .filter(Column::LiftedAt.is_null())
        .order_by_desc(Column::Id)
        .one(&on.conn())
        .await?;
    row.map(Suspension::try_from).transpose()
}

/// Suspensions, the newest first: of one account, or of all.
pub(super) async fn list(
    on: &impl Reading,
    account: Option<AccountId>,
    after: Option<SuspensionId>,
    limit: usize,
) -> Result<Vec<Suspension>, DbError> {
    let mut find = Entity::find();
    if let Some(account) = account {
        find = find.filter(Column::Account.eq(account));
    }
    let rows = newest(on, find, Column::Id, after, limit).await?;
    rows.into_iter().map(Suspension::try_from).collect()
}

/// Records a suspension.
pub(super) async fn insert(tx: &Tx, _: &Permit, suspension: &Suspension) -> Result<(), DbError> {
    let row = row::ActiveModel {
        id: Set(suspension.id),
        account: Set(suspension.account),
        breach: Set(suspension.breach.code().to_owned()),
        clause: Set(suspension.clause.clone()),
        citation: Set(suspension.citation.clone()),
        reason: Set(suspension.reason.clone()),
        suspended_at: Set(suspension.at),
        suspended_by: Set(suspension.by),
        lifted_at: Set(None),
        lifted_by: Set(None),
        lift_reason: Set(None),
    };
    Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Records that a suspension was lifted; false if it was before.
pub(super) async fn lift(
    tx: &Tx,
    _: &Permit,
    id: SuspensionId,
    lifting: &Lifting,
) -> Result<bool, DbError> {
    let done = Entity::update_many()
        .col_expr(Column::LiftedAt, Expr::value(lifting.at))
        .col_expr(Column::LiftedBy, Expr::value(lifting.by))
        .col_expr(Column::LiftReason, Expr::value(lifting.reason.clone()))
        .filter(Column::Id.eq(id))
        .filter(Column::LiftedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}
