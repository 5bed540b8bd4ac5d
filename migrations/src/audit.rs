//! The sealed trail: entries in their order, signed heads, and the keys that signed them.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{Index, IndexCreateStatement, TableCreateStatement};

use crate::schema::{
    Step, bigint, bytes, date, id, index, opt, table, text, timestamp, unique, uuid,
};

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
        Box::new(Step {
            tables: || vec![citations()],
            indexes: || {
                vec![index(
                    "audit_citations_last",
                    "audit_citations",
                    &["rule", "outcome", "at"],
                )]
            },
            sqlite: &[CITED_SQLITE],
            postgres: &[CITED_POSTGRES],
            ..Step::named("audit_0003_citations")
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

/// The last entry of each day that cites a rule beside its first.
fn citations() -> TableCreateStatement {
    let mut citations = table(
        "audit_citations",
        [
            text("rule"),
            text("outcome"),
            date("day"),
            timestamp("at"),
            uuid("entry"),
        ],
    );
    citations.primary_key(Index::create().col("rule").col("outcome").col("day"));
    citations
}

/// What is sealed already counts, too. Days are those of the town hall, nine hours ahead of UTC.
const CITED_SQLITE: &str = "INSERT INTO audit_citations (rule, outcome, day, at, entry) \
    SELECT substr(c.value, 1, instr(c.value || ' ', ' ') - 1) AS rule, e.outcome, \
    date(e.at / 1000 + 32400, 'unixepoch') AS day, max(e.at), e.id \
    FROM audit_entries e, json_each(e.detail, '$.also') c WHERE e.seq IS NOT NULL \
    GROUP BY 1, 2, 3";

/// The same.
const CITED_POSTGRES: &str = "INSERT INTO audit_citations (rule, outcome, day, at, entry) \
    SELECT DISTINCT ON (1, 2, 3) split_part(c.value, ' ', 1), e.outcome, \
    CAST(to_timestamp(e.at / 1000) AT TIME ZONE 'Asia/Tokyo' AS date), e.at, e.id \
    FROM audit_entries e CROSS JOIN LATERAL jsonb_array_elements_text(e.detail -> 'also') AS c(value) \
    WHERE e.seq IS NOT NULL ORDER BY 1, 2, 3, e.at DESC";

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
