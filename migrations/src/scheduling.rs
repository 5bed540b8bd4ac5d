//! Tables of the schedule.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{
    ColumnDef, ConditionalStatement as _, Expr, ExprTrait as _, Index, IndexCreateStatement,
    TableCreateStatement,
};

use crate::schema::{
    Step, added, bigint, bytes, flag, id, index, int, json, opt, references, table, text,
    timestamp, unique, unique_where, uuid,
};

/// The migrations of the schedule, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step {
            tables,
            indexes,
            ..Step::named("scheduling_0001")
        }),
        Box::new(Step {
            tables: presences,
            ..Step::named("scheduling_0002")
        }),
        Box::new(Step {
            tables: outside,
            columns: || vec![added("schedule_events", text("extra"))],
            indexes: outside_indexes,
            sqlite: BEGINNING,
            postgres: BEGINNING,
            ..Step::named("scheduling_0003")
        }),
        Box::new(Step {
            columns: || vec![added("schedule_events", flag("away"))],
            indexes: away,
            ..Step::named("scheduling_0004_away")
        }),
        Box::new(Step {
            columns: || vec![added("schedule_events", json("files"))],
            ..Step::named("scheduling_0005_files")
        }),
        Box::new(Step {
            columns: || vec![added("schedule_entries", json("dates"))],
            indexes: by_closed_days,
            ..Step::named("scheduling_0006_dates")
        }),
    ]
}

/// A table whose key is made of the first two columns.
fn keyed(
    name: &'static str,
    key: [&'static str; 2],
    columns: impl IntoIterator<Item = ColumnDef>,
) -> TableCreateStatement {
    let mut table = table(name, columns);
    table.primary_key(Index::create().col(key[0]).col(key[1]));
    references(&mut table, "event", "schedule_events");
    table
}

/// What an event and its place in each calendar have alike: from when to before when there is anything of it, and
/// whether that is longer than a day.
fn span() -> [ColumnDef; 3] {
    [timestamp("from_at"), timestamp("until_at"), flag("long")]
}

/// Dates on the clock of an event are seconds since 1970-01-01T00:00:00 on that clock.
fn tables() -> Vec<TableCreateStatement> {
    let events = vec![
        id(),
        text("owner_kind"),
        uuid("owner"),
        uuid("author"),
        uuid("hand"),
        opt(text("proxy")),
        text("title"),
        text("place"),
        text("body"),
        bigint("start"),
        bigint("length"),
        opt(text("zone")),
        text("status"),
        flag("closed"),
        flag("free"),
        opt(text("rule")),
        opt(bigint("rule_last")),
        text("on_closed"),
        opt(json("added")),
        opt(json("left_out")),
        json("participants"),
        opt(json("candidates")),
        opt(json("decision")),
        opt(uuid("series")),
        opt(bigint("original")),
    ]
    .into_iter()
    .chain(span())
    .chain([
        int("version"),
        timestamp("created_at"),
        timestamp("changed_at"),
        int("revision"),
    ]);
    let entries = [
        uuid("holder"),
        uuid("event"),
        text("answer"),
        opt(timestamp("answered_at")),
        opt(uuid("answered_by")),
    ]
    .into_iter()
    .chain(span());
    vec![
        table("schedule_events", events),
        keyed("schedule_entries", ["event", "holder"], entries),
        keyed(
            "schedule_candidate_answers",
            ["candidate", "person"],
            [
                uuid("candidate"),
                uuid("person"),
                uuid("event"),
                text("answer"),
                timestamp("at"),
                uuid("hand"),
            ],
        ),
        table(
            "schedule_delegates",
            [
                id(),
                uuid("owner"),
                text("delegate_kind"),
                uuid("delegate"),
                timestamp("given_at"),
                uuid("given_by"),
                flag("holds"),
                opt(timestamp("revoked_at")),
                opt(uuid("revoked_by")),
            ],
        ),
    ]
}

/// Where people said they are; the last word of each.
fn presences() -> Vec<TableCreateStatement> {
    vec![table(
        "presences",
        [
            uuid("person").primary_key().take(),
            text("state"),
            opt(timestamp("back_at")),
            text("comment"),
            timestamp("set_at"),
            uuid("set_by"),
        ],
    )]
}

/// What programs outside know of calendars: by which names, since which change, and by which secret address.
fn outside() -> Vec<TableCreateStatement> {
    let mut objects = table(
        "calendar_objects",
        [
            uuid("event").primary_key().take(),
            uuid("holder"),
            text("name"),
            text("uid"),
        ],
    );
    references(&mut objects, "event", "schedule_events");
    let changes = keyed(
        "calendar_changes",
        ["holder", "event"],
        [
            uuid("holder"),
            uuid("event"),
            bigint("seq"),
            opt(text("name")),
        ],
    );
    vec![
        objects,
        changes,
        table(
            "calendar_states",
            [uuid("holder").primary_key().take(), bigint("seq")],
        ),
        table(
            "calendar_subscriptions",
            [
                id(),
                uuid("person"),
                text("name"),
                flag("details"),
                bytes("digest"),
                timestamp("made_at"),
                opt(timestamp("revoked_at")),
            ],
        ),
    ]
}

fn outside_indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique(
            "calendar_objects_name",
            "calendar_objects",
            &["holder", "name"],
        ),
        unique(
            "calendar_objects_uid",
            "calendar_objects",
            &["holder", "uid"],
        ),
        index(
            "calendar_changes_seq",
            "calendar_changes",
            &["holder", "seq"],
        ),
        index("calendar_changes_event", "calendar_changes", &["event"]),
        unique(
            "calendar_subscriptions_digest",
            "calendar_subscriptions",
            &["digest"],
        ),
        index(
            "calendar_subscriptions_person",
            "calendar_subscriptions",
            &["person", "id"],
        ),
    ]
}

/// What is in calendars already counts as their first change.
const BEGINNING: &[&str] = &[
    "INSERT INTO calendar_states (holder, seq) SELECT DISTINCT holder, 1 FROM schedule_entries",
    "INSERT INTO calendar_changes (holder, event, seq) SELECT DISTINCT x.holder, COALESCE(e.series, e.id), 1 \
     FROM schedule_entries x JOIN schedule_events e ON e.id = x.event",
];

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        // What is short is found by its beginning, what is long by its end.
        index(
            "schedule_entries_from",
            "schedule_entries",
            &["holder", "from_at"],
        )
        .and_where(Expr::col("long").eq(false))
        .take(),
        index(
            "schedule_entries_until",
            "schedule_entries",
            &["holder", "until_at"],
        )
        .and_where(Expr::col("long").eq(true))
        .take(),
        index(
            "schedule_events_series",
            "schedule_events",
            &["series", "original"],
        ),
        index(
            "schedule_candidate_answers_event",
            "schedule_candidate_answers",
            &["event"],
        ),
        unique_where(
            "schedule_delegates_owner",
            "schedule_delegates",
            &["owner", "delegate"],
            "holds",
            true,
        ),
        index(
            "schedule_delegates_delegate",
            "schedule_delegates",
            &["delegate", "holds"],
        ),
    ]
}

/// Few events say that somebody is away, and they are sought among all.
fn away() -> Vec<IndexCreateStatement> {
    let away = index("schedule_events_away", "schedule_events", &["until_at"])
        .and_where(Expr::col("away").eq(true))
        .take();
    vec![away]
}

/// Few series are moved by closed days, and they are sought among all when a day comes to be one.
fn by_closed_days() -> Vec<IndexCreateStatement> {
    let name = "schedule_events_by_closed_days";
    let index = index(name, "schedule_events", &["until_at"])
        .and_where(Expr::col("on_closed").ne("keep"))
        .take();
    vec![index]
}
