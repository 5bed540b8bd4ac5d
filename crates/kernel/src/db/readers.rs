//! The connections of SQLite that only read.
//!
//! The driver's own pool asks a connection whether it is still there each time that one is given back: a way to the
//! connection's thread and back, as long as that of most statements. A file does not go away, and a connection that only
//! reads leaves nothing open. So these are given back as they are; one whose statement failed, or was not waited for, is
//! given up.

use std::fmt;
use std::num::NonZero;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::available_parallelism;

use futures_util::StreamExt as _;
use sea_orm::sqlx::query::Query;
use sea_orm::sqlx::sqlite::{Sqlite, SqliteConnectOptions, SqliteConnection};
use sea_orm::sqlx::{self, AssertSqlSafe, ConnectOptions as _, Connection as _, Either, Executor};
use sea_orm::{ConnAcquireErr, DbErr, ExecResult, QueryResult, RuntimeErr, Statement, Values};
use sea_query_sqlx::SqlxValues;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

use super::later::joined;
use super::{ACQUIRE_TIMEOUT, Pool};

/// How many connections read at once: statements keep a processor busy, and each connection keeps pages and statements of
/// its own, so there are few more of them than processors.
fn most() -> u32 {
    let processors = available_parallelism().map_or(1, NonZero::get);
    u32::try_from(processors + 2).unwrap_or(16).clamp(4, 16)
}

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
    /// How many there are at most.
    most: u32,
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
        let most = most();
        let readers = Self {
            shared: Arc::new(Shared {
                options: options.disable_statement_logging(),
                places: Semaphore::new(most as usize),
                most,
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
        let most = self.shared.most;
        let free = u32::try_from(self.shared.places.available_permits()).unwrap_or(most);
        let idle = u32::try_from(self.shared.idle().len()).unwrap_or(most);
        Pool {
            open: idle + most.saturating_sub(free),
            idle,
        }
    }

    /// Closes them, once all are given back.
    pub(super) async fn close(self) -> Result<(), DbErr> {
        let all = self.shared.places.acquire_many(self.shared.most).await;
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

    /// What each of several statements finds, asked in one text.
    pub(super) async fn several(
        &self,
        statements: &[Arc<Statement>],
    ) -> Result<Vec<Vec<QueryResult>>, DbErr> {
        let mut lent = self.lend().await?;
        let (query, _) = self.query(joined(statements));
        let mut answers = Executor::fetch_many(&mut lent.connection, query);
        let (mut found, mut rows) = (Vec::with_capacity(statements.len()), Vec::new());
        while let Some(answer) = answers.next().await {
            match answer.map_err(|error| DbErr::Query(driver(error)))? {
                Either::Right(row) => rows.push(QueryResult::from(row)),
                // The end of one of them.
                Either::Left(_) => found.push(std::mem::take(&mut rows)),
            }
        }
        drop(answers);
        lent.back();
        if let Some(seen) = &self.seen {
            for statement in statements {
                seen(&statement.sql);
            }
        }
        Ok(found)
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
