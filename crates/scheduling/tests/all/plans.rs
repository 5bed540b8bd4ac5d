//! A week of calendars is found by an index, however many events there are.

use std::sync::{Arc, Mutex};

use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use time::macros::date;
use yakusho_kernel::{Cx, Db, Env, Rng};
use yakusho_scheduling::event::{self, Span, Who};

use crate::Hall;

/// How many events there are besides.
const MANY: u32 = 20_000;

#[tokio::test]
async fn a_week_is_found_by_beginning_and_end() {
    for hall in Hall::both("model").await {
        let _ = hall.event("clerk", |form| form.closed = true).await;
        let id = match hall.world.env.db().backend() {
            DbBackend::Sqlite => "randomblob(16)",
            _ => "gen_random_uuid()",
        };
        for (table, key) in [("schedule_events", "id"), ("schedule_entries", "event")] {
            fill(&hall, table, key, id).await;
        }
        hall.world.execute("ANALYZE").await;
        let said = Arc::<Mutex<Vec<String>>>::default();
        let cx = listening(&hall, &said).await;
        let who = Who::Unit(hall.town.unit("citizens"));
        let _ = event::sheet(&cx, &who, Span::week(date!(2026 - 11 - 23)))
            .await
            .unwrap();
        let said = said.lock().unwrap().clone();
        let sql = said
            .iter()
            .find(|sql| sql.contains("schedule_entries"))
            .unwrap();
        let plan = hall.world.plan(sql).await.join("\n");
        for index in ["schedule_entries_from", "schedule_entries_until"] {
            assert!(plan.contains(index), "{index} in\n{plan}");
        }
        assert!(
            !plan.contains("SCAN x") && !plan.contains("SCAN e"),
            "{plan}"
        );
        assert!(!plan.contains("Seq Scan"), "{plan}");
    }
}

/// An act of a stranger, on a connection of its own that keeps what is asked of the database.
pub(crate) async fn listening(hall: &Hall, said: &Arc<Mutex<Vec<String>>>) -> Cx {
    let said = Arc::clone(said);
    let db = Db::open(hall.world.url())
        .await
        .unwrap()
        .watched(move |sql| said.lock().unwrap().push(sql.to_owned()));
    let world = &hall.world.env;
    let (city, keys) = (world.city().clone(), world.keys().clone());
    let env = Env::new(
        db,
        hall.world.clock.clone(),
        Rng::seeded(1),
        city,
        keys,
        None,
    );
    let stranger = hall.cx("stranger").await;
    let request = env.rng().uuid(stranger.now()).into();
    Cx::new(&env, stranger.actor().clone(), request)
}

/// Copies the one row of a table many times, each a minute before the last, under keys of their own and in other calendars.
async fn fill(hall: &Hall, table: &str, key: &str, id: &str) {
    let db = hall.world.env.db().for_migrations();
    let backend = hall.world.env.db().backend();
    let columns = match backend {
        DbBackend::Sqlite => format!("SELECT name FROM pragma_table_info('{table}')"),
        _ => format!(
            "SELECT column_name AS name FROM information_schema.columns WHERE table_name = '{table}'"
        ),
    };
    let columns = db
        .query_all_raw(Statement::from_string(backend, columns))
        .await
        .unwrap();
    let columns: Vec<String> = columns
        .iter()
        .map(|row| row.try_get("", "name").unwrap())
        .collect();
    let values: Vec<String> = columns
        .iter()
        .map(|column| match column.as_str() {
            "from_at" | "until_at" => format!("o.{column} - n.i * 60000"),
            "holder" => id.to_owned(),
            column if column == key && table == "schedule_events" => id.to_owned(),
            column if column == key => "n.id".to_owned(),
            column => format!("o.\"{column}\""),
        })
        .collect();
    let others = match table {
        "schedule_events" => format!(
            "(WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < {MANY})
              SELECT i FROM numbers)"
        ),
        _ => "(SELECT e.id, ROW_NUMBER() OVER (ORDER BY e.from_at) AS i FROM schedule_events AS e
               WHERE e.id NOT IN (SELECT event FROM schedule_entries))"
            .to_owned(),
    };
    let names: Vec<String> = columns
        .iter()
        .map(|column| format!("\"{column}\""))
        .collect();
    let copy = format!(
        "INSERT INTO {table} ({}) SELECT {} FROM (SELECT * FROM {table} LIMIT 1) AS o CROSS JOIN {others} AS n",
        names.join(", "),
        values.join(", ")
    );
    db.execute_unprepared(&copy).await.unwrap();
}
