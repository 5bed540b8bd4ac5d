//! Tables of the register of equipment, of who answers for systems, and of who may operate what.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{IndexCreateStatement, TableCreateStatement};

use crate::schema::{
    Step, added, date, id, index, int, json, opt, references, table, text, timestamp, unique, uuid,
};

/// The migrations of the register of equipment and of designations, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step {
            tables: || vec![assets(), managers()],
            columns: || {
                vec![
                    added("compliance_data_sets", text("kinds")),
                    added("compliance_data_sets", uuid("system")),
                ]
            },
            indexes: inventory_indexes,
            ..Step::named("compliance_inventory_0001_assets")
        }),
        Box::new(Step {
            tables: || vec![designations(), reports()],
            indexes: designation_indexes,
            ..Step::named("compliance_inventory_0002_designations")
        }),
        Box::new(Step {
            tables: || vec![permits(), rules()],
            indexes: || {
                let permits = |name, columns| index(name, "compliance_terminal_permits", columns);
                vec![
                    permits(
                        "compliance_terminal_permits_terminal",
                        &["terminal", "superseded_at", "valid_until"],
                    ),
                    permits("compliance_terminal_permits_permit", &["permit"]),
                ]
            },
            ..Step::named("compliance_inventory_0003_terminals")
        }),
        Box::new(Step {
            tables: || vec![checks()],
            indexes: check_indexes,
            ..Step::named("compliance_inventory_0004_checks")
        }),
        Box::new(Step {
            indexes: || {
                vec![index(
                    "compliance_system_managers_newest",
                    "compliance_system_managers",
                    &["system", "id"],
                )]
            },
            ..Step::named("compliance_inventory_0005_managers")
        }),
    ]
}

fn assets() -> TableCreateStatement {
    let mut assets = table(
        "compliance_assets",
        [
            id(),
            text("kind"),
            text("number"),
            text("number_key"),
            text("name"),
            text("name_key"),
            uuid("section"),
            text("place"),
            opt(uuid("system")),
            text("state"),
            text("about"),
            int("revision"),
        ],
    );
    references(&mut assets, "system", "compliance_systems");
    assets
}

fn managers() -> TableCreateStatement {
    let mut managers = table(
        "compliance_system_managers",
        [
            id(),
            uuid("system"),
            uuid("section"),
            date("valid_from"),
            json("agreed"),
            json("files"),
            timestamp("recorded_at"),
            opt(timestamp("superseded_at")),
        ],
    );
    references(&mut managers, "system", "compliance_systems");
    managers
}

fn inventory_indexes() -> Vec<IndexCreateStatement> {
    let assets = |name, columns| index(name, "compliance_assets", columns);
    vec![
        unique(
            "compliance_assets_number",
            "compliance_assets",
            &["number_key"],
        ),
        assets("compliance_assets_section", &["section", "number_key"]),
        assets("compliance_assets_kind", &["kind", "number_key"]),
        assets("compliance_assets_system", &["system", "number_key"]),
        index(
            "compliance_system_managers_system",
            "compliance_system_managers",
            &["system", "superseded_at"],
        ),
        index(
            "compliance_data_sets_system",
            "compliance_data_sets",
            &["system", "name"],
        ),
        index(
            "compliance_systems_class",
            "compliance_systems",
            &["class", "name", "id"],
        ),
        index(
            "compliance_systems_section",
            "compliance_systems",
            &["section", "name", "id"],
        ),
        index(
            "compliance_connections_information",
            "compliance_connections",
            &["information_side"],
        ),
        index(
            "compliance_connections_business",
            "compliance_connections",
            &["business_side"],
        ),
    ]
}

fn designations() -> TableCreateStatement {
    table(
        "compliance_designations",
        [
            id(),
            uuid("designation"),
            text("target_kind"),
            uuid("target"),
            opt(uuid("person")),
            uuid("section"),
            text("manner"),
            date("valid_from"),
            date("valid_until"),
            // What of it is yet to be reported: "designation", "release", or nothing.
            opt(text("owes")),
            opt(date("release_from")),
            opt(uuid("by_order")),
            timestamp("recorded_at"),
            opt(timestamp("superseded_at")),
        ],
    )
}

fn reports() -> TableCreateStatement {
    let mut reports = table(
        "compliance_operator_reports",
        [
            id(),
            uuid("system"),
            uuid("section"),
            int("year"),
            int("number"),
            date("reported_on"),
            timestamp("at"),
            uuid("author"),
            uuid("hand"),
            opt(text("proxy")),
            json("lines"),
        ],
    );
    references(&mut reports, "system", "compliance_systems");
    reports
}

fn designation_indexes() -> Vec<IndexCreateStatement> {
    let designations = |name, columns| index(name, "compliance_designations", columns);
    vec![
        designations(
            "compliance_designations_target",
            &["target", "superseded_at", "valid_until"],
        ),
        designations(
            "compliance_designations_person",
            &["person", "superseded_at", "valid_until"],
        ),
        designations(
            "compliance_designations_owes",
            &["owes", "superseded_at", "target"],
        ),
        designations("compliance_designations_order", &["by_order"]),
        designations("compliance_designations_of", &["designation"]),
        unique(
            "compliance_operator_reports_number",
            "compliance_operator_reports",
            &["year", "number"],
        ),
        index(
            "compliance_operator_reports_system",
            "compliance_operator_reports",
            &["system", "id"],
        ),
    ]
}

fn permits() -> TableCreateStatement {
    table(
        "compliance_terminal_permits",
        [
            id(),
            uuid("permit"),
            uuid("terminal"),
            opt(uuid("data_set")),
            opt(text("business")),
            opt(text("business_key")),
            date("valid_from"),
            date("valid_until"),
            timestamp("recorded_at"),
            opt(timestamp("superseded_at")),
        ],
    )
}

fn rules() -> TableCreateStatement {
    let mut rules = table(
        "compliance_terminal_rules",
        [
            id(),
            int("version"),
            date("effective_on"),
            text("body"),
            timestamp("at"),
            uuid("author"),
        ],
    );
    rules.index(&mut unique(
        "compliance_terminal_rules_version",
        "compliance_terminal_rules",
        &["version"],
    ));
    rules
}

fn checks() -> TableCreateStatement {
    table(
        "compliance_operation_checks",
        [
            id(),
            timestamp("at"),
            uuid("person"),
            uuid("asset"),
            uuid("section"),
            text("business"),
            opt(uuid("data_set")),
            opt(uuid("asked_by")),
            text("answer"),
            opt(text("rule")),
            opt(text("citation")),
            json("grounds"),
        ],
    )
}

fn check_indexes() -> Vec<IndexCreateStatement> {
    let checks = |name, columns| index(name, "compliance_operation_checks", columns);
    vec![
        checks("compliance_operation_checks_section", &["section", "id"]),
        checks("compliance_operation_checks_asset", &["asset", "id"]),
    ]
}
