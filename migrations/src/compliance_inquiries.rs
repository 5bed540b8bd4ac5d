//! Tables of questions about what sections register, and of reports of violations.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{
    Expr, ExprTrait as _, IndexCreateStatement, TableCreateStatement,
};

use crate::schema::{
    Step, date, id, index, index_where, int, json, opt, table, text, timestamp, uuid,
};

/// The migrations of questions and reports, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Step {
        tables,
        indexes,
        ..Step::named("compliance_inquiries_0001")
    })]
}

fn tables() -> Vec<TableCreateStatement> {
    let inquiries = table(
        "compliance_inquiries",
        [
            id(),
            text("item_kind"),
            uuid("item"),
            text("title"),
            uuid("section"),
            text("question"),
            uuid("asked_by"),
            json("asked"),
            timestamp("asked_at"),
            date("due"),
            opt(uuid("assigned")),
            opt(text("answer")),
            opt(json("answered")),
            opt(timestamp("answered_at")),
            int("revision"),
        ],
    );
    let violations = table(
        "compliance_violations",
        [
            id(),
            text("item_kind"),
            uuid("item"),
            text("title"),
            text("breach"),
            text("account"),
            uuid("reported_by"),
            json("reported"),
            timestamp("reported_at"),
            date("due"),
            opt(text("outcome")),
            opt(text("reason")),
            opt(json("handled")),
            opt(timestamp("handled_at")),
            int("revision"),
        ],
    );
    vec![inquiries, violations]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index_where(
            "compliance_inquiries_open",
            "compliance_inquiries",
            &["id"],
            Expr::col("answered_at").is_null(),
        ),
        index(
            "compliance_inquiries_section",
            "compliance_inquiries",
            &["section", "id"],
        ),
        index(
            "compliance_inquiries_assigned",
            "compliance_inquiries",
            &["assigned", "id"],
        ),
        index(
            "compliance_inquiries_mine",
            "compliance_inquiries",
            &["asked_by", "id"],
        ),
        index_where(
            "compliance_violations_open",
            "compliance_violations",
            &["id"],
            Expr::col("handled_at").is_null(),
        ),
        index(
            "compliance_violations_mine",
            "compliance_violations",
            &["reported_by", "id"],
        ),
    ]
}
