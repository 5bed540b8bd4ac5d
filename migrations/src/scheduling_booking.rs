//! Tables of facilities and of their bookings, and the guards by which the database itself refuses a second booking of
//! what is taken, whichever way it comes in.

use sea_orm_migration::MigrationTrait;
use sea_orm_migration::prelude::{
    ColumnDef, Expr, ForeignKey, Index, IndexCreateStatement, TableCreateStatement,
};

use crate::schema::{
    Step, bigint, bytes, date, flag, id, index, int, json, opt, references, table, text, timestamp,
    unique, unique_where, uuid,
};

/// The migrations of booking, in order.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Step {
            tables,
            indexes,
            sqlite: SQLITE_GUARDS,
            postgres: POSTGRES_GUARDS,
            ..Step::named("scheduling_booking_0001")
        }),
        Box::new(Step {
            tables: photos,
            indexes: of_photos,
            ..Step::named("scheduling_booking_0002_photos")
        }),
    ]
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "facility_categories",
            [
                id(),
                text("name_ja"),
                text("name_en"),
                int("position"),
                flag("retired"),
                int("revision"),
            ],
        ),
        facilities(),
        of_facility(table(
            "facility_blackouts",
            [
                id(),
                uuid("facility"),
                timestamp("starts_at"),
                timestamp("ends_at"),
                text("reason"),
                uuid("set_by"),
                timestamp("set_at"),
                flag("lifted"),
            ],
        )),
        of_facility(table(
            "booking_series",
            [id(), uuid("facility")]
                .into_iter()
                .chain(wish())
                .chain([json("rule"), date("made_until"), flag("over")])
                .chain(keeping()),
        )),
        bookings(),
        of_facility(wanted()),
    ]
}

/// The facilities that events are to have, and whether more of their dates are to come.
fn wanted() -> TableCreateStatement {
    let mut wanted = table(
        "booking_events",
        [
            uuid("event"),
            uuid("facility"),
            int("quantity"),
            flag("goes_on"),
        ],
    );
    wanted
        .primary_key(Index::create().col("event").col("facility"))
        .take()
}

fn facilities() -> TableCreateStatement {
    let mut facilities = table(
        "facilities",
        vec![
            id(),
            text("code"),
            text("kind"),
            flag("exclusive"),
            uuid("category"),
            text("name_ja"),
            text("name_en"),
            text("place"),
            opt(int("capacity")),
            int("units"),
            text("notes"),
            json("opening"),
            opt(int("window_days")),
            opt(int("longest_minutes")),
            int("before_minutes"),
            int("after_minutes"),
            json("viewers"),
            json("bookers"),
            opt(uuid("manager")),
            opt(uuid("approval")),
            flag("own_approval"),
            int("position"),
            flag("retired"),
            int("revision"),
        ],
    );
    references(&mut facilities, "category", "facility_categories");
    // What bookings refer to.
    let mut key = Index::create()
        .name("facilities_exclusive")
        .col("id")
        .col("exclusive")
        .unique()
        .take();
    facilities
        .index(&mut key)
        .check(Expr::cust("units >= 1"))
        .check(Expr::cust("units = 1 OR NOT exclusive"))
        .take()
}

/// What is wished of a facility: from when until when, how many, what for, and whose it is.
fn wish() -> Vec<ColumnDef> {
    vec![
        timestamp("starts_at"),
        timestamp("ends_at"),
        int("quantity"),
        text("purpose"),
        flag("private"),
        uuid("owner"),
        uuid("hand"),
        opt(text("proxy")),
        opt(uuid("section")),
    ]
}

fn keeping() -> [ColumnDef; 3] {
    [
        timestamp("created_at"),
        timestamp("changed_at"),
        int("revision"),
    ]
}

fn bookings() -> TableCreateStatement {
    let columns = [id(), uuid("facility"), flag("exclusive")]
        .into_iter()
        .chain(wish())
        .chain([
            bigint("held_from"),
            bigint("held_until"),
            flag("long"),
            flag("holds"),
            text("state"),
            opt(uuid("event")),
            opt(uuid("series")),
            opt(uuid("approval")),
            opt(timestamp("queued_at")),
            opt(timestamp("decided_at")),
            opt(uuid("decided_by")),
            text("reason"),
            opt(timestamp("lent_at")),
            opt(uuid("lent_by")),
            opt(timestamp("returned_at")),
            opt(uuid("returned_by")),
        ])
        .chain(keeping());
    let mut bookings = table("bookings", columns);
    references(&mut bookings, "series", "booking_series");
    // A booking is exclusive exactly if its facility is, so that no row escapes the guard that it belongs under.
    let mut facility = ForeignKey::create()
        .from_tbl("bookings")
        .from_col("facility")
        .from_col("exclusive")
        .to_tbl("facilities")
        .to_col("id")
        .to_col("exclusive")
        .take();
    bookings
        .foreign_key(&mut facility)
        .check(Expr::cust("starts_at < ends_at"))
        .check(Expr::cust(
            "held_from <= starts_at AND ends_at <= held_until",
        ))
        .check(Expr::cust(
            "quantity >= 1 AND (quantity = 1 OR NOT exclusive)",
        ))
        .check(Expr::cust("long = (held_until - held_from > 86400000)"))
        .check(Expr::cust(
            "holds = (state IN ('tentative', 'confirmed', 'lent', 'returned'))",
        ))
        .take()
}

fn of_facility(mut table: TableCreateStatement) -> TableCreateStatement {
    references(&mut table, "facility", "facilities");
    table
}

/// What facilities look like, and looked like.
fn photos() -> Vec<TableCreateStatement> {
    vec![of_facility(table(
        "facility_photos",
        [
            id(),
            uuid("facility"),
            bytes("blob"),
            text("media_type"),
            bigint("size"),
            uuid("set_by"),
            timestamp("set_at"),
            flag("current"),
        ],
    ))]
}

fn of_photos() -> Vec<IndexCreateStatement> {
    vec![unique_where(
        "facility_photos_current",
        "facility_photos",
        &["facility"],
        "current",
        true,
    )]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("facilities_code", "facilities", &["code"]),
        index("facilities_category", "facilities", &["category"]),
        index(
            "facility_blackouts_facility",
            "facility_blackouts",
            &["facility", "lifted", "ends_at"],
        ),
        index(
            "booking_series_over",
            "booking_series",
            &["over", "made_until"],
        ),
        index("booking_series_owner", "booking_series", &["owner", "id"]),
        // What a facility is taken by is read from this index, and from the next one what has been so for more than a day.
        index(
            "bookings_held",
            "bookings",
            &["facility", "holds", "held_from", "held_until", "quantity"],
        ),
        index(
            "bookings_long",
            "bookings",
            &["facility", "holds", "long", "held_until"],
        ),
        index(
            "bookings_queue",
            "bookings",
            &["facility", "state", "queued_at", "id"],
        ),
        index("bookings_owner", "bookings", &["owner", "ends_at", "id"]),
        index(
            "bookings_approval",
            "bookings",
            &["approval", "state", "starts_at", "id"],
        ),
        index("bookings_event", "bookings", &["event"]),
        index(
            "booking_events_goes_on",
            "booking_events",
            &["goes_on", "event"],
        ),
        index("bookings_series", "bookings", &["series", "starts_at"]),
        index("bookings_state", "bookings", &["state", "ends_at", "id"]),
    ]
}

/// The greatest number of a facility that others hold at one moment of what is asked for: it is reached when that begins,
/// or when another begins within it.
macro_rules! most_held {
    () => {
        "SELECT COALESCE(max(held), 0) FROM (
           SELECT (SELECT COALESCE(sum(o.quantity), 0) FROM bookings o
                   WHERE o.facility = NEW.facility AND o.holds AND o.id <> NEW.id
                     AND o.held_from <= p.moment AND o.held_until > p.moment) AS held
           FROM (SELECT NEW.held_from AS moment
                 UNION
                 SELECT b.held_from FROM bookings b
                 WHERE b.facility = NEW.facility AND b.holds AND b.id <> NEW.id
                   AND b.held_from > NEW.held_from AND b.held_from < NEW.held_until) p) m"
    };
}

/// Of what is held by one at a time, the one that began last before the end asked for also ends last: looking at it
/// alone is enough, and cheap.
macro_rules! one_at_a_time {
    () => {
        "BEGIN SELECT RAISE(ABORT, 'bookings_one_at_a_time') WHERE EXISTS (
           SELECT 1 FROM (SELECT held_until FROM bookings
                          WHERE facility = NEW.facility AND holds = 1 AND held_from < NEW.held_until AND id <> NEW.id
                          ORDER BY held_from DESC LIMIT 1)
           WHERE held_until > NEW.held_from); END;"
    };
}

macro_rules! within_units {
    () => {
        concat!(
            "BEGIN SELECT RAISE(ABORT, 'bookings_within_units')
             WHERE NEW.quantity + (",
            most_held!(),
            ") > (SELECT units FROM facilities WHERE id = NEW.facility); END;"
        )
    };
}

const SQLITE_GUARDS: &[&str] = &[
    concat!(
        "CREATE TRIGGER bookings_one_at_a_time_made BEFORE INSERT ON bookings
         WHEN NEW.holds AND NEW.exclusive ",
        one_at_a_time!()
    ),
    concat!(
        "CREATE TRIGGER bookings_one_at_a_time_changed
         BEFORE UPDATE OF facility, exclusive, holds, held_from, held_until ON bookings
         WHEN NEW.holds AND NEW.exclusive ",
        one_at_a_time!()
    ),
    concat!(
        "CREATE TRIGGER bookings_within_units_made BEFORE INSERT ON bookings
         WHEN NEW.holds AND NOT NEW.exclusive ",
        within_units!()
    ),
    concat!(
        "CREATE TRIGGER bookings_within_units_changed
         BEFORE UPDATE OF facility, exclusive, holds, held_from, held_until, quantity ON bookings
         WHEN NEW.holds AND NOT NEW.exclusive ",
        within_units!()
    ),
];

/// `btree_gist` comes with PostgreSQL's contributed modules and is trusted: the owner of a database may add it.
const POSTGRES_GUARDS: &[&str] = &[
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    "ALTER TABLE bookings ADD CONSTRAINT bookings_one_at_a_time
     EXCLUDE USING gist (facility WITH =, int8range(held_from, held_until) WITH &&) WHERE (holds AND exclusive)",
    concat!(
        "CREATE FUNCTION bookings_within_units() RETURNS trigger LANGUAGE plpgsql AS $$
         DECLARE most integer;
         BEGIN
           SELECT units INTO most FROM facilities WHERE id = NEW.facility FOR UPDATE;
           IF NEW.quantity + (",
        most_held!(),
        ") > most THEN
             RAISE EXCEPTION 'bookings_within_units' USING ERRCODE = 'exclusion_violation';
           END IF;
           RETURN NEW;
         END $$"
    ),
    "CREATE TRIGGER bookings_within_units_made BEFORE INSERT ON bookings
     FOR EACH ROW WHEN (NEW.holds AND NOT NEW.exclusive) EXECUTE FUNCTION bookings_within_units()",
    "CREATE TRIGGER bookings_within_units_changed
     BEFORE UPDATE OF facility, exclusive, holds, held_from, held_until, quantity ON bookings
     FOR EACH ROW WHEN (NEW.holds AND NOT NEW.exclusive) EXECUTE FUNCTION bookings_within_units()",
];
