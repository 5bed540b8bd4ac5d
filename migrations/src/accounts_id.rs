//! Tables of accounts: who may sign in, with what, since when, and what they may do.
//!
//! Passwords, secrets of sessions and tokens, and recovery codes are here as hashes alone.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{
    Expr, ExprTrait as _, IndexCreateStatement, TableCreateStatement,
};

use crate::schema::{
    Step, added, bigint, bytes, date, flag, id, index, index_where, int, json, opt, references,
    table, text, timestamp, unique, unique_where, uuid,
};

/// The accounts' migrations, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step {
            tables,
            indexes,
            ..Step::named("accounts_id_0001")
        }),
        Box::new(Step {
            tables: || vec![announcements()],
            indexes: || {
                let end = ["ended_at", "ends_at"];
                vec![index("announcements_end", "announcements", &end)]
            },
            ..Step::named("accounts_id_0002_announcements")
        }),
        Box::new(Step {
            columns: || vec![added("sessions", text("acting_kind"))],
            ..Step::named("accounts_id_0003_kind_of_proxy")
        }),
        // Few sessions have a former secret. By an index of all, SQLite took one to belong to any of them.
        Box::new(Step {
            indexes: || {
                let had = Expr::col("former_digest").is_not_null();
                vec![index_where(
                    "sessions_former_secret",
                    "sessions",
                    &["former_digest"],
                    had,
                )]
            },
            sqlite: &["DROP INDEX sessions_former"],
            postgres: &["DROP INDEX sessions_former"],
            ..Step::named("accounts_id_0004_former_secrets")
        }),
        Box::new(Step {
            tables: || vec![unsent()],
            indexes: || {
                vec![
                    index("unsent_forms_person", "unsent_forms", &["person"]),
                    index("unsent_forms_at", "unsent_forms", &["kept_at"]),
                    index("sessions_csrf", "sessions", &["csrf"]),
                ]
            },
            ..Step::named("accounts_id_0005_unsent_forms")
        }),
        Box::new(Step {
            columns: || {
                vec![
                    added("accounts", text("external_id")),
                    added("accounts", timestamp("withdrawn_at")),
                ]
            },
            indexes: || vec![index("accounts_external", "accounts", &["external_id"])],
            ..Step::named("accounts_id_0006_provisioning")
        }),
    ]
}

/// Forms that were sent and not taken: for a day, for whoever sent them.
fn unsent() -> TableCreateStatement {
    let columns = [id(), uuid("person"), bytes("sent"), timestamp("kept_at")];
    table("unsent_forms", columns)
}

/// What is announced to everybody.
fn announcements() -> TableCreateStatement {
    table(
        "announcements",
        [
            id(),
            text("kind"),
            text("words_ja"),
            text("words_en"),
            timestamp("shown_from"),
            timestamp("starts_at"),
            opt(timestamp("ends_at")),
            timestamp("made_at"),
            uuid("made_by"),
            opt(timestamp("ended_at")),
            opt(uuid("ended_by")),
        ],
    )
}

fn tables() -> Vec<TableCreateStatement> {
    [accounts(), credentials(), sessions(), administration()].concat()
}

/// A table whose rows belong to an account.
fn of_account(mut table: TableCreateStatement, column: &'static str) -> TableCreateStatement {
    references(&mut table, column, "accounts");
    table
}

fn accounts() -> Vec<TableCreateStatement> {
    vec![
        table(
            "accounts",
            [
                id(),
                uuid("person"),
                text("login"),
                text("login_key"),
                text("state"),
                flag("shared"),
                opt(uuid("sharing")),
                opt(date("ends_on")),
                opt(uuid("approved_by")),
                opt(timestamp("approved_at")),
                opt(text("approval_reason")),
                timestamp("opened_at"),
                opt(timestamp("closed_at")),
                opt(text("close_cause")),
                opt(text("close_reason")),
                opt(timestamp("last_sign_in_at")),
                opt(text("lang")),
                int("revision"),
            ],
        ),
        // Permissions of the information system manager that people share an account.
        table(
            "sharing_permissions",
            [
                id(),
                uuid("person"),
                json("people"),
                text("reason"),
                date("ends_on"),
                uuid("permitted_by"),
                timestamp("permitted_at"),
                opt(timestamp("withdrawn_at")),
            ],
        ),
        of_account(
            table(
                "suspensions",
                [
                    id(),
                    uuid("account"),
                    text("breach"),
                    opt(text("clause")),
                    text("citation"),
                    text("reason"),
                    timestamp("suspended_at"),
                    uuid("suspended_by"),
                    opt(timestamp("lifted_at")),
                    opt(uuid("lifted_by")),
                    opt(text("lift_reason")),
                ],
            ),
            "account",
        ),
        of_account(
            table(
                "leaver_cases",
                [
                    id(),
                    uuid("account"),
                    opt(uuid("unit")),
                    text("finding"),
                    date("since"),
                    text("state"),
                    timestamp("opened_at"),
                    date("asked_on"),
                    int("reminders"),
                    opt(timestamp("answered_at")),
                    opt(uuid("answered_by")),
                    opt(text("reason")),
                ],
            ),
            "account",
        ),
    ]
}

fn credentials() -> Vec<TableCreateStatement> {
    vec![
        of_account(
            table(
                "passwords",
                [
                    uuid("account").primary_key().take(),
                    text("hash"),
                    timestamp("set_at"),
                    flag("one_time"),
                    opt(timestamp("expires_at")),
                    opt(timestamp("used_at")),
                    int("revision"),
                ],
            ),
            "account",
        ),
        of_account(
            table(
                "former_passwords",
                [
                    id(),
                    uuid("account"),
                    text("hash"),
                    timestamp("replaced_at"),
                ],
            ),
            "account",
        ),
        of_account(
            table(
                "second_factors",
                [
                    uuid("account").primary_key().take(),
                    bytes("secret"),
                    timestamp("made_at"),
                    opt(timestamp("confirmed_at")),
                    bigint("last_step"),
                ],
            ),
            "account",
        ),
        of_account(
            table(
                "recovery_codes",
                [
                    id(),
                    uuid("account"),
                    bytes("digest"),
                    opt(timestamp("used_at")),
                ],
            ),
            "account",
        ),
        of_account(
            table(
                "api_tokens",
                [
                    id(),
                    uuid("account"),
                    text("name"),
                    bytes("digest"),
                    text("scopes"),
                    timestamp("made_at"),
                    date("ends_on"),
                    opt(timestamp("used_at")),
                    opt(timestamp("ended_at")),
                    opt(text("end_cause")),
                ],
            ),
            "account",
        ),
    ]
}

fn sessions() -> Vec<TableCreateStatement> {
    vec![
        of_account(
            table(
                "sessions",
                [
                    id(),
                    uuid("account"),
                    bytes("digest"),
                    opt(bytes("former_digest")),
                    opt(timestamp("former_until")),
                    text("csrf"),
                    bigint("rights"),
                    timestamp("started_at"),
                    timestamp("seen_at"),
                    timestamp("ends_at"),
                    text("address"),
                    text("agent"),
                    opt(timestamp("ended_at")),
                    opt(text("end_cause")),
                    opt(uuid("acting_for")),
                ],
            ),
            "account",
        ),
        // A right password whose account asks for a code: from one page to the next.
        of_account(
            table(
                "sign_in_challenges",
                [
                    id(),
                    uuid("account"),
                    bytes("digest"),
                    int("password_revision"),
                    timestamp("made_at"),
                ],
            ),
            "account",
        ),
        table(
            "sign_ins",
            [
                id(),
                opt(uuid("account")),
                timestamp("at"),
                text("result"),
                text("address"),
                text("agent"),
            ],
        ),
        // Browsers and addresses from which an account was signed in to.
        of_account(
            table(
                "known_places",
                [
                    id(),
                    uuid("account"),
                    bytes("place"),
                    timestamp("first_at"),
                    timestamp("last_at"),
                ],
            ),
            "account",
        ),
        // Failures of signing in, counted by whom they count against.
        table(
            "sign_in_budgets",
            [
                bytes("key").primary_key().take(),
                int("failures"),
                timestamp("counted_from"),
                opt(timestamp("held_until")),
                int("holds"),
            ],
        ),
    ]
}

fn administration() -> Vec<TableCreateStatement> {
    let mut acknowledgements = table(
        "usage_acknowledgements",
        [id(), uuid("rules"), uuid("person"), timestamp("at")],
    );
    references(&mut acknowledgements, "rules", "usage_rules");
    vec![
        table(
            "usage_rules",
            [
                id(),
                int("number"),
                date("effective_on"),
                text("body_ja"),
                text("body_en"),
                timestamp("made_at"),
                uuid("made_by"),
                opt(timestamp("withdrawn_at")),
            ],
        ),
        acknowledgements,
        table(
            "function_switches",
            [
                text("function").primary_key().take(),
                flag("is_on"),
                text("reason"),
                timestamp("changed_at"),
                uuid("changed_by"),
            ],
        ),
        table(
            "grants",
            [
                id(),
                text("permission"),
                uuid("grantee"),
                text("grantee_kind"),
                opt(uuid("within")),
                text("reason"),
                timestamp("granted_at"),
                uuid("granted_by"),
                opt(timestamp("ended_at")),
            ],
        ),
        table(
            "registration_approvals",
            [
                id(),
                text("subject_kind"),
                uuid("subject_id"),
                text("label"),
                text("state"),
                uuid("requested_by"),
                timestamp("requested_at"),
                opt(uuid("decided_by")),
                opt(timestamp("decided_at")),
                text("decision"),
            ],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("accounts_login", "accounts", &["login_key"]),
        unique_where(
            "accounts_one_a_person",
            "accounts",
            &["person"],
            "shared",
            false,
        ),
        index("accounts_person", "accounts", &["person"]),
        index("accounts_ends", "accounts", &["state", "ends_on"]),
        index(
            "sharing_permissions_ends",
            "sharing_permissions",
            &["ends_on", "id"],
        ),
        index("suspensions_account", "suspensions", &["account", "id"]),
        unique(
            "leaver_cases_once",
            "leaver_cases",
            &["account", "finding", "since"],
        ),
        index("leaver_cases_open", "leaver_cases", &["state", "id"]),
        index(
            "leaver_cases_unit",
            "leaver_cases",
            &["unit", "state", "id"],
        ),
        index("passwords_set", "passwords", &["set_at", "account"]),
        index(
            "former_passwords_account",
            "former_passwords",
            &["account", "id"],
        ),
        index("recovery_codes_account", "recovery_codes", &["account"]),
        unique("api_tokens_digest", "api_tokens", &["digest"]),
        index("api_tokens_account", "api_tokens", &["account", "id"]),
        unique("sessions_digest", "sessions", &["digest"]),
        index("sessions_former", "sessions", &["former_digest"]),
        index("sessions_account", "sessions", &["account", "ended_at"]),
        unique(
            "sign_in_challenges_digest",
            "sign_in_challenges",
            &["digest"],
        ),
        index(
            "sign_in_challenges_made",
            "sign_in_challenges",
            &["made_at"],
        ),
        index("sign_ins_account", "sign_ins", &["account", "id"]),
        unique("known_places_once", "known_places", &["account", "place"]),
        index(
            "sign_in_budgets_counted",
            "sign_in_budgets",
            &["counted_from"],
        ),
        unique("usage_rules_number", "usage_rules", &["number"]),
        index("usage_rules_effective", "usage_rules", &["effective_on"]),
        unique(
            "usage_acknowledgements_once",
            "usage_acknowledgements",
            &["rules", "person"],
        ),
        index("grants_grantee", "grants", &["grantee", "ended_at"]),
        index(
            "registration_approvals_state",
            "registration_approvals",
            &["state", "id"],
        ),
        index(
            "registration_approvals_subject",
            "registration_approvals",
            &["subject_kind", "subject_id"],
        ),
    ]
}
