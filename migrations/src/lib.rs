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
mod schema;

use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseConnection};
use sea_orm_migration::{MigrationTrait, MigratorTrait, async_trait};

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
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Brings the schema up to date.
pub async fn up(db: &DatabaseConnection) -> Result<(), sea_orm_migration::DbErr> {
    Migrator::up(db, None).await
}

/// How many migrations are still to be applied; 0 when the schema is current. It only reads.
pub async fn pending(on: &impl ConnectionTrait) -> Result<usize, sea_orm_migration::DbErr> {
    Ok(Migrator::get_pending_migrations_read_only(on).await?.len())
}
