//! How the database answers: its guards refuse, whatever asks it, and its indexes serve.

use std::sync::{Arc, Mutex};

use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use time::macros::time;
use yakusho_scheduling::booking::{self, BookingForm, Mine};

use super::{DAY, book, form};
use crate::Hall;
use crate::plans::listening;

/// A statement behind the product's back, and whether the database takes it.
async fn takes(hall: &Hall, statement: &str) -> Result<(), String> {
    let db = hall.world.env.db().for_migrations();
    let done = db.execute_unprepared(statement).await;
    done.map(|_| ()).map_err(|error| error.to_string())
}

/// The one number that a query answers with.
pub(super) async fn count(hall: &Hall, query: &str) -> i64 {
    let db = hall.world.env.db().for_migrations();
    let query = Statement::from_string(hall.world.env.db().backend(), query);
    let row = db.query_one_raw(query).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

/// A later copy of the first booking, with some columns set to something else.
fn copied(instead: &str) -> String {
    let columns = "facility, exclusive, starts_at, ends_at, quantity, purpose, private, owner, hand, held_from, \
                   held_until, \"long\", holds, state, reason, created_at, changed_at, revision";
    let mut values: Vec<String> = columns.split(", ").map(str::to_owned).collect();
    let instead = format!("created_at = created_at + 1; {instead}");
    for (column, value) in instead.split("; ").filter_map(|one| one.split_once(" = ")) {
        let place = values.iter().position(|known| known == column).unwrap();
        values[place] = String::from(value);
    }
    format!(
        "INSERT INTO bookings (id, {columns}) SELECT {{id}}, {} FROM bookings ORDER BY created_at LIMIT 1",
        values.join(", ")
    )
}

async fn insert(hall: &Hall, instead: &str) -> Result<(), String> {
    let id = match hall.world.env.db().backend() {
        DbBackend::Sqlite => "randomblob(16)",
        _ => "gen_random_uuid()",
    };
    takes(hall, &copied(instead).replace("{id}", id)).await
}

const HOUR: i64 = 3_600_000;

#[tokio::test]
async fn the_database_itself_refuses_a_room_that_is_taken() {
    for hall in Hall::both("nogata").await {
        let room = hall.room(|_| {}).await;
        hall.book("clerk", room, time!(9:00), time!(10:00))
            .await
            .unwrap();
        let shifted = |by: i64| {
            format!(
                "starts_at = starts_at + {by}; ends_at = ends_at + {by}; held_from = held_from + {by}; \
                 held_until = held_until + {by}"
            )
        };
        let refused = |result: Result<(), String>| {
            let error = result.unwrap_err();
            assert!(error.contains("bookings_one_at_a_time"), "{error}");
        };
        refused(insert(&hall, "quantity = 1").await);
        refused(insert(&hall, &shifted(HOUR - 1)).await);
        refused(insert(&hall, &shifted(1 - HOUR)).await);
        insert(&hall, &shifted(HOUR)).await.unwrap();
        insert(&hall, &shifted(-HOUR)).await.unwrap();
        insert(&hall, "holds = false; state = 'waiting'")
            .await
            .unwrap();
        refused(
            takes(
                &hall,
                "UPDATE bookings SET holds = true, state = 'confirmed' WHERE state = 'waiting'",
            )
            .await,
        );
        refused(
            takes(
                &hall,
                &format!("UPDATE bookings SET held_from = held_from - {HOUR} WHERE holds"),
            )
            .await,
        );
        // No row gets round the guard by saying that it is of another kind.
        for evasion in [
            "exclusive = false",
            "holds = false",
            "held_until = held_from; held_from = held_until",
        ] {
            insert(&hall, evasion).await.unwrap_err();
        }
    }
}

#[tokio::test]
async fn the_database_itself_lends_no_more_than_there_is_and_refuses_nothing_that_fits() {
    for hall in Hall::both("nogata").await {
        let projectors = hall.equipment(3).await;
        let cx = hall.cx("clerk").await;
        let two = BookingForm {
            quantity: 2,
            ..form(projectors, time!(9:00), time!(11:00))
        };
        book(&cx, two).await.unwrap();
        let refused = |result: Result<(), String>| {
            let error = result.unwrap_err();
            assert!(error.contains("bookings_within_units"), "{error}");
        };
        let until = format!("ends_at = ends_at - {HOUR}; held_until = held_until - {HOUR}");
        let after = format!("starts_at = starts_at + {HOUR}; held_from = held_from + {HOUR}");
        refused(insert(&hall, "quantity = 2").await);
        insert(&hall, &format!("quantity = 1; {until}"))
            .await
            .unwrap();
        insert(&hall, &format!("quantity = 1; {after}"))
            .await
            .unwrap();
        refused(insert(&hall, "quantity = 1").await);
        refused(
            takes(
                &hall,
                "UPDATE bookings SET quantity = quantity + 1 WHERE quantity = 1",
            )
            .await,
        );
        takes(&hall, "UPDATE bookings SET quantity = 1 WHERE quantity = 2")
            .await
            .unwrap();
        insert(&hall, "quantity = 1").await.unwrap();
        refused(insert(&hall, "quantity = 1").await);
        insert(&hall, "exclusive = true; quantity = 1")
            .await
            .unwrap_err();
    }
}

/// How many facilities there are, and how many bookings each has besides.
const MANY: [u32; 2] = [20, 1_000];

#[tokio::test]
async fn every_list_finds_its_bookings_by_an_index() {
    for hall in Hall::both("model").await {
        let [facilities, each] = MANY;
        let mut room = hall.room(|_| {}).await;
        for _ in 0..facilities {
            room = hall.room(|_| {}).await;
            hall.book("stranger", room, time!(9:00), time!(10:00))
                .await
                .unwrap();
        }
        let id = match hall.world.env.db().backend() {
            DbBackend::Sqlite => "randomblob(16)",
            _ => "gen_random_uuid()",
        };
        let ago = |column: &str| format!("{column} = {column} - CAST(n.i AS bigint) * {HOUR}");
        let past = ["starts_at", "ends_at", "held_from", "held_until"].map(ago);
        let one = copied(&past.join("; ")).replace("{id}", id);
        let (insert, _) = one.split_once(" FROM bookings ").unwrap();
        let many = format!(
            "{insert} FROM bookings b CROSS JOIN
             (WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < {each})
              SELECT i FROM numbers) n"
        );
        hall.world.execute(&many).await;
        hall.world.execute("ANALYZE").await;
        let said = Arc::<Mutex<Vec<String>>>::default();
        let cx = listening(&hall, &said).await;
        booking::plan(&cx, None, None, DAY, 7).await.unwrap();
        booking::waiting(&cx, room).await.unwrap();
        booking::mine(&cx, Mine::Coming, None, 10).await.unwrap();
        booking::mine(&cx, Mine::Past, None, 10).await.unwrap();
        booking::pending(&cx, None, 10).await.unwrap();
        book(&cx, form(room, time!(11:00), time!(12:00)))
            .await
            .unwrap();
        let said = said.lock().unwrap().clone();
        let asked = said
            .iter()
            .filter(|sql| sql.starts_with("SELECT") && sql.contains("FROM \"bookings\""));
        let mut plans = 0;
        for sql in asked {
            let plan = hall.world.plan(sql).await.join("\n");
            let whole = plan.contains("SCAN bookings") || plan.contains("Seq Scan on bookings");
            assert!(!whole, "{plan}\n{sql}");
            if sql.contains("UNION") {
                assert!(plan.contains("bookings_held"), "{plan}");
                assert!(plan.contains("bookings_long"), "{plan}");
            }
            plans += 1;
        }
        assert!(plans >= 5, "{said:?}");
    }
}
