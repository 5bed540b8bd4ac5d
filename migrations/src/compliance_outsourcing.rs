//! The table of outsourcing contracts.

use sea_orm_migration::MigrationTrait;

use crate::schema::{Step, date, id, index, int, json, opt, table, text, uuid};

/// The migrations of outsourcing, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Step {
        tables: || {
            vec![table(
                "compliance_contracts",
                [
                    id(),
                    uuid("section"),
                    text("title"),
                    text("contractor"),
                    text("work"),
                    date("first_day"),
                    date("last_day"),
                    text("articles"),
                    text("text"),
                    text("digest"),
                    json("files"),
                    opt(date("concluded_on")),
                    opt(json("concluded_by")),
                    int("version"),
                    int("revision"),
                ],
            )]
        },
        indexes: || {
            vec![
                index(
                    "compliance_contracts_last",
                    "compliance_contracts",
                    &["last_day", "id"],
                ),
                index(
                    "compliance_contracts_section",
                    "compliance_contracts",
                    &["section", "last_day", "id"],
                ),
            ]
        },
        ..Step::named("compliance_outsourcing_0001")
    })]
}
