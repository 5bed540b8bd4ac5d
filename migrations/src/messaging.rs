//! Tables of the board and of circulations, with the files and comments that both have.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{
    ColumnDef, Expr, ExprTrait as _, Index, IndexCreateStatement, TableCreateStatement,
};

use crate::schema::{
    Step, bigint, bytes, date, flag, id, index, index_where, int, json, opt, references, smallint,
    table, text, timestamp, unique, uuid,
};

/// The migrations of messaging, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step {
            tables,
            indexes,
            ..Step::named("messaging_0001")
        }),
        // Few posts ask to be confirmed, which statistics of all do not tell.
        Box::new(Step {
            indexes: || {
                let asking = Expr::col("asks").eq(true);
                vec![index_where(
                    "board_posts_asking",
                    "board_posts",
                    &["state"],
                    asking,
                )]
            },
            ..Step::named("messaging_0002_asking")
        }),
    ]
}

fn tables() -> Vec<TableCreateStatement> {
    [shared(), board(), circulation()].concat()
}

/// A table whose key is made of the first two columns.
fn keyed(
    name: &'static str,
    key: [&'static str; 2],
    columns: impl IntoIterator<Item = ColumnDef>,
) -> TableCreateStatement {
    let mut table = table(name, columns);
    table.primary_key(Index::create().col(key[0]).col(key[1]));
    table
}

/// The same table, with a foreign key to another one.
fn of(
    mut table: TableCreateStatement,
    column: &'static str,
    target: &'static str,
) -> TableCreateStatement {
    references(&mut table, column, target);
    table
}

/// Whose words something is: the author, the hand that wrote it, and by which kind of proxy if they differ.
fn authorship() -> [ColumnDef; 3] {
    [uuid("author"), uuid("hand"), opt(text("proxy"))]
}

/// That something was taken down: when, by whom, and why.
fn removal() -> [ColumnDef; 3] {
    [
        opt(timestamp("removed_at")),
        opt(uuid("removed_by")),
        opt(text("removed_reason")),
    ]
}

fn shared() -> Vec<TableCreateStatement> {
    vec![
        table(
            "attachments",
            [
                id(),
                opt(text("subject_kind")),
                opt(uuid("subject_id")),
                bytes("blob"),
                bigint("size"),
                text("name"),
                text("media_type"),
                uuid("uploader"),
                timestamp("at"),
            ],
        ),
        table(
            "comments",
            [id(), text("subject_kind"), uuid("subject_id")]
                .into_iter()
                .chain(authorship())
                .chain([
                    text("author_name"),
                    timestamp("at"),
                    text("body"),
                    text("state"),
                    int("version"),
                    int("revision"),
                ])
                .chain(removal()),
        ),
    ]
}

fn board() -> Vec<TableCreateStatement> {
    let posts = [id(), uuid("category")]
        .into_iter()
        .chain(authorship())
        .chain(vec![
            opt(uuid("section")),
            text("byline"),
            text("title"),
            text("body"),
            json("files"),
            opt(text("registration")),
            flag("comments"),
            flag("asks"),
            opt(date("due")),
            opt(timestamp("starts_at")),
            opt(timestamp("ends_at")),
            opt(timestamp("pinned_until")),
            text("state"),
            opt(timestamp("visible_from")),
            int("version"),
            opt(int("first_version")),
            int("material_version"),
            timestamp("created_at"),
            timestamp("changed_at"),
            int("revision"),
        ])
        .chain(removal());
    vec![
        table(
            "board_categories",
            [
                id(),
                text("name_ja"),
                text("name_en"),
                int("position"),
                json("readers"),
                json("writers"),
                flag("comments"),
                text("approval"),
                flag("closed"),
                int("revision"),
            ],
        ),
        of(table("board_posts", posts), "category", "board_categories"),
        of(
            table(
                "board_approvals",
                [
                    id(),
                    uuid("post"),
                    opt(uuid("of_unit")),
                    opt(text("of_role")),
                    text("state"),
                    timestamp("asked_at"),
                    opt(timestamp("decided_at")),
                    opt(uuid("decided_by")),
                    opt(text("reason")),
                ],
            ),
            "post",
            "board_posts",
        ),
        of(
            keyed(
                "board_reads",
                ["person", "post"],
                [
                    uuid("person"),
                    uuid("post"),
                    timestamp("at"),
                    int("version"),
                    opt(timestamp("confirmed_at")),
                    opt(uuid("confirmed_by")),
                    opt(text("proxy")),
                ],
            ),
            "post",
            "board_posts",
        ),
        // The category is nil in the mark that holds for all of them.
        keyed(
            "board_marks",
            ["person", "category"],
            [uuid("person"), uuid("category"), timestamp("upto")],
        ),
        keyed(
            "board_check_figures",
            ["day", "section"],
            [
                date("day"),
                uuid("section"),
                int("people"),
                int("behind"),
                int("unread"),
            ],
        ),
    ]
}

fn circulation() -> Vec<TableCreateStatement> {
    let circulations = [id(), text("kind")]
        .into_iter()
        .chain(authorship())
        .chain(vec![
            opt(uuid("section")),
            text("byline"),
            text("title"),
            text("body"),
            json("files"),
            opt(text("registration")),
            json("audience"),
            text("sequence"),
            opt(smallint("step_days")),
            text("follows"),
            opt(date("due")),
            flag("open_replies"),
            text("state"),
            opt(timestamp("sent_at")),
            opt(timestamp("ended_at")),
            int("steps"),
            int("step"),
            opt(timestamp("step_at")),
            int("total"),
            int("confirmed"),
            int("version"),
            opt(int("first_version")),
            int("material_version"),
            timestamp("created_at"),
            timestamp("changed_at"),
            int("revision"),
        ])
        .chain(removal());
    let recipients = table(
        "circulation_recipients",
        [
            id(),
            uuid("circulation"),
            uuid("person"),
            opt(uuid("post")),
            text("name"),
            opt(uuid("unit")),
            text("unit_name"),
            text("post_title"),
            int("position"),
            int("step"),
            text("state"),
            opt(timestamp("received_at")),
            opt(timestamp("read_at")),
            opt(timestamp("confirmed_at")),
            opt(uuid("confirmed_by")),
            opt(text("proxy")),
            opt(text("proxy_name")),
            opt(int("version")),
            opt(text("reply")),
            opt(uuid("passed_from")),
            int("revision"),
        ],
    );
    let watches = keyed(
        "circulation_watches",
        ["person", "circulation"],
        [uuid("person"), uuid("circulation")],
    );
    vec![
        table("circulations", circulations),
        of(recipients, "circulation", "circulations"),
        of(watches, "circulation", "circulations"),
        table(
            "circulation_templates",
            [
                id(),
                opt(uuid("owner")),
                opt(uuid("section")),
                text("name"),
                json("content"),
                flag("closed"),
                timestamp("changed_at"),
                int("revision"),
            ],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    [of_shared(), of_board(), of_circulation()].concat()
}

fn of_shared() -> Vec<IndexCreateStatement> {
    vec![
        index(
            "attachments_subject",
            "attachments",
            &["subject_kind", "subject_id"],
        ),
        index("attachments_blob", "attachments", &["blob"]),
        index(
            "comments_subject",
            "comments",
            &["subject_kind", "subject_id", "id"],
        ),
    ]
}

fn of_board() -> Vec<IndexCreateStatement> {
    vec![
        // Counting what is unread reads this index alone, and never the bodies.
        index(
            "board_posts_visible",
            "board_posts",
            &["visible_from", "id", "category", "state", "ends_at"],
        ),
        index(
            "board_posts_category",
            "board_posts",
            &["category", "visible_from", "id"],
        ),
        index("board_posts_pinned", "board_posts", &["pinned_until"]),
        index(
            "board_posts_author",
            "board_posts",
            &["author", "changed_at", "id"],
        ),
        index(
            "board_posts_section",
            "board_posts",
            &["section", "changed_at", "id"],
        ),
        index(
            "board_posts_start",
            "board_posts",
            &["state", "visible_from"],
        ),
        index("board_posts_end", "board_posts", &["state", "ends_at"]),
        index("board_posts_asks", "board_posts", &["asks", "state", "due"]),
        index("board_approvals_post", "board_approvals", &["post"]),
        index(
            "board_approvals_unit",
            "board_approvals",
            &["of_unit", "state"],
        ),
        index(
            "board_approvals_role",
            "board_approvals",
            &["of_role", "state"],
        ),
        index("board_reads_post", "board_reads", &["post", "person"]),
    ]
}

fn of_circulation() -> Vec<IndexCreateStatement> {
    vec![
        index(
            "circulations_author",
            "circulations",
            &["author", "changed_at", "id"],
        ),
        index(
            "circulations_section",
            "circulations",
            &["section", "changed_at", "id"],
        ),
        index("circulations_due", "circulations", &["state", "due"]),
        index(
            "circulations_step",
            "circulations",
            &["state", "step_days", "step_at"],
        ),
        unique(
            "circulation_recipients_once",
            "circulation_recipients",
            &["circulation", "person"],
        ),
        index(
            "circulation_recipients_list",
            "circulation_recipients",
            &["circulation", "position", "id"],
        ),
        index(
            "circulation_recipients_step",
            "circulation_recipients",
            &["circulation", "state", "step"],
        ),
        index(
            "circulation_recipients_owed",
            "circulation_recipients",
            &["person", "state", "received_at", "circulation"],
        ),
        index(
            "circulation_recipients_received",
            "circulation_recipients",
            &["person", "received_at", "circulation"],
        ),
        index(
            "circulation_recipients_post",
            "circulation_recipients",
            &["post", "state"],
        ),
        index(
            "circulation_watches_circulation",
            "circulation_watches",
            &["circulation"],
        ),
        index(
            "circulation_templates_owner",
            "circulation_templates",
            &["owner"],
        ),
        index(
            "circulation_templates_section",
            "circulation_templates",
            &["section"],
        ),
    ]
}
