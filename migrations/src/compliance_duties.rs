//! Tables of the ledger of duties, and of how it stood with each rule on each day.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{
    Expr, ExprTrait as _, Index, IndexCreateStatement, TableCreateStatement,
};

use crate::schema::{
    Step, bigint, bytes, date, id, index, index_where, json, opt, table, text, timestamp, unique,
    uuid,
};

/// The migrations of the ledger, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Step {
        tables,
        indexes,
        ..Step::named("compliance_duties_0001")
    })]
}

fn tables() -> Vec<TableCreateStatement> {
    let duties = table(
        "compliance_duties",
        [
            id(),
            text("kind"),
            opt(text("rule")),
            // "person", "post", "head" of a unit, or a role.
            text("debtor"),
            opt(uuid("debtor_id")),
            date("due"),
            text("about_kind"),
            uuid("about_id"),
            json("params"),
            text("state"),
            timestamp("opened_at"),
            // The audit entries of the acts that brought it about and ended it.
            uuid("opened_by"),
            opt(timestamp("closed_at")),
            opt(uuid("closed_by")),
            opt(text("remark")),
        ],
    );
    let mut states = table(
        "compliance_rule_states",
        [
            date("day"),
            text("rule"),
            bigint("open"),
            bigint("overdue"),
            opt(date("next")),
        ],
    );
    states.primary_key(Index::create().col("day").col("rule"));
    let feeds = table(
        "compliance_duty_feeds",
        [
            uuid("person").primary_key().take(),
            bytes("digest"),
            timestamp("made_at"),
        ],
    );
    vec![duties, states, feeds]
}

fn indexes() -> Vec<IndexCreateStatement> {
    let open = || Expr::col("state").eq("open");
    vec![
        // Few of all duties are open, which statistics do not tell.
        index_where(
            "compliance_duties_due",
            "compliance_duties",
            &["due", "id"],
            open(),
        ),
        index_where(
            "compliance_duties_debtor",
            "compliance_duties",
            &["debtor", "debtor_id", "due", "id"],
            open(),
        ),
        index_where(
            "compliance_duties_about",
            "compliance_duties",
            &["about_kind", "about_id"],
            open(),
        ),
        index(
            "compliance_duties_closed",
            "compliance_duties",
            &["closed_at", "id"],
        ),
        index(
            "compliance_duties_theirs",
            "compliance_duties",
            &["debtor", "debtor_id", "closed_at"],
        ),
        unique(
            "compliance_duty_feeds_digest",
            "compliance_duty_feeds",
            &["digest"],
        ),
        index(
            "compliance_data_uses_end",
            "compliance_data_uses",
            &["valid_until", "id"],
        ),
    ]
}
