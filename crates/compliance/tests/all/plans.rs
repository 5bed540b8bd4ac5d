//! The ledger and the status of each article read no table from end to end that grows for ever.

use std::sync::{Arc, Mutex};

use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use time::macros::date;
use yakusho_compliance::duty::{self, DutyForm, Ledger, View};
use yakusho_compliance::{inquiry, status, violation};

use yakusho_kernel::{Cx, Db, Env, Rng};

use crate::{Hall, TODAY};

/// The tables that grow with every day of work.
const LARGE: [&str; 8] = [
    "audit_entries",
    "audit_citations",
    "compliance_cases",
    "compliance_data_uses",
    "compliance_duties",
    "compliance_inquiries",
    "compliance_tasks",
    "compliance_violations",
];

/// The columns of copied rows that are not those of the row that they are made of: what ended long ago, of others.
const INSTEAD: [(&str, &[(&str, &str)]); 3] = [
    (
        "compliance_duties",
        &[
            ("id", "randomblob(16)"),
            ("debtor_id", "randomblob(16)"),
            ("about_id", "randomblob(16)"),
            ("state", "'done'"),
            ("closed_at", "o.opened_at + i"),
            ("closed_by", "randomblob(16)"),
        ],
    ),
    (
        "compliance_cases",
        &[
            ("id", "randomblob(16)"),
            ("number", "i + 1"),
            ("section", "randomblob(16)"),
        ],
    ),
    (
        "compliance_tasks",
        &[
            ("id", "randomblob(16)"),
            ("unit", "randomblob(16)"),
            ("state", "'decided'"),
        ],
    ),
];

/// Makes 20,000 rows of the first in each of those tables.
async fn fill(hall: &Hall) {
    let db = hall.env.db().for_migrations();
    for (table, instead) in INSTEAD {
        let columns = format!("SELECT name FROM pragma_table_info('{table}')");
        let columns = Statement::from_string(DbBackend::Sqlite, columns);
        let columns = db.query_all_raw(columns).await.unwrap();
        let columns = columns.iter();
        let columns = columns.map(|row| row.try_get::<String>("", "name").unwrap());
        let columns: Vec<String> = columns.collect();
        let values = columns.iter().map(|column| {
            let other = instead.iter().find(|(name, _)| name == column);
            other.map_or_else(
                || format!("o.\"{column}\""),
                |(_, value)| (*value).to_owned(),
            )
        });
        let values = values.collect::<Vec<_>>().join(", ");
        let columns = columns.join("\", \"");
        db.execute_unprepared(&format!(
            "INSERT INTO {table} (\"{columns}\") WITH RECURSIVE numbers (i) AS \
             (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 20000) \
             SELECT {values} FROM (SELECT * FROM {table} LIMIT 1) AS o CROSS JOIN numbers"
        ))
        .await
        .unwrap();
    }
    db.execute_unprepared("ANALYZE").await.unwrap();
}

#[tokio::test]
async fn the_ledger_and_the_status_find_their_rows_by_an_index() {
    for hall in Hall::both("shiroishi").await {
        if hall.env.db().backend() != DbBackend::Sqlite {
            continue;
        }
        let data = hall.data().await;
        hall.submitted(data).await;
        let form = DutyForm {
            title: "点検".to_owned(),
            section: hall.town.unit("citizens"),
            due: TODAY,
            rule: None,
        };
        let _ = duty::enter(&hall.cx("administrator").await, form)
            .await
            .unwrap();
        fill(&hall).await;

        let said = Arc::<Mutex<Vec<String>>>::default();
        let ledger = Ledger::with([]);
        for (key, view) in [
            ("head", View::Mine),
            ("affairs_director", View::Section),
            ("administrator", View::All),
        ] {
            let cx = listening(&hall, key, &said).await;
            let days = (None, Some(date!(2027 - 01 - 01)));
            let page = ledger.list(&cx, view, days, None, 1).await.unwrap();
            let after = page.next.unwrap();
            let page = ledger.list(&cx, view, days, Some(&after), 20).await;
            assert!(!page.unwrap().items.is_empty(), "{key}");
            let _ = duty::closed(&cx, view, None, 20).await.unwrap();
            let _ = status::status(&cx, &ledger, TODAY).await.unwrap();
        }
        let whole = "SELECT * FROM compliance_duties WHERE remark = ''";
        assert_eq!(scans(&hall, whole).await.len(), 1, "what reads all is seen");
        let said = said.lock().unwrap().clone();
        assert!(said.len() > 30, "{said:?}");
        for sql in said {
            let scans = scans(&hall, &sql).await;
            assert!(scans.is_empty(), "{scans:?}\n{sql}");
        }
    }
}

#[tokio::test]
async fn lists_of_questions_and_reports_read_no_table_from_end_to_end() {
    for hall in Hall::both("model").await {
        let said = Arc::<Mutex<Vec<String>>>::default();
        for key in ["head", "clerk", "administrator"] {
            let cx = listening(&hall, key, &said).await;
            for view in inquiry::View::ALL {
                let _ = inquiry::list(&cx, view, None, 20).await.unwrap();
            }
            let _ = inquiry::waiting(&cx).await.unwrap();
            for view in violation::View::ALL {
                let listed = violation::list(&cx, view, None, 20).await;
                let all = view != violation::View::Mine;
                assert_eq!(listed.is_err(), all && key != "administrator", "{key}");
            }
            let _ = violation::waiting(&cx).await.unwrap();
        }
        let said = said.lock().unwrap().clone();
        let of = |table: &str| said.iter().filter(|sql| sql.contains(table)).count();
        assert_eq!(of("compliance_inquiries"), 12, "{said:?}");
        assert_eq!(of("compliance_violations"), 6, "{said:?}");
        for sql in said {
            let scans = scans(&hall, &sql).await;
            assert!(scans.is_empty(), "{scans:?}\n{sql}");
        }
    }
}

/// An act of that person's, on a connection of its own that keeps what is asked of the database.
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
    Cx::new(&env, cx.actor().clone(), env.rng().uuid(cx.now()).into())
}

/// The lines of the plan that read a large table from end to end, without an index.
async fn scans(hall: &Hall, sql: &str) -> Vec<String> {
    let lines = hall.world.plan(sql).await;
    let large = |name: &str| {
        LARGE.contains(&name)
            || LARGE
                .iter()
                .any(|table| sql.contains(&format!("\"{table}\" AS \"{name}\"")))
    };
    let reads_all = |line: &String| {
        let rest = line.strip_prefix("SCAN ");
        rest.is_some_and(|rest| {
            let whole = !rest.contains("USING");
            whole && large(rest.split(' ').next().unwrap_or_default())
        })
    };
    lines.into_iter().filter(reads_all).collect()
}
