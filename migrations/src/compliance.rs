//! Tables of procedures on prescribed forms, and of what stands on them.

use sea_orm_migration::MigrationTrait;

/// The migrations of compliance, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    Vec::new()
}
