//! The schema, for SQLite and PostgreSQL: a module per domain, so that another project can take what it
//! needs.
//!
//! # Invariants
//! - A migration that has left this repository is never changed; a later one follows it.
//! - Expand, then contract: a release adds what the next one needs, and removes only what the one before
//!   no longer used.
//! - Migrations know nothing of the application's code.
//! - Times are milliseconds since the epoch (`bigint`), days are `date`, ids are UUIDs, names of columns and
//!   tables are in lower case with underscores.

pub mod accounts_calendar;
pub mod accounts_id;
pub mod accounts_org;
pub mod audit;
pub mod kernel;
pub mod messaging;
pub mod requests;
pub mod scheduling;
pub mod scheduling_booking;
mod schema;

use sea_orm_migration::prelude::{Order, Query};
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseConnection, IntoDatabaseExecutor};
use sea_orm_migration::{DbErr, MigrationTrait, MigratorTrait, SchemaManager, async_trait};

/// Every migration of the whole product, in order.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        [
            kernel::migrations(),
            requests::migrations(),
            audit::migrations(),
            accounts_org::migrations(),
            accounts_calendar::migrations(),
            accounts_id::migrations(),
            messaging::migrations(),
            scheduling::migrations(),
            scheduling_booking::migrations(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Where a schema stands, seen from this program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    /// How many migrations are still to be applied.
    pub pending: usize,
    /// Migrations that this program does not know: those of a later version.
    pub unknown: Vec<String>,
}

impl Schema {
    /// That this program knows everything that was done to the schema.
    ///
    /// # Errors
    /// The names of those that it does not know.
    pub fn known(&self) -> Result<(), Later> {
        if self.unknown.is_empty() {
            Ok(())
        } else {
            Err(Later(self.unknown.join(", ")))
        }
    }
}

/// The schema is of a later version than this program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the schema is of a later version, with {0}, which this program does not know: start the later program, \
     or restore the backup that was made before it"
)]
pub struct Later(String);

/// Why the schema was not brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum UpError {
    /// A later program was here.
    #[error(transparent)]
    Later(#[from] Later),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Brings the schema up to date. One of a later version is left as it is.
pub async fn up(db: &DatabaseConnection) -> Result<(), UpError> {
    schema(db).await?.known()?;
    Ok(Migrator::up(db, None).await?)
}

/// Where the schema stands. It only reads.
pub async fn schema<'c>(on: impl IntoDatabaseExecutor<'c>) -> Result<Schema, DbErr> {
    let known = Migrator::migrations();
    let known: Vec<&str> = known.iter().map(|one| one.name()).collect();
    let applied = applied(&SchemaManager::new(on)).await?;
    let pending = known
        .iter()
        .filter(|name| applied.iter().all(|one| one != *name));
    Ok(Schema {
        pending: pending.count(),
        unknown: applied
            .iter()
            .filter(|name| !known.contains(&name.as_str()))
            .cloned()
            .collect(),
    })
}

/// The names of the migrations that were applied; none where none ever was.
async fn applied(schema: &SchemaManager<'_>) -> Result<Vec<String>, DbErr> {
    let table = Migrator::migration_table_name().to_string();
    if !schema.has_table(&table).await? {
        return Ok(Vec::new());
    }
    let names = Query::select()
        .column("version")
        .from(table)
        .order_by("version", Order::Asc)
        .take();
    let rows = schema.get_connection().query_all(&names).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}
