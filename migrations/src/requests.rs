//! Table of the kernel for requests that act once: the keys under which they acted, and what was answered.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{Index, IndexCreateStatement, TableCreateStatement};

use crate::schema::{Step, bytes, index, opt, table, text, timestamp, uuid};

/// The migrations, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Step {
        tables,
        indexes,
        ..Step::named("requests_0001")
    })]
}

fn tables() -> Vec<TableCreateStatement> {
    let columns = [
        uuid("person"),
        text("key"),
        text("fingerprint"),
        uuid("request"),
        timestamp("at"),
        opt(text("subject_kind")),
        opt(uuid("subject_id")),
        opt(bytes("answer")),
    ];
    let mut keys = table("request_keys", columns);
    keys.primary_key(Index::create().col("person").col("key"));
    vec![keys]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![index("request_keys_at", "request_keys", &["at"])]
}
