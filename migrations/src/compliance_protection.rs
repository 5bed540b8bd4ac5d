//! The tables of the measures that protect systems, of their security methods, and of who does and pays for what.

use sea_orm_migration::MigrationTrait;

use crate::schema::{Step, date, id, index, int, json, opt, table, text, timestamp, uuid};

/// The migrations of the protection of systems and of their divisions, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(measures()), Box::new(divisions())]
}

fn measures() -> Step {
    Step {
        tables: || {
            vec![
                table(
                    "compliance_measures",
                    [
                        id(),
                        uuid("system"),
                        text("kind"),
                        text("text"),
                        date("since"),
                        opt(uuid("section")),
                        json("entered"),
                        opt(date("review_on")),
                        opt(json("reviewed")),
                        opt(json("ended")),
                        int("revision"),
                    ],
                ),
                table(
                    "compliance_security_methods",
                    [
                        id(),
                        uuid("system"),
                        text("text"),
                        date("valid_from"),
                        json("set_by"),
                        timestamp("recorded_at"),
                        opt(timestamp("superseded_at")),
                    ],
                ),
            ]
        },
        indexes: || {
            let measures = |name, columns| index(name, "compliance_measures", columns);
            vec![
                measures("compliance_measures_system", &["system", "id"]),
                measures("compliance_measures_review", &["review_on", "id"]),
                measures(
                    "compliance_measures_section",
                    &["section", "review_on", "id"],
                ),
                index(
                    "compliance_security_methods_system",
                    "compliance_security_methods",
                    &["system", "id"],
                ),
            ]
        },
        ..Step::named("compliance_protection_0001")
    }
}

fn divisions() -> Step {
    Step {
        tables: || {
            vec![table(
                "compliance_divisions",
                [
                    id(),
                    uuid("of_case"),
                    uuid("system"),
                    text("kind"),
                    date("valid_from"),
                    json("parts"),
                    text("text"),
                ],
            )]
        },
        indexes: || {
            vec![index(
                "compliance_divisions_system",
                "compliance_divisions",
                &["system", "kind", "valid_from", "id"],
            )]
        },
        ..Step::named("compliance_protection_0002_divisions")
    }
}
