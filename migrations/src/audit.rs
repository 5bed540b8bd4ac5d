//! The sealed trail: entries in their order, signed heads, and the keys that signed them.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{IndexCreateStatement, TableCreateStatement};

use crate::schema::{Step, bigint, bytes, id, opt, table, text, timestamp, unique, uuid};

/// The trail's migrations, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step {
            tables,
            indexes,
            ..Step::named("audit_0001")
        }),
        Box::new(Step {
            tables: || vec![head_mails()],
            ..Step::named("audit_0002_head_mails")
        }),
    ]
}

/// Which heads a relay took as mail.
fn head_mails() -> TableCreateStatement {
    table(
        "audit_head_mails",
        [uuid("head").primary_key().take(), timestamp("at")],
    )
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "audit_links",
            [
                bigint("seq").primary_key().take(),
                uuid("entry"),
                bytes("hash"),
            ],
        ),
        table(
            "audit_heads",
            [
                id(),
                bigint("seq"),
                timestamp("at"),
                text("key"),
                text("text"),
            ],
        ),
        table(
            "audit_keys",
            [
                id(),
                text("key"),
                text("public"),
                timestamp("since"),
                opt(text("succession")),
            ],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("audit_links_entry", "audit_links", &["entry"]),
        unique("audit_keys_key", "audit_keys", &["key"]),
    ]
}
