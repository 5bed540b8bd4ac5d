//! Acts on SQLite that wait for the one writing connection share a commit.
//!
//! Each act is a savepoint in an outer transaction. An act that ends while others wait leaves the outer
//! transaction open for the next one and waits for the commit, which makes them all durable with one
//! `fsync`. One that fails, panics or is dropped rolls back to its savepoint alone.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, RuntimeErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use super::DbError;

/// A batch older than this takes no further act.
const LONGEST: Duration = Duration::from_millis(4);

/// The most acts in one commit.
const MOST: usize = 64;

/// The one writing connection, and the batch that is open on it.
#[derive(Clone, Debug)]
pub(crate) struct Batches {
    connection: DatabaseConnection,
    slot: Arc<Mutex<Option<Batch>>>,
    queued: Arc<AtomicUsize>,
}

#[derive(Debug)]
struct Batch {
    outer: DatabaseTransaction,
    opened: Instant,
    acts: Vec<oneshot::Sender<Result<(), Arc<DbErr>>>>,
}

type Slot = OwnedMutexGuard<Option<Batch>>;

impl Batches {
    pub(crate) fn new(connection: DatabaseConnection) -> Self {
        Self {
            connection,
            slot: Arc::default(),
            queued: Arc::default(),
        }
    }

    pub(crate) const fn connection(&self) -> &DatabaseConnection {
        &self.connection
    }

    pub(crate) async fn close(self) -> Result<(), DbErr> {
        settle(self.slot.clone().lock_owned().await).await;
        self.connection.close().await
    }

    /// Waits for the connection and opens a savepoint for one act.
    pub(crate) async fn begin(&self) -> Result<SharedTx, DbErr> {
        let place = Place::taken(self);
        let mut slot = self.slot.clone().lock_owned().await;
        place.reached();
        let savepoint = match open(&mut slot, &self.connection).await {
            Ok(savepoint) => savepoint,
            Err(error) => {
                settle(slot).await;
                return Err(error);
            }
        };
        Ok(SharedTx {
            open: Some(Open {
                slot,
                savepoint,
                batches: self.clone(),
            }),
        })
    }

    /// Whether the next act may still join the batch, so that its commit can wait.
    fn can_wait(&self, batch: &Batch) -> bool {
        self.queued.load(Ordering::SeqCst) > 0
            && batch.acts.len() < MOST
            && batch.opened.elapsed() < LONGEST
    }
}

/// Opens the outer transaction where none is open, and a savepoint in it.
async fn open(
    slot: &mut Slot,
    connection: &DatabaseConnection,
) -> Result<DatabaseTransaction, DbErr> {
    if slot.is_none() {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let outer = connection.begin_with_options(options).await?;
        **slot = Some(Batch {
            outer,
            opened: Instant::now(),
            acts: Vec::new(),
        });
    }
    match slot.as_ref() {
        Some(batch) => batch.outer.begin().await,
        None => Err(DbErr::Conn(RuntimeErr::Internal("no batch is open".into()))),
    }
}

/// Commits what the open batch holds and tells every act in it.
async fn settle(mut slot: Slot) {
    let Some(Batch { outer, acts, .. }) = slot.take() else {
        return;
    };
    let result = if acts.is_empty() {
        outer.rollback().await
    } else {
        outer.commit().await
    };
    let result = result.map_err(Arc::new);
    if let Err(error) = &result {
        tracing::error!(%error, acts = acts.len(), "the shared commit failed");
    }
    for act in acts {
        // An act that is no longer waiting was dropped by its caller; its change stands all the same.
        let _ = act.send(result.clone());
    }
}

/// A place in the queue for the connection. Whoever leaves it without having reached the connection may
/// have been the one for whom an open batch waits, so the batch is then settled.
struct Place<'a> {
    batches: &'a Batches,
    reached: bool,
}

impl<'a> Place<'a> {
    fn taken(batches: &'a Batches) -> Self {
        batches.queued.fetch_add(1, Ordering::SeqCst);
        Self {
            batches,
            reached: false,
        }
    }

    fn reached(mut self) {
        self.reached = true;
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.batches.queued.fetch_sub(1, Ordering::SeqCst);
        if self.reached {
            return;
        }
        let slot = Arc::clone(&self.batches.slot);
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { settle(slot.lock_owned().await).await });
        }
    }
}

/// One act's savepoint, with the connection held for it.
#[derive(Debug)]
pub(crate) struct SharedTx {
    open: Option<Open>,
}

#[derive(Debug)]
struct Open {
    slot: Slot,
    savepoint: DatabaseTransaction,
    batches: Batches,
}

impl SharedTx {
    pub(crate) fn savepoint(&self) -> Option<&DatabaseTransaction> {
        self.open.as_ref().map(|open| &open.savepoint)
    }

    /// Ends the act and waits until it is durable.
    ///
    /// The work runs in a task of its own: a caller that goes away meanwhile must not stop a commit that
    /// others wait for.
    pub(crate) async fn commit(mut self) -> Result<(), DbError> {
        let Some(open) = self.open.take() else {
            return Err(DbError::Unavailable(interrupted()));
        };
        let (done, durable) = oneshot::channel();
        tokio::spawn(open.commit(done));
        match durable.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(DbError::Unavailable(DbErr::Custom(error.to_string()))),
            Err(_) => Err(DbError::Unavailable(interrupted())),
        }
    }
}

fn interrupted() -> DbErr {
    DbErr::Custom("the shared commit was interrupted".into())
}

impl Open {
    async fn commit(self, done: oneshot::Sender<Result<(), Arc<DbErr>>>) {
        let Self {
            mut slot,
            savepoint,
            batches,
        } = self;
        if let Err(error) = savepoint.commit().await {
            let _ = done.send(Err(Arc::new(error)));
        } else if let Some(batch) = slot.as_mut() {
            batch.acts.push(done);
        }
        leave(slot, &batches).await;
    }

    async fn rollback(self) {
        let Self {
            slot,
            savepoint,
            batches,
        } = self;
        if let Err(error) = savepoint.rollback().await {
            tracing::error!(%error, "rolling an act back failed");
        }
        leave(slot, &batches).await;
    }
}

/// Gives the connection to the next act, or settles the batch.
async fn leave(slot: Slot, batches: &Batches) {
    let wait = slot.as_ref().is_some_and(|batch| batches.can_wait(batch));
    if !wait {
        settle(slot).await;
    }
}

impl Drop for SharedTx {
    fn drop(&mut self) {
        let Some(open) = self.open.take() else { return };
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(open.rollback());
        }
    }
}
