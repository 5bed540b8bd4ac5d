//! The tables `second_factors` and `recovery_codes`.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, ExprTrait as _, PaginatorTrait as _, QueryFilter as _,
};
use yakusho_kernel::{DbError, KeyError, Keys, Permit, Reading, Timestamp, Tx};
use zeroize::Zeroizing;

use super::model::RecoveryCode;
use crate::account::AccountId;

pub(crate) mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    use crate::account::AccountId;

    #[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "second_factors")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account: AccountId,
        pub secret: Vec<u8>,
        pub made_at: Timestamp,
        pub confirmed_at: Option<Timestamp>,
        pub last_step: i64,
    }

    impl std::fmt::Debug for Model {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("second_factors").finish_non_exhaustive()
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod recovery {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    use crate::account::AccountId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "recovery_codes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account: AccountId,
        pub digest: Vec<u8>,
        pub used_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A second factor as it is stored.
pub(crate) struct Factor {
    account: AccountId,
    sealed: Vec<u8>,
    pub(crate) confirmed_at: Option<Timestamp>,
    pub(crate) last_step: i64,
}

impl Factor {
    /// What the owner's app knows too.
    pub(super) fn secret(&self, keys: &Keys) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        keys.open(&self.sealed, &self.account)
    }
}

/// The second factor of an account, confirmed or not.
pub(super) async fn get(on: &impl Reading, account: AccountId) -> Result<Option<Factor>, DbError> {
    let row = row::Entity::find_by_id(account).one(&on.conn()).await?;
    Ok(row.map(|row| Factor {
        account,
        sealed: row.secret,
        confirmed_at: row.confirmed_at,
        last_step: row.last_step,
    }))
}

/// The second factor of an account, if it is in force.
pub(crate) async fn in_force(
    on: &impl Reading,
    account: AccountId,
) -> Result<Option<Factor>, DbError> {
    let factor = get(on, account).await?;
    Ok(factor.filter(|factor| factor.confirmed_at.is_some()))
}

/// How many recovery codes are left.
pub(super) async fn codes_left(on: &impl Reading, account: AccountId) -> Result<u64, DbError> {
    Ok(recovery::Entity::find()
        .filter(recovery::Column::Account.eq(account))
        .filter(recovery::Column::UsedAt.is_null())
        .count(&on.conn())
        .await?)
}

/// Keeps a secret that is not confirmed yet, in place of one that never was.
pub(super) async fn begin(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    sealed: Vec<u8>,
) -> Result<(), DbError> {
    let fresh = row::ActiveModel {
        account: Set(account),
        secret: Set(sealed),
        made_at: Set(tx.cx().now()),
        confirmed_at: Set(None),
        last_step: Set(0),
    };
    let replace = OnConflict::column(row::Column::Account)
        .update_columns([row::Column::Secret, row::Column::MadeAt])
        .action_and_where(Expr::col((row::Entity, row::Column::ConfirmedAt)).is_null())
        .to_owned();
    row::Entity::insert(fresh)
        .on_conflict(replace)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Puts a second factor in force; false if it is already.
pub(super) async fn confirm(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    step: i64,
) -> Result<bool, DbError> {
    let done = row::Entity::update_many()
        .col_expr(row::Column::ConfirmedAt, Expr::value(tx.cx().now()))
        .col_expr(row::Column::LastStep, Expr::value(step))
        .filter(row::Column::Account.eq(account))
        .filter(row::Column::ConfirmedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Uses a code by time up, and keeps the secret as it was sealed anew; false if the code, or a later one, was used before.
pub(crate) async fn use_step(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    step: i64,
    sealed: Vec<u8>,
) -> Result<bool, DbError> {
    let done = row::Entity::update_many()
        .col_expr(row::Column::LastStep, Expr::value(step))
        .col_expr(row::Column::Secret, Expr::value(sealed))
        .filter(row::Column::Account.eq(account))
        .filter(row::Column::ConfirmedAt.is_not_null())
        .filter(row::Column::LastStep.lt(step))
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Uses a recovery code up; false if it is none of the account's, or was used before.
pub(crate) async fn use_recovery_code(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    code: &RecoveryCode,
) -> Result<bool, DbError> {
    let done = recovery::Entity::update_many()
        .col_expr(recovery::Column::UsedAt, Expr::value(tx.cx().now()))
        .filter(recovery::Column::Account.eq(account))
        .filter(recovery::Column::Digest.eq(code.digest()))
        .filter(recovery::Column::UsedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Puts new recovery codes in the place of the former ones.
pub(super) async fn set_recovery_codes(
    tx: &Tx,
    permit: &Permit,
    account: AccountId,
    codes: &[RecoveryCode],
) -> Result<(), DbError> {
    forget_recovery_codes(tx, permit, account).await?;
    let rows = codes.iter().map(|code| recovery::ActiveModel {
        id: Set(tx.cx().env().rng().uuid(tx.cx().now())),
        account: Set(account),
        digest: Set(code.digest()),
        used_at: Set(None),
    });
    recovery::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Takes the app's secret away; false if there is none.
pub(super) async fn remove(tx: &Tx, _: &Permit, account: AccountId) -> Result<bool, DbError> {
    let done = row::Entity::delete_by_id(account).exec(&tx.conn()).await?;
    Ok(done.rows_affected == 1)
}

/// Secrets have no history: what is used no longer is worth keeping to nobody but a thief.
pub(super) async fn forget_recovery_codes(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
) -> Result<(), DbError> {
    recovery::Entity::delete_many()
        .filter(recovery::Column::Account.eq(account))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
