//! The table `sign_in_budgets`, and what else is forgotten after a day.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QuerySelect as _,
};
use time::Duration;
use yakusho_kernel::{DbError, Reading as _, Timestamp, Tx};

use super::sign_ins::challenge;
use crate::session::lockout::{Budget, Key, Limit};

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_budgets")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: Vec<u8>,
        pub failures: i32,
        pub counted_from: Timestamp,
        pub held_until: Option<Timestamp>,
        pub holds: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl From<&row::Model> for Budget {
    fn from(row: &row::Model) -> Self {
        Self {
            failures: row.failures,
            counted_from: row.counted_from,
            held_until: row.held_until,
            holds: row.holds,
        }
    }
}

/// Counts a try for each of the keys; says until when it is held off, if it is, and then counts for nobody.
pub(crate) async fn reserve(
    tx: &Tx,
    budgets: &[(Key, Limit)],
) -> Result<Option<Timestamp>, DbError> {
    let now = tx.cx().now();
    let mut counted = Vec::with_capacity(budgets.len());
    let mut held: Option<Timestamp> = None;
    for (key, limit) in budgets {
        let row = locked(tx, key).await?;
        let taken = Budget::from(&row).taken(*limit, now);
        held = held.max(taken.held(now));
        counted.push((row, taken));
    }
    for (row, taken) in counted {
        // Where one is held off, only the beginning of that is written.
        if held.is_none() || taken.held(now).is_some() {
            write(tx, row, taken).await?;
        }
    }
    Ok(held)
}

/// Gives tries back that were right.
pub(crate) async fn give_back(
    tx: &Tx,
    budgets: &[(Key, Limit)],
    tries: i32,
) -> Result<(), DbError> {
    for (key, _) in budgets {
        let row = locked(tx, key).await?;
        let back = Budget::from(&row).given_back(tries);
        write(tx, row, back).await?;
    }
    Ok(())
}

/// Removes what no longer counts: it was never of use to anybody after a day or two.
pub(in crate::session) async fn sweep(tx: &Tx) -> Result<u64, DbError> {
    let past = tx.cx().now().plus(-Duration::days(2));
    let over = Condition::any()
        .add(row::Column::HeldUntil.is_null())
        .add(row::Column::HeldUntil.lt(past));
    let budgets = row::Entity::delete_many()
        .filter(row::Column::CountedFrom.lt(past))
        .filter(over)
        .exec(&tx.conn())
        .await?;
    let challenges = challenge::Entity::delete_many()
        .filter(challenge::Column::MadeAt.lt(past))
        .exec(&tx.conn())
        .await?;
    Ok(budgets.rows_affected + challenges.rows_affected)
}

/// The row of a key, made if it is not there, kept from others until the act ends.
async fn locked(tx: &Tx, key: &Key) -> Result<row::Model, DbError> {
    let fresh = Budget::fresh(tx.cx().now());
    let model = row::Model {
        key: key.0.clone(),
        failures: fresh.failures,
        counted_from: fresh.counted_from,
        held_until: fresh.held_until,
        holds: fresh.holds,
    };
    let once = OnConflict::column(row::Column::Key).do_nothing().to_owned();
    row::Entity::insert(model.clone().into_active_model())
        .on_conflict(once)
        .exec_without_returning(&tx.conn())
        .await?;
    let row = row::Entity::find_by_id(key.0.clone())
        .lock_exclusive()
        .one(&tx.conn())
        .await?;
    Ok(row.unwrap_or(model))
}

async fn write(tx: &Tx, row: row::Model, budget: Budget) -> Result<(), DbError> {
    let mut changed = row.into_active_model();
    changed.failures = Set(budget.failures);
    changed.counted_from = Set(budget.counted_from);
    changed.held_until = Set(budget.held_until);
    changed.holds = Set(budget.holds);
    changed.update(&tx.conn()).await?;
    Ok(())
}
