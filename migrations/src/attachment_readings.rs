//! What was read of files: of each blob its text, or why it has none, and of pictures a thumbnail.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::TableCreateStatement;

use crate::schema::{Step, bytes, opt, table, text, timestamp};

/// The migrations, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Step {
        tables,
        ..Step::named("attachments_0001_readings")
    })]
}

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "attachment_readings",
        [
            bytes("blob").primary_key().take(),
            opt(text("text")),
            opt(text("without")),
            opt(bytes("thumbnail")),
            timestamp("read_at"),
        ],
    )]
}
