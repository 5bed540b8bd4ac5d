//! What tells one state of the reference data from the next: the kernel's table `reference_edition`, of one row, and the
//! triggers that give it another value whenever something is written to a table of reference data.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::TableCreateStatement;

use crate::schema::{Step, table, uuid};

/// Has something that is done to a table change the edition.
macro_rules! trigger {
    ($table:literal, $when:literal, $what:literal) => {
        concat!(
            "CREATE TRIGGER ",
            $table,
            "_",
            $when,
            " AFTER ",
            $what,
            " ON ",
            $table,
            " BEGIN UPDATE reference_edition SET edition = randomblob(16); END"
        )
    };
}

/// What comes first, and what has whatever is written to these tables change the edition.
macro_rules! on_sqlite {
    ([$($first:literal),*] $($table:literal),+) => {
        &[
            $($first,)*
            $(
                trigger!($table, "inserted", "INSERT"),
                trigger!($table, "updated", "UPDATE"),
                trigger!($table, "deleted", "DELETE"),
            )+
        ]
    };
}

/// The same as the transaction ends, and once in it: until then nobody else waits for the row, and acts that write to
/// several tables never wait for each other crosswise.
macro_rules! on_postgres {
    ([$($first:literal),*] $($table:literal),+) => {
        &[
            $($first,)*
            $(
                concat!(
                    "CREATE CONSTRAINT TRIGGER ", $table, "_changed AFTER INSERT OR UPDATE OR DELETE ON ", $table,
                    " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reference_changed()"
                ),
            )+
        ]
    };
}

/// The first tables of reference data.
macro_rules! of_tables {
    ($on:ident, $($first:literal),+) => {
        $on!(
            [$($first),+]
            "staff",
            "appointments",
            "posts",
            "units",
            "unit_paths",
            "role_posts",
            "delegations",
            "grants",
            "function_switches",
            "announcements",
            "own_days",
            "board_categories",
            "facilities"
        )
    };
}

const SQLITE: &[&str] = of_tables!(
    on_sqlite,
    "INSERT INTO reference_edition (edition) VALUES (randomblob(16))"
);
const POSTGRES: &[&str] = of_tables!(
    on_postgres,
    "INSERT INTO reference_edition (edition) VALUES (gen_random_uuid())",
    "CREATE FUNCTION reference_changed() RETURNS trigger LANGUAGE plpgsql AS $$ \
     BEGIN \
       IF coalesce(current_setting('yakusho.reference_changed', true), '') = '' THEN \
         PERFORM set_config('yakusho.reference_changed', 'yes', true); \
         UPDATE reference_edition SET edition = gen_random_uuid(); \
       END IF; \
       RETURN NULL; \
     END $$"
);

/// The migrations, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step {
            tables,
            sqlite: SQLITE,
            postgres: POSTGRES,
            ..Step::named("reference_0001")
        }),
        Box::new(Step {
            sqlite: on_sqlite!([] "usage_rules", "compliance_pledge_texts"),
            postgres: on_postgres!([] "usage_rules", "compliance_pledge_texts"),
            ..Step::named("reference_0002_texts")
        }),
    ]
}

fn tables() -> Vec<TableCreateStatement> {
    vec![table("reference_edition", [uuid("edition")])]
}
