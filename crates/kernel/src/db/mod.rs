//! The database: one writer and several readers on SQLite, a pool on PostgreSQL.

mod batch;
mod conn;
mod error;
mod hosts;
mod later;
mod readers;
mod rehearsal;
mod together;
mod tx;

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous,
};
use sea_orm::sqlx::{self, Connection as _};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, ExecResult,
    QueryResult, RuntimeErr, Statement, StatementBuilder, TransactionTrait,
};

pub use conn::Conn;
pub use error::DbError;
pub(crate) use together::Together;
pub(crate) use tx::Inner;
pub use tx::{Saved, Tx};

use batch::Batches;
use conn::On;
use readers::Readers;
use rehearsal::Rehearsal;

/// How many connections one server holds on PostgreSQL.
const POSTGRES_CONNECTIONS: u32 = 20;

/// How long an act waits for a connection before it is told that the database is not available.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(3);

/// A connection to PostgreSQL that nobody used for longer is tried before it is used: the server may have gone and come
/// back meanwhile.
const TRUSTED_IDLE: Duration = Duration::from_secs(1);

/// Whether nothing is open on a connection of SQLite that somebody is through with. Where the disk fails in a commit,
/// SQLite gives the transaction up and the driver still counts it: what came next would be a savepoint in a transaction
/// that is never committed. Such a connection is given up.
async fn is_outside_transactions(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    if connection.is_in_transaction() {
        // A roll-back may be on its way.
        connection.ping().await?;
    }
    Ok(!connection.is_in_transaction())
}

/// The database of one town hall.
#[derive(Clone, Debug)]
pub struct Db {
    reader: Source,
    writer: Writer,
}

/// What is read from.
#[derive(Clone, Debug)]
enum Source {
    /// SQLite: connections that cannot write.
    Sqlite(Readers),
    /// PostgreSQL: the pool that acts run on.
    Postgres(DatabaseConnection),
}

#[derive(Clone, Debug)]
enum Writer {
    /// SQLite: one connection; acts that wait share a commit.
    Sqlite(Batches),
    /// PostgreSQL: each act is a transaction of its own.
    Postgres(DatabaseConnection),
    /// Acts that are taken back together at the end.
    Rehearsal(Rehearsal),
}

/// The connections of a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pool {
    /// How many are open.
    pub open: u32,
    /// How many of those nobody uses.
    pub idle: u32,
}

impl Db {
    /// Opens `sqlite:PATH` (made if it is not there) or `postgres://…`, which may list several hosts, separated by commas:
    /// of these the one that writes is used, and another one as soon as it is the one.
    pub async fn open(url: &str) -> Result<Self, DbError> {
        if url.starts_with("sqlite:") {
            Self::open_sqlite(url).await
        } else {
            Self::open_postgres(url).await
        }
    }

    /// Whether that is the address of a database, as [`Db::open`] takes it; nothing is opened.
    pub fn parse(url: &str) -> Result<(), sqlx::Error> {
        if url.starts_with("sqlite:") {
            SqliteConnectOptions::from_str(url).map(drop)
        } else {
            hosts::parsed(&hosts::addresses(url)).map(drop)
        }
    }

    /// The address of each host that an address of PostgreSQL lists, for its own programs.
    pub fn addresses(url: &str) -> Vec<String> {
        hosts::addresses(url)
    }

    async fn open_sqlite(url: &str) -> Result<Self, DbError> {
        let reading = SqliteConnectOptions::from_str(url).map_err(|error| {
            DbError::Unavailable(DbErr::Conn(RuntimeErr::SqlxError(error.into())))
        })?;
        let mut options = ConnectOptions::new(url);
        options
            .sqlx_logging(false)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .test_before_acquire(false);
        options.map_sqlx_sqlite_opts(|sqlite| {
            configured(sqlite)
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .pragma("cache_size", "-8000")
        });
        options.min_connections(1).max_connections(1);
        // Never give the one writing connection up for idleness or age: its statements stay prepared.
        options.idle_timeout(None).max_lifetime(None);
        options.map_sqlx_sqlite_pool_opts(|pool| {
            pool.after_release(|connection, _| Box::pin(is_outside_transactions(connection)))
        });
        let writer = Database::connect(options).await?;
        let reading = configured(reading)
            .read_only(true)
            .pragma("cache_size", "-2000");
        Ok(Self {
            reader: Source::Sqlite(Readers::open(reading).await?),
            writer: Writer::Sqlite(Batches::new(writer)),
        })
    }

    async fn open_postgres(url: &str) -> Result<Self, DbError> {
        let pool = hosts::open(url, |options| {
            options
                .sqlx_logging(false)
                .acquire_timeout(ACQUIRE_TIMEOUT)
                .max_connections(POSTGRES_CONNECTIONS)
                .test_before_acquire_if_idle_for(TRUSTED_IDLE);
        })
        .await?;
        Ok(Self {
            reader: Source::Postgres(pool.clone()),
            writer: Writer::Postgres(pool),
        })
    }

    /// Has `seen` called with each statement after it ran, but for those that begin and end transactions: for measuring.
    #[must_use]
    pub fn watched(mut self, seen: impl Fn(&str) + Clone + Send + Sync + 'static) -> Self {
        let told = seen.clone();
        match &mut self.reader {
            Source::Sqlite(readers) => readers.watch(told),
            Source::Postgres(pool) => {
                pool.set_metric_callback(move |info| told(&info.statement.sql));
            }
        }
        match &mut self.writer {
            Writer::Sqlite(batches) => batches.connection_mut(),
            Writer::Postgres(pool) => pool,
            Writer::Rehearsal(_) => return self,
        }
        .set_metric_callback(move |info| seen(&info.statement.sql));
        self
    }

    /// Which database it is.
    pub fn backend(&self) -> DbBackend {
        self.reader().conn().get_database_backend()
    }

    /// How many connections for reading are open, and how many of them nobody uses.
    pub fn pool(&self) -> Pool {
        match &self.reader {
            Source::Sqlite(readers) => readers.pool(),
            Source::Postgres(pool) => {
                let pool = pool.get_postgres_connection_pool();
                let open = pool.size();
                let idle = u32::try_from(pool.num_idle()).unwrap_or(open);
                Pool { open, idle }
            }
        }
    }

    /// For reading: on SQLite on one of several connections that cannot write.
    pub const fn reader(&self) -> Reader<'_> {
        Reader {
            source: &self.reader,
            together: None,
        }
    }

    /// The same, for what parts of a request ask beside each other.
    pub(crate) const fn reader_together<'d>(&'d self, together: &'d Together) -> Reader<'d> {
        Reader {
            source: &self.reader,
            together: Some(together),
        }
    }

    /// Awaits `work`, and has what its parts ask by [such readers](Self::reader_together) asked together.
    pub(crate) async fn together<T>(
        &self,
        together: &Together,
        work: impl Future<Output = T>,
    ) -> T {
        together.gather(&self.reader, work).await
    }

    /// The connection for migrations, which no act may run beside.
    pub const fn for_migrations(&self) -> &DatabaseConnection {
        match &self.writer {
            Writer::Sqlite(batches) => batches.connection(),
            Writer::Postgres(pool) | Writer::Rehearsal(Rehearsal { pool, .. }) => pool,
        }
    }

    /// The same database for a rehearsal: acts run as ever, and nothing of them remains.
    ///
    /// On SQLite they run on a copy in `folder`, so that nobody else waits; it goes with the folder. On
    /// PostgreSQL they run in one transaction that is rolled back: what one act wrote, a later act's reading
    /// outside of its transaction does not see, and rows that were changed stay locked until the end.
    pub async fn rehearse(&self, folder: &std::path::Path) -> Result<Self, DbError> {
        match &self.reader {
            Source::Sqlite(_) => {
                let copy = folder.join("rehearsal.db");
                self.copy_to(&copy).await?;
                Self::open(&format!("sqlite:{}", copy.display())).await
            }
            Source::Postgres(pool) => Ok(Self {
                reader: self.reader.clone(),
                writer: Writer::Rehearsal(Rehearsal::begin(pool).await?),
            }),
        }
    }

    /// Copies a SQLite database into a file that is not there yet, as of one moment; acts go on meanwhile. PostgreSQL has
    /// a program of its own for it.
    pub async fn copy_to(&self, file: &std::path::Path) -> Result<(), DbError> {
        let into = Statement::from_sql_and_values(
            DbBackend::Sqlite,
            "VACUUM INTO ?",
            [file.to_string_lossy().into_owned().into()],
        );
        self.reader().conn().execute_raw(into).await?;
        Ok(())
    }

    /// Has SQLite count what its tables hold, where that has changed much, so that it knows which index serves a query: it
    /// does not by itself, as PostgreSQL does.
    pub async fn gather_statistics(&self) -> Result<(), DbError> {
        if let Writer::Sqlite(batches) = &self.writer {
            let connection = batches.connection();
            connection
                .execute_unprepared("PRAGMA analysis_limit = 1000")
                .await?;
            // 0x10000: tables that this connection did not ask, too.
            connection
                .execute_unprepared("PRAGMA optimize = 0x10002")
                .await?;
        }
        Ok(())
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), DbError> {
        self.reader()
            .conn()
            .query_one_raw(Statement::from_string(self.backend(), "SELECT 1"))
            .await?;
        Ok(())
    }

    /// Closes every connection; what is under way is finished first.
    pub async fn close(self) -> Result<(), DbError> {
        match self.reader {
            Source::Sqlite(readers) => readers.close().await?,
            Source::Postgres(pool) => pool.close().await?,
        }
        match self.writer {
            Writer::Sqlite(batches) => batches.close().await?,
            Writer::Postgres(pool) => pool.close().await?,
            Writer::Rehearsal(_) => {}
        }
        Ok(())
    }

    /// Has one statement run that is an act by itself, and no act of anybody.
    pub(crate) async fn write(&self, statement: &impl StatementBuilder) -> Result<(), DbError> {
        let statement = self.backend().build(statement);
        match &self.writer {
            Writer::Sqlite(batches) => batches.write(statement).await?,
            Writer::Postgres(pool) => {
                pool.execute_raw(statement).await?;
            }
            Writer::Rehearsal(rehearsal) => {
                let act = rehearsal.act().await?;
                act.savepoint.execute_raw(statement).await?;
                act.savepoint.commit().await?;
            }
        }
        Ok(())
    }

    pub(crate) async fn begin(&self) -> Result<Inner, DbError> {
        match &self.writer {
            Writer::Sqlite(batches) => Ok(Inner::Sqlite(batches.begin().await?)),
            Writer::Postgres(pool) => {
                // In a task of its own: a caller that goes away amid it would leave the connection in a transaction.
                let pool = pool.clone();
                let begun = tokio::spawn(async move { pool.begin().await }).await;
                let begun = begun.unwrap_or_else(|error| Err(DbErr::Custom(error.to_string())));
                Ok(Inner::Postgres(begun?))
            }
            Writer::Rehearsal(rehearsal) => Ok(Inner::Rehearsal(rehearsal.act().await?)),
        }
    }
}

/// How every connection to SQLite behaves.
fn configured(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .pragma("temp_store", "memory")
        .statement_cache_capacity(256)
}

/// Reads the database outside a writing transaction: each statement sees what is committed when it runs.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    source: &'a Source,
    together: Option<&'a Together>,
}

/// What a store can read through: a [`Reader`], or the [`Tx`] of a writing act.
pub trait Reading: Sync {
    /// What sea-orm's queries run on. For stores alone.
    fn conn(&self) -> Conn<'_>;
}

impl Reading for Reader<'_> {
    fn conn(&self) -> Conn<'_> {
        Conn(On::Reading(self.source, self.together))
    }
}

impl Source {
    fn backend(&self) -> DbBackend {
        match self {
            Self::Sqlite(_) => DbBackend::Sqlite,
            Self::Postgres(pool) => pool.get_database_backend(),
        }
    }

    async fn execute(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        match self {
            Self::Sqlite(readers) => readers.execute(statement).await,
            Self::Postgres(pool) => pool.execute_raw(statement).await,
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        match self {
            Self::Sqlite(readers) => {
                let statement = Statement::from_string(DbBackend::Sqlite, sql);
                readers.execute(statement).await
            }
            Self::Postgres(pool) => pool.execute_unprepared(sql).await,
        }
    }

    async fn one(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self {
            Self::Sqlite(readers) => readers.one(statement).await,
            Self::Postgres(pool) => pool.query_one_raw(statement).await,
        }
    }

    async fn all(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self {
            Self::Sqlite(readers) => readers.all(statement).await,
            Self::Postgres(pool) => pool.query_all_raw(statement).await,
        }
    }

    /// What each of them finds, in one go where that is quicker. One that fails does so alone.
    async fn each(&self, statements: Vec<Arc<Statement>>) -> Vec<Result<Vec<QueryResult>, DbErr>> {
        if let Self::Sqlite(readers) = self
            && statements.len() > 1
            && let Ok(found) = readers.several(&statements).await
        {
            return found.into_iter().map(Ok).collect();
        }
        let mut found = Vec::with_capacity(statements.len());
        for statement in statements {
            found.push(self.all(Arc::unwrap_or_clone(statement)).await);
        }
        found
    }
}
