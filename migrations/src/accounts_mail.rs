//! Notices by mail: where and when each person wants them, which wait, and the mails that are on their way.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{
    Expr, ExprTrait as _, IndexCreateStatement, TableCreateStatement,
};

use crate::schema::{
    Step, added, bytes, flag, id, index, index_where, int, json, opt, smallint, table, text,
    timestamp, uuid,
};

/// The migrations, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step {
            tables,
            indexes,
            ..Step::named("accounts_mail_0001")
        }),
        Box::new(Step {
            columns: || vec![added("mail_boxes", smallint("asks"))],
            ..Step::named("accounts_mail_0002")
        }),
    ]
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "mail_boxes",
            [
                uuid("person").primary_key().take(),
                opt(text("address")),
                opt(text("asked")),
                opt(bytes("code")),
                opt(timestamp("asked_at")),
                smallint("tries"),
                json("ways"),
                smallint("digest_hour"),
                opt(smallint("quiet_from")),
                opt(smallint("quiet_until")),
                flag("quiet_closed_days"),
                int("revision"),
            ],
        ),
        table(
            "notice_mails",
            [
                uuid("notice").primary_key().take(),
                uuid("person"),
                timestamp("due_at"),
                opt(uuid("mail")),
            ],
        ),
        table(
            "mails",
            [
                id(),
                uuid("person"),
                text("kind"),
                text("state"),
                timestamp("at"),
                timestamp("due_at"),
                int("attempts"),
                opt(text("why")),
            ],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index_where(
            "notice_mails_due",
            "notice_mails",
            &["due_at", "person"],
            Expr::col("mail").is_null(),
        ),
        index("notice_mails_person", "notice_mails", &["person"]),
        index("notice_mails_mail", "notice_mails", &["mail"]),
        index("mails_due", "mails", &["state", "due_at", "id"]),
        index("mails_state", "mails", &["state", "id"]),
        index("mails_person", "mails", &["person"]),
    ]
}
