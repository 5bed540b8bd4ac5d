//! Tables of procedures on prescribed forms, and of what stands on them.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{
    Expr, ExprTrait as _, Index, IndexCreateStatement, TableCreateStatement,
};

use crate::schema::{
    Step, added, date, flag, id, index, index_where, int, json, opt, references, table, text,
    timestamp, unique, uuid,
};

/// The migrations of compliance, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step {
            tables: procedure_tables,
            indexes: procedure_indexes,
            ..Step::named("compliance_0001_procedures")
        }),
        Box::new(Step {
            tables: data_use_tables,
            indexes: data_use_indexes,
            ..Step::named("compliance_0002_data_use")
        }),
        Box::new(Step {
            tables: system_tables,
            indexes: || {
                vec![index(
                    "compliance_systems_name",
                    "compliance_systems",
                    &["name", "id"],
                )]
            },
            ..Step::named("compliance_0003_systems")
        }),
        Box::new(Step {
            columns: || vec![added("compliance_acts", json("answers"))],
            ..Step::named("compliance_0004_fields_of_steps")
        }),
    ]
}

fn procedure_tables() -> Vec<TableCreateStatement> {
    let mut definitions = table(
        "compliance_definitions",
        [text("digest"), json("procedure"), timestamp("at")],
    );
    definitions.primary_key(Index::create().col("digest"));
    let mut numbers = table(
        "compliance_numbers",
        [text("register"), int("year"), int("last")],
    );
    numbers.primary_key(Index::create().col("register").col("year"));
    let cases = table(
        "compliance_cases",
        vec![
            id(),
            text("kind"),
            text("definition"),
            text("register"),
            opt(int("year")),
            opt(int("number")),
            uuid("author"),
            uuid("hand"),
            opt(text("proxy")),
            opt(json("submitted")),
            uuid("section"),
            text("subject"),
            json("content"),
            text("state"),
            int("round"),
            opt(int("step")),
            opt(date("submitted_on")),
            opt(date("acted_on")),
            opt(date("decided_on")),
            opt(text("conditions")),
            int("acts"),
            timestamp("created_at"),
            timestamp("changed_at"),
            int("version"),
            int("revision"),
        ],
    );
    let mut tasks = table(
        "compliance_tasks",
        [
            id(),
            uuid("of_case"),
            int("round"),
            int("step"),
            int("place"),
            // The role, or "head" for the head of the unit.
            text("role"),
            opt(uuid("unit")),
            opt(date("due")),
            text("state"),
            timestamp("opened_at"),
        ],
    );
    references(&mut tasks, "of_case", "compliance_cases");
    let mut acts = table(
        "compliance_acts",
        [
            id(),
            uuid("of_case"),
            int("place"),
            text("kind"),
            int("round"),
            opt(int("step")),
            opt(uuid("task")),
            date("acted_on"),
            timestamp("at"),
            opt(uuid("author")),
            opt(uuid("hand")),
            opt(text("proxy")),
            text("name"),
            opt(text("hand_name")),
            opt(text("remark")),
        ],
    );
    references(&mut acts, "of_case", "compliance_cases");
    vec![definitions, numbers, cases, tasks, acts]
}

fn procedure_indexes() -> Vec<IndexCreateStatement> {
    let waiting = || Expr::col("state").eq("waiting");
    vec![
        unique(
            "compliance_cases_number",
            "compliance_cases",
            &["register", "year", "number"],
        ),
        index(
            "compliance_cases_section",
            "compliance_cases",
            &["section", "changed_at", "id"],
        ),
        index(
            "compliance_cases_author",
            "compliance_cases",
            &["author", "changed_at", "id"],
        ),
        index(
            "compliance_tasks_case",
            "compliance_tasks",
            &["of_case", "round"],
        ),
        // Few of all tasks wait, which statistics do not tell.
        index_where(
            "compliance_tasks_waiting",
            "compliance_tasks",
            &["role", "unit", "id"],
            waiting(),
        ),
        index_where(
            "compliance_tasks_due",
            "compliance_tasks",
            &["due"],
            waiting(),
        ),
        index(
            "compliance_acts_case",
            "compliance_acts",
            &["of_case", "place"],
        ),
    ]
}

fn data_use_tables() -> Vec<TableCreateStatement> {
    let mut uses = table(
        "compliance_data_uses",
        [
            id(),
            uuid("of_case"),
            uuid("section"),
            uuid("data_set"),
            text("purpose"),
            date("valid_from"),
            date("valid_until"),
            date("granted_on"),
        ],
    );
    references(&mut uses, "of_case", "compliance_cases");
    let data_sets = table(
        "compliance_data_sets",
        [
            id(),
            text("name"),
            uuid("section"),
            flag("personal"),
            text("about"),
            int("revision"),
        ],
    );
    vec![data_sets, uses]
}

fn data_use_indexes() -> Vec<IndexCreateStatement> {
    vec![
        index(
            "compliance_data_uses_check",
            "compliance_data_uses",
            &["section", "data_set", "valid_until"],
        ),
        unique(
            "compliance_data_uses_case",
            "compliance_data_uses",
            &["of_case"],
        ),
        index(
            "compliance_data_uses_section",
            "compliance_data_uses",
            &["section", "valid_until", "id"],
        ),
        index(
            "compliance_data_sets_name",
            "compliance_data_sets",
            &["name", "id"],
        ),
        index(
            "compliance_data_sets_section",
            "compliance_data_sets",
            &["section", "name", "id"],
        ),
    ]
}

fn system_tables() -> Vec<TableCreateStatement> {
    let systems = table(
        "compliance_systems",
        [
            id(),
            text("name"),
            text("class"),
            uuid("section"),
            flag("research"),
            int("revision"),
        ],
    );
    let mut connections = table(
        "compliance_connections",
        [id(), uuid("information_side"), uuid("business_side")],
    );
    references(&mut connections, "information_side", "compliance_systems");
    references(&mut connections, "business_side", "compliance_systems");
    vec![systems, connections]
}
