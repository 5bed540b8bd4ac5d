//! What goes wrong in the database, as services tell it apart.

use sea_orm::{DbErr, RuntimeErr, SqlErr, sqlx};

/// What went wrong in the database.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// It does not answer, or has no room: trying later may help.
    #[error("the database is not available")]
    Unavailable(#[source] DbErr),
    /// Another act got there first; the code of what stands against it.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// A value is none that it can keep or compare with, such as a day beyond its calendar.
    #[error("the database cannot take a value")]
    Unfit(#[source] DbErr),
    /// The statement failed.
    #[error("the database refused a statement")]
    Failed(#[source] DbErr),
}

impl From<DbErr> for DbError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => return Self::Conflict("already_there"),
            Some(SqlErr::ForeignKeyConstraintViolation(_)) => return Self::Conflict("still_used"),
            _ => {}
        }
        match error {
            DbErr::ConnectionAcquire(_)
            | DbErr::Conn(_)
            | DbErr::Exec(RuntimeErr::Internal(_))
            | DbErr::Query(RuntimeErr::Internal(_)) => Self::Unavailable(error),
            DbErr::RecordNotUpdated => Self::Conflict("changed_meanwhile"),
            other if is_outage(&other) => Self::Unavailable(other),
            other if is_about_a_value(&other) => Self::Unfit(other),
            other => Self::Failed(other),
        }
    }
}

/// Whether the driver says that the database, rather than the statement, is at fault: the connection
/// broke, the disk is full, the file cannot be read or written, or the server is shutting down.
fn is_outage(error: &DbErr) -> bool {
    match driver_error(error) {
        Some(
            sqlx::Error::Io(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed,
        ) => true,
        Some(sqlx::Error::Database(cause)) => cause.code().is_some_and(|code| {
            // SQLite's primary result codes: BUSY, READONLY, IOERR, FULL, CANTOPEN.
            let sqlite = code
                .parse::<i32>()
                .is_ok_and(|n| code.len() < 5 && matches!(n & 0xff, 5 | 8 | 10 | 13 | 14));
            // PostgreSQL's classes: connection exception, insufficient resources, operator intervention, writing to a
            // standby; and what it asks to be tried again: transactions given up for others (deadlocks among them),
            // locks that were not to be had.
            sqlite
                || ["08", "40", "53", "55P03", "57P", "25006"]
                    .iter()
                    .any(|class| code.starts_with(class))
        }),
        _ => false,
    }
}

/// Whether PostgreSQL says that a value is at fault, by its class of data exceptions.
fn is_about_a_value(error: &DbErr) -> bool {
    const LENGTH: usize = 5;
    let code = match driver_error(error) {
        Some(sqlx::Error::Database(cause)) => cause.code(),
        _ => None,
    };
    code.is_some_and(|code| code.len() == LENGTH && code.starts_with("22"))
}

fn driver_error(error: &DbErr) -> Option<&sqlx::Error> {
    match error {
        DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause)) => {
            Some(cause)
        }
        _ => None,
    }
}
