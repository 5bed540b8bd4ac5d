//! Tables of the kernel: audit entries, versions, notices, outbox, jobs.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{
    ConditionalStatement as _, Expr, ExprTrait as _, IndexCreateStatement, TableCreateStatement,
};

use crate::schema::{
    Step, bigint, bytes, date, flag, id, index, int, json, opt, table, text, timestamp, unique,
    uuid,
};

/// The kernel's migrations, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Step {
        tables,
        indexes,
        ..Step::named("kernel_0001")
    })]
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "audit_entries",
            [
                id(),
                timestamp("at"),
                opt(uuid("person")),
                opt(uuid("on_behalf")),
                opt(text("proxy")),
                opt(text("part")),
                opt(text("role")),
                text("act"),
                opt(text("subject_kind")),
                opt(uuid("subject_id")),
                opt(text("rule")),
                opt(text("citation")),
                text("outcome"),
                json("detail"),
                uuid("request"),
                opt(bigint("seq")),
            ],
        ),
        table(
            "versions",
            [
                id(),
                text("subject_kind"),
                uuid("subject_id"),
                int("number"),
                timestamp("at"),
                opt(uuid("by")),
                json("content"),
                bytes("salt"),
                text("digest"),
            ],
        ),
        table(
            "notices",
            [
                id(),
                uuid("person"),
                text("kind"),
                text("subject_kind"),
                uuid("subject_id"),
                text("key"),
                json("params"),
                timestamp("at"),
                opt(timestamp("seen_at")),
            ],
        ),
        table(
            "outbox",
            [
                id(),
                text("kind"),
                json("payload"),
                timestamp("at"),
                timestamp("due_at"),
                int("attempts"),
                text("done"),
            ],
        ),
        table(
            "job_locks",
            [
                text("name").primary_key().take(),
                uuid("holder"),
                timestamp("until"),
            ],
        ),
        table(
            "job_runs",
            [
                id(),
                text("job"),
                date("as_of"),
                timestamp("started_at"),
                timestamp("ended_at"),
                flag("ok"),
                json("summary"),
            ],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("audit_entries_person", "audit_entries", &["person", "id"]),
        index(
            "audit_entries_subject",
            "audit_entries",
            &["subject_kind", "subject_id", "id"],
        ),
        index(
            "audit_entries_rule",
            "audit_entries",
            &["rule", "outcome", "at"],
        ),
        index("audit_entries_act", "audit_entries", &["act", "id"]),
        index("audit_entries_unsealed", "audit_entries", &["id"])
            .and_where(Expr::col("seq").is_null())
            .take(),
        unique(
            "versions_number",
            "versions",
            &["subject_kind", "subject_id", "number"],
        ),
        unique(
            "notices_once",
            "notices",
            &["person", "kind", "subject_kind", "subject_id", "key"],
        ),
        index("notices_person", "notices", &["person", "id"]),
        index("notices_unseen", "notices", &["person", "seen_at"]),
        index("outbox_due", "outbox", &["due_at", "id"]),
    ]
}
