//! The connections of SQLite that only read.
//!
//! The driver's own pool asks a connection whether it is still there each time that one is given back: a way to the
//! connection's thread and back, as long as that of most statements. A file does not go away, and a connection that only
//! reads leaves nothing open. So these are given back as they are; one whose statement failed, or was not waited for, is
//! given up.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sea_orm::sqlx::query::Query;
use sea_orm::sqlx::sqlite::{Sqlite, SqliteConnectOptions, SqliteConnection};
use sea_orm::sqlx::{self, AssertSqlSafe, ConnectOptions as _, Connection as _};
use sea_orm::{ConnAcquireErr, DbErr, ExecResult, QueryResult, RuntimeErr, Statement, Values};
use sea_query_sqlx::SqlxValues;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

use super::{ACQUIRE_TIMEOUT, Pool};

/// How many connections read at once. More than cores: each statement waits for a thread of its own.
const MOST: u32 = 16;

/// What is called with each statement that ran.
type Seen = Arc<dyn Fn(&str) + Send + Sync>;

/// As many connections as may be, opened when they are first needed.
#[derive(Clone)]
pub(super) struct Readers {
    shared: Arc<Shared>,
    seen: Option<Seen>,
}

struct Shared {
    options: SqliteConnectOptions,
    places: Semaphore,
    /// The last one given back is taken first: what it read is still at hand.
    idle: Mutex<Vec<SqliteConnection>>,
}

impl fmt::Debug for Readers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Readers").finish_non_exhaustive()
    }
}

impl Readers {
    /// Opens the first of them: whether the database can be read is known then.
    pub(super) async fn open(options: SqliteConnectOptions) -> Result<Self, DbErr> {
        let readers = Self {
            shared: Arc::new(Shared {
                options: options.disable_statement_logging(),
                places: Semaphore::new(MOST as usize),
                idle: Mutex::default(),
            }),
            seen: None,
        };
        readers.lend().await?.back();
        Ok(readers)
    }

    /// Has `seen` called with each statement that ran.
    pub(super) fn watch(&mut self, seen: impl Fn(&str) + Send + Sync + 'static) {
        self.seen = Some(Arc::new(seen));
    }

    pub(super) fn pool(&self) -> Pool {
        let free = u32::try_from(self.shared.places.available_permits()).unwrap_or(MOST);
        let idle = u32::try_from(self.shared.idle().len()).unwrap_or(MOST);
        Pool {
            open: idle + MOST.saturating_sub(free),
            idle,
        }
    }

    /// Closes them, once all are given back.
    pub(super) async fn close(self) -> Result<(), DbErr> {
        let all = self.shared.places.acquire_many(MOST).await;
        self.shared.places.close();
        drop(all);
        let idle = std::mem::take(&mut *self.shared.idle());
        for connection in idle {
            connection.close().await.map_err(connecting)?;
        }
        Ok(())
    }

    pub(super) async fn execute(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let mut lent = self.lend().await?;
        let (query, told) = self.query(statement);
        let done = query.execute(&mut lent.connection).await;
        let done = done.map_err(|error| DbErr::Exec(driver(error)))?;
        lent.back();
        told();
        Ok(done.into())
    }

    pub(super) async fn one(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let mut lent = self.lend().await?;
        let (query, told) = self.query(statement);
        let found = query.fetch_optional(&mut lent.connection).await;
        let found = found.map_err(|error| DbErr::Query(driver(error)))?;
        lent.back();
        told();
        Ok(found.map(QueryResult::from))
    }

    pub(super) async fn all(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let mut lent = self.lend().await?;
        let (query, told) = self.query(statement);
        let found = query.fetch_all(&mut lent.connection).await;
        let found = found.map_err(|error| DbErr::Query(driver(error)))?;
        lent.back();
        told();
        Ok(found.into_iter().map(QueryResult::from).collect())
    }

    /// The statement as the driver has it, and what tells that it ran.
    fn query(
        &self,
        Statement { sql, values, .. }: Statement,
    ) -> (Query<'static, Sqlite, SqlxValues>, impl FnOnce() + use<>) {
        let seen = self.seen.clone().map(|seen| (seen, sql.clone()));
        let told = move || {
            if let Some((seen, sql)) = seen {
                seen(&sql);
            }
        };
        let values = SqlxValues(values.unwrap_or_else(|| Values(Vec::new())));
        (sqlx::query_with(AssertSqlSafe(sql), values), told)
    }

    /// A connection that nobody uses.
    async fn lend(&self) -> Result<Lent<'_>, DbErr> {
        let shared = &*self.shared;
        let place = match shared.places.try_acquire() {
            Ok(place) => place,
            Err(_) => timeout(ACQUIRE_TIMEOUT, shared.places.acquire())
                .await
                .map_err(|_| DbErr::ConnectionAcquire(ConnAcquireErr::Timeout))?
                .map_err(|_| DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed))?,
        };
        let idle = shared.idle().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => shared.options.connect().await.map_err(connecting)?,
        };
        Ok(Lent {
            connection,
            shared,
            _place: place,
        })
    }
}

impl Shared {
    fn idle(&self) -> MutexGuard<'_, Vec<SqliteConnection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection for one statement.
struct Lent<'r> {
    connection: SqliteConnection,
    shared: &'r Shared,
    _place: SemaphorePermit<'r>,
}

impl Lent<'_> {
    fn back(self) {
        self.shared.idle().push(self.connection);
    }
}

fn driver(error: sqlx::Error) -> RuntimeErr {
    RuntimeErr::SqlxError(error.into())
}

fn connecting(error: sqlx::Error) -> DbErr {
    DbErr::Conn(driver(error))
}
