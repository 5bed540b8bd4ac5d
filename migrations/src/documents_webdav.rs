//! What WebDAV keeps beside documents: the tokens of locks, files that are none yet, and properties of programs.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{Index, IndexCreateStatement, TableCreateStatement};

use crate::schema::{Step, flag, id, index, opt, table, text, timestamp, unique, uuid};

/// The migrations, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Step {
        tables,
        indexes,
        ..Step::named("documents_webdav_0001")
    })]
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "document_webdav_locks",
            [
                id(),
                uuid("thing"),
                text("file"),
                uuid("person"),
                text("owner"),
                flag("exclusive"),
                flag("deep"),
                timestamp("until"),
                opt(timestamp("before")),
            ],
        ),
        table(
            "document_webdav_files",
            [
                id(),
                uuid("place"),
                uuid("person"),
                text("name"),
                opt(uuid("file")),
                opt(uuid("aside")),
                text("was"),
                timestamp("at"),
            ],
        ),
        properties(),
    ]
}

/// By thing, file and name.
fn properties() -> TableCreateStatement {
    let mut properties = table(
        "document_webdav_properties",
        [
            uuid("thing"),
            text("file"),
            text("space"),
            text("local"),
            text("element"),
        ],
    );
    let mut key = Index::create();
    for column in ["thing", "file", "space", "local"] {
        key.col(column);
    }
    properties.primary_key(&mut key);
    properties
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index(
            "document_webdav_locks_thing",
            "document_webdav_locks",
            &["thing"],
        ),
        unique(
            "document_webdav_files_name",
            "document_webdav_files",
            &["place", "person", "name"],
        ),
    ]
}
