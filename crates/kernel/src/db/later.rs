//! What an act writes and does not look at again, sent together.
//!
//! On SQLite each statement goes to the connection's thread and back, while every other act waits. Several go in one text,
//! so that an act goes that way a few times, however much it writes.

use std::borrow::Borrow;
use std::sync::{Mutex, MutexGuard, PoisonError};

use sea_orm::{ConnectionTrait as _, DatabaseTransaction, DbBackend, DbErr, Statement, Values};

/// The statements of an act that wait, in their order.
#[derive(Debug, Default)]
pub(super) struct Later {
    waiting: Mutex<Vec<Statement>>,
    /// Whether some that were sent did not come to their end: the act cannot go on then.
    amid: tokio::sync::Mutex<bool>,
}

impl Later {
    pub(super) fn put(&self, statement: Statement) {
        self.waiting().push(statement);
    }

    /// Sends what waits, so that what comes next finds it done.
    pub(super) async fn send(&self, tx: &DatabaseTransaction) -> Result<(), DbErr> {
        let mut amid = self.amid.lock().await;
        if *amid {
            let failed = "what the act wrote before was not written";
            return Err(DbErr::Custom(failed.to_owned()));
        }
        let waiting = std::mem::take(&mut *self.waiting());
        if waiting.is_empty() {
            return Ok(());
        }
        *amid = true;
        if tx.get_database_backend() == DbBackend::Sqlite {
            tx.execute_raw(joined(&waiting)).await?;
        } else {
            for statement in waiting {
                tx.execute_raw(statement).await?;
            }
        }
        *amid = false;
        Ok(())
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<Statement>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// All of them in one text: each takes its values from where the one before it left off.
pub(super) fn joined(statements: &[impl Borrow<Statement>]) -> Statement {
    let statements = || statements.iter().map(Borrow::borrow);
    let texts: Vec<&str> = statements().map(|one| &*one.sql).collect();
    let values = statements().filter_map(|one| one.values.as_ref());
    let values = values.flat_map(|Values(values)| values).cloned();
    Statement::from_sql_and_values(DbBackend::Sqlite, texts.join("; "), values)
}
