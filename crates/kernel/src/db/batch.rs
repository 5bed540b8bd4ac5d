//! Acts on SQLite that wait for the one writing connection share a commit.
//!
//! Each act is a savepoint in an outer transaction. An act that ends while others wait leaves the outer
//! transaction open for the next one and waits for the commit, which makes them all durable with one
//! `fsync`. One that fails, panics or is dropped rolls back to its savepoint alone.
//!
//! Beginning, committing and rolling back run in tasks of their own: a caller that goes away amid one of them would leave
//! it to be rolled back twice, the second time with the whole batch.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sea_orm::{
    ConnectionTrait as _, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait,
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
    acts: Vec<Done>,
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

    pub(crate) const fn connection_mut(&mut self) -> &mut DatabaseConnection {
        &mut self.connection
    }

    pub(crate) async fn close(self) -> Result<(), DbErr> {
        settle(&mut *self.slot.lock().await).await;
        self.connection.close().await
    }

    /// Waits for the connection and opens a savepoint for one act.
    pub(crate) async fn begin(&self) -> Result<SharedTx, DbErr> {
        let slot = self.reach().await;
        let opened = tokio::spawn(self.clone().open(slot)).await;
        opened.unwrap_or_else(|error| Err(DbErr::Custom(error.to_string())))
    }

    /// Runs one statement and waits until it is durable. It comes about as a whole or not at all, so it needs no savepoint.
    pub(crate) async fn write(&self, statement: Statement) -> Result<(), DbError> {
        let held = Held {
            slot: self.reach().await,
            batches: self.clone(),
        };
        let (done, durable) = oneshot::channel();
        tokio::spawn(held.write(statement, done));
        committed(durable).await
    }

    /// Waits for the connection.
    async fn reach(&self) -> Slot {
        let place = Place::taken(self);
        let slot = Arc::clone(&self.slot).lock_owned().await;
        place.reached();
        slot
    }

    async fn open(self, mut slot: Slot) -> Result<SharedTx, DbErr> {
        match open(&mut slot, &self.connection).await {
            Ok(savepoint) => Ok(SharedTx {
                savepoint,
                held: Held {
                    slot,
                    batches: self,
                },
            }),
            Err(error) => {
                give_up(&mut slot, &error).await;
                Err(error)
            }
        }
    }

    /// Has the open batch settled by whoever comes next to the connection.
    fn settle_soon(&self) {
        let slot = Arc::clone(&self.slot);
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { settle(&mut *slot.lock().await).await });
        }
    }

    /// Whether the next act may still join the batch, so that its commit can wait.
    fn can_wait(&self, batch: &Batch) -> bool {
        self.queued.load(Ordering::SeqCst) > 0
            && batch.acts.len() < MOST
            && batch.opened.elapsed() < LONGEST
    }
}

/// Opens a savepoint in the batch.
async fn open(
    slot: &mut Option<Batch>,
    connection: &DatabaseConnection,
) -> Result<DatabaseTransaction, DbErr> {
    batch(slot, connection).await?.outer.begin().await
}

/// The batch that is open, or one that is opened now.
async fn batch<'s>(
    slot: &'s mut Option<Batch>,
    connection: &DatabaseConnection,
) -> Result<&'s mut Batch, DbErr> {
    if let Some(batch) = slot {
        return Ok(batch);
    }
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    Ok(slot.insert(Batch {
        outer: connection.begin_with_options(options).await?,
        opened: Instant::now(),
        acts: Vec::new(),
    }))
}

/// Takes back what the open batch holds, since its savepoints are not to be relied on, and tells every act in it.
async fn give_up(slot: &mut Option<Batch>, error: &DbErr) {
    let Some(Batch { outer, acts, .. }) = slot.take() else {
        return;
    };
    tracing::error!(%error, acts = acts.len(), "the shared transaction was given up");
    let error = Arc::new(DbErr::Custom(error.to_string()));
    for act in acts {
        let _ = act.send(Err(Arc::clone(&error)));
    }
    if let Err(error) = outer.rollback().await {
        tracing::warn!(%error, "rolling back failed; the connection is given up");
    }
}

/// Commits what the open batch holds and tells every act in it.
async fn settle(slot: &mut Option<Batch>) {
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
        if !self.reached {
            self.batches.settle_soon();
        }
    }
}

/// One act's savepoint, with the connection held for it. Dropped, the savepoint is rolled back first: it stands first.
#[derive(Debug)]
pub(crate) struct SharedTx {
    pub(super) savepoint: DatabaseTransaction,
    held: Held,
}

impl SharedTx {
    /// Ends the act and waits until it is durable.
    pub(crate) async fn commit(self) -> Result<(), DbError> {
        let Self { savepoint, held } = self;
        let (done, durable) = oneshot::channel();
        tokio::spawn(held.commit(savepoint, done));
        committed(durable).await
    }

    /// Takes back what the act wrote.
    pub(crate) async fn rollback(self) -> Result<(), DbErr> {
        let Self { savepoint, held } = self;
        let back = tokio::spawn(async move {
            let back = savepoint.rollback().await;
            drop(held);
            back
        });
        back.await
            .unwrap_or_else(|error| Err(DbErr::Custom(error.to_string())))
    }
}

/// What a batch tells an act in it: once it is durable, or failed.
type Done = oneshot::Sender<Result<(), Arc<DbErr>>>;

/// Waits until the batch is durable.
async fn committed(durable: oneshot::Receiver<Result<(), Arc<DbErr>>>) -> Result<(), DbError> {
    let failed = match durable.await {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(error)) => error.to_string(),
        Err(_) => "the shared commit was interrupted".to_owned(),
    };
    Err(DbError::Unavailable(DbErr::Custom(failed)))
}

/// The connection, held for one act. Whoever lets go of it leaves the batch to the next act, or has it settled.
#[derive(Debug)]
struct Held {
    slot: Slot,
    batches: Batches,
}

impl Held {
    async fn write(mut self, statement: Statement, done: Done) {
        match batch(&mut self.slot, &self.batches.connection).await {
            Ok(batch) => match batch.outer.execute_raw(statement).await {
                Ok(_) => batch.acts.push(done),
                Err(error) => drop(done.send(Err(Arc::new(error)))),
            },
            Err(error) => drop(done.send(Err(Arc::new(error)))),
        }
        if self.is_last() {
            settle(&mut self.slot).await;
        }
    }

    async fn commit(mut self, savepoint: DatabaseTransaction, done: Done) {
        if let Err(error) = savepoint.commit().await {
            let _ = done.send(Err(Arc::new(error)));
        } else if let Some(batch) = self.slot.as_mut() {
            batch.acts.push(done);
        }
        if self.is_last() {
            settle(&mut self.slot).await;
        }
    }

    /// Whether a batch is open that no other act is going to join.
    fn is_last(&self) -> bool {
        self.slot
            .as_ref()
            .is_some_and(|batch| !self.batches.can_wait(batch))
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if self.is_last() {
            self.batches.settle_soon();
        }
    }
}
