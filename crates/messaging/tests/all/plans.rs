//! No list has to read from end to end a table that grows for ever.

use std::sync::{Arc, Mutex};

use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use time::Duration;
use yakusho_accounts::directory::Audience;
use yakusho_kernel::{Cx, Db, Env, Notices, Rng};
use yakusho_messaging::board::{self, Shelf};
use yakusho_messaging::circulation::{self, Tray};
use yakusho_messaging::summary;

use crate::{Hall, post};

/// How many rows each large table has.
const MANY: u32 = 20_000;

/// The tables that grow with every day of work.
const LARGE: [&str; 6] = [
    "board_posts",
    "board_reads",
    "circulation_recipients",
    "circulations",
    "comments",
    "notices",
];

#[tokio::test]
async fn every_list_finds_its_rows_by_an_index() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let clerk = hall.town.person("clerk");
        let id = hall.post("head", post(category)).await;
        let sent = hall
            .sent("head", |form| {
                form.audience = Audience {
                    people: vec![clerk],
                    ..Audience::default()
                };
            })
            .await;
        let cx = hall.cx("clerk").await;
        let view = board::show(&cx, id, 10).await.unwrap();
        board::see(&cx, &view).await.unwrap();
        let _ = board::comment(&cx, id, "承知しました。").await.unwrap();
        let table = Filling(&hall);
        let ago = |column: &'static str| (column, format!("{column} - i * 60000"));
        let new = || ("id", "{id}".to_owned());
        let each = |column: &'static str| (column, "n.id".to_owned());
        let done = ("state", "'confirmed'".to_owned());
        table
            .fill(
                "board_posts",
                "n",
                &[new(), ago("visible_from"), ago("changed_at")],
            )
            .await;
        table
            .fill("board_reads", "board_posts", &[each("post")])
            .await;
        table
            .fill("circulations", "n", &[new(), ago("changed_at")])
            .await;
        table
            .fill(
                "circulation_recipients",
                "circulations",
                &[new(), each("circulation"), done.clone()],
            )
            .await;
        for (name, apart) in [
            ("circulation_recipients", "person"),
            ("comments", "subject_id"),
            ("notices", "person"),
        ] {
            let apart = (apart, "{id}".to_owned());
            table.fill(name, "n", &[new(), apart]).await;
        }
        hall.world.clock.turn(Duration::minutes(1));
        let cx = hall.cx("clerk").await;
        board::mark_all_read(&cx, None).await.unwrap();
        hall.world.clock.turn(Duration::minutes(1));
        hall.post("head", post(category)).await;
        let db = hall.world.env.db().for_migrations();
        db.execute_unprepared("ANALYZE").await.unwrap();

        let said = Arc::<Mutex<Vec<String>>>::default();
        let cx = listening(&hall, &said).await;
        let (on, mine) = (cx.reader(), Notices(clerk));
        board::overview(&cx).await.unwrap();
        for shelf in [
            Shelf::All,
            Shelf::Category(category),
            Shelf::Unread,
            Shelf::Owed,
            Shelf::Mine,
        ] {
            board::list(&cx, shelf, None, 50).await.unwrap();
        }
        board::comments(&cx, id, None, 50).await.unwrap();
        for tray in [Tray::Owed, Tray::Received, Tray::Sent] {
            circulation::list(&cx, tray, None, 50).await.unwrap();
        }
        circulation::recipients(&cx, sent, None, None, 50)
            .await
            .unwrap();
        mine.page(&on, None, 50).await.unwrap();
        mine.unseen(&on).await.unwrap();
        summary(&cx).await.unwrap();
        let whole = "SELECT * FROM \"comments\" AS \"c\" WHERE \"c\".\"body\" = ''";
        let told = hall.world.plan(whole).await;
        assert_eq!(scans(whole, &told).len(), 1, "{told:?}");
        let said = said.lock().unwrap().clone();
        assert!(said.len() > 12, "{said:?}");
        for sql in said {
            let plan = hall.world.plan(&sql).await;
            let scans = scans(&sql, &plan);
            assert!(scans.is_empty(), "{scans:?}\n{sql}\n{}", plan.join("\n"));
        }
    }
}

/// An act of the clerk's, on a connection of its own that keeps what is asked of the database.
async fn listening(hall: &Hall, said: &Arc<Mutex<Vec<String>>>) -> Cx {
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
    let clerk = hall.cx("clerk").await;
    Cx::new(
        &env,
        clerk.actor().clone(),
        env.rng().uuid(clerk.now()).into(),
    )
}

/// The lines that read a large table from end to end.
fn scans<'p>(sql: &str, plan: &'p [String]) -> Vec<&'p String> {
    let names = LARGE.iter().flat_map(|table| {
        let renamed = format!("\"{table}\" AS \"");
        let aliases = sql.split(&renamed).skip(1);
        let aliases: Vec<_> = aliases.filter_map(|rest| rest.split('"').next()).collect();
        aliases.into_iter().chain([*table])
    });
    let names: Vec<&str> = names.collect();
    let reads_all = |line: &&String| {
        let (whole, rest) = match line.split_once("Seq Scan on ") {
            Some((_, rest)) => (true, rest),
            None => (line.starts_with("SCAN "), line.trim_start_matches("SCAN ")),
        };
        whole && names.contains(&rest.split(' ').next().unwrap_or_default())
    };
    plan.iter().filter(reads_all).collect()
}

/// Makes many rows of one.
struct Filling<'h>(&'h Hall);

impl Filling<'_> {
    /// Copies a row of the table for each number `i` of `n`, or for each row `n` of another table, with some columns
    /// set to something else.
    async fn fill(&self, table: &str, beside: &str, instead: &[(&str, String)]) {
        let db = self.0.world.env.db().for_migrations();
        let (columns, id) = match self.0.world.env.db().backend() {
            DbBackend::Sqlite => (
                format!("SELECT name FROM pragma_table_info('{table}')"),
                "randomblob(16)",
            ),
            _ => (
                format!(
                    "SELECT column_name AS name FROM information_schema.columns WHERE table_name = '{table}'"
                ),
                "gen_random_uuid()",
            ),
        };
        let columns = Statement::from_string(self.0.world.env.db().backend(), columns);
        let columns = db.query_all_raw(columns).await.unwrap();
        let columns = columns
            .iter()
            .map(|row| row.try_get::<String>("", "name").unwrap());
        let columns: Vec<String> = columns.collect();
        let values = columns.iter().map(|column| {
            let other = instead.iter().find(|(name, _)| name == column);
            other.map_or_else(|| format!("o.\"{column}\""), |(_, value)| value.clone())
        });
        let values = values.collect::<Vec<_>>().join(", ").replace("{id}", id);
        let columns = columns
            .iter()
            .map(|column| format!("\"{column}\""))
            .collect::<Vec<_>>()
            .join(", ");
        let rest = match beside {
            "n" => "true".to_owned(),
            _ => format!("n.id NOT IN (SELECT {} FROM {table})", instead_of(instead)),
        };
        let copy = format!(
            "INSERT INTO {table} ({columns})
             WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < {MANY})
             SELECT {values} FROM (SELECT * FROM {table} LIMIT 1) AS o
             CROSS JOIN {} AS n WHERE {rest}",
            if beside == "n" { "numbers" } else { beside }
        );
        db.execute_unprepared(&copy).await.unwrap();
    }
}

/// The column that names a row of the other table.
fn instead_of<'i>(instead: &'i [(&'i str, String)]) -> &'i str {
    let (column, _) = instead.iter().find(|(_, value)| value == "n.id").unwrap();
    column
}
