//! Tables of data provided outside: provisions, their agreements, releases, and what happens to what was released.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{IndexCreateStatement, TableCreateStatement};

use crate::schema::{
    Step, bigint, date, id, index, int, json, opt, references, table, text, timestamp, unique, uuid,
};

/// The migrations of provisions, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Step {
        tables,
        indexes,
        ..Step::named("compliance_provision_0001")
    })]
}

fn tables() -> Vec<TableCreateStatement> {
    let mut provisions = table(
        "compliance_provisions",
        [
            id(),
            uuid("of_case"),
            uuid("section"),
            uuid("data_set"),
            text("recipient"),
            text("purpose"),
            date("valid_from"),
            date("valid_until"),
            date("granted_on"),
        ],
    );
    references(&mut provisions, "of_case", "compliance_cases");
    references(&mut provisions, "data_set", "compliance_data_sets");
    let mut agreements = table(
        "compliance_agreements",
        vec![
            id(),
            uuid("provision"),
            text("state"),
            // The days on which it is in force; what was agreed besides.
            date("valid_from"),
            date("valid_until"),
            opt(date("due")),
            date("first_day"),
            date("last_day"),
            json("clauses"),
            opt(json("word")),
            json("files"),
            json("drawn_up"),
            opt(date("concluded_on")),
            opt(json("concluded_by")),
            opt(json("ended")),
            timestamp("created_at"),
            timestamp("changed_at"),
            int("version"),
            int("revision"),
        ],
    );
    references(&mut agreements, "provision", "compliance_provisions");
    let mut releases = table(
        "compliance_releases",
        [
            id(),
            uuid("provision"),
            date("released_on"),
            text("what"),
            bigint("records"),
            text("digest"),
            text("how"),
            text("received_by"),
            uuid("handed_by"),
            text("handed_name"),
            timestamp("at"),
            json("doer"),
        ],
    );
    references(&mut releases, "provision", "compliance_provisions");
    let mut events = table(
        "compliance_provision_events",
        [
            id(),
            uuid("provision"),
            text("kind"),
            date("happened_on"),
            text("what"),
            text("how"),
            json("files"),
            timestamp("at"),
            json("doer"),
        ],
    );
    references(&mut events, "provision", "compliance_provisions");
    vec![provisions, agreements, releases, events]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique(
            "compliance_provisions_case",
            "compliance_provisions",
            &["of_case"],
        ),
        index(
            "compliance_provisions_until",
            "compliance_provisions",
            &["valid_until", "id"],
        ),
        index(
            "compliance_provisions_section",
            "compliance_provisions",
            &["section", "valid_until", "id"],
        ),
        unique(
            "compliance_agreements_provision",
            "compliance_agreements",
            &["provision"],
        ),
        index(
            "compliance_agreements_state",
            "compliance_agreements",
            &["state", "id"],
        ),
        index(
            "compliance_agreements_owed",
            "compliance_agreements",
            &["state", "due", "id"],
        ),
        index(
            "compliance_releases_provision",
            "compliance_releases",
            &["provision", "released_on", "id"],
        ),
        index(
            "compliance_provision_events_provision",
            "compliance_provision_events",
            &["provision", "happened_on", "id"],
        ),
    ]
}
