//! The index of search. On PostgreSQL the terms of an entry are a column of it, on SQLite they are in a full-text table
//! beside it that keeps no text of its own.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{IndexCreateStatement, TableCreateStatement};

use crate::schema::{Step, bigint, flag, index, int, opt, table, text, timestamp, unique, uuid};

/// The migrations, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Step {
        tables,
        indexes,
        sqlite: SQLITE,
        postgres: POSTGRES,
        ..Step::named("search_0001_index")
    })]
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "search_items",
            [
                bigint("id").auto_increment().primary_key().take(),
                text("kind"),
                uuid("item"),
                opt(uuid("place")),
                opt(uuid("section")),
                timestamp("at"),
                text("title"),
                text("body"),
            ],
        ),
        table("search_common", [text("term").primary_key().take()]),
        table(
            "search_progress",
            [
                int("edition").primary_key().take(),
                uuid("upto"),
                flag("done"),
            ],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("search_items_item", "search_items", &["item"]),
        index("search_items_place", "search_items", &["place"]),
    ]
}

/// The tokenizer takes every character beyond ASCII as part of a term: which they are is said by the program.
const SQLITE: &[&str] = &[
    "CREATE VIRTUAL TABLE search_words USING fts5(\
     title, body, content = '', contentless_delete = 1, tokenize = 'ascii')",
    "CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search_words, 'row')",
];

const POSTGRES: &[&str] = &[
    "ALTER TABLE search_items ADD COLUMN words tsvector NOT NULL",
    "CREATE INDEX search_items_words ON search_items USING gin (words) WITH (fastupdate = off)",
];
