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
pub mod accounts_mail;
pub mod accounts_org;
pub mod accounts_passkeys;
pub mod accounts_provider;
pub mod attachment_readings;
pub mod audit;
pub mod compliance;
pub mod compliance_duties;
pub mod compliance_inquiries;
pub mod compliance_inventory;
pub mod compliance_outsourcing;
pub mod compliance_pledges;
pub mod compliance_protection;
pub mod compliance_provision;
pub mod documents;
pub mod documents_webdav;
pub mod kernel;
pub mod messaging;
pub mod reference;
pub mod requests;
pub mod scheduling;
pub mod scheduling_booking;
mod schema;
pub mod search;

use sea_orm_migration::prelude::{Order, Query};
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use sea_orm_migration::{DbErr, MigrationTrait, MigratorTrait, async_trait};

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
            accounts_passkeys::migrations(),
            accounts_provider::migrations(),
            messaging::migrations(),
            scheduling::migrations(),
            scheduling_booking::migrations(),
            compliance::migrations(),
            compliance_duties::migrations(),
            compliance_provision::migrations(),
            compliance_outsourcing::migrations(),
            compliance_inventory::migrations(),
            compliance_inquiries::migrations(),
            compliance_pledges::migrations(),
            documents::migrations(),
            documents_webdav::migrations(),
            search::migrations(),
            attachment_readings::migrations(),
            reference::migrations(),
            accounts_mail::migrations(),
            compliance_protection::migrations(),
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
pub async fn schema(on: &impl ConnectionTrait) -> Result<Schema, DbErr> {
    let known = Migrator::migrations();
    let known: Vec<&str> = known.iter().map(|one| one.name()).collect();
    let applied = applied(on).await?;
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
async fn applied(on: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let table = Migrator::migration_table_name().to_string();
    let tables = match on.get_database_backend() {
        DbBackend::Sqlite => "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1",
        _ => "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1",
    };
    let named = [table.as_str().into()];
    let named = Statement::from_sql_and_values(on.get_database_backend(), tables, named);
    if on.query_one_raw(named).await?.is_none() {
        return Ok(Vec::new());
    }
    let names = Query::select()
        .column("version")
        .from(table)
        .order_by("version", Order::Asc)
        .take();
    let rows = on.query_all(&names).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}
