//! Signing in by the city's identity provider: which of its answers were taken, and who came in by its word.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{IndexCreateStatement, TableCreateStatement};

use crate::schema::{Step, added, bytes, flag, index, table, timestamp};

/// The migrations, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Step {
        tables,
        columns: || {
            vec![
                added("sign_in_challenges", flag("by_provider")),
                added("sessions", flag("by_provider")),
            ]
        },
        indexes,
        ..Step::named("accounts_provider_0001")
    })]
}

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "provider_answers",
        [bytes("digest").primary_key().take(), timestamp("taken_at")],
    )]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![index(
        "provider_answers_at",
        "provider_answers",
        &["taken_at"],
    )]
}
