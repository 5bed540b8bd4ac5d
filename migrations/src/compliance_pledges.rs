//! The tables of pledges and of what is pledged.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::TableCreateStatement;

use crate::schema::{Step, date, id, index, int, references, table, text, timestamp, unique, uuid};

/// The migrations of pledges, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Step {
        tables,
        indexes: || {
            let pledges = "compliance_pledges";
            vec![
                unique(
                    "compliance_pledge_texts_version",
                    "compliance_pledge_texts",
                    &["kind", "version"],
                ),
                index(
                    "compliance_pledge_texts_day",
                    "compliance_pledge_texts",
                    &["kind", "effective_on", "version"],
                ),
                unique(
                    "compliance_pledges_once",
                    pledges,
                    &["account", "of_text", "occasion"],
                ),
                index("compliance_pledges_person", pledges, &["person", "id"]),
                index(
                    "compliance_pledges_text",
                    pledges,
                    &["of_text", "occasion", "account"],
                ),
                index(
                    "compliance_pledges_kind",
                    pledges,
                    &["kind", "occasion", "account"],
                ),
            ]
        },
        ..Step::named("compliance_pledges_0001")
    })]
}

fn tables() -> Vec<TableCreateStatement> {
    let texts = table(
        "compliance_pledge_texts",
        [
            id(),
            text("kind"),
            int("version"),
            date("effective_on"),
            text("body"),
            text("digest"),
            timestamp("at"),
            uuid("author"),
        ],
    );
    let mut pledges = table(
        "compliance_pledges",
        [
            id(),
            uuid("of_text"),
            text("kind"),
            int("version"),
            text("digest"),
            text("occasion"),
            uuid("account"),
            uuid("person"),
            text("name"),
            timestamp("at"),
        ],
    );
    references(&mut pledges, "of_text", "compliance_pledge_texts");
    vec![texts, pledges]
}
