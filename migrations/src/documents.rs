//! Tables of cabinets and their documents, and of the register of what was received.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{Index, IndexCreateStatement, TableCreateStatement};

use crate::schema::{
    Step, date, id, index, int, json, opt, references, table, text, timestamp, unique, uuid,
};

/// The migrations of documents, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step {
            tables,
            indexes,
            ..Step::named("documents_0001")
        }),
        Box::new(Step {
            tables: || vec![receipts()],
            indexes: || {
                let table = "document_receipts";
                let number = ["fiscal_year", "number"];
                let section = ["section", "fiscal_year", "number"];
                vec![
                    unique("document_receipts_number", table, &number),
                    index("document_receipts_section", table, &section),
                ]
            },
            ..Step::named("documents_0002_receipts")
        }),
        Box::new(Step {
            indexes: || {
                let locked = ["locked_by", "changed_at", "id"];
                vec![index("documents_locked", "documents", &locked)]
            },
            ..Step::named("documents_0003_locked")
        }),
    ]
}

fn tables() -> Vec<TableCreateStatement> {
    vec![folders(), rights(), documents(), numbers(), disposals()]
}

/// Folders, of which those without one above are the cabinets. `rights` is the nearest of itself and those above that
/// says whose rights hold.
fn folders() -> TableCreateStatement {
    table(
        "document_folders",
        [
            id(),
            uuid("cabinet"),
            opt(uuid("parent")),
            uuid("section"),
            text("name"),
            int("depth"),
            int("position"),
            uuid("rights"),
            timestamp("created_at"),
            timestamp("changed_at"),
            int("revision"),
            opt(timestamp("removed_at")),
            // By which order it came to its section, so that it goes back when the order is undone.
            opt(uuid("by_order")),
            opt(uuid("section_before")),
        ],
    )
}

fn rights() -> TableCreateStatement {
    let mut rights = table(
        "document_rights",
        [uuid("place"), text("key"), text("level")],
    );
    rights.primary_key(Index::create().col("place").col("key"));
    references(&mut rights, "place", "document_folders");
    rights
}

fn documents() -> TableCreateStatement {
    let mut documents = table(
        "documents",
        vec![
            id(),
            uuid("folder"),
            uuid("author"),
            uuid("hand"),
            opt(text("proxy")),
            text("title"),
            text("notes"),
            text("category"),
            opt(text("registration")),
            json("tags"),
            int("fiscal_year"),
            opt(date("valid_from")),
            opt(date("valid_until")),
            opt(date("review_on")),
            text("retention"),
            json("files"),
            opt(json("decision")),
            text("state"),
            opt(uuid("numbered_by")),
            opt(text("numbered_as")),
            opt(int("number")),
            int("version"),
            opt(int("first_version")),
            timestamp("created_at"),
            timestamp("changed_at"),
            int("revision"),
            opt(uuid("locked_by")),
            opt(timestamp("locked_at")),
            opt(timestamp("locked_until")),
            opt(timestamp("removed_at")),
            opt(uuid("removed_by")),
            opt(text("removed_reason")),
        ],
    );
    references(&mut documents, "folder", "document_folders");
    documents
}

/// The last number that a section gave in a fiscal year.
fn numbers() -> TableCreateStatement {
    let mut numbers = table(
        "document_numbers",
        [uuid("section"), int("fiscal_year"), int("last")],
    );
    numbers.primary_key(Index::create().col("section").col("fiscal_year"));
    numbers
}

/// What was disposed of, in place of it.
fn disposals() -> TableCreateStatement {
    table(
        "document_disposals",
        [
            id(),
            uuid("section"),
            text("section_name"),
            text("numbered_as"),
            int("fiscal_year"),
            int("number"),
            text("title"),
            text("category"),
            text("retention"),
            date("kept_until"),
            int("versions"),
            int("files"),
            timestamp("disposed_at"),
            uuid("disposed_by"),
            text("reason"),
        ],
    )
}

/// What was received, by the numbers of each fiscal year.
fn receipts() -> TableCreateStatement {
    table(
        "document_receipts",
        vec![
            id(),
            int("fiscal_year"),
            int("number"),
            date("received_on"),
            text("sender"),
            text("title"),
            text("means"),
            uuid("section"),
            text("notes"),
            json("files"),
            opt(uuid("document")),
            uuid("author"),
            uuid("hand"),
            opt(text("proxy")),
            int("version"),
            timestamp("created_at"),
            timestamp("changed_at"),
            int("revision"),
        ],
    )
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index(
            "document_folders_parent",
            "document_folders",
            &["parent", "name"],
        ),
        index("document_folders_cabinet", "document_folders", &["cabinet"]),
        index("document_folders_section", "document_folders", &["section"]),
        index("document_rights_key", "document_rights", &["key", "place"]),
        index(
            "documents_folder",
            "documents",
            &["folder", "changed_at", "id"],
        ),
        index(
            "documents_changed",
            "documents",
            &["state", "changed_at", "id"],
        ),
        index(
            "documents_author",
            "documents",
            &["author", "state", "changed_at"],
        ),
        index("documents_review", "documents", &["state", "review_on"]),
        unique(
            "documents_number",
            "documents",
            &["numbered_by", "fiscal_year", "number"],
        ),
        index(
            "document_disposals_section",
            "document_disposals",
            &["section", "disposed_at"],
        ),
    ]
}
