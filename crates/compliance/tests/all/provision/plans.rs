//! Lists of provisions are found by an index, however many there are.

use std::sync::{Arc, Mutex};

use sea_orm::DbBackend;
use yakusho_compliance::provision::{self, ProvisionId, View};
use yakusho_kernel::{Cx, Db, Env, Rng};

use crate::Hall;

/// How many of each there are besides.
const MANY: u32 = 5_000;

#[tokio::test]
async fn lists_of_provisions_are_found_by_an_index() {
    for hall in Hall::both("shiroishi").await {
        let id = hall.released().await;
        for table in [
            "compliance_provisions",
            "compliance_agreements",
            "compliance_releases",
        ] {
            fill(&hall, table).await;
        }
        hall.world.execute("ANALYZE").await;
        for (key, view, index) in [
            ("head", View::All, "compliance_provisions_"),
            ("deputy_mayor", View::All, "compliance_provisions_until"),
            ("deputy_mayor", View::Word, "compliance_agreements_state"),
            ("deputy_mayor", View::Owed, "compliance_agreements_owed"),
        ] {
            let said = Arc::<Mutex<Vec<String>>>::default();
            let cx = listening(&hall, key, &said).await;
            provision::list(&cx, view, None, 10).await.unwrap();
            finds(&hall, &said, index).await;
        }
        let said = Arc::<Mutex<Vec<String>>>::default();
        let cx = listening(&hall, "head", &said).await;
        provision::releases(&cx, id, None, 10).await.unwrap();
        finds(&hall, &said, "compliance_releases_provision").await;
    }
}

/// That the last query of a list goes by that index, and through no whole table of provisions.
async fn finds(hall: &Hall, said: &Mutex<Vec<String>>, index: &str) {
    let said = said.lock().unwrap().clone();
    let sql = said.iter().rfind(|sql| sql.contains("LIMIT")).unwrap();
    let plan = hall.world.plan(sql).await.join("\n");
    assert!(plan.contains(index), "{index} in\n{plan}\n{sql}");
    let whole = |line: &str| line.starts_with("SCAN") && !line.contains("INDEX");
    assert!(!plan.lines().any(whole), "{plan}\n{sql}");
}

impl Hall {
    /// A provision under which data were released.
    async fn released(&self) -> ProvisionId {
        let (case, id) = self.agreed().await;
        self.release(case, crate::TODAY).await.unwrap();
        id
    }
}

/// An act of somebody, on a connection of its own that keeps what is asked of the database.
async fn listening(hall: &Hall, key: &str, said: &Arc<Mutex<Vec<String>>>) -> Cx {
    let said = Arc::clone(said);
    let db = Db::open(hall.world.url())
        .await
        .unwrap()
        .watched(move |sql| said.lock().unwrap().push(sql.to_owned()));
    let (city, keys) = (hall.env.city().clone(), hall.env.keys().clone());
    let env = Env::new(
        db,
        hall.world.clock.clone(),
        Rng::seeded(1),
        city,
        keys,
        None,
    );
    let cx = hall.cx(key).await;
    let request = env.rng().uuid(cx.now()).into();
    Cx::new(&env, cx.actor().clone(), request)
}

/// Copies the one row of a table many times, under keys of their own: cases, provisions and agreements one to one.
async fn fill(hall: &Hall, table: &str) {
    let backend = hall.env.db().backend();
    let id = |prefix: &str| match backend {
        DbBackend::Sqlite => format!("CAST('{prefix}' || printf('%014d', n.i) AS BLOB)"),
        _ => format!("CAST(md5('{prefix}' || n.i) AS uuid)"),
    };
    let copied = |columns: &[(&str, String)], kept: &str| {
        let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        let values: Vec<&str> = columns.iter().map(|(_, value)| &**value).collect();
        format!(
            "INSERT INTO {table} ({}, {kept}) SELECT {}, {kept} FROM (SELECT * FROM {table} LIMIT 1) AS o \
             CROSS JOIN (WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers \
             WHERE i < {MANY}) SELECT i FROM numbers) AS n",
            names.join(", "),
            values.join(", ")
        )
    };
    match table {
        "compliance_provisions" => {
            let cases = copied(&[("id", id("ca"))], CASE).replace(table, "compliance_cases");
            hall.world.execute(&cases).await;
            let columns = [("id", id("pr")), ("of_case", id("ca"))];
            let kept = "section, data_set, recipient, purpose, valid_from, valid_until, granted_on";
            hall.world.execute(&copied(&columns, kept)).await;
        }
        "compliance_agreements" => {
            let columns = [
                ("id", id("ag")),
                ("provision", id("pr")),
                ("state", "'closed'".to_owned()),
            ];
            let kept = "valid_from, valid_until, due, first_day, last_day, clauses, files, drawn_up, \
                        created_at, changed_at, version, revision";
            hall.world.execute(&copied(&columns, kept)).await;
        }
        _ => {
            let columns = [("id", id("re")), ("provision", id("pr"))];
            let kept = "released_on, what, records, digest, how, received_by, handed_by, handed_name, at, doer";
            hall.world.execute(&copied(&columns, kept)).await;
        }
    }
}

/// What a copied case keeps: all but its number, which is its own.
const CASE: &str = "kind, definition, register, author, hand, section, subject, content, state, round, acts, \
                    created_at, changed_at, version, revision";
