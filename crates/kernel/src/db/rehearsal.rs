//! Acts that are taken back together: each is a savepoint in one transaction that is never committed.

use std::sync::Arc;

use sea_orm::{DatabaseConnection, DatabaseTransaction, DbErr, TransactionTrait};
use tokio::sync::{Mutex, OwnedMutexGuard};

/// The transaction that holds the whole rehearsal. Dropping the last clone rolls it back.
#[derive(Clone, Debug)]
pub(crate) struct Rehearsal(Arc<Mutex<DatabaseTransaction>>);

impl Rehearsal {
    pub(crate) async fn begin(connection: &DatabaseConnection) -> Result<Self, DbErr> {
        Ok(Self(Arc::new(Mutex::new(connection.begin().await?))))
    }

    /// Opens a savepoint for one act; the others wait.
    pub(crate) async fn act(&self) -> Result<RehearsedTx, DbErr> {
        let held = Arc::clone(&self.0).lock_owned().await;
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
