//! The city's own word on single days, over the calendar of the law.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{IndexCreateStatement, TableCreateStatement};

use crate::schema::{Step, date, id, int, table, text, timestamp, unique, uuid};

/// The calendar's migrations, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Step {
        tables,
        indexes,
        ..Step::named("accounts_calendar_0001")
    })]
}

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "own_days",
        [
            id(),
            date("day"),
            text("word"),
            text("reason"),
            uuid("set_by"),
            timestamp("set_at"),
            int("revision"),
        ],
    )]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![unique("own_days_day", "own_days", &["day"])]
}
