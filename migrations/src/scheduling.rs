//! Tables of the schedule.

use sea_orm_migration::MigrationTrait;

/// The migrations of the schedule, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    Vec::new()
}
