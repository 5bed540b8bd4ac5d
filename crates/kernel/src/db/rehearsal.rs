//! Acts that are taken back together: each is a savepoint in one transaction that is never committed.

use std::sync::Arc;

use sea_orm::{DatabaseConnection, DatabaseTransaction, DbErr, TransactionTrait};
use tokio::sync::{Mutex, OwnedMutexGuard};

/// The transaction that holds the whole rehearsal. Dropping the last clone rolls it back.
#[derive(Clone, Debug)]
pub(crate) struct Rehearsal {
    pub(super) pool: DatabaseConnection,
    whole: Arc<Mutex<DatabaseTransaction>>,
}

impl Rehearsal {
    pub(crate) async fn begin(pool: &DatabaseConnection) -> Result<Self, DbErr> {
        Ok(Self {
            pool: pool.clone(),
            whole: Arc::new(Mutex::new(pool.begin().await?)),
        })
    }

    /// Opens a savepoint for one act; the others wait.
    pub(crate) async fn act(&self) -> Result<RehearsedTx, DbErr> {
        let held = Arc::clone(&self.whole).lock_owned().await;
        let savepoint = held.begin().await?;
        Ok(RehearsedTx {
            savepoint,
            _held: held,
        })
    }
}

/// One rehearsed act. The savepoint stands first, so that it is rolled back before the next act begins.
#[derive(Debug)]
pub(crate) struct RehearsedTx {
    pub(crate) savepoint: DatabaseTransaction,
    _held: OwnedMutexGuard<DatabaseTransaction>,
}
